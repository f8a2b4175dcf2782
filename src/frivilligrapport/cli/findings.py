"""What was found in the files, beside the data that a command prints: showing it, and stopping at it."""

from collections.abc import Iterable

from frivilligrapport.cli.exits import ErrorsFound, PersonalDataFound
from frivilligrapport.cli.terminal import print_note
from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.problems.reporters.text import findings_summary, findings_text
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.run import personal_data_in


def said_of(findings: Findings, samling: Samling) -> str:
    """Word the open findings with their excerpts and a last line that counts them; "" without any."""
    if not findings.open:
        return ""
    return f"{findings_text(findings.open, samling.sources)}{findings_summary(findings.open)}\n"


def show(findings: Findings, samling: Samling) -> None:
    """Print the open findings on stderr."""
    print_note(said_of(findings, samling), end="")


def show_errors(problems: Iterable[Problem], samling: Samling) -> None:
    """Print those of some findings that must be mended."""
    show(Findings(tuple(one for one in problems if one.severity is Severity.FEJL)), samling)


def refuse_personal_data(findings: Findings) -> None:
    """Let nothing more be shown or written where personal data was found (design, section 4)."""
    if findings.has_personal_data:
        raise PersonalDataFound


def refuse_any_personal_data(samling: Samling) -> None:
    """Show the personal data in all files that no report accepts, and stop where there is any (design, section 4)."""
    found = personal_data_in(samling)
    show(found, samling)
    refuse_personal_data(found)


def refuse_errors(findings: Findings, outcome: str, *, strict: bool = False) -> None:
    """Stop at personal data, and at errors with a sentence of what comes of them; if strict, at any finding."""
    refuse_personal_data(findings)
    if findings.has_errors or (strict and findings.open):
        raise ErrorsFound(outcome)
