"""A typed text as it is printed: its blocks, its words without markup, and what cannot be printed as it was meant."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.markdown.blocks import BlockKind, PlacedText, TextBlock
from frivilligrapport.grammar.markdown.quotations import read_blocks
from frivilligrapport.grammar.markdown.signs import PieceKind, has_signs, read_signs
from frivilligrapport.grammar.markdown.slips import Slip

_WORDS = (PieceKind.TEXT, PieceKind.CODE)


class MarkdownText(Frozen):
    """Hold a typed text and what it was read as."""

    typed: str
    blocks: tuple[TextBlock, ...]
    block_slips: tuple[Slip, ...]

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """What cannot be printed as it was meant, in the order of the text."""
        found = list(self.block_slips)
        for content in self._signed:
            for one in read_signs(content.text).slips:
                start, length = content.span(one.start, one.end - one.start)
                found.append(Slip(one.kind, start, start + length, one.about))
        return tuple(sorted(found, key=lambda one: one.start))

    @cached_property
    def printed(self) -> PlacedText:
        """The text without the signs that bold, links and their like are made of; all else is as typed."""
        parts, places, length, read_to = [], [(0, 0)], 0, 0
        for start, end in sorted(self._dropped):
            if end <= read_to:
                continue
            parts.append(self.typed[read_to:start])
            length += start - read_to
            read_to = end
            places.append((length, end))
        parts.append(self.typed[read_to:])
        return PlacedText("".join(parts), tuple(places))

    @cached_property
    def shown(self) -> tuple[PlacedText, ...]:
        """What each block shows, without any markup: a cell by itself, and by itself the number before an item."""
        found: list[PlacedText] = []
        for block in self.blocks:
            if block.number is not None:
                number, end = str(block.number), block.contents[0].at(0)
                found.append(PlacedText(number, ((0, max(0, self.typed.rfind(number, 0, end))),)))
            found += map(_shown, block.every_content)
        return tuple(found)

    @property
    def _signed(self) -> Iterator[PlacedText]:
        """Yield the contents with any sign in them."""
        for block in self.blocks:
            for content in block.every_content:
                if has_signs(content.text):
                    yield content

    @property
    def _dropped(self) -> Iterator[tuple[int, int]]:
        """Yield where signs stand in the typed text that are not printed."""
        for content in self._signed:
            yield from content.in_place(_unprinted(content.text))


def _shown(content: PlacedText) -> PlacedText:
    """Leave the signs that markup is made of out of a block's text; a line break is one."""
    if not has_signs(content.text):
        return content
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for piece in read_signs(content.text).pieces:
        if piece.text and piece.kind not in {PieceKind.OPEN, PieceKind.CLOSE}:
            last = piece.start + len(piece.text)
            joints = (first for first, _ in content.places if piece.start < first < last)
            places += ((length + at - piece.start, content.at(at)) for at in (piece.start, *joints))
            parts.append(piece.text)
            length += len(piece.text)
    return PlacedText("".join(parts), tuple(places) or content.places[:1])


def _unprinted(text: str) -> Iterator[tuple[int, int]]:
    """Yield where signs stand in a block's text that are not printed, in order."""
    read_to = 0
    for kind, start, words, _ in read_signs(text).pieces:
        if kind in _WORDS and start >= read_to:
            if start > read_to:
                yield read_to, start
            read_to = start + len(words)
        elif kind is PieceKind.BREAK:
            read_to = start + 1
    if read_to < len(text):
        yield read_to, len(text)


def points_of(typed: str) -> tuple[str, ...]:
    """Give the items of a text's lists, or where it has none its paragraphs, each in one line and as typed."""
    outer = [one for one in read_markdown(typed).blocks if one.depth <= 1]
    items = [one for one in outer if one.kind is BlockKind.ITEM]
    found = items or [one for one in outer if one.kind is BlockKind.PARAGRAPH]
    return tuple(" ".join(one.text.split()) for one in found)


@lru_cache(maxsize=1024)
def read_markdown(typed: str) -> MarkdownText:
    """Read a contributor's text: the one reading that rules look at and editions are made of."""
    return MarkdownText(typed, *read_blocks(typed))
