"""The year's totals, what has changed, what each has told, and how many indsatser are registered."""

from dataclasses import dataclass

from frivilligrapport.documents.parts.figures.changes import changes_since_last_year
from frivilligrapport.documents.parts.figures.summaries import who_says_what
from frivilligrapport.documents.parts.figures.totals import table_of_coming, tables_of_done
from frivilligrapport.documents.parts.tables import Tabel
from frivilligrapport.documents.tabelbilag.registered_indsatser import (
    about_registered,
    by_art,
    by_part,
    by_state,
    chart_of_registered,
)
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.rendering.charts.stacked import StackedChart


@dataclass(frozen=True)
class AaretITal:
    """Totals, changes, each forvaltning's figures, and how many indsatser are registered."""

    gennemfoert: tuple[Tabel, ...]
    kommende: Tabel | None
    aendringer: Tabel | None
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
        forvaltninger=who_says_what(report_data),
        om_registreret=about_registered(report_data),
        diagram=chart_of_registered(report_data),
        efter_aar=by_part(report_data),
        efter_tilstand=by_state(report_data),
        efter_art=by_art(report_data),
    )
