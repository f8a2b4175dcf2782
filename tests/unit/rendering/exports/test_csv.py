"""The CSV dialect of docs/tal.md."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.rendering.exports.csv import guarded_text, to_csv
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import (
    NOT_RELEVANT,
    OPEN,
    UNANSWERED,
    Cell,
    Missing,
    Names,
    Table,
    table_columns,
    text_cell,
)
from frivilligrapport.rendering.exports.tables import register_table
from support.folders.small_years import body, indsats

Exported = Callable[..., Export]
HEADS = table_columns("enhed", "nedre", "øvre", numeric=("nedre", "øvre"))


def table(*rows: tuple[Cell, ...]) -> Table:
    """Make a small table of a unit and two bounds."""
    return Table("Prøve", "Til prøve.", HEADS, rows)


def read(data: bytes) -> list[list[str]]:
    """Read a file as the dialect says it is written."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_dialect_byte_for_byte() -> None:
    """BOM, semicolon, decimal comma, no thousands point, CRLF, quotes only where needed, missing numbers empty."""
    rows = table(
        ("gæster", Decimal(20000), OPEN),
        ('kr "brutto"; i alt', Decimal("2.50"), Decimal("1E+4")),
        ("møder", UNANSWERED, NOT_RELEVANT),
    )
    assert to_csv(rows) == (
        b"\xef\xbb\xbf"
        b"enhed;nedre;\xc3\xb8vre\r\n"
        b"g\xc3\xa6ster;20000;\r\n"
        b'"kr ""brutto""; i alt";2,50;10000\r\n'
        b"m\xc3\xb8der;;\r\n"
    )


def test_words_stand_in_columns_of_words() -> None:
    """Yes and no, lists and reasons are words; an empty list says why."""
    words = table_columns("a", "b", "c", "d")
    row = (True, Names(("TMF", "SOF"), Missing("ingen")), Names((), Missing("ingen")), Missing("ikke angivet"))
    assert read(to_csv(Table("P", "P.", words, (row,))))[1] == ["ja", "TMF; SOF", "ingen", "ikke angivet"]


@pytest.mark.parametrize("text", ["=1+1", "+45 33 66", "-5", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "::error::x"])
def test_a_formula_is_not_run(text: str) -> None:
    """A text that a spreadsheet or a log would run has an apostrophe in front, and nothing else is changed."""
    assert guarded_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "6-10", "2/3", "1/2 2014", "27-04-2014", "27.4.2014", "1.5", "12:30", "2014-04-27", "maj 14", "1. maj",
        "april 2014", "27. april 2014", "5e3", "1.000.000.000.000.000.001", "1234567890123456",
    ],
)  # fmt: skip
def test_a_figure_is_not_made_a_date_or_rounded(text: str) -> None:
    """What Excel would open as a date, a time or a rounded number stays a text."""
    assert guarded_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "20.000-30.000", "ca. 15", "2.600", "15", "2,5", "mindst 13", "2011-2014 og frem", "majfest", "martsmøde",
        "2014.tmf.dag.frivillige", "indberetninger/2014/tmf.yaml", "ultimo 2014", "100-150", "over 100", "dec", "",
    ],
)  # fmt: skip
def test_other_texts_stand_as_they_are(text: str) -> None:
    """Only what would be misread is touched."""
    assert guarded_text(text) == text


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_every_text_can_be_read_back(texts: list[str]) -> None:
    """Whatever a contributor types, the file has one row for it, and the words come back on one line."""
    rows = read(to_csv(Table("P", "P.", table_columns("a"), tuple((text_cell(text),) for text in texts))))
    expected = [" ".join(text.split()) or "ikke angivet" for text in texts]
    assert [row[0].removeprefix("'") for row in rows[1:]] == expected


def test_a_blank_cell_has_its_reason_beside_it(exported: Exported) -> None:
    """In the register only numbers can be blank, and the next column of words says why."""
    figures = "frivillige: mange\ngæster: uoplyst\nelever: ikke relevant\nkr:\n  andel: 15 %\nmøder: 3"
    export = exported(tmf=body(indsats("a", figures)), sof="tal:\n  elever: ikke relevant\n")
    rows = read(to_csv(register_table(export)))
    for row in rows[1:]:
        for place, cell in enumerate(row):
            reason = next(word for word in row[place:] if word) if not cell else ""
            assert cell or reason in {"åben", "uoplyst", "ikke relevant", "tæller ikke med", "andel uden grundtal"}
