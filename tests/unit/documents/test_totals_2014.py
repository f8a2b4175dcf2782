"""The totals of 2014 are those that an honest count of the source documents gives."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from frivilligrapport.figures.register import count
from frivilligrapport.figures.totals import Total
from support.reports import ground, tables_in, words_of
from support.repository import REPOSITORY

_TABLE = Path(__file__).parent / "totals_2014.tsv"
EXPECTED = list(csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


@pytest.fixture(scope="module")
def totals() -> dict[tuple[str, str], Total]:
    """Count the real data once; totals by state group and unit."""
    return {(total.gruppe, total.enhed): total for total in ground(REPOSITORY).register.totals}


def _ids(row: dict[str, str]) -> str:
    return f"{row['gruppe']}-{row['enhed']}"


@pytest.mark.parametrize("row", EXPECTED, ids=_ids)
def test_a_total_has_the_expected_bounds(row: dict[str, str], totals: dict[tuple[str, str], Total]) -> None:
    """Each total has the bounds and the coverage of the golden table; no upper bound means an open end."""
    bounds = totals[row["gruppe"], row["enhed"]].bounds
    assert bounds is not None
    assert bounds.lower == Decimal(row["nedre"])
    assert bounds.upper == (Decimal(row["oevre"]) if row["oevre"] else None)
    assert totals[row["gruppe"], row["enhed"]].coverage.counted == row["daekning"]


@pytest.mark.parametrize("row", EXPECTED, ids=_ids)
def test_a_total_is_printed_with_its_coverage(row: dict[str, str], appendix_2014: Tabelbilag) -> None:
    """Each total is printed with the expected wording, and says whom it is from."""
    coming = (appendix_2014.aaret.kommende,) if appendix_2014.aaret.kommende else ()
    shown = coming if row["gruppe"] == "kommende" else appendix_2014.aaret.gennemfoert
    rows = [cells for table in tables_in(shown) for cells in table.raekker]
    (cells,) = [one for one in rows if one[0].tekst.partition(" (")[0] == row["enhed"]]
    assert cells[1].tal[0].tekst == row["tekst"]
    assert cells[2].tekst == row["siges"]


def test_the_count_of_volunteers_says_what_it_hides(appendix_2014: Tabelbilag) -> None:
    """The total of the volunteers names each of its parts, the part without a lower bound and the unspecified one."""
    row = appendix_2014.aaret.gennemfoert[0].raekker[0]
    assert row[0].tekst == "frivillige (registreringer)"
    assert words_of(row[1]) == "op mod 10.000, ca. 15 og et ubestemt antal; 2 tal er uoplyste"
    assert row[3].tekst == "SOF, BUF, SUF og BIF; ØKF (egne er uoplyst)"


def test_a_file_more_does_not_make_the_volunteers_fewer() -> None:
    """Without TMF there are up to 10.000; with its ca. 15 and its many there are not fewer."""
    year = ground(REPOSITORY)
    others = tuple(one for one in year.aargang.indberetninger if one.forvaltning_id != "tmf")
    without = count(year.samling, year.aargang._replace(indberetninger=others))
    said = [
        next(one.text for one in register.totals if one.enhed == "frivillige") for register in (without, year.register)
    ]
    assert said == ["op mod 10.000", "op mod 10.000, ca. 15 og et ubestemt antal"]


def test_all_five_reports_behind_the_volunteers_are_sources(appendix_2014: Tabelbilag) -> None:
    """A total refers to every figure in it, also to the one that is counted inside its parent."""
    references = appendix_2014.aaret.gennemfoert[0].raekker[0][1].tal[0].henvisninger
    by_number = {kilde.nummer: kilde.indsats for kilde in appendix_2014.kilder}
    assert [by_number[one.nummer] for one in references] == [
        "Ren Kærlighed til KBH",
        "Kajakroernes affaldsdag i Københavns Havn",
        "Det Europæiske Melodi Grand Prix",
        "Lokaludvalgenes medlemmer og suppleanter",
        "Frivillige, som lokaludvalgene rekrutterer",
    ]


def test_the_green_projects_grew_by_three_quarters(appendix_2014: Tabelbilag) -> None:
    """From 12 to 21 projects is 75 %, in spite of "almost doubled" in the printed report."""
    assert appendix_2014.aaret.aendringer is not None
    (row,) = appendix_2014.aaret.aendringer.raekker
    assert [words_of(cell) for cell in row] == [
        "TMF: Grøn frivillighed, projekter",
        "12",
        "21",
        "stigning på 75\u00a0%",
    ]
