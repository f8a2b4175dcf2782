"""Declared gaps: what the contributors themselves say is missing."""

from collections.abc import Mapping, Sequence

from frivilligrapport.documents.parts.notat import Notatpunkt, gap_points
from frivilligrapport.documents.parts.tables import Raekke, Tabel, columns, told, words
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.models.statusfil import Mangel
from frivilligrapport.rendering.typography import upper_first


def gap_table(anchor: str, title: str, found: Sequence[Mangel], names: Mapping[str, str]) -> Tabel | None:
    """List gaps; `names` turns ids into the names of things. None when nothing is declared."""
    if not found:
        return None
    rows = tuple(_row(one, names) for one in found)
    return Tabel(anchor, title, columns("Hvor", "Hvad mangler", "Årsag"), rows)


def _row(one: Mangel, names: Mapping[str, str]) -> Raekke:
    where = names.get(str(one.hvor), str(one.hvor))
    return words(*(upper_first(text) for text in (where, one.hvad, told(one.aarsag))))


def report_gaps(report_data: ReportData) -> tuple[Notatpunkt, ...]:
    """List what the report as a whole lacks."""
    netvaerk = report_data.rapport.netvaerk
    indsatser = {str(one.id): str(one.navn) for one in netvaerk.indsatser} if netvaerk else {}
    preconditions = {str(one.id): str(one.navn) for one in netvaerk.forudsaetninger} if netvaerk else {}
    names = indsatser | preconditions
    return gap_points(report_data.rapport.mangler, names)
