"""The kort udgave: the report on two pages, for the busy reader."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from frivilligrapport.danish import join_words
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.contents import Indholdsled, headings
from frivilligrapport.documents.parts.cover import cover
from frivilligrapport.documents.parts.figures.key_figures import lead
from frivilligrapport.documents.parts.figures.summaries import volunteers
from frivilligrapport.documents.parts.figures.totals import totals_of
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, figures
from frivilligrapport.documents.sheets.heading import Arkhoved, sheet_heading
from frivilligrapport.documents.sheets.lines import LINE, beginning, heights_of_rows, left_out, that_fit
from frivilligrapport.documents.sheets.story import Historieuddrag, first_story
from frivilligrapport.documents.sheets.year_figures import certainty
from frivilligrapport.documents.statusrapport.chapters import chapter_id
from frivilligrapport.documents.statusrapport.introduction import Tekstpunkt
from frivilligrapport.documents.year_data import ReportData, YearData
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.totals import Total
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import MOST_POINTS, MOST_SIGNS
from frivilligrapport.models.statusfil import Historie
from frivilligrapport.rendering.typography import upper_first

_LONGEST_NOTE = 110
_MOST_NAMES = 5
HEADS = columns("Tal", "Dækning", "Så sikkert er det")


def _total_rows(report_data: ReportData, group: StateGroup) -> tuple[Raekke, ...]:
    """Give a row for each total that has a number, in the units' own order."""
    return tuple(_total_row(report_data, total) for total in totals_of(report_data, group) if total.quantified)


def _without_number(report_data: ReportData, group: StateGroup) -> str:
    """Name the units that nobody put a number on, "" when there are none."""
    vague = [total.enhed for total in totals_of(report_data, group) if not total.quantified]
    return f"Nævnt, men uden et antal: {join_words(vague)}." if vague else ""


def _total_row(report_data: ReportData, total: Total) -> Raekke:
    shown = report_data.figures.show_total(total)
    note = shown.note if len(shown.note) <= _LONGEST_NOTE else "mere om det i statusrapporten"
    words = "; ".join(one for one in (certainty(total), note) if one)
    bare = replace(shown, note="")
    return (Celle(tal=(bare,)), Celle(_coverage(total)), Celle(upper_first(words)))


def _coverage(total: Total) -> str:
    """Say from how many it is, and from whom when they are few."""
    return total.coverage.named if len(total.coverage.reporters) <= _MOST_NAMES else total.coverage.text


_SIGNS_OF_NAME = 52
_ROOM_FOR_ROWS = 300


@dataclass(frozen=True, slots=True)
class Laesmere:
    """A chapter of the statusrapport: its heading, what it holds, and where it is in the HTML edition."""

    titel: str
    tekst: str
    sted: str


def _points(report_data: ReportData) -> tuple[Tekstpunkt, ...]:
    """Give rapport.yaml's own `kort`, or the tendencies where there is none: at most four, their first sentences."""
    rapport = report_data.rapport
    found = (rapport.kort or rapport.tendenser)[:MOST_POINTS]
    return tuple(Tekstpunkt(str(one.titel), beginning(said(one.tekst), MOST_SIGNS)) for one in found)


def _stories(report_data: ReportData) -> Iterator[Historie]:
    """Yield the stories of the year: the report's own, then the forvaltninger's in print order."""
    yield from report_data.rapport.historier
    for one in report_data.scope.forvaltninger:
        found = report_data.year_data.aargang.indberetning(one)
        yield from found.statusfil.historier if found and found.statusfil else ()


def _title_of_points(report_data: ReportData) -> str:
    """Say what the points are."""
    return "Det vigtigste" if report_data.rapport.kort else "Årets tendenser"


def _contributions(report_data: ReportData) -> tuple[Tabel, str]:
    """Say for each forvaltning what has come, how many indsatser it holds, and what it says of volunteers.

    Where there are more than there is room for, the text says how many.
    """
    rows = tuple(_row(report_data, one) for one in report_data.scope.forvaltninger)
    (kept,) = that_fit([heights_of_rows(rows, _SIGNS_OF_NAME)], _ROOM_FOR_ROWS, LINE)
    heads = columns("Forvaltning", "Bidrag", "Indsatser", "Frivillige")
    title = f"Hvem har bidraget med hvad til {report_data.aar}"
    return Tabel("bidrag", title, heads, rows[:kept]), left_out(len(rows) - kept)


