"""What a PDF draws on its pages, and where: read from its own operators, whatever in the page brought it about."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

_SHOWN = re.compile(rb"<([0-9a-f]*)>|(-?[0-9.]+)")
_GLYPH = 4  # hexadecimal digits
_TALL = 0.5  # of the size of the type: as much as any letter has above its line
_WHOLE = (float("-inf"), float("-inf"), float("inf"), float("inf"))
_UNMOVED = (1, 0, 0, 1, 0, 0)
_Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]  # left, bottom, right, top


class Ink(NamedTuple):
    """Hold something that is drawn: its edges, in points from the sheet's lower left corner, and its text if it is."""

    left: float
    bottom: float
    right: float
    top: float
    text: str = ""


@dataclass(slots=True)
class _State:
    """Hold what operators have set, until it is set back: q and Q."""

    matrix: _Matrix = _UNMOVED
    clip: _Box = _WHOLE
    width: float = 1
    font: str = ""
    size: float = 0
    rise: float = 0


def ink_on(pdf: Any, page: int, fonts: Any) -> Iterator[Ink]:
    """Yield what is drawn on a page of a pydyf.PDF, as far as it is not clipped; `fonts` are its document's."""
    sheet = _object(pdf, pdf.page_references[page])
    reader = _Reader(pdf, {font.hash: font for font in fonts.values()}, sheet["Resources"], _State())
    yield from reader.read(_object(pdf, sheet["Contents"]).stream)


def _object(pdf: Any, one: Any) -> Any:
    return pdf.objects[int(one.split()[0])] if isinstance(one, bytes) else one


class _Reader:
    """Read a stream of operators, and those that it calls up."""

    def __init__(self, pdf: Any, fonts: Mapping[str, Any], resources: Any, state: _State) -> None:
        self._pdf = pdf
        self._fonts = fonts
        self._resources = resources
        self._state = state
        self._kept: list[_State] = []
        self._path: list[tuple[float, float]] = []
        self._clips = False
        self._text_matrix: _Matrix = state.matrix

    def read(self, operators: list[Any]) -> Iterator[Ink]:
        """Yield what the operators draw."""
        for operator in operators:
            if isinstance(operator, bytes):
                operands, _, name = operator.rpartition(b" ")
                if act := _ACTS.get(name):
                    yield from act(self, operands) or ()

    def keep(self, _: bytes) -> None:
        self._kept.append(replace(self._state))

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

    def fill(self, _: bytes) -> Iterator[Ink]:
        left, bottom, right, top = box = _box_of(self._path)
        if right > left and top > bottom:
            yield from _seen(box, self._state.clip)
        self.end()

    def stroke(self, _: bytes) -> Iterator[Ink]:
        left, bottom, right, top = _box_of(self._path)
        half = self._state.width / 2 * _scale(self._state.matrix)
        # A line that lies or stands ends where it says.
        across, up = (0 if top == bottom else half), (0 if left == right else half)
        yield from _seen((left - across, bottom - up, right + across, top + up), self._state.clip)
        self.end()

    def shade(self, _: bytes) -> Iterator[Ink]:
        yield from _seen(self._state.clip, self._state.clip)

    def place_text(self, operands: bytes) -> None:
        self._text_matrix = _product(_numbers(operands), self._state.matrix)

    def set_font(self, operands: bytes) -> None:
        font, size = operands.split()
        self._state.font, self._state.size = font[1:].decode(), float(size)

    def set_rise(self, operands: bytes) -> None:
        self._state.rise = float(operands)

    def show(self, operands: bytes) -> Iterator[Ink]:
        """Yield a line of letters without the spaces around it."""
        font, size = self._fonts[self._state.font], self._state.size
        at, places, text = 0.0, [], ""
        for glyphs, moved in _SHOWN.findall(operands):
            at -= float(moved or 0) / 1000 * size
            for start in range(0, len(glyphs), _GLYPH):
                glyph = int(glyphs[start : start + _GLYPH], 16)
                letters, width = font.to_unicode.get(glyph, ""), font.widths.get(glyph, 0) / 1000 * size
                places += [at, at + width] if letters.strip() else []
                text += letters
                at += width
        bottom = self._state.rise
        corners = (
            [(x, y) for x in (min(places), max(places)) for y in (bottom, bottom + _TALL * size)] if places else []
        )
        box = _box_of([_moved(self._text_matrix, *one) for one in corners])
        self._text_matrix = _product((1, 0, 0, 1, at, 0), self._text_matrix)
        yield from (one._replace(text=text.strip()) for one in _seen(box, self._state.clip))

    def call(self, operands: bytes) -> Iterator[Ink]:
        """Yield what a picture or a group draws."""
        objects = _object(self._pdf, _object(self._pdf, self._resources)["XObject"])
        called, state = _object(self._pdf, objects[operands[1:].decode()]), replace(self._state)
        if called.extra["Subtype"] == "/Image":
            yield from _seen(_box_of([_moved(state.matrix, x, y) for x in (0, 1) for y in (0, 1)]), state.clip)
            return
        state.matrix = _product(tuple(map(float, called.extra.get("Matrix", _UNMOVED))), state.matrix)
        left, bottom, right, top = map(float, called.extra["BBox"])
        corners = [_moved(state.matrix, x, y) for x in (left, right) for y in (bottom, top)]
        state.clip = _within(_box_of(corners), state.clip)
        inner = _Reader(self._pdf, self._fonts, called.extra.get("Resources", self._resources), state)
        yield from inner.read(called.stream)


_ACTS: Mapping[bytes, Callable[[_Reader, bytes], Iterable[Ink] | None]] = {
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


def _seen(box: _Box, clip: _Box) -> Iterator[Ink]:
    """Yield what can be seen of a rectangle."""
    left, bottom, right, top = seen = _within(box, clip)
    if right > left and top > bottom and seen != _WHOLE:
        yield Ink(*seen)
