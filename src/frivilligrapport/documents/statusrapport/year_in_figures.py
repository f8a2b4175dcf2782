"""The few figures that open "Året i tal"."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from frivilligrapport.documents.parts.deliveries import delivery
from frivilligrapport.documents.parts.figure_summaries import VOLUNTEERS, who_says_what
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.parts.totals_shown import own_answer, table_of_coming, tables_of_done, totals_of
from frivilligrapport.documents.report_data import Material
from frivilligrapport.documents.statusrapport.charts import changes_since_last_year, chart_of_changes, chart_of_totals
from frivilligrapport.documents.statusrapport.registered import (
    about_registered,
    by_art,
    by_part,
    by_state,
    chart_of_registered,
)
from frivilligrapport.figures.figure import Group
from frivilligrapport.figures.totals import Total
from frivilligrapport.rendering.charts.panels import Panels
from frivilligrapport.rendering.charts.stacked import StackedChart

_MOST = 6
Noegletal = tuple[str, str, str]  # a total set large, its unit, its coverage


def key_figures(material: Material) -> tuple[Noegletal, ...]:
    """Choose by rule, not by taste: volunteers, the largest of each kind of unit, then the largest that are left."""
    found = [total for total in totals_of(material, Group.GENNEMFOERT) if total.quantified]
    largest = sorted(found, key=_size, reverse=True)
    first_of_kind = {total.enhedsart: total for total in reversed(largest)}
    wanted = [
        *(total for total in found if total.enhed == VOLUNTEERS),
        *first_of_kind.values(),
        *largest,
    ]
    chosen = {total.enhed for total in list({total.enhed: total for total in wanted}.values())[:_MOST]}
    return tuple((total.text, total.label, total.coverage.text) for total in found if total.enhed in chosen)


def _size(total: Total) -> Decimal:
    return total.bounds.lower if total.bounds else Decimal(0)


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


@dataclass(frozen=True)
class AaretITal:
    """Totals, changes, each forvaltning's figures, and how many indsatser are registered."""

    manchet: str
    noegletal: tuple[Noegletal, ...]
    samlet: Panels | None
    gennemfoert: tuple[Tabel, ...]
    kommende: Tabel | None
    aendringer: Tabel | None
    aendringer_tegnet: Panels | None
    daekning: Tabel | None
    forvaltninger: Tabel
    om_registreret: str
    diagram: StackedChart
    efter_aar: Tabel
    efter_tilstand: Tabel
    efter_art: Tabel


def year_in_figures(material: Material) -> AaretITal:
    """Make the chapter from the register and its totals."""
    return AaretITal(
        manchet=lead(material),
        noegletal=key_figures(material),
        samlet=chart_of_totals(material),
        gennemfoert=tables_of_done(material),
        kommende=table_of_coming(material),
        aendringer=changes_since_last_year(material),
        aendringer_tegnet=chart_of_changes(material),
        daekning=coverage(material),
        forvaltninger=who_says_what(material),
        om_registreret=about_registered(material),
        diagram=chart_of_registered(material),
        efter_aar=by_part(material),
        efter_tilstand=by_state(material),
        efter_art=by_art(material),
    )


def lead(material: Material) -> str:
    """Say first what the reader most wants to know: from how many the volunteers have been counted."""
    found = next((one for one in totals_of(material, Group.GENNEMFOERT) if one.enhed == VOLUNTEERS), None)
    asked = len(material.scope.forvaltninger)
    given, asked = (found.coverage.n, found.coverage.m) if found else (0, asked)
    text = f"{given} af {asked} forvaltninger har oplyst tal for frivillige."
    return text if given == asked else f"{text} Hvor mange der er i alt, kan derfor ikke gøres op."
