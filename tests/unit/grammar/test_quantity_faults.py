"""What a person reads when a quantity is refused: each row of quantity_faults.csv is one test.

Columns: what is typed; the code; the part that is underlined; the message and the hint, with ~ for a hard space;
and the texts, divided by |, that the hint offers. quantity_advice.csv has what else people write: the code, and the
texts that may be pasted, none where only the writer knows which number was meant.
"""

import csv
from pathlib import Path

import pytest

from frivilligrapport.grammar.quantity import parse_quantity
from frivilligrapport.problems import Fault

with Path(__file__).with_name("quantity_faults.csv").open(encoding="utf-8", newline="") as file:
    _ROWS = list(csv.DictReader(file, delimiter=";"))
with Path(__file__).with_name("quantity_advice.csv").open(encoding="utf-8", newline="") as file:
    _ADVICE = list(csv.DictReader(file, delimiter=";"))


def _fault(text: str) -> Fault:
    with pytest.raises(Fault) as caught:
        parse_quantity(text)
    return caught.value


def _is_read(text: str) -> bool:
    try:
        parse_quantity(text)
    except Fault:
        return False
    return True


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["input"])
def test_fault_says_what_to_write(row: dict[str, str]) -> None:
    """Each refused text gives exactly this code, message and hint, with the guilty part underlined."""
    fault = _fault(row["input"])

    assert fault.kind.code == row["code"]
    assert fault.message == row["message"]
    assert fault.hint == row["hint"].replace("~", "\u00a0")
    assert row["input"][fault.start :][: fault.length] == row["marked"]


@pytest.mark.parametrize("row", [row for row in _ROWS if row["offered"]], ids=lambda row: row["input"])
def test_what_is_offered_can_be_written(row: dict[str, str]) -> None:
    """Every text that a hint offers is itself accepted, so that nobody is sent in a circle."""
    for text in row["offered"].split("|"):
        assert text in row["hint"]
        assert _is_read(text.replace("~", "\u00a0"))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["input"])
def test_what_may_be_pasted_is_what_the_hint_says(row: dict[str, str]) -> None:
    """Each text that may be pasted over the underlined part stands in the hint and leaves a quantity without its fault.

    What else is wrong with the rest (2.6-3.000 personer) is told next.
    """
    fault = _fault(row["input"])
    before, after = row["input"][: fault.start], row["input"][fault.start + fault.length :]
    for text in fault.instead:
        assert text in fault.hint
        assert _is_read(text)
        if not after:
            assert _is_read(before + text)
    is_an_example = "fx" in fault.hint and "Skriv kun" not in fault.hint
    assert fault.instead or not row["offered"] or is_an_example or "under »heraf«" in fault.hint


@pytest.mark.parametrize("row", _ADVICE, ids=lambda row: row["input"])
def test_no_other_number_is_offered(row: dict[str, str]) -> None:
    """What is offered says the same as what was typed, or each thing that it can mean; else nothing is offered."""
    fault = _fault(row["input"])

    assert fault.kind.code == row["code"]
    assert "|".join(fault.instead).replace("\u00a0", "~") == row["offered"]
    assert all(_is_read(text) and text in fault.hint for text in fault.instead)


def test_spaces_in_front_move_the_underline() -> None:
    """The underlined part is counted from the beginning of the text that was read, spaces included."""
    fault = _fault("  ca. 2.6")

    assert (fault.start, fault.length) == (2, 7)


def test_long_text_is_refused_in_short() -> None:
    """A text that is far too long to be a quantity is refused without repeating all of it."""
    fault = _fault("frivillige " * 40)

    assert fault.kind.code == "FR208"
    assert fault.message == (
        "»frivillige frivillige frivillige frivillige frivillige friv…« er for langt til at være et antal."
    )
    assert fault.hint == "Skriv kun antallet her og resten i »bemærkning«."
