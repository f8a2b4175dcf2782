"""The documents of a page or two, built from the data of 2014: their length, their words and their numerals."""

import io
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.register import Registers, count
from frivilligrapport.figures.reports import reports
from frivilligrapport.pipeline.edition import Order, build
from frivilligrapport.rules.acceptance.sorting import Findings
from support.editions import Edition, Editions
from support.folders.crowded_year import write_crowded
from support.numerals.page import Page, Warrant, trace, unfounded
from support.numerals.report import warrants
from support.numerals.sheets import as_in_the_report, of_sheets
from support.pdf.tagged_pdf import TaggedPdf
from support.repository import GOLDEN, REPOSITORY, AsExpected

FORVALTNINGER = ("tmf", "sof", "kff", "buf", "suf", "bif", "oekf")
SHEETS = tuple(f"faktaark-{one}" for one in FORVALTNINGER)


def pages_of(data: bytes) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("name", SHEETS)
def test_a_faktaark_is_one_page(editions: Editions, name: str) -> None:
    """Neither more nor less, for every forvaltning of 2014."""
    assert pages_of((editions("fullest").folder / f"{name}.pdf").read_bytes()) == 1


def test_the_kort_udgave_is_two_pages(editions: Editions) -> None:
    """The busy reader has two pages."""
    assert pages_of((editions("fullest").folder / "kort-udgave.pdf").read_bytes()) == 2


@pytest.mark.parametrize("name", ["kort-udgave", *SHEETS])
def test_a_sheets_lines_have_no_marks(editions: Editions, name: str) -> None:
    """The line below the title, and the lines of a sheet, are lists without dashes."""
    pdf = TaggedPdf((editions("fullest").folder / f"{name}.pdf").read_bytes())
    assert pdf.elements("LI")
    assert pdf.elements("Lbl") == []


@pytest.mark.full
@pytest.mark.parametrize("draft", [False, True], ids=["finished", "draft"])
def test_what_there_is_no_room_for_is_counted(tmp_path: Path, *, draft: bool) -> None:
    """A year with far too much of everything gives as many pages, which say how much they leave out."""
    samling = load(write_crowded(tmp_path))
    aargang = samling.aargang(2014)
    assert aargang is not None
    for name, pages in (("faktaark-f1", 1), ("kort-udgave", 2)):
        made = build(Registers(samling), aargang, Findings(()), Order(("md", "pdf"), name, draft), {})
        assert pages_of(made[f"{name}.pdf"]) == pages
        assert "flere; se statusrapporten." in made[f"{name}.md"].decode()


@pytest.mark.parametrize("name", ["faktaark-tmf", "kort-udgave", "returbrev-kff"])
def test_the_words(pages_2014: Edition, as_expected: AsExpected, name: str) -> None:
    """The Markdown is, word for word, what has been read and found good."""
    as_expected(GOLDEN / f"{name}.md", pages_2014.text(f"{name}.md"))


@dataclass(frozen=True)
class Ground:
    """All that a numeral on a sheet can rest on: figures of two years, and what warrants others."""

    figures: tuple[Figure, ...]
    of_report: tuple[Warrant, ...]
    of_sheets: tuple[Warrant, ...]


@pytest.fixture(scope="module")
def ground() -> Ground:
    """Count 2014 and the year before."""
    samling = load(REPOSITORY)
    year, before = samling.aargang(2014), samling.aargang(2013)
    assert year is not None
    assert before is not None
    units = {str(one.id): one for one in samling.kommune.forvaltninger}
    more = of_sheets(count(samling, year), reports(samling, year), units, 2014)
    figures = (*count(samling, year).figures, *count(samling, before).figures)
    return Ground(figures, tuple(warrants(samling, year)), tuple(more))


@pytest.mark.parametrize("name", [*SHEETS, "kort-udgave"])
def test_every_numeral_rests_on_something(pages_2014: Edition, ground: Ground, name: str) -> None:
    """No numeral is there without a source; the kort udgave's numbers are those of the tabelbilag's list."""
    page = as_in_the_report(pages_2014.text(f"{name}.md"), ground.figures)
    lines = page.count("\n")
    if name == "kort-udgave":
        page += "\n## Kildeliste" + pages_2014.text("tabelbilag.md").partition("\n## Kildeliste")[2]
    found = trace(Page.of(page), (*ground.of_report, *ground.of_sheets))
    own = [one for one in found if one.number <= lines]
    assert len(own) > 5
    assert unfounded(own) == []


def test_a_wrong_numeral_is_found(pages_2014: Edition, ground: Ground) -> None:
    """The same look finds a figure that is changed, and one that is cited to another source."""
    page = as_in_the_report(pages_2014.text("faktaark-sof.md"), ground.figures)
    for right, wrong in (("| 4 møder [", "| 5 møder ["), ("| 6 projekter [", "| 16 projekter [")):
        assert right in page
        page = page.replace(right, wrong)
    assert len(unfounded(trace(Page.of(page), ground.of_report))) >= 2


def test_buf_has_no_figures_and_the_page_says_so(pages_2014: Edition) -> None:
    """The first sentence is what is most important to know."""
    text = pages_2014.text("faktaark-buf.md")
    assert "Ingen tal oplyst: skoler er nævnt, men uden et antal." in text


def test_the_page_holds_all_it_needs(pages_2014: Edition) -> None:
    """Nothing is fetched from elsewhere; the links of the kort udgave lead to the statusrapport and its tables."""
    text = pages_2014.text("kort-udgave.html")
    assert "http" not in text.partition("</style>")[2]
    report = pages_2014.text("statusrapport.html")
    links = [part.partition('"')[0] for part in text.split('href="statusrapport.html#')[1:]]
    assert len(links) == 3
    assert all(f'id="{one}"' in report for one in links)
