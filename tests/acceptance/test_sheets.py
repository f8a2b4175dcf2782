"""The documents of a page or two, built from the data of 2014: their length, their words and their numerals."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from crowded_year import write_crowded
from frivilligrapport.collection.loader import load
from frivilligrapport.figures.register import Registers, count
from frivilligrapport.figures.reports import reports
from frivilligrapport.pipeline.edition import Order, build
from frivilligrapport.rules.run import Findings
from numerals.page import Page, trace, unfounded
from numerals.report import warrants
from numerals.sheets import as_in_the_report, of_sheets

REPOSITORY = Path(__file__).parents[2]
GOLDEN = REPOSITORY / "tests" / "golden"
FORVALTNINGER = ("tmf", "sof", "kff", "buf", "suf", "bif", "oekf")
SHEETS = tuple(f"faktaark-{one}" for one in FORVALTNINGER)
pytestmark = pytest.mark.xdist_group("pdf")


@pytest.fixture(scope="module")
def folder_2014(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build all of 2014 and the returbreve, and give the folder."""
    folder = tmp_path_factory.mktemp("ark")
    shutil.copytree(REPOSITORY / "indberetninger", folder / "indberetninger")
    for words in ((), ("--document", "returbrev")):
        command = [sys.executable, "-m", "frivilligrapport", "build", "2014", *words, "--output", "ud"]
        subprocess.run(command, cwd=folder, check=True)
    return folder / "ud"


def pages_of(data: bytes) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("name", SHEETS)
def test_a_faktaark_is_one_page(folder_2014: Path, name: str) -> None:
    """Neither more nor less, for every forvaltning of 2014."""
    assert pages_of((folder_2014 / f"{name}.pdf").read_bytes()) == 1


def test_the_kort_udgave_is_two_pages(folder_2014: Path) -> None:
    """The busy reader has two pages."""
    assert pages_of((folder_2014 / "kort-udgave.pdf").read_bytes()) == 2


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
def test_the_words(folder_2014: Path, name: str) -> None:
    """The Markdown is, word for word, what has been read and found good."""
    made = (folder_2014 / f"{name}.md").read_text(encoding="utf-8")
    assert made == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*SHEETS, "kort-udgave"])
def test_every_numeral_rests_on_something(folder_2014: Path, name: str) -> None:
    """No numeral is there without a source; the kort udgave's numbers are those of the statusrapport's list."""
    samling = load(REPOSITORY)
    year, before = samling.aargang(2014), samling.aargang(2013)
    assert year is not None
    assert before is not None
    markdown = (folder_2014 / f"{name}.md").read_text(encoding="utf-8")
    page = as_in_the_report(markdown, (*count(samling, year).figures, *count(samling, before).figures))
    lines = page.count("\n")
    if name == "kort-udgave":
        page += "\n## Kildeliste" + (folder_2014 / "statusrapport.md").read_text().partition("\n## Kildeliste")[2]
    assert samling.kommune is not None
    units = {str(one.id): one for one in samling.kommune.forvaltninger}
    more = of_sheets(count(samling, year), reports(samling, year), units, 2014)
    found = trace(Page.of(page), (*warrants(samling, year), *more))
    own = [one for one in found if one.number <= lines]
    assert len(own) > 5
    assert unfounded(own) == []


def test_a_wrong_numeral_is_found(folder_2014: Path) -> None:
    """The same look finds a figure that is changed, and one that is cited to another source."""
    samling = load(REPOSITORY)
    year = samling.aargang(2014)
    assert year is not None
    page = as_in_the_report((folder_2014 / "faktaark-sof.md").read_text(encoding="utf-8"), count(samling, year).figures)
    for right, wrong in (("| 4 møder [", "| 5 møder ["), ("| 6 projekter [", "| 16 projekter [")):
        assert right in page
        page = page.replace(right, wrong)
    assert len(unfounded(trace(Page.of(page), tuple(warrants(samling, year))))) >= 2


def test_buf_has_no_figures_and_the_page_says_so(folder_2014: Path) -> None:
    """The first sentence is what is most important to know."""
    text = (folder_2014 / "faktaark-buf.md").read_text(encoding="utf-8")
    assert "Ingen tal oplyst: skoler er nævnt, men uden et antal." in text


def test_the_page_holds_all_it_needs(folder_2014: Path) -> None:
    """Nothing is fetched from elsewhere; the links of the kort udgave lead to chapters of the statusrapport."""
    text = (folder_2014 / "kort-udgave.html").read_text(encoding="utf-8")
    assert "http" not in text.partition("</style>")[2]
    report = (folder_2014 / "statusrapport.html").read_text(encoding="utf-8")
    links = [part.partition('"')[0] for part in text.split('href="statusrapport.html#')[1:]]
    assert len(links) == 4
    assert all(f'id="{one}"' in report for one in links)
