"""What stands first and last in a document of its own: cover, colophon, and that it is a draft."""

from frivilligrapport.documents.parts.cover import Forside
from frivilligrapport.documents.year_data import Grundlag
from frivilligrapport.grammar.period import PeriodKind
from frivilligrapport.models.leaves import Periode


def publisher(grundlag: Grundlag) -> str:
    """Give the municipality's name."""
    return str(grundlag.samling.kommune.kommune) if grundlag.samling.kommune else ""


def front(
    grundlag: Grundlag, title: str, subtitle: str, lines: tuple[str, ...], dato: Periode | None = None
) -> Forside:
    """Make the cover; `lines` stand at its foot."""
    period = dato.period if dato else None
    is_day = period is not None and period.kind is PeriodKind.DATE and period.start is not None
    return Forside(
        overtitel=publisher(grundlag),
        titel=title,
        undertitel=subtitle,
        afsender=publisher(grundlag),
        linjer=lines,
        dato=period.start.isoformat() if is_day and period and period.start else "",
        beskrivelse=f"{publisher(grundlag)}: {title}. {subtitle}.",
    )


def draft_text(grundlag: Grundlag) -> str:
    """Say that the document is a draft, "" when it is none."""
    return "Dokumentet er ikke færdigt og kan blive ændret." if grundlag.draft else ""
