"""What each says in figures of work that several report, and what the totals would be with all of it added."""

from collections.abc import Iterator

from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.shared import SharedFigure


def control(report_data: ReportData) -> Tabel | None:
    """Hold everyone's figure against the one that counts (number grammar, section 3 rule 5)."""
    found = report_data.year_data.register.shared
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
    register = report_data.year_data.register
    net = {(total.enhed, total.gruppe): total for total in register.totals}
    for one in register.gross:
        counted = net.get((one.enhed, one.gruppe))
        if counted and counted.text != one.text:
            refer = report_data.figures.sources.refer
            everything = Talvisning(one.text, refer(one.ids))
            once = Talvisning(counted.text, refer(counted.ids))
            yield (Celle(f"{one.enhed}, {one.gruppe}"), Celle(tal=(everything,)), Celle(tal=(once,)))
