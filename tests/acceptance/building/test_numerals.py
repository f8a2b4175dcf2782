"""Every numeral in the report rests on something: the register, a contributor's own words, or a declaration."""

from collections.abc import Callable

import pytest

from frivilligrapport.collection.loader import load
from support.editions import Edition
from support.numerals.page import Page, Source, Warrant, pattern, phrase, tally_sources, trace, unfounded
from support.numerals.report import warrants
from support.repository import REPOSITORY

pytestmark = pytest.mark.full

SLIPS = (
    ("over 100 deltagere (ansatte)** [7]", "over 200 deltagere (ansatte)** [7]"),
    ("fra 12 i 2013 til 21 i 2014", "fra 12 i 2013 til 24 i 2014"),
    ("og 12 andre. **På vej:**", "og 17 andre. **På vej:**"),
    ("| deltagere | over 100 [7, 39] (1 tal", "| deltagere | over 100 [7, 39] (2 tal"),
    ("samlede\n    61 foreninger", "samlede\n    62 foreninger"),
    (
        "| frivillige (registreringer) | op mod 10.000, ca. 15 og",
        "| frivillige (registreringer) | op mod 10.000, ca. 16 og",
    ),
    ("| møder | 7 og et ubestemt", "| møder | 6 og et ubestemt"),
    ("| projekter | 21 [1] |", "| projekter | 30 [1] |"),
    ("| projekter | 15 [3, 10] |", "| projekter | 36 [3, 10] |"),
    ("| foreninger | 61 [25] |", "| foreninger | 61 [24] |"),
    ("Ændring: stigning på 75\u00a0%.", "Ændring: stigning på 43\u00a0%."),
    (
        "| Cph Volunteers | KFF | korps | i drift | 2014 | 2.600",
        "| Cph Volunteers | KFF | korps | i drift | 2014 | 2,6",
    ),
    ("Talt én gang: 4-7 [", "Talt én gang: 4-6 ["),
    ("| Indsatser | 14 registrerede: 10 gennemførte", "| Indsatser | 14 registrerede: 12 gennemførte"),
    ("| i gang | 3 | 0 | 5 |", "| i gang | 3 | 1 | 5 |"),
    ("| 2.600 | indberetninger/2014/kff.yaml", "| 2,6 | indberetninger/2014/kff.yaml"),
    ("oplyst for 0 af 43 tal", "oplyst for 0 af 39 tal"),
    ("plus eller minus 10\u00a0%", "plus eller minus 5\u00a0%"),
    ("Frivillige, naturskoler, områdefornyelser", "De 900 frivillige, naturskoler, områdefornyelser"),
    ("voksede antallet af projekter fra 12", "voksede antallet af projekter fra 13"),
)


@pytest.fixture
def markdown(pages_2014: Edition) -> str:
    """Give the report of 2014 and its tables as Markdown."""
    return pages_2014.text("statusrapport.md") + pages_2014.text("tabelbilag.md")


@pytest.fixture(scope="module")
def of_2014() -> tuple[Warrant, ...]:
    """Give all that warrants a numeral in the report of 2014."""
    samling = load(REPOSITORY)
    aargang = samling.aargang(2014)
    assert aargang is not None
    return tuple(warrants(samling, aargang))


def test_every_numeral_of_2014_rests_on_something(
    markdown: str, of_2014: tuple[Warrant, ...], record_property: Callable[[str, object], None]
) -> None:
    """No numeral in the report is there without a warrant, and each kind of warrant is really in use."""
    numerals = trace(Page.of(markdown), of_2014)
    shares = tally_sources(numerals)
    record_property("numerals", {str(source): many for source, many in shares.items()})
    assert unfounded(numerals) == []
    assert min(shares[source] for source in Source) > 100


def test_a_wrong_number_rests_on_nothing(markdown: str, of_2014: tuple[Warrant, ...]) -> None:
    """A number that is changed, moved to another unit or cited to another source is found on its line."""
    page = markdown
    for right, wrong in SLIPS:
        assert right in page
        page = page.replace(right, wrong)
    found = {one.number for one in trace(Page.of(page), of_2014) if one.source is None}
    lines = page.split("\n")
    missed = [wrong for _, wrong in SLIPS if not {n for n, line in enumerate(lines, 1) if wrong in line} <= found]
    assert missed == []


def traced(markdown: str, *of: Warrant) -> list[tuple[str, Source | None]]:
    """Give each numeral of a page with what it rests on."""
    return [(one.text, one.source) for one in trace(Page.of(markdown), of)]


def test_a_number_is_never_part_of_a_longer_one() -> None:
    """A warrant for 21 is none for 2.021, 21,5, 1/21 or 20-21."""
    page = "21 og 2.021 og 21,5 og 1/21 og 20-21. I alt 21."
    of = traced(page, phrase(Source.REGISTER, "21"))
    assert [text for text, source in of if source] == ["21", "21"]


def test_words_are_found_over_a_lines_end_and_through_escapes() -> None:
    """Line breaks, bold type, escapes and case do not hide a phrase."""
    page = "15\\. april\n**2015** er en dag."
    assert traced(page, phrase(Source.DECLARED, "15. April 2015")) == [
        ("15", Source.DECLARED),
        ("2015", Source.DECLARED),
    ]


def test_a_warrant_may_be_narrow() -> None:
    """A warrant for a chapter or beside other words holds nowhere else, and the first of two counts."""
    page = "## A\n\nSide 3.\n\n## B\n\nSide 3.\n\nAndet 3."
    assert traced(page, phrase(Source.REGISTER, "3", chapter="B", beside="Side")) == [
        ("3", None),
        ("3", Source.REGISTER),
        ("3", None),
    ]
    first, second = pattern(Source.PROSE, r"Andet \d"), phrase(Source.REGISTER, "3")
    assert traced(page, first, second)[-1] == ("3", Source.PROSE)
