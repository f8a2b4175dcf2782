"""The kort udgave: the report on two pages, for the busy reader."""

from collections.abc import Iterator

from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.document_type import Document, DocumentType, of_report
from frivilligrapport.documents.parts.beginnings import beginning
from frivilligrapport.documents.parts.contents import Indholdsled, headings
from frivilligrapport.documents.parts.cover import Arkhoved, cover, sheet_heading
from frivilligrapport.documents.parts.figures.in_large_type import Noegletalsvisning, chosen_figures, shortened
from frivilligrapport.documents.parts.figures.summaries import volunteers
from frivilligrapport.documents.parts.lines import LINE, heights_of_rows, left_out, that_fit
from frivilligrapport.documents.parts.stories import Historieuddrag, first_story
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, figures
from frivilligrapport.documents.statusrapport.chapters import chapter_id
from frivilligrapport.documents.statusrapport.first_pages import DetVigtigste, first_points
from frivilligrapport.documents.statusrapport.own_texts import Tekstpunkt
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import MOST_POINTS, MOST_SIGNS
from frivilligrapport.models.statusfil import Historie

_SENTENCES = 3  # of what must be known
_MOST_FIGURES = 6
_SIGNS_OF_FIGURE = 160  # of what is told of one, and of its doubt


class Laesmere(Frozen):
    """A chapter of the statusrapport: its heading, what it holds, and where it is in the HTML edition."""

    titel: str
    tekst: str
    sted: str


class KortUdgave(Frozen):
    """What must be known and the year's figures; then points, a story, who has contributed, and where to read more.

    `afleveret` says who has delivered and who has not. "" and () are left out.
    """

    hoved: Arkhoved
    vigtigst: DetVigtigste
    tal: tuple[Noegletalsvisning, ...]
    tal_rest: str
    punkter_titel: str
    punkter: tuple[Tekstpunkt, ...]
    historie: Historieuddrag | None
    afleveret: str
    bidrag: Tabel
    bidrag_rest: str
    laes_mere: tuple[Laesmere, ...]


def short_edition(report_data: ReportData) -> KortUdgave:
    """Make the two pages from the same points and figures as the report's first pages, as many as there is room for."""
    found = first_points(report_data, _SENTENCES, MOST_SIGNS)
    shown, rest = _figures(report_data, found)
    points, story = _points(report_data), first_story(_stories(report_data), MOST_SIGNS)
    bidrag, bidrag_rest = _contributions(report_data, _ROOM_BELOW - _height_below(points, story))
    return KortUdgave(
        hoved=_heading(report_data),
        vigtigst=found,
        tal=shown,
        tal_rest=rest,
        punkter_titel="Mere fra året" if report_data.rapport.kort else "Årets tendenser",
        punkter=points,
        historie=story,
        afleveret=counted_text(report_data.deliveries),
        bidrag=bidrag,
        bidrag_rest=bidrag_rest,
        laes_mere=tuple(_read_more(report_data)),
    )


def _heading(report_data: ReportData) -> Arkhoved:
    front = cover(report_data)
    return sheet_heading(report_data, "Kort udgave", front.titel, (front.undertitel, *front.linjer), front.overtitel)


_ROOM, _BANNER = 640, 40  # points of the first page below its heading
_TEXT_LINE, _SIGNS_OF_TEXT, _GAP = 15, 92, 8
_BESIDE_EACH_OTHER, _BIG_LINE, _SIGNS_OF_BIG, _SIGNS_OF_COLUMN = 2, 22, 26, 52


