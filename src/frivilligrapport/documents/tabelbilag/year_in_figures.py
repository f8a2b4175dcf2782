"""The year's totals, what has changed, who has told what, and how many indsatser are registered."""

from dataclasses import dataclass
from enum import StrEnum

from frivilligrapport.documents.parts.changes_shown import changes_since_last_year
from frivilligrapport.documents.parts.figure_summaries import who_says_what
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.parts.totals_shown import own_answer, table_of_coming, tables_of_done, totals_of
from frivilligrapport.documents.tabelbilag.registered_indsatser import (
    about_registered,
    by_art,
    by_part,
    by_state,
    chart_of_registered,
)
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.totals import Total
from frivilligrapport.rendering.charts.stacked import StackedChart

_NOTE = (
    "Oplyst: der er et tal. Uden antal: det er nævnt med et ord som »flere«. Uoplyst: filen siger, at tallet ikke "
    "kendes. Intet: filen nævner det ikke. Intet af det er det samme som 0."
)


class UnitAnswer(StrEnum):
    """What one forvaltning has answered about one unit; the value is what the cell says."""

    GIVEN = "✓ oplyst"
    UNSPECIFIED = "◦ uden antal"
    UNKNOWN = "? uoplyst"
    NOT_RELEVANT = "/ ikke relevant"
    NOT_RECEIVED = "× ikke modtaget"
    NOT_BEGUN = "× ikke begyndt"
    UNREADABLE = "× kan ikke læses"
    SILENT = "intet"


_OWN = {"": UnitAnswer.SILENT, "uoplyst": UnitAnswer.UNKNOWN, "nævnt uden antal": UnitAnswer.UNSPECIFIED}


def coverage(report_data: ReportData) -> Tabel | None:
    """Give the table of what was done in the year; None when no unit is mentioned."""
    found = totals_of(report_data, StateGroup.GENNEMFOERT)
    if not found:
        return None
    heads = columns("Enhed", *(report_data.name(one) for one in report_data.reporters))
    rows = tuple(_row(report_data, total) for total in found)
    return Tabel("hvem-har-oplyst", "Hvem der har oplyst hvad, gennemført", heads, rows, note=_NOTE)


def standing(report_data: ReportData, total: Total, one: str) -> UnitAnswer:
    """Tell what a forvaltning or the network has answered about a total's unit."""
    name = report_data.name(one)
    if name in total.coverage.given or (one == report_data.scope.network and total.coverage.network):
        return UnitAnswer.GIVEN
    if one == report_data.scope.network:
        return _OWN[own_answer(report_data, total, one)]
    delivered = report_data.delivery(one)
    if not delivered.kan_laeses:
        unread = UnitAnswer.UNREADABLE if delivered.er_ulaeselig else UnitAnswer.NOT_BEGUN
        return unread if delivered.har_fil else UnitAnswer.NOT_RECEIVED
    return _OWN[own_answer(report_data, total, one)] if name in total.coverage.asked else UnitAnswer.NOT_RELEVANT


def _row(report_data: ReportData, total: Total) -> Raekke:
    found = (standing(report_data, total, one) for one in report_data.reporters)
    return (Celle(total.enhed), *(Celle(one.value, svag=one is UnitAnswer.SILENT) for one in found))


@dataclass(frozen=True)
class AaretITal:
    """Totals, changes, each forvaltning's figures, and how many indsatser are registered."""

    gennemfoert: tuple[Tabel, ...]
    kommende: Tabel | None
    aendringer: Tabel | None
    daekning: Tabel | None
    forvaltninger: Tabel
    om_registreret: str
    diagram: StackedChart
    efter_aar: Tabel
    efter_tilstand: Tabel
    efter_art: Tabel


def year_in_figures(report_data: ReportData) -> AaretITal:
    """Make the chapter from the register and its totals."""
    return AaretITal(
        gennemfoert=tables_of_done(report_data),
        kommende=table_of_coming(report_data),
        aendringer=changes_since_last_year(report_data),
        daekning=coverage(report_data),
        forvaltninger=who_says_what(report_data),
        om_registreret=about_registered(report_data),
        diagram=chart_of_registered(report_data),
        efter_aar=by_part(report_data),
        efter_tilstand=by_state(report_data),
        efter_art=by_art(report_data),
    )
