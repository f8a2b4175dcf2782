"""The kort udgave: the report on two pages, for the busy reader."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.cover import cover
from frivilligrapport.documents.parts.tables import Raekke, Tabel
from frivilligrapport.documents.sheets.heading import Arkhoved, sheet_heading
from frivilligrapport.documents.sheets.lines import LINE, heights_of_rows, left_out, that_fit
from frivilligrapport.documents.sheets.short_edition import (
    HEADS,
    Laesmere,
    contributions,
    points,
    read_more,
    title_of_points,
    total_rows,
    without_number,
)
from frivilligrapport.documents.statusrapport.introduction import Tekstpunkt
from frivilligrapport.documents.statusrapport.year_in_figures import lead
from frivilligrapport.documents.year_data import ReportData, YearData
from frivilligrapport.figures.figure import StateGroup

_ROOM = 570  # points for the rows of the first page, whose type is a little larger than a faktaark's
_BANNER = 40
_SIGNS = 32


@dataclass(frozen=True, slots=True)
class KortUdgave:
    """The totals on the first page; points, contributions and where to read more on the second. "" is left out."""

    hoved: Arkhoved
    manchet: str
    gennemfoert: Tabel
    gennemfoert_rest: str
    kommende: Tabel | None
    kommende_rest: str
    uden_antal: str
    punkter_titel: str
    punkter: tuple[Tekstpunkt, ...]
    bidrag: Tabel
    bidrag_rest: str
    laes_mere: tuple[Laesmere, ...]


def short_edition(report_data: ReportData) -> KortUdgave:
    """Make the two pages; totals that there is no room for are counted, and stand in the statusrapport."""
    done, coming = (total_rows(report_data, group) for group in (StateGroup.GENNEMFOERT, StateGroup.KOMMENDE))
    room = _ROOM - (_BANNER if report_data.year_data.draft else 0)
    kept = that_fit([heights_of_rows(rows, _SIGNS) for rows in (done, coming)], room, LINE)
    bidrag, bidrag_rest = contributions(report_data)
    return KortUdgave(
        hoved=_heading(report_data),
        manchet=lead(report_data),
        gennemfoert=_table("gennemfoert", f"Gennemført i {report_data.aar}", done[: kept[0]]),
        gennemfoert_rest=left_out(len(done) - kept[0]),
        kommende=_table("kommende", "På vej eller planlagt, uanset hvornår", coming[: kept[1]]) if kept[1] else None,
        kommende_rest=left_out(len(coming) - kept[1]),
        uden_antal=without_number(report_data, StateGroup.GENNEMFOERT),
        punkter_titel=title_of_points(report_data),
        punkter=points(report_data),
        bidrag=bidrag,
        bidrag_rest=bidrag_rest,
        laes_mere=read_more(report_data),
    )


def _heading(report_data: ReportData) -> Arkhoved:
    front = cover(report_data)
    return sheet_heading(report_data, "Kort udgave", front.titel, (front.undertitel, *front.linjer), front.overtitel)


def _table(anchor: str, title: str, rows: tuple[Raekke, ...]) -> Tabel:
    return Tabel(anchor, title, HEADS, rows)


def _documents(year_data: YearData) -> Iterator[Document]:
    if year_data.report:
        yield Document("kort-udgave", short_edition(year_data.report))


DOCUMENT = DocumentType(name="kort-udgave", title="Kort udgave", make=_documents, shows=KortUdgave, rank=10)
