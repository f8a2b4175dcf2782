"""What a PDF draws on its pages, where, and in which piece of marked content: read once from its own operators."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, NamedTuple

import pydyf  # type: ignore[import-untyped]  # ships no types

_SHOWN = re.compile(rb"<([0-9a-f]*)>|(-?[0-9.]+)")
_GLYPH = 4  # hexadecimal digits
_TALL = 0.5  # of the size of the type: as much as any letter has above its line
_WHOLE = (-inf, -inf, inf, inf)
_UNMOVED = (1, 0, 0, 1, 0, 0)
# What only sets colours and fonts draws nothing, such as the box of a line break.
_PREPARES = frozenset({b"BT", b"ET", b"Tm", b"Td", b"Tf", b"gs", b"rg", b"RG", b"w"})
_Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]  # left, bottom, right, top


class Ink(NamedTuple):
    """Hold something that is drawn: its edges, in points from the sheet's lower left corner, and its text if it is."""

    left: float
    bottom: float
    right: float
    top: float
    text: str = ""


class Content(NamedTuple):
    """Hold a piece of marked content: its text, where its last string is among the page's operators, and its font.

    `place` is -1 for what is no text.
    """

    text: str = ""
    place: int = -1
    font: str = ""


class DrawnPage(NamedTuple):
    """Hold what is drawn on a page, as far as it is not clipped, and the marked content that draws, by its number."""

    ink: Sequence[Ink]
    content: Mapping[int, Content]


@dataclass(slots=True)
class _State:
    """Hold what operators have set, until it is set back: q and Q."""

    matrix: _Matrix = _UNMOVED
    clip: _Box = _WHOLE
    width: float = 1
    font: str = ""
    size: float = 0
    rise: float = 0

    def copy(self) -> "_State":
        return _State(self.matrix, self.clip, self.width, self.font, self.size, self.rise)


class _Glyphs(dict[bytes, tuple[str, float, bool]]):
    """Give of each glyph of a font, by its code, its letters, its width for a size of 1, and whether it has ink."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, code: bytes) -> tuple[str, float, bool]:
        glyph = int(code, 16)
        letters = self._font.to_unicode.get(glyph, "")
        self[code] = told = (letters, self._font.widths.get(glyph, 0) / 1000, bool(letters.strip()))
        return told


def read_pages(pdf: Any, fonts: Iterable[Any]) -> tuple[DrawnPage, ...]:
    """Read each page of a pydyf.PDF; `fonts` are those of WeasyPrint's document."""
    glyphs = {font.hash: _Glyphs(font) for font in fonts}
    return tuple(_read_page(pdf, _object(pdf, page), glyphs) for page in pdf.page_references)


def _read_page(pdf: Any, sheet: Any, glyphs: Mapping[str, _Glyphs]) -> DrawnPage:
    reader = _Reader(pdf, glyphs, sheet["Resources"], _State())
    reader.read(_object(pdf, sheet["Contents"]).stream)
    return DrawnPage(reader.ink, reader.content)


def _object(pdf: Any, one: Any) -> Any:
    return pdf.objects[int(one.split()[0])] if isinstance(one, bytes) else one


