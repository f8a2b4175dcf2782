"""From a work folder to the table that analysts work with."""

from pathlib import Path
from typing import TYPE_CHECKING

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.loader import load
from frivilligrapport.figures.register import Registers
from frivilligrapport.figures.table import table
from frivilligrapport.problems.reporters.text import findings_summary, findings_text
from frivilligrapport.rules.run import examine_year

if TYPE_CHECKING:
    from frivilligrapport.figures.table import DataFrame


def figure_table(folder: str | Path, year: int) -> "DataFrame":
    """Read a work folder and tabulate a year's figures (`figures.table.table`).

    Raises FileNotFoundError without a folder indberetninger, and ValueError, which says in Danish what is wrong, for a
    year that is not there and for one whose files hold errors or personal data.
    """
    root = Path(folder)
    if not (root / INDBERETNINGER).is_dir():
        raise FileNotFoundError(f"Mappen »{root}« har ingen mappe indberetninger.")
    samling = load(root)
    aargang = samling.aargang(year)
    if aargang is None:
        raise ValueError(f"Der er ingen indberetninger for {year}.")
    registers = Registers(samling)
    findings = examine_year(samling, aargang, registers)
    if findings.has_errors:
        raise ValueError(findings_text(findings.open, samling.sources) + findings_summary(findings.open))
    return table(registers.of(aargang))
