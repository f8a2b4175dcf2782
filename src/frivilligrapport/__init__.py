"""Compile a municipality's yearly report on volunteering from YAML status files."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from frivilligrapport.figures.table import DataFrame

__all__ = ["__version__", "tal"]

__version__ = "0.1.0"


def tal(mappe: "str | Path", aar: int) -> "DataFrame":
    """Give every figure of a year as a table, a row each: the columns of register.csv, described in docs/tal.md.

    `mappe` is the folder that holds `indberetninger/`. Numbers are `decimal.Decimal`, exactly as reported; what has no
    answer is None. Raises FileNotFoundError when there is no such folder, and ValueError, with the text that `figures`
    shows, when the year is not there or its files hold errors or personal data.
    """
    from frivilligrapport.pipeline.analysis import figure_table  # noqa: PLC0415 - the program itself starts without it

    return figure_table(mappe, aar)
