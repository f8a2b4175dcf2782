"""Findings as GitHub workflow commands, which become notes beside the lines, and as a table for the run's summary.

Escaping is that of GitHub's own toolkit (actions/toolkit, command.ts).
"""

from collections.abc import Iterator, Sequence

from frivilligrapport.danish import format_number, plural
from frivilligrapport.problems import Severity
from frivilligrapport.problems.reporters.examination import Examination, ReportedFinding, escape_markdown
from frivilligrapport.problems.reporters.text import count_text
from frivilligrapport.problems.signs import harmless

CAP = 10  # GitHub shows ten notes of each kind for a step and passes over the rest without a word
_COMMAND = {Severity.FEJL: "error", Severity.ADVARSEL: "warning"}
_WORD = {Severity.FEJL: "fejl", Severity.ADVARSEL: "advarsler"}
_ROOM = 900_000  # bytes; GitHub throws away a summary of more than 1 MiB


def as_github(examination: Examination) -> str:
    """Write at most ten commands of each kind; where there are more findings, the last one says how many."""
    return "".join(line for severity in Severity for line in _commands(examination, severity))


def _commands(examination: Examination, severity: Severity) -> Iterator[str]:
    found = [entry for entry in examination.open if entry.severity is severity]
    shown = found if len(found) <= CAP else found[: CAP - 1]
    for entry in shown:
        yield _command(
            severity,
            entry.advice,
            file=entry.file,
            line=entry.line,
            col=entry.column,
            endColumn=entry.end_column,
            title=f"{entry.code}: {entry.kind.title}",
        )
    if left := len(found) - len(shown):
        more = f"{format_number(left)} flere {_WORD[severity]}"
        yield _command(severity, f"{more}. Hele listen står i kørslens oversigt (Summary).", title=more)


def _command(severity: Severity, message: str, **properties: object) -> str:
    values = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[severity]} {values}::{_data(message)}\n"


def _data(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def github_summary(examination: Examination) -> str:
    """Write all open findings as a Markdown table below a heading, with a line that counts them.

    What would not fit into GitHub's summary is counted in a last row.
    """
    counts = count_text(examination.count(Severity.FEJL), examination.count(Severity.ADVARSEL)) or "Ingen fejl"
    files = f"{format_number(len(examination.files))} {plural(len(examination.files), 'fil', 'filer')}"
    return f"## frivilligrapport\n\n{counts} i {files}.\n{''.join(_table(examination.open))}\n"


def _table(found: Sequence[ReportedFinding]) -> Iterator[str]:
    if found:
        yield "\n| Sted | Hvad | Hvad der skal gøres |\n| --- | --- | --- |\n"
    room = _ROOM
    for index, entry in enumerate(found):
        row = _row(entry)
        room -= len(row.encode(errors="replace"))
        if room < 0:
            yield f"| … | {format_number(len(found) - index)} mere | Se resten med frivilligrapport validate. |\n"
            return
        yield row


def _row(entry: ReportedFinding) -> str:
    cells = (
        f"{entry.file}:{entry.line}:{entry.column}",
        f"{entry.severity} {entry.code}: {entry.message}",
        entry.hint,
    )
    return f"| {' | '.join(escape_markdown(' '.join(harmless(cell).split())) for cell in cells)} |\n"