class _Reader:
    """Read a stream of operators, and those that it calls up, into `ink` and `content`."""

    def __init__(self, pdf: Any, glyphs: Mapping[str, _Glyphs], resources: Any, state: _State) -> None:
        self.ink: list[Ink] = []
        self.content: dict[int, Content] = {}
        self._pdf = pdf
        self._glyphs = glyphs
        self._resources = resources
        self._state = state
        self._kept: list[_State] = []
        self._path: list[tuple[float, float]] = []
        self._clips = False
        self._text_matrix: _Matrix = state.matrix
        self._text = ""

    def read(self, operators: list[Any]) -> None:
        """Follow the operators; before BDC stand a tag and its properties."""
        number = -1
        for place, operator in enumerate(operators):
            operands, _, name = operator.rpartition(b" ") if isinstance(operator, bytes) else (b"", b"", b"")
            if name == b"BDC" and isinstance(operators[place - 1], pydyf.Dictionary):
                number = operators[place - 1].get("MCID", -1)
            elif name == b"EMC":
                number = -1
            else:
                if act := _ACTS.get(name):
                    act(self, operands)
                if number >= 0 and name not in _PREPARES:
                    self._mark(number, place, is_text=name == b"TJ")

    def _mark(self, number: int, place: int, *, is_text: bool) -> None:
        found = self.content.get(number, Content())
        self.content[number] = Content(found.text + self._text, place, self._state.font) if is_text else found

    def keep(self, _: bytes) -> None:
        self._kept.append(self._state.copy())

    def set_back(self, _: bytes) -> None:
        self._state = self._kept.pop() if self._kept else self._state

    def transform(self, operands: bytes) -> None:
        self._state.matrix = _product(_numbers(operands), self._state.matrix)

    def set_width(self, operands: bytes) -> None:
        self._state.width = float(operands)

    def go(self, operands: bytes) -> None:
        numbers = _numbers(operands)
        self._path += [_moved(self._state.matrix, *one) for one in zip(numbers[::2], numbers[1::2], strict=True)]

    def rectangle(self, operands: bytes) -> None:
        x, y, width, height = _numbers(operands)
        self._path += [_moved(self._state.matrix, a, b) for a in (x, x + width) for b in (y, y + height)]

    def clip(self, _: bytes) -> None:
        self._clips = True

    def end(self, _: bytes = b"") -> None:
        """Forget the path, after what is drawn later is cut to it if that was asked for."""
        if self._clips:
            self._state.clip = _within(_box_of(self._path), self._state.clip)
        self._path, self._clips = [], False

    def fill(self, _: bytes) -> None:
        left, bottom, right, top = box = _box_of(self._path)
        if right > left and top > bottom:
            self._draw(box, self._state.clip)
        self.end()

    def stroke(self, _: bytes) -> None:
        left, bottom, right, top = _box_of(self._path)
        half = self._state.width / 2 * _scale(self._state.matrix)
        # A line that lies or stands ends where it says.
        across, up = (0 if top == bottom else half), (0 if left == right else half)
        self._draw((left - across, bottom - up, right + across, top + up), self._state.clip)
        self.end()

    def shade(self, _: bytes) -> None:
        self._draw(self._state.clip, self._state.clip)

    def place_text(self, operands: bytes) -> None:
        self._text_matrix = _product(_numbers(operands), self._state.matrix)

    def set_font(self, operands: bytes) -> None:
        font, size = operands.split()
        self._state.font, self._state.size = font[1:].decode(), float(size)

    def set_rise(self, operands: bytes) -> None:
        self._state.rise = float(operands)

    def show(self, operands: bytes) -> None:
        """Draw a line of letters without the spaces around it."""
        glyphs, size = self._glyphs[self._state.font], self._state.size
        at, left, right, letters = 0.0, inf, -inf, []
        # After most letters the engine writes that nothing moves.
        for codes, moved in _SHOWN.findall(operands.replace(b">0<", b"")):
            if moved:
                at -= float(moved) / 1000 * size
            for start in range(0, len(codes), _GLYPH):
                text, width, has_ink = glyphs[codes[start : start + _GLYPH]]
                before, at = at, at + width * size
                letters.append(text)
                if has_ink:
                    left, right = min(left, before), max(right, at)
        self._text = "".join(letters)
        if left <= right:
            up = (self._state.rise, self._state.rise + _TALL * size)
            corners = [_moved(self._text_matrix, x, y) for x in (left, right) for y in up]
            self._draw(_box_of(corners), self._state.clip, self._text.strip())
        self._text_matrix = _product((1, 0, 0, 1, at, 0), self._text_matrix)

    def call(self, operands: bytes) -> None:
        """Draw a picture or a group."""
        objects = _object(self._pdf, _object(self._pdf, self._resources)["XObject"])
        called, state = _object(self._pdf, objects[operands[1:].decode()]), self._state.copy()
        if called.extra["Subtype"] == "/Image":
            self._draw(_box_of([_moved(state.matrix, x, y) for x in (0, 1) for y in (0, 1)]), state.clip)
            return
        state.matrix = _product(tuple(map(float, called.extra.get("Matrix", _UNMOVED))), state.matrix)
        left, bottom, right, top = map(float, called.extra["BBox"])
        corners = [_moved(state.matrix, x, y) for x in (left, right) for y in (bottom, top)]
        state.clip = _within(_box_of(corners), state.clip)
        inner = _Reader(self._pdf, self._glyphs, called.extra.get("Resources", self._resources), state)
        inner.read(called.stream)
        self.ink += inner.ink

    def _draw(self, box: _Box, clip: _Box, text: str = "") -> None:
        """Note what can be seen of a rectangle."""
        left, bottom, right, top = seen = _within(box, clip)
        if right > left and top > bottom and seen != _WHOLE:
            self.ink.append(Ink(*seen, text))


_ACTS: Mapping[bytes, Callable[[_Reader, bytes], None]] = {
    b"q": _Reader.keep,
    b"Q": _Reader.set_back,
    b"cm": _Reader.transform,
    b"w": _Reader.set_width,
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), _Reader.go),
    b"re": _Reader.rectangle,
    **dict.fromkeys((b"W", b"W*"), _Reader.clip),
    b"n": _Reader.end,
    **dict.fromkeys((b"f", b"f*"), _Reader.fill),
    **dict.fromkeys((b"S", b"s", b"B", b"B*", b"b", b"b*"), _Reader.stroke),
    b"sh": _Reader.shade,
    b"Tm": _Reader.place_text,
    b"Tf": _Reader.set_font,
    b"Ts": _Reader.set_rise,
    b"TJ": _Reader.show,
    b"Do": _Reader.call,
}


def _numbers(operands: bytes) -> Any:
    return tuple(map(float, operands.split()))


def _product(first: Any, then: _Matrix) -> _Matrix:
    """Give the matrix that applies one and then another."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _scale(matrix: _Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def _box_of(points: list[tuple[float, float]]) -> _Box:
    """Give the rectangle around points; one without room for none."""
    if not points:
        return (0, 0, 0, 0)
    across, up = zip(*points, strict=True)
    return (min(across), min(up), max(across), max(up))


def _within(one: _Box, other: _Box) -> _Box:
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