def _figures(report_data: ReportData, points: DetVigtigste) -> tuple[tuple[Noegletalsvisning, ...], str]:
    """Give the figures that the first page has room for below the points, and say how many there are besides."""
    found = [shortened(one, _SIGNS_OF_FIGURE) for one in chosen_figures(report_data)[:_MOST_FIGURES]]
    told = (*points.tekst.splitlines(), *points.punkter, *points.forbehold, *points.uvist)
    taken = sum(_TEXT_LINE * -(-len(one) // _SIGNS_OF_TEXT) + _GAP for one in told)
    pairs = [max(map(_height, found[at : at + _BESIDE_EACH_OTHER])) for at in range(0, len(found), _BESIDE_EACH_OTHER)]
    room = _ROOM - taken - (_BANNER if report_data.draft else 0)
    (kept,) = that_fit([pairs], room, LINE)
    shown = tuple(found[: _BESIDE_EACH_OTHER * kept])
    return shown, left_out(len(found) - len(shown))


def _height(one: Noegletalsvisning) -> int:
    """Reckon a figure in large type, and in a column what is told of it."""
    words = (one.tekst, f"{one.ejer} {one.forbehold}")
    lines = sum(-(-len(text) // _SIGNS_OF_COLUMN) for text in words) + bool(one.tal.flere)
    return _BIG_LINE * -(-len(one.tal.tekst) // _SIGNS_OF_BIG) + LINE * lines + _GAP + LINE


def _points(report_data: ReportData) -> tuple[Tekstpunkt, ...]:
    """Give rapport.yaml's own `kort`, or the tendencies where there is none: at most four, their first sentences."""
    rapport = report_data.rapport
    found = (rapport.kort or rapport.tendenser)[:MOST_POINTS]
    return tuple(Tekstpunkt(str(one.titel), beginning(said(one.tekst), MOST_SIGNS)) for one in found)


def _stories(report_data: ReportData) -> Iterator[Historie]:
    """Yield the stories of the year: the report's own, then the forvaltninger's in print order."""
    yield from report_data.rapport.historier
    for one in report_data.scope.forvaltninger:
        found = report_data.aargang.indberetning(one)
        yield from found.statusfil.historier if found and found.statusfil else ()


_SIGNS_OF_NAME = 52
_ROOM_BELOW = 490  # points of the second page for points, a story and rows
_POINT_LINE, _SIGNS_OF_POINT, _POINT_HEAD, _STORY_HEAD = 14, 46, 26, 35


def _height_below(points: tuple[Tekstpunkt, ...], story: Historieuddrag | None) -> int:
    """Reckon the points, two beside each other, and the story."""
    texts = [one.tekst for one in points]
    pairs = (texts[at : at + _BESIDE_EACH_OTHER] for at in range(0, len(texts), _BESIDE_EACH_OTHER))
    lines = [max(-(-len(one) // _SIGNS_OF_POINT) for one in pair) for pair in pairs]
    told = sum(_TEXT_LINE * (1 + len(one) // _SIGNS_OF_TEXT) for one in story.texts) + _STORY_HEAD if story else 0
    return sum(_POINT_LINE * many + _POINT_HEAD for many in lines) + told


def _contributions(report_data: ReportData, room: int) -> tuple[Tabel, str]:
    """Say for each forvaltning how many indsatser its file holds, and what it says of volunteers.

    Where there are more than there is room for, the text says how many.
    """
    rows = tuple(_row(report_data, one) for one in report_data.scope.forvaltninger)
    (kept,) = that_fit([heights_of_rows(rows, _SIGNS_OF_NAME)], room, LINE)
    heads = columns("Forvaltning", "Indsatser", "Frivillige")
    title = f"Hvad bidragene til {report_data.aar} rummer"
    return Tabel("bidrag", title, heads, rows[:kept]), left_out(len(rows) - kept)


def _row(report_data: ReportData, one: str) -> Raekke:
    report, state = report_data.report_of(one), report_data.delivery(one)
    name = Celle(f"{state.navn} ({state.forkortelse})")
    if report is None:
        return (name, Celle("kendes ikke"), Celle("kendes ikke"))
    shown = tuple(told._replace(note="") for told in volunteers(report_data, one))
    return (name, Celle(str(len(report.indsatser))), figures(shown))


def _read_more(report_data: ReportData) -> Iterator[Laesmere]:
    """Name the chapters of the statusrapport that a reader of the short edition will ask for."""
    heads = headings(report_data.tekster)
    yield _chapter(heads.tal, "årets tal med det forbehold, de skal bruges med")
    first = next(iter(report_data.scope.forvaltninger), "")
    if first:
        chapter = Indholdsled(chapter_id(first), "Forvaltningernes kapitler")
        yield _chapter(chapter, "hvad hver enkelt har gjort, og hvad der er på vej")
    yield _chapter(heads.om_tallene, "hvordan tallene er lagt sammen, og hvad der er usikkert")
    yield Laesmere("Tabelbilag", "alle tal, hvem der har oplyst dem, og hvor hvert tal kommer fra", "tabelbilag.html")


def _chapter(head: Indholdsled, text: str) -> Laesmere:
    return Laesmere(head.titel, text, f"statusrapport.html#{head.id}")


def _documents(report_data: ReportData) -> Iterator[Document]:
    yield Document("kort-udgave", short_edition(report_data))


DOCUMENT = DocumentType(
    name="kort-udgave",
    title="Kort udgave",
    make=of_report(_documents),
    shows=KortUdgave,
    rank=10,
    about="Rapporten på to sider.",
)
