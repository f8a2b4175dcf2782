"""How the forvaltning answers: which file to edit, what to type, and by when."""

from collections.abc import Iterator

from frivilligrapport.danish import date_as_text
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.grammar.period import PeriodKind


def deadline(report_data: ReportData) -> str:
    """Give rapport.yaml's deadline as "1. marts 2015", "" when no day is known."""
    found = report_data.rapport.frist.period if report_data.rapport.frist else None
    return date_as_text(found.start) if found and found.kind is PeriodKind.DATE and found.start else ""


def steps(report_data: ReportData, file: str) -> tuple[str, ...]:
    """Give the steps, each a sentence or two."""
    return tuple(_steps(file, deadline(report_data)))


def _steps(file: str, by: str) -> Iterator[str]:
    yield f"Ret i filen {file}. Linjenumrene ovenfor er dens."
    yield f"Se efter, om alt er i orden: frivilligrapport validate {file}"
    yield "Skriv uoplyst, hvor I ikke kender svaret. Det er et ærligt svar, og rapporten siger det, som det er."
    yield "Skriv filstatus: godkendt i filen, når I er færdige, og send den som sidst."
    yield f"Fristen er den {by}." if by else "Fristen er ikke oplyst. Spørg tovholderen, hvis I er i tvivl."
