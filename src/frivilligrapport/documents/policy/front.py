"""What stands first and last in a document of its own: cover, colophon, and that it is a draft."""

from frivilligrapport.documents.parts.cover import Forside
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.grammar.period import PeriodKind
from frivilligrapport.models.fields.leaves import Periode


def publisher(year_data: YearData) -> str:
    """Give the municipality's name."""
    return str(year_data.samling.kommune.kommune) if year_data.samling.kommune else ""


def front(
    year_data: YearData, title: str, subtitle: str, lines: tuple[str, ...], dato: Periode | None = None
) -> Forside:
    """Make the cover; `lines` stand at its foot."""
    period = dato.period if dato else None
    is_day = period is not None and period.kind is PeriodKind.DATE and period.start is not None
    return Forside(
        overtitel=publisher(year_data),
        titel=title,
        undertitel=subtitle,
        afsender=publisher(year_data),
        linjer=lines,
        dato=period.start.isoformat() if is_day and period and period.start else "",
        beskrivelse=f"{publisher(year_data)}: {title}. {subtitle}.",
    )


def draft_text(year_data: YearData) -> str:
    """Say that the document is a draft, "" when it is none."""
    return "Dokumentet er ikke færdigt og kan blive ændret." if year_data.draft else ""
