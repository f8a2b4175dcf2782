"""What the program has found in one file: what is open, and what the report accepts."""

from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.documents.parts.tables import Tabel, columns, words
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.files.deliveries import DRAFT_DELIVERY


@dataclass(frozen=True, slots=True)
class Fund:
    """One finding: where it is, what it says, and what can be written instead ("" when only you can know)."""

    sted: str
    vaegt: str
    besked: str
    forslag: str
    kode: str


def open_findings(report_data: ReportData, file: str) -> tuple[Fund, ...]:
    """Give the file's open findings, in the file's order, errors and warnings together.

    That the file is a draft is no mistake of the contact's: the letter's head says it.
    """
    found = (
        one
        for one in report_data.year_data.open_problems
        if one.location.file == file and one.kind is not DRAFT_DELIVERY
    )
    return tuple(_fund(one) for one in _in_order(found))


def accepted_findings(report_data: ReportData, file: str) -> Tabel | None:
    """List what was found in the file and is accepted, with the reason; None when there is nothing."""
    found = [one for one in report_data.year_data.accepted if one.problem.location.file == file]
    rows = tuple(
        words(str(one.problem.location.line), one.problem.message, " ".join(one.fordi.split()))
        for one in sorted(found, key=lambda accepted: accepted.problem.order)
    )
    heads = columns("Linje", "Fundet", "I orden, fordi")
    return Tabel("accepteret", "Set efter og i orden", heads, rows) if rows else None


def _in_order(found: Iterable[Problem]) -> list[Problem]:
    return sorted(found, key=lambda problem: problem.order)


def _fund(one: Problem) -> Fund:
    where = f"Linje {one.location.line}, tegn {one.location.column}"
    weight = "skal rettes" if one.severity is Severity.FEJL else "se efter"
    return Fund(where, weight, one.message, one.hint.rstrip("."), one.code)
