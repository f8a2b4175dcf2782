"""Tables as CSV that Danish Excel opens right: UTF-8 with BOM, semicolon, decimal comma, CRLF (docs/tal.md)."""

import csv
import io
import re
from decimal import Decimal

from frivilligrapport.rendering.exports.table import Cell, Column, Missing, Table, cell_text, number_in

GUARD = "'"
# What begins a formula, or a command to a log that the table is shown in; also the guard itself, so that one can always
# be taken off again.
_COMMAND = re.compile(r"[=+\-@\t\r']|::")
# Excel turns these into a date, a time or another number as it opens the file: 6-10 becomes the 6th of October.
_PIECE = r"(?:\d{1,2}|\d{4})"
_DATE = rf"{_PIECE}(?: ?[/:.\-] ?{_PIECE}){{1,2}}(?: \d{{4}})?"
_MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE_IN_WORDS = rf"\d{{1,2}}\.?[ /-]?{_MONTH}(?:[ /-]?\d{{1,4}})?|{_MONTH}[ /-]?\d{{1,4}}"
_POWER = r"\d+(?:,\d+)?e[+-]?\d+"
_MISREAD = re.compile(f"{_DATE}|{_DATE_IN_WORDS}|{_POWER}", re.IGNORECASE)
_DIGITS_THAT_EXCEL_KEEPS = 15


def to_csv(table: Table) -> bytes:
    """Write a table with its names of columns as the first line."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(_cell(column, cell) for column, cell in zip(table.columns, row, strict=True))
    return lines.getvalue().encode("utf-8-sig")


def _cell(column: Column, cell: Cell) -> str:
    """Write a number bare, and leave a number that is not there empty: the column of reasons beside it says why."""
    number = number_in(cell)
    if number is not None:
        return f"{Decimal(number):f}".replace(".", ",")
    if column.numeric and isinstance(cell, Missing):
        return ""
    return guarded_text(cell_text(cell))


def guarded_command(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet or a log would run."""
    return f"{GUARD}{text}" if _COMMAND.match(text) else text


def guarded_text(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet or a log would run or read as a date or another number."""
    digits = sum(character.isdigit() for character in text)
    misread = _MISREAD.fullmatch(text) or (digits > _DIGITS_THAT_EXCEL_KEEPS and not re.search(r"[^\d.]", text))
    return f"{GUARD}{text}" if misread else guarded_command(text)