def _row(report_data: ReportData, one: str) -> Raekke:
    report, state = report_data.report(one), report_data.delivery(one)
    name = Celle(f"{state.navn} ({state.forkortelse})")
    if report is None:
        return (name, Celle(state.tilstand), Celle("kendes ikke"), Celle("kendes ikke"))
    said = tuple(replace(shown, note="") for shown in volunteers(report_data, one))
    return (name, Celle(state.tilstand), Celle(str(len(report.indsatser))), figures(said))


def _read_more(report_data: ReportData) -> tuple[Laesmere, ...]:
    """Name the chapters of the statusrapport that a reader of the short edition will ask for."""
    return tuple(_chapters(report_data))


def _chapters(report_data: ReportData) -> Iterator[Laesmere]:
    heads = headings()
    yield _chapter(heads.tal, "årets tal med det forbehold, de skal bruges med")
    first = next(iter(report_data.scope.forvaltninger), "")
    if first:
        chapter = Indholdsled(chapter_id(first), "Forvaltningernes kapitler")
        yield _chapter(chapter, "hvad hver enkelt har gjort, og hvad der er på vej")
    yield _chapter(heads.om_tallene, "hvordan tallene er lagt sammen, og hvad der er usikkert")
    yield Laesmere("Tabelbilag", "alle tal, hvem der har oplyst dem, og hvor hvert tal kommer fra", "tabelbilag.html")


def _chapter(head: Indholdsled, text: str) -> Laesmere:
    return Laesmere(head.titel, text, f"statusrapport.html#{head.id}")


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
    historie: Historieuddrag | None
    bidrag: Tabel
    bidrag_rest: str
    laes_mere: tuple[Laesmere, ...]


def short_edition(report_data: ReportData) -> KortUdgave:
    """Make the two pages; totals that there is no room for are counted, and stand in the statusrapport."""
    done, coming = (_total_rows(report_data, group) for group in (StateGroup.GENNEMFOERT, StateGroup.KOMMENDE))
    room = _ROOM - (_BANNER if report_data.year_data.draft else 0)
    kept = that_fit([heights_of_rows(rows, _SIGNS) for rows in (done, coming)], room, LINE)
    bidrag, bidrag_rest = _contributions(report_data)
    return KortUdgave(
        hoved=_heading(report_data),
        manchet=lead(report_data),
        gennemfoert=_table("gennemfoert", f"Gennemført i {report_data.aar}", done[: kept[0]]),
        gennemfoert_rest=left_out(len(done) - kept[0]),
        kommende=_table("kommende", "På vej eller planlagt, uanset hvornår", coming[: kept[1]]) if kept[1] else None,
        kommende_rest=left_out(len(coming) - kept[1]),
        uden_antal=_without_number(report_data, StateGroup.GENNEMFOERT),
        punkter_titel=_title_of_points(report_data),
        punkter=_points(report_data),
        historie=first_story(_stories(report_data), MOST_SIGNS),
        bidrag=bidrag,
        bidrag_rest=bidrag_rest,
        laes_mere=_read_more(report_data),
    )


def _heading(report_data: ReportData) -> Arkhoved:
    front = cover(report_data)
    return sheet_heading(report_data, "Kort udgave", front.titel, (front.undertitel, *front.linjer), front.overtitel)


def _table(anchor: str, title: str, rows: tuple[Raekke, ...]) -> Tabel:
    return Tabel(anchor, title, HEADS, rows)


def _documents(year_data: YearData) -> Iterator[Document]:
    if year_data.report:
        yield Document("kort-udgave", short_edition(year_data.report))


DOCUMENT = DocumentType(
    name="kort-udgave", title="Kort udgave", make=_documents, shows=KortUdgave, rank=10, about="Rapporten på to sider."
)
