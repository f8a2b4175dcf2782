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
    answer is None. What a killed command left half written there is finished first. Raises FileNotFoundError when there
    is no such folder, OSError when it cannot be finished, and ValueError, with the text that `figures` shows, when the
    year is not there or its files hold errors or personal data.
    """
    # The program itself starts without these.
    from pathlib import Path  # noqa: PLC0415

    from frivilligrapport.cli.places import settle_all  # noqa: PLC0415
    from frivilligrapport.pipeline.analysis import figure_table  # noqa: PLC0415
    from frivilligrapport.problems import Refusal  # noqa: PLC0415

    try:
        settle_all(Path(mappe))
    except Refusal as error:
        raise OSError(f"{error.message} {error.hint}") from error
    return figure_table(mappe, aar)
