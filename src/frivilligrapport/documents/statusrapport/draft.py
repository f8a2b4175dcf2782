"""What a draft says of itself: who is missing, and what is still wrong."""

from dataclasses import dataclass

from frivilligrapport.danish import join_words, plural
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.parts.tables import Tabel, columns, words
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.problems import Severity
from frivilligrapport.reading.printable import drawable


@dataclass(frozen=True, slots=True)
class Udkast:
    """A draft's state: in a sentence, who has delivered what, and the findings that are open."""

    besked: str
    afleveringer: Tabel
    fund_i_alt: str
    fund: Tabel | None


def draft_of(report_data: ReportData) -> Udkast | None:
    """Tell how far the report is; None when it is no draft."""
    if not report_data.year_data.draft:
        return None
    found = report_data.deliveries
    rows = tuple(words(f"{one.navn} ({one.forkortelse})", one.fil) for one in found)
    return Udkast(
        besked=counted_text(found),
        afleveringer=Tabel("udkast-afleveringer", "Modtagne bidrag", columns("Forvaltning", "Fil"), rows),
        fund_i_alt=_count(report_data),
        fund=_findings(report_data),
    )


def _count(report_data: ReportData) -> str:
    severities = [one.severity for one in report_data.year_data.open_problems]
    errors, warnings = severities.count(Severity.FEJL), severities.count(Severity.ADVARSEL)
    parts = [f"{errors} fejl"] if errors else []
    parts += [f"{warnings} {plural(warnings, 'advarsel', 'advarsler')}"] if warnings else []
    return f"Filerne har {join_words(parts)}." if parts else "Der er ingen åbne fund i filerne."


def _findings(report_data: ReportData) -> Tabel | None:
    found = sorted(report_data.year_data.open_problems, key=lambda problem: problem.order)
    if not found:
        return None
    rows = tuple(
        words(one.code, one.severity.value, drawable(str(one.location)), drawable(one.message)) for one in found
    )
    return Tabel("udkast-fund", "Åbne fund", columns("Kode", "Slags", "Sted", "Besked"), rows)
