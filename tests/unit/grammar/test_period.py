"""Periods: each row of period_vectors.csv and of period_faults.csv is one test, so a new case is a new row.

Columns of the vectors: what is typed; the kind; the first and the last day; the text printed. Columns of the faults:
what is typed; the code; the part that is underlined; message; hint; and the texts, divided by |, that the hint offers.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from frivilligrapport.grammar.period import PERIOD_KINDS, Period, PeriodKind, parse_period
from frivilligrapport.problems import Fault, Kind


def _rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


_FAULTS = _rows("period_faults.csv")


def _fault(text: str) -> Fault:
    with pytest.raises(Fault) as caught:
        parse_period(text)
    return caught.value


def _code_or_period(text: str) -> str | Period:
    try:
        return parse_period(text)
    except Fault as fault:
        return fault.kind.code


@pytest.mark.parametrize("row", _rows("period_vectors.csv"), ids=lambda row: row["input"] or "(tom)")
def test_vector_is_read(row: dict[str, str]) -> None:
    """Each vector has its kind, its first and last day and its printed text."""
    period = parse_period(row["input"])

    assert period.kind is PeriodKind[row["kind"]]
    assert period.start == (date.fromisoformat(row["start"]) if row["start"] else None)
    assert period.end == (date.fromisoformat(row["end"]) if row["end"] else None)
    assert period.text() == row["text"]
    assert period.typed == row["input"]


@pytest.mark.parametrize("row", _FAULTS, ids=lambda row: row["input"])
def test_fault_says_what_to_write(row: dict[str, str]) -> None:
    """Each refused text gives exactly this code, message and hint, with the guilty part underlined."""
    fault = _fault(row["input"])

    assert fault.kind.code == row["code"]
    assert fault.message == row["message"]
    assert fault.hint == row["hint"]
    assert row["input"][fault.start :][: fault.length or None] == row["marked"]


@pytest.mark.parametrize("row", [row for row in _FAULTS if row["offered"]], ids=lambda row: row["input"])
def test_what_is_offered_can_be_written(row: dict[str, str]) -> None:
    """Every period that a hint offers is itself accepted, so that nobody is sent in a circle."""
    for text in row["offered"].split("|"):
        assert text in row["hint"]
        assert isinstance(_code_or_period(text), Period)


def test_spaces_in_front_move_the_underline() -> None:
    """The underlined part is counted from the beginning of the text that was read, spaces included."""
    fault = _fault("  i starten af næste år")

    assert (fault.start, fault.length) == (15, 8)


def test_long_text_is_refused_in_short() -> None:
    """A text that is far too long to be a period is refused without repeating all of it."""
    fault = _fault("maj og " * 40)

    assert (
        fault.message
        == "»maj og maj og maj og maj og maj og maj og maj og maj og maj…« er for langt til at være en periode."
    )
    assert fault.hint == "Skriv kun perioden her og resten i »beskrivelse«."


@pytest.mark.parametrize(
    ("text", "within", "touches"),
    [
        ("2014", True, True),
        ("27. april 2014", True, True),
        ("2013", False, False),
        ("2015", False, False),
        ("2011-2014", False, True),
        ("2013-2015", False, True),
        ("skoleåret 2014/2015", False, True),
        ("skoleåret 2015/2016", False, False),
        ("2014-", False, True),
        ("2013-", False, True),
        ("2015-", False, False),
        ("løbende", False, True),
        ("uoplyst", False, False),
    ],
)
def test_period_is_placed_against_the_report_year(text: str, within: bool, touches: bool) -> None:
    """A period lies within 2014, or touches it, or neither; nothing is claimed of an unknown one."""
    period = parse_period(text)

    assert period.within(2014) is within
    assert period.touches(2014) is touches


@pytest.mark.parametrize(("text", "expected"), [("2015-", True), ("løbende", True), ("2015", False), ("", False)])
def test_open_end_is_known(text: str, expected: bool) -> None:
    """An open and an ongoing period have no end in sight."""
    assert (parse_period(text).kind in {PeriodKind.OPEN, PeriodKind.ONGOING}) is expected


def test_kinds_are_distinct_and_complete() -> None:
    """The catalogue of period findings has one kind for each code from FR220 to FR225."""
    assert [kind.code for kind in PERIOD_KINDS] == [f"FR{number}" for number in range(220, 226)]


@pytest.mark.parametrize("kind", PERIOD_KINDS, ids=lambda kind: kind.code)
def test_examples_show_what_they_say(kind: Kind) -> None:
    """The wrong example of each kind is refused with that kind, and the right one, when it is a period, is read."""
    wrong, right = (example.splitlines()[-1].strip().split(": ") for example in (kind.wrong, kind.right))

    assert _code_or_period(wrong[1]) == kind.code
    assert right[0] == "varighed" or isinstance(_code_or_period(right[1]), Period)
