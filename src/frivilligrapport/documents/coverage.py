"""Who has told what: each unit beside each forvaltning, in words and signs."""

from enum import StrEnum

from frivilligrapport.aggregation.totals import Total
from frivilligrapport.counting.figure import Group
from frivilligrapport.documents.deliveries import delivery
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.totals_shown import own_answer, totals_of

_NOTE = (
    "Oplyst: der er et tal. Uden antal: det er nævnt med et ord som »flere«. Uoplyst: filen siger, at tallet ikke "
    "kendes. Intet: filen nævner det ikke. Intet af det er det samme som 0."
)


class Standing(StrEnum):
    """What one forvaltning has answered about one unit; the value is what the cell says."""

    GIVEN = "✓ oplyst"
    UNSPECIFIED = "◦ uden antal"
    UNKNOWN = "? uoplyst"
    NOT_RELEVANT = "/ ikke relevant"
    NOT_RECEIVED = "× ikke modtaget"
    UNREADABLE = "× kan ikke læses"
    SILENT = "intet"


_OWN = {"": Standing.SILENT, "uoplyst": Standing.UNKNOWN, "nævnt uden antal": Standing.UNSPECIFIED}


def coverage(material: Material) -> Tabel | None:
    """Give the table of what was done in the year; None when no unit is mentioned."""
    found = totals_of(material, Group.GENNEMFOERT)
    if not found:
        return None
    heads = columns("Enhed", *(material.name(one) for one in material.reporters))
    rows = tuple(_row(material, total) for total in found)
    return Tabel("hvem-har-oplyst", "Hvem der har oplyst hvad, gennemført", heads, rows, note=_NOTE)


def standing(material: Material, total: Total, one: str) -> Standing:
    """Tell what a forvaltning or the network has answered about a total's unit."""
    name = material.name(one)
    if name in total.coverage.given or (one == material.scope.network and total.coverage.network):
        return Standing.GIVEN
    if one == material.scope.network:
        return _OWN[own_answer(material, total, one)]
    delivered = delivery(material, one)
    if not delivered.kan_laeses:
        return Standing.UNREADABLE if delivered.er_modtaget else Standing.NOT_RECEIVED
    return _OWN[own_answer(material, total, one)] if name in total.coverage.asked else Standing.NOT_RELEVANT


def _row(material: Material, total: Total) -> Raekke:
    found = (standing(material, total, one) for one in material.reporters)
    return (Celle(total.enhed), *(Celle(one.value, svag=one is Standing.SILENT) for one in found))
