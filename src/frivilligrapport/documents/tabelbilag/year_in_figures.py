"""The year in figures: totals, changes, what each has told, and what several say of the work that they share."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.parts.figures.changes import changes_since_last_year
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.figures.summaries import who_says_what
from frivilligrapport.documents.parts.figures.totals import table_of_coming, tables_of_done
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.tabelbilag.registered_indsatser import (
    about_registered,
    by_art,
    by_part,
    by_state,
    chart_of_registered,
)
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.shared import SharedFigure
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
    registrerede: tuple[Tabel, ...]


def year_in_figures(report_data: ReportData) -> AaretITal:
    """Make the chapter from the register and its totals."""
    is_any = any(report.indsatser for report in report_data.reports)
    return AaretITal(
        gennemfoert=tables_of_done(report_data),
        kommende=table_of_coming(report_data),
        aendringer=changes_since_last_year(report_data),
        forvaltninger=who_says_what(report_data),
        om_registreret=about_registered(report_data),
        diagram=chart_of_registered(report_data),
        registrerede=(by_part(report_data), by_state(report_data), by_art(report_data)) if is_any else (),
    )


def control(report_data: ReportData) -> Tabel | None:
    """Hold everyone's figure against the one that counts (number grammar, section 3 rule 5)."""
    found = report_data.register.shared
    if not found:
        return None
    rows = tuple(_telling(report_data, one) for one in found)
    return Tabel("faelles-kontrol", "Hvad hver siger i tal", columns("Indsats", "Hvem", "Tal", "Forhold"), rows)


def _telling(report_data: ReportData, one: SharedFigure) -> Raekke:
    shown = Talvisning(f"{one.text} {one.enhed}", report_data.figures.sources.refer(one.ids))
    return (Celle(one.indsats), Celle(one.reporter), Celle(tal=(shown,)), Celle(one.difference.text, note=one.note))


def gross(report_data: ReportData) -> Tabel | None:
    """List the totals that would be another if shared things were counted everywhere."""
    rows = tuple(_differing(report_data))
    heads = columns("Enhed", "Alles tal lagt sammen", "Talt én gang")
    return Tabel("faelles-brutto", "Med og uden gentagelser", heads, rows) if rows else None


def _differing(report_data: ReportData) -> Iterator[Raekke]:
    register = report_data.register
    net = {(total.enhed, total.gruppe): total for total in register.totals}
    for one in register.gross:
        counted = net.get((one.enhed, one.gruppe))
        if counted and counted.text != one.text:
            refer = report_data.figures.sources.refer
            everything = Talvisning(one.text, refer(one.ids))
            once = Talvisning(counted.text, refer(counted.ids))
            yield (Celle(f"{one.enhed}, {one.gruppe}"), Celle(tal=(everything,)), Celle(tal=(once,)))
