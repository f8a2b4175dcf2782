"""Each page draws what is read in the order in which it is read, on top of all that is not read.

The engine draws what floats before the text beside it and the marks of lists after the whole page. Whoever copies,
searches or reflows a page without its tags meets it as it is drawn.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Mark, Node, Structure

# Operators that set a value which counts until it is set again, by what they set; with `gs` that is in its operand.
_VALUES = {
    **dict.fromkeys((b"g", b"rg", b"k", b"cs", b"sc", b"scn"), b"fill"),
    **dict.fromkeys((b"G", b"RG", b"K", b"CS", b"SC", b"SCN"), b"stroke"),
    **{name: name for name in (b"w", b"J", b"j", b"M", b"d", b"ri", b"i")},
}
# A colour in the space that was set right before it.
_IN_SPACE = frozenset({b"sc", b"scn", b"SC", b"SCN"})
_CLIPS = frozenset({b"W", b"W*"})
_MAKES_PATH = frozenset({b"m", b"l", b"c", b"v", b"y", b"h", b"re"}) | _CLIPS
_ENDS_PATH = frozenset({b"n", b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"})


_Span = tuple[int, int, int]


@dataclass(frozen=True)
class _Settings:
    """Hold what counts at a place on a page: transformations and clips in their order, and values by what they set."""

    room: tuple[bytes, ...] = ()
    values: Mapping[bytes, tuple[bytes, ...]] = field(default_factory=dict)

    def within(self, *operators: bytes) -> "_Settings":
        """Give what counts when a transformation or a clip comes to it."""
        return replace(self, room=(*self.room, *operators))

    def with_value(self, operator: bytes, name: bytes, what: bytes) -> "_Settings":
        """Give what counts when a value is set, which then is the last one."""
        before = self.values.get(what, ())[:1] if name in _IN_SPACE else ()
        others = {key: value for key, value in self.values.items() if key != what}
        return replace(self, values={**others, what: (*before, operator)})


class _Pen:
    """Follow a page's operators, and tell what counts."""

    def __init__(self) -> None:
        self.settings = _Settings()
        self.outer: list[_Settings] = []
        self._path: tuple[bytes, ...] = ()

    def follow(self, operator: bytes, name: bytes) -> bool:
        """Do what an operator says; tell whether it sets a value."""
        what = operator if name == b"gs" else _VALUES.get(name)
        if what is not None:
            self.settings = self.settings.with_value(operator, name, what)
        elif name == b"q":
            self.outer.append(self.settings)
        elif name == b"Q":
            self.settings = self.outer.pop()
        elif name == b"cm":
            self.settings = self.settings.within(operator)
        elif name in _MAKES_PATH:
            self._path += (operator,)
        elif name in _ENDS_PATH:
            self.settings = self.settings.within(*self._path, b"n") if _CLIPS & {*self._path} else self.settings
            self._path = ()
        return what is not None


@dataclass(frozen=True)
class _Piece:
    """Hold a piece of marked content: its number, its operators from `start` to `end`, and what counts for it.

    `left` are the values that it sets and that count for what is drawn after it.
    """

    number: int
    start: int
    end: int
    settings: _Settings
    left: tuple[bytes, ...]


def draw_in_reading_order(structure: Structure) -> None:
    """Move the content that is read to the end of each page that draws it in another order than the tags have.

    To be done when the tags are written: what is then no content is left where it is, behind the rest.
    """
    wanted: defaultdict[int, list[int]] = defaultdict(list)
    for mark in _marks(structure.root):
        wanted[mark.page].append(mark.number)
    for page, order in wanted.items():
        operators = structure.operators(page)
        spans = tuple(_spans(operators))
        if order != [number for number, _, _ in spans]:
            pieces, base = _pieces(operators, spans)
            by_number = {piece.number: piece for piece in pieces}
            in_order = [by_number[number] for number in order]
            operators[:] = [*_without(operators, pieces), *_drawn(operators, in_order, base)]


def _marks(node: Node) -> Iterator[Mark]:
    for kid in node.kids:
        if isinstance(kid, Mark):
            yield kid
        elif isinstance(kid, Node):
            yield from _marks(kid)


def _pieces(operators: Sequence[Any], spans: Sequence[_Span]) -> tuple[list[_Piece], tuple[bytes, ...]]:
    """Give the marked content of a page as it is drawn, and the transformations that count at the page's end."""
    found: list[_Piece] = []
    pen, read_to = _Pen(), 0
    for number, start, end in spans:
        for operator in operators[read_to:start]:
            pen.follow(operator, _name(operator))
        settings, depth = pen.settings, len(pen.outer)
        # What is set inside `q` and `Q` counts no further.
        set_here = [(one, pen.follow(one, _name(one)) and len(pen.outer) == depth) for one in operators[start:end]]
        found.append(_Piece(number, start, end, settings, tuple(one for one, is_left in set_here if is_left)))
        read_to = end
    for operator in operators[read_to:]:
        pen.follow(operator, _name(operator))
    return found, pen.settings.room


def _spans(operators: Sequence[Any]) -> Iterator[_Span]:
    """Give the number of each piece of content that is read, and where among the operators it begins and ends."""
    number, start, depth = -1, 0, 0
    for place, operator in enumerate(operators):
        name = _name(operator)
        properties = operators[place - 1] if name == b"BDC" else None
        if number >= 0:
            depth += (name in {b"BDC", b"BMC"}) - (name == b"EMC")
        elif isinstance(properties, pydyf.Dictionary) and "MCID" in properties:
            number, start, depth = properties["MCID"], place - 2, 1
        if number >= 0 and not depth:
            yield number, start, place + 1
            number = -1


def _name(operator: Any) -> bytes:
    """Give the operator's name, which comes after its operands; b"" for a tag and its properties."""
    return operator.rpartition(b" ")[2] if isinstance(operator, bytes) else b""


def _without(operators: Sequence[Any], pieces: Sequence[_Piece]) -> Iterator[Any]:
    """Give a page without some pieces of content, but with the values that they leave."""
    place = 0
    for piece in pieces:
        yield from operators[place : piece.start]
        yield from piece.left
        place = piece.end
    yield from operators[place:]


def _drawn(operators: Sequence[Any], pieces: Sequence[_Piece], base: tuple[bytes, ...]) -> Iterator[Any]:
    """Give the operators that draw the pieces one after another where only the transformations of `base` count."""
    for piece in pieces:
        yield b"q"
        yield from piece.settings.room[len(base) :]
        for value in piece.settings.values.values():
            yield from value
        yield from operators[piece.start : piece.end]
        yield b"Q"
