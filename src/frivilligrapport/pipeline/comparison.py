"""From a collection to a comparison of two of its years."""

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.changes.total_changes import compare_years
from frivilligrapport.figures.register import Registers
from frivilligrapport.problems import Severity
from frivilligrapport.rendering.exports.comparison_json import comparison_json
from frivilligrapport.rendering.terminal.comparison import comparison_text
from frivilligrapport.rendering.terminal.lines import WIDTH
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.run import examine

FORMATS = ("text", "json")


def stopping(samling: Samling, years: tuple[Aargang, ...]) -> Findings:
    """Give what stops a comparison: errors in the years and in what all years share, and personal data anywhere."""
    others = tuple(f"{one.folder}/" for one in samling.aargange if one not in years)
    return Findings(
        tuple(
            problem
            for problem in examine(samling).open
            if problem.kind is PERSONAL_DATA
            or (problem.severity is Severity.FEJL and not problem.location.file.startswith(others))
        )
    )


def compared(samling: Samling, older: Aargang, newer: Aargang, wanted: str, width: int = WIDTH) -> bytes:
    """Compare two years and write it in one of `FORMATS`, UTF-8."""
    comparison = compare_years(Registers(samling), older, newer)
    written = comparison_json(comparison) if wanted == "json" else comparison_text(comparison, width)
    return written.encode()
