"""All indsatser of the year in one table."""

from dataclasses import replace

from frivilligrapport.documents.parts.indsatser_shown import period_text
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, figures, told
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.models.indsats import Indsats


def all_indsatser(report_data: ReportData) -> Tabel | None:
    """List every registered indsats in print order, with what it reported; None when nothing is registered."""
    rows = tuple(
        _row(report_data, report.forvaltning, one) for report in report_data.reports for one in report.indsatser
    )
    heads = columns("Indsats", "Hvem", "Art", "Tilstand", "Periode", "Tal")
    return Tabel("alle-indsatser", "Alle registrerede indsatser", heads, rows) if rows else None


def _row(report_data: ReportData, forvaltning: str, indsats: Indsats) -> Raekke:
    return (
        Celle(str(indsats.navn)),
        Celle(report_data.name(forvaltning)),
        Celle(told(indsats.art)),
        Celle(told(indsats.tilstand)),
        Celle(period_text(indsats)),
        figures(tuple(replace(one, note="") for one in report_data.figures.of_indsats(forvaltning, str(indsats.id)))),
    )
