"""Declared gaps: what the contributors themselves say is missing."""

from collections.abc import Iterable, Mapping

from frivilligrapport.danish import full_stop
from frivilligrapport.documents.parts.notat import Notatafsnit, Notatpunkt
from frivilligrapport.documents.parts.tables import NOT_TOLD, told
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.models.statusfil import Mangel
from frivilligrapport.rendering.typography import one_line, upper_first

# A gap is placed by a field's name; a reader gets a word.
_NAMES = {"hoved": "det øverste i notatet", "maal": "mål"}


def gap_points(found: Iterable[Mangel], names: Mapping[str, str]) -> tuple[Notatpunkt, ...]:
    """Give an item for each gap: where, what, and why when that is known; `names` turns ids into names of things."""
    return tuple(_gap(one, names) for one in found)


def _gap(one: Mangel, names: Mapping[str, str]) -> Notatpunkt:
    where = names.get(str(one.hvor)) or _NAMES.get(one.hvor.key, str(one.hvor))
    why = f" {full_stop(one_line(one.aarsag))}" if told(one.aarsag) != NOT_TOLD and one.aarsag else ""
    return Notatpunkt(upper_first(where), f"{upper_first(full_stop(one_line(one.hvad)))}{why}")


def gap_section(title: str, found: Iterable[Mangel]) -> Notatafsnit:
    """List what a notat itself says that it lacks."""
    return Notatafsnit(title, punkter=gap_points(found, {}))


def report_gaps(report_data: ReportData) -> tuple[Notatpunkt, ...]:
    """List what the report as a whole lacks."""
    netvaerk = report_data.rapport.netvaerk
    indsatser = {str(one.id): str(one.navn) for one in netvaerk.indsatser} if netvaerk else {}
    preconditions = {str(one.id): str(one.navn) for one in netvaerk.forudsaetninger} if netvaerk else {}
    names = indsatser | preconditions
    return gap_points(report_data.rapport.mangler, names)
