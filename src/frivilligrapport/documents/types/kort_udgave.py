"""The kort udgave: the report on two pages, for the busy reader."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.parts.cover import cover
from frivilligrapport.documents.parts.tables import Raekke, Tabel
from frivilligrapport.documents.report_data import Material, prepare
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
from frivilligrapport.documents.statusrapport.introduction import Punktvisning
from frivilligrapport.documents.statusrapport.year_in_figures import lead
from frivilligrapport.documents.year_data import Document, DocumentType, Grundlag
from frivilligrapport.figures.figure import Group

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
    punkter: tuple[Punktvisning, ...]
    bidrag: Tabel
    bidrag_rest: str
    laes_mere: tuple[Laesmere, ...]


def short_edition(material: Material) -> KortUdgave:
    """Make the two pages; totals that there is no room for are counted, and stand in the statusrapport."""
    done, coming = (total_rows(material, group) for group in (Group.GENNEMFOERT, Group.KOMMENDE))
    room = _ROOM - (_BANNER if material.grundlag.draft else 0)
    kept = that_fit([heights_of_rows(rows, _SIGNS) for rows in (done, coming)], room, LINE)
    bidrag, bidrag_rest = contributions(material)
    return KortUdgave(
        hoved=_heading(material),
        manchet=lead(material),
        gennemfoert=_table("gennemfoert", f"Gennemført i {material.aar}", done[: kept[0]]),
        gennemfoert_rest=left_out(len(done) - kept[0]),
        kommende=_table("kommende", "På vej eller planlagt, uanset hvornår", coming[: kept[1]]) if kept[1] else None,
        kommende_rest=left_out(len(coming) - kept[1]),
        uden_antal=without_number(material, Group.GENNEMFOERT),
        punkter_titel=title_of_points(material),
        punkter=points(material),
        bidrag=bidrag,
        bidrag_rest=bidrag_rest,
        laes_mere=read_more(material),
    )


def _heading(material: Material) -> Arkhoved:
    front = cover(material)
    return sheet_heading(material, "Kort udgave", front.titel, (front.undertitel, *front.linjer), front.overtitel)


def _table(anchor: str, title: str, rows: tuple[Raekke, ...]) -> Tabel:
    return Tabel(anchor, title, HEADS, rows)


def _documents(grundlag: Grundlag) -> Iterator[Document]:
    if grundlag.aargang.rapport is not None:
        yield Document("kort-udgave", short_edition(prepare(grundlag, grundlag.aargang.rapport)))


DOCUMENT = DocumentType(name="kort-udgave", title="Kort udgave", make=_documents, shows=KortUdgave, rank=10)
