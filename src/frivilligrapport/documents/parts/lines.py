"""Short lines on a sheet: how many there is room for, reckoned before anything is laid out, and what is missing."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from frivilligrapport.danish import plural
from frivilligrapport.documents.parts.facts_box import contributors, not_told
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.tables import NOT_TOLD, Celle, Raekke
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.rendering.typography import upper_first

# Heights are reckoned in points, widths in signs.
LINE = 12
_SIGNS_OF_LINE = 82
_SIGNS_OF_CELL = 32
_SIGNS_OF_A_REFERENCE = 5
_PADDING = 3
_SOURCE_ROW = 10
_SOURCES_BESIDE_EACH_OTHER = 2
Heights = Sequence[int]  # the height of each item of a list
Kept = tuple[int, ...]  # how many items of each list are shown


class Linje(Frozen):
    """One line: what it is about, words about it, and its figures."""

    navn: str
    tekst: str = ""
    tal: tuple[Talvisning, ...] = ()

    def takes(self, signs: int) -> int:
        """Say how many lines of so many signs it takes in print."""
        figures = sum(len(one.tekst) + len(one.note) + _SIGNS_OF_A_REFERENCE for one in self.tal)
        return -(-(len(self.navn) + len(self.tekst) + figures) // signs)


class Liste(Frozen):
    """A list of lines. `rest` says how many are left out, `besked` stands where there are none; both may be ""."""

    linjer: tuple[Linje, ...] = ()
    rest: str = ""
    besked: str = ""


def shown(lines: Sequence[Linje], many: int, besked: str = "") -> Liste:
    """Show the first `many` lines, and say how many more there are."""
    return Liste(tuple(lines[:many]), left_out(len(lines) - many), "" if lines else besked)


def left_out(many: int) -> str:
    """Say how many are left out and where they stand, "" for none."""
    return f"… og {many} {plural(many, 'mere', 'flere')}; se statusrapporten." if many > 0 else ""


def that_fit(lists: Sequence[Heights], room: int, line: int, besides: Callable[[Kept], int] = lambda _: 0) -> Kept:
    """Say how many items of each list fit in `room` together; all heights are in the same unit.

    `besides` is the height of what follows from what is shown, such as sources. While it is too much, the list that
    takes most room gives up its last item; of two that take as much, the first. A list that has given something up
    needs a `line` to say so.
    """
    kept = [len(one) for one in lists]
    while any(kept) and _height(lists, kept, line) + besides(tuple(kept)) > room:
        longest = max(range(len(lists)), key=lambda at: _taken(lists[at], kept[at], line) if kept[at] else -1)
        kept[longest] -= 1
    return tuple(kept)


def _height(lists: Sequence[Heights], kept: Sequence[int], line: int) -> int:
    return sum(_taken(heights, many, line) for heights, many in zip(lists, kept, strict=True))


def _taken(heights: Heights, many: int, line: int) -> int:
    return sum(heights[:many]) + line * (many < len(heights))


def height_of_text(text: str) -> int:
    """Reckon a paragraph."""
    return LINE * -(-len(text) // _SIGNS_OF_LINE)


def heights_of_lines(lines: Iterable[Linje]) -> tuple[int, ...]:
    """Reckon each line of a list."""
    return tuple(LINE * one.takes(_SIGNS_OF_LINE) + 1 for one in lines)


def heights_of_rows(rows: Iterable[Raekke], signs: int = _SIGNS_OF_CELL) -> tuple[int, ...]:
    """Reckon each row of a table whose columns hold so many signs."""
    return tuple(LINE * max(-(-_length(cell) // signs) for cell in row) + _PADDING for row in rows)


def _length(cell: Celle) -> int:
    figures = sum(len(one.tekst) + len(one.note) + _SIGNS_OF_A_REFERENCE * len(one.naevnte) for one in cell.tal)
    return max(1, len(cell.tekst) + len(cell.note) + figures)


def height_of_sources(cited: Iterable[Talvisning]) -> int:
    """Reckon the list of sources below a page."""
    sources = {reference.id for one in cited for reference in one.henvisninger}
    return _SOURCE_ROW * -(-len(sources) // _SOURCES_BESIDE_EACH_OTHER)


_PROPOSALS = "Forslag til nye initiativer"


def missing_lines(report_data: ReportData, statusfil: Statusfil) -> Iterator[Linje]:
    """Yield what was not answered, who has not contributed, and then the gaps that the file declares."""
    yield from (Linje(navn, NOT_TOLD) for navn in not_told(statusfil))
    if not statusfil.forslag and statusfil.answer("forslag") != "ingen":
        yield Linje(_PROPOSALS, NOT_TOLD)
    below = contributors(report_data, statusfil)
    if below and below.missing:
        yield Linje("Bidrag", below.received)
    names = {str(one.id): str(one.navn) for one in statusfil.indsatser}
    for gap in statusfil.mangler:
        yield Linje(upper_first(names.get(str(gap.hvor), str(gap.hvor))), str(gap.hvad))
