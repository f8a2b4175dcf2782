"""How wide a text is on a screen, where one character may take two columns or none."""

import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_WIDE = "WF"
_NO_WIDTH = ("Mn", "Me", "Cf")


def display_width(text: str) -> int:
    """Give the number of columns that a text takes in a terminal (Unicode annex 11)."""
    return sum(_columns(character) for character in text)


def pad(text: str, width: int) -> str:
    """Fill a text up with spaces to a number of columns."""
    return text + " " * (width - display_width(text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


WIDTH = 80
_GAP = "  "
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table, and what is said of it below, indented. A single cell is a heading for the lines below it."""

    cells: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def in_columns(heads: tuple[str, ...], entries: Iterable[Entry], width: int) -> list[str]:
    """Set entries in columns; when they do not fit side by side, the last column goes below, among the remarks."""
    rows = list(entries)
    whole = [heads, *(row.cells for row in rows if len(row.cells) == len(heads))]
    sizes = [max(map(len, column)) for column in zip(*whole, strict=True)]
    if sum(sizes) + len(_GAP) * (len(heads) - 1) > width:
        rows = [Entry(row.cells[:-1], (row.cells[-1], *row.remarks)) if row.cells[1:] else row for row in rows]
        heads = heads[:-1]
    lines = [_line(heads, sizes)]
    for row in rows:
        lines += [_line(row.cells, sizes), *(line for one in row.remarks for line in wrapped(one, width, _INDENT))]
    return lines


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Break a sentence into lines, never within a word."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def in_blocks(blocks: Iterable[list[str]]) -> str:
    """Put blocks of lines one after the other, a blank line between, and a line feed at the end."""
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _line(cells: tuple[str, ...], sizes: list[int]) -> str:
    return _GAP.join(cell.ljust(size) for cell, size in zip(cells, sizes, strict=False)).rstrip()
