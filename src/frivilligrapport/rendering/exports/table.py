"""A table for export: named columns, and rows of as many cells."""

from dataclasses import dataclass

from frivilligrapport.rendering.exports.cells import Row


@dataclass(frozen=True, slots=True)
class Column:
    """Name a column; a column of numbers holds numbers, and reasons why there are none."""

    name: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `name` is its sheet, and `about` one sentence that says what it holds.

    `nothing` is what is said where a table without rows may not be empty.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    nothing: str = "ingen tal"


def columns(*names: str, numeric: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Make columns; those that are also in `numeric` hold numbers."""
    return tuple(Column(name, name in numeric) for name in names)
