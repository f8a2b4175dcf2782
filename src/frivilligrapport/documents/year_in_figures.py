"""The chapter "Året i tal"."""

from dataclasses import dataclass

from frivilligrapport.counting.figure import Group
from frivilligrapport.documents.changes import changes_since_last_year
from frivilligrapport.documents.chart_of_changes import chart_of_changes
from frivilligrapport.documents.chart_of_totals import chart_of_totals
from frivilligrapport.documents.coverage import coverage
from frivilligrapport.documents.key_figures import Noegletal, key_figures
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.registered import about_registered, by_art, by_part, by_state, chart_of_registered
from frivilligrapport.documents.said import VOLUNTEERS, who_says_what
from frivilligrapport.documents.tables import Tabel
from frivilligrapport.documents.totals_shown import table_of_coming, tables_of_done, totals_of
from frivilligrapport.rendering.charts_panels import Panels
from frivilligrapport.rendering.charts_stacked import StackedChart


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
