"""Lines for the terminal: sentences, tables in columns and blocks of them, measured as they are seen on a screen."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

WIDTH = 80
INDENT = "    "
_GAP = "  "


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table, and what is said of it below, indented. A single cell is a heading for the lines below it."""

    cells: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def in_columns(heads: tuple[str, ...], rows: Iterable[TableRow], width: int) -> list[str]:
    """Set rows in columns; when they do not fit side by side, the last column goes below, among the remarks.

    Where only few rows are too wide, they alone put below what they have no room for.
    """
    rows = list(rows)
    whole = [row.cells for row in rows if len(row.cells) == len(heads)]
    narrow = [cells for cells in whole if fits(heads, [cells], width)]
    if len(narrow) * 2 < len(whole) or not fits(heads, narrow, width):
        rows = [TableRow(row.cells[:-1], (row.cells[-1], *row.remarks)) if row.cells[1:] else row for row in rows]
        heads = heads[:-1]
        narrow = [row.cells for row in rows if len(row.cells) == len(heads) and fits(heads, [row.cells], width)]
    sizes = _sizes(heads, narrow)
    return [line for row in (TableRow(heads), *rows) for line in _row(row, sizes, width)]


def _row(row: TableRow, sizes: Sequence[int], width: int) -> list[str]:
    line, below = "", [*row.cells[1:]]
    for cell, size in zip(row.cells, sizes, strict=False):
        longer = f"{line}{_GAP if line else ''}{cell}"
        if line and cell_len(longer.rstrip()) > width:
            break
        line = longer + " " * (size - cell_len(cell))
        below = below[1:] if cell is not row.cells[0] else below
    return [line.rstrip(), *(text for one in (*below, *row.remarks) for text in wrapped(one, width, INDENT))]


def fits(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], width: int) -> bool:
    """Tell whether a table's columns have room side by side."""
    return sum(_sizes(heads, rows)) + len(_GAP) * (len(heads) - 1) <= width


def _sizes(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]


def wrapped(text: str, width: int, indent: str = "", hanging: str = "") -> list[str]:
    """Break a sentence into lines, never within a word; `hanging` indents all lines but the first further."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def in_blocks(blocks: Iterable[list[str]]) -> str:
    """Put blocks of lines one after the other, a blank line between, and a line feed at the end."""
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"
