"""What a draft says of itself: who is missing, and what is still wrong."""

from dataclasses import dataclass

from frivilligrapport.danish import join_words, plural
from frivilligrapport.documents.parts.deliveries import deliveries, received_text
from frivilligrapport.documents.parts.tables import Tabel, columns, words
from frivilligrapport.documents.report_data import Material
from frivilligrapport.problems import Severity


@dataclass(frozen=True, slots=True)
class Udkast:
    """A draft's state: in a sentence, who has delivered what, and the findings that are open."""

    besked: str
    afleveringer: Tabel
    fund_i_alt: str
    fund: Tabel | None


def draft_of(material: Material) -> Udkast | None:
    """Tell how far the report is; None when it is no draft."""
    if not material.grundlag.draft:
        return None
    found = deliveries(material)
    rows = tuple(words(f"{one.navn} ({one.forkortelse})", one.tilstand) for one in found)
    return Udkast(
        besked=received_text(found),
        afleveringer=Tabel("udkast-afleveringer", "Modtagne bidrag", columns("Forvaltning", "Fil"), rows),
        fund_i_alt=_count(material),
        fund=_findings(material),
    )


def _count(material: Material) -> str:
    severities = [one.severity for one in material.grundlag.open_problems]
    errors, warnings = severities.count(Severity.FEJL), severities.count(Severity.ADVARSEL)
    parts = [f"{errors} fejl"] if errors else []
    parts += [f"{warnings} {plural(warnings, 'advarsel', 'advarsler')}"] if warnings else []
    return f"Filerne har {join_words(parts)}." if parts else "Der er ingen åbne fund i filerne."


def _findings(material: Material) -> Tabel | None:
    found = sorted(material.grundlag.open_problems, key=lambda problem: problem.order)
    if not found:
        return None
    rows = tuple(words(one.code, one.severity.value, str(one.location), one.message) for one in found)
    return Tabel("udkast-fund", "Åbne fund", columns("Kode", "Slags", "Sted", "Besked"), rows)
