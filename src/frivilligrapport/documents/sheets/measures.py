"""How much room a short line, a table's row and a source take in print; ark.css sets the type that this reckons with.

Heights are in points, widths in signs. They are on the safe side: a page that is not quite full is better than two.
"""

from collections.abc import Iterable

from frivilligrapport.documents.figures_shown import Talvisning
from frivilligrapport.documents.sheets.lines import Linje
from frivilligrapport.documents.tables import Celle, Raekke

LINE = 12
_SIGNS_OF_LINE = 82
_SIGNS_OF_CELL = 32
_PADDING = 3
_SOURCE_ROW = 10
_SOURCES_BESIDE_EACH_OTHER = 2


def height_of_text(text: str) -> int:
    """Reckon a paragraph."""
    return LINE * -(-len(text) // _SIGNS_OF_LINE)


def heights_of_lines(lines: Iterable[Linje]) -> tuple[int, ...]:
    """Reckon each line of a list."""
    return tuple(LINE * one.takes(_SIGNS_OF_LINE) + 1 for one in lines)


def heights_of_rows(rows: Iterable[Raekke], signs: int = _SIGNS_OF_CELL) -> tuple[int, ...]:
    """Reckon each row of a table whose columns hold so many signs."""
    return tuple(LINE * max(-(-_length(cell) // signs) for cell in row) + _PADDING for row in rows)


def height_of_sources(cited: Iterable[Talvisning]) -> int:
    """Reckon the list of sources below a page."""
    sources = {reference.id for one in cited for reference in one.henvisninger}
    return _SOURCE_ROW * -(-len(sources) // _SOURCES_BESIDE_EACH_OTHER)


def _length(cell: Celle) -> int:
    references = 5
    figures = sum(len(one.tekst) + len(one.note) + references * len(one.henvisninger) for one in cell.tal)
    return max(1, len(cell.tekst) + len(cell.note) + figures)
