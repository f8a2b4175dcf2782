"""What a typed text consists of: blocks, with the place of everything that is printed of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple


class BlockKind(Enum):
    """What a block is. A NAME stands under a quotation and says who said it."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    TABLE = auto()
    RULE = auto()
    NAME = auto()


class PlacedText(NamedTuple):
    r"""Hold text that was put together of typed pieces; that of a block is its lines, joined by "\n" or by HARD_BREAK.

    `places` has, for each piece, where it begins in `text` and where in the typed text.
    """

    text: str
    places: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> int:
        """Give where a character stands in the typed text."""
        first, typed = self.places[bisect_right(self.places, (offset, 1 << 62)) - 1]
        return typed + offset - first

    def in_place(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield where spans of the text, each with its end, begin and end in the typed text; they are in order."""
        pieces = iter([*self.places[1:], (1 << 62, 0)])
        first, typed = self.places[0]
        after, typed_after = next(pieces)
        for start, end in spans:
            while start >= after:
                first, typed = after, typed_after
                after, typed_after = next(pieces)
            yield typed + start - first, typed + end - first if end <= after else self.at(end - 1) + 1

    def span(self, start: int, length: int) -> tuple[int, int]:
        """Give where some characters begin in the typed text, and how many they are there."""
        first = self.at(start)
        return first, (self.at(start + length - 1) + 1 - first if length else 0)


class TextBlock(NamedTuple):
    """Hold one block.

    `quote` is how many quotations it stands in, `depth` how many lists; `level` is a heading's, `number` that of an
    item of a numbered list. A table has a content for each cell of each row, and each column's alignment: "left",
    "right", "center" or "".
    """

    kind: BlockKind
    contents: tuple[PlacedText, ...]
    quote: int = 0
    depth: int = 0
    level: int = 0
    number: int | None = None
    rows: tuple[tuple[PlacedText, ...], ...] = ()
    aligned: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The block's text as typed, "" for a table or a rule."""
        return self.contents[0].text if self.contents else ""

    @property
    def every_content(self) -> Iterator[PlacedText]:
        """All contents: a table's cells too."""
        yield from self.contents
        for row in self.rows:
            yield from row


class Line(NamedTuple):
    """A line, or what is left of it behind a quotation's marks: where it begins and ends in the typed text."""

    start: int
    end: int
