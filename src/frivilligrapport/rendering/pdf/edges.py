"""What reaches outside its place on a page: text, pictures, grounds and borders beyond the type area or their cell.

What the file draws is read from its own operators (`ink`): nothing escapes them. What belongs in a cell, or is cut off,
is known by the layout alone, so that is read too; it also tells best what something is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from frivilligrapport.rendering.pdf.faults import Overrun
from frivilligrapport.rendering.pdf.ink import DrawnPage, Ink

_Ink = Callable[[Any], tuple[float, float]]
_SLACK = 0.6  # pixels: rounding
_POINT = 0.75  # of a pixel, which is a 96th of an inch
_PLACE_TO_BREAK = "\u200b"
_LONGEST_SHOWN = 60
_SIDES = ("top", "right", "bottom", "left")
_UNDRAWN_BORDERS = frozenset({"none", "hidden"})


@dataclass(frozen=True, slots=True)
class _Area:
    """Hold the edges of a rectangle, in pixels from the sheet's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "_Area") -> bool:
        return (
            other.left >= self.left - _SLACK
            and other.top >= self.top - _SLACK
            and other.right <= self.right + _SLACK
            and other.bottom <= self.bottom + _SLACK
        )

    def within(self, other: "_Area") -> "_Area":
        """Give what both hold."""
        return _Area(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """Hold something that is drawn: its box, the rectangle that it fills, and the area that it belongs in."""

    box: Any
    place: _Area
    area: _Area


def find_overruns(pages: Any, ink: _Ink) -> tuple[Overrun, ...]:
    """List what stands outside its place on WeasyPrint's laid out pages, page by page, each text of a page once.

    `ink` gives the top and the height of a piece of text's letters, below its baseline and in pixels: some fonts claim
    more than they draw.
    """
    found = (
        Overrun(number, _shown(piece.box))
        for number, page in enumerate(pages, start=1)
        for piece in _on_sheet(page._page_box, ink)  # noqa: SLF001 - has no public name
        if not piece.area.holds(piece.place)
    )
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold where a page may be drawn on: its whole, its type area and running heads, and the border around them.

    `border` is None where none can be seen.
    """

    whole: _Area
    areas: tuple[_Area, ...]
    border: _Area | None

    @classmethod
    def of(cls, page: Any) -> "Sheet":
        """Read a page of WeasyPrint's as it is laid out."""
        box = page._page_box  # noqa: SLF001 - has no public name
        heads = (_margin_area(one) for one in box.children if type(one).__name__ == "MarginBox")
        left, top = box.border_box_x(), box.border_box_y()
        border = _Area(left, top, left + box.border_width(), top + box.border_height())
        return cls(_Area(0, 0, page.width, page.height), (_content(box), *heads), border if _is_painted(box) else None)


def find_ink_outside(read: Iterable[DrawnPage], sheets: Iterable[Sheet]) -> tuple[Overrun, ...]:
    """List what is drawn outside the type area and the running heads of each page, each text of a page once.

    The ground of a whole sheet may cover it, and a sheet's own border stands around the type area. What has no text is
    told of by the text that it surrounds.
    """
    found: list[Overrun] = []
    for number, (sheet, one) in enumerate(zip(sheets, read, strict=True), start=1):
        drawn = [(_in_pixels(ink, sheet.whole.bottom), ink.text) for ink in one.ink]
        for place, text in drawn:
            allowed = [*sheet.areas, sheet.border] if sheet.border and not text else sheet.areas
            if not place.holds(sheet.whole) and not any(area.holds(place) for area in allowed):
                found.append(Overrun(number, _beginning(_about(place, text, drawn))))
    return tuple(dict.fromkeys(found))


def _about(place: _Area, text: str, drawn: list[tuple[_Area, str]]) -> str:
    """Name what is drawn at a place: its own text, the line of it when a drawing has set it letter by letter.

    What has no text is named by the text that it surrounds.
    """
    if not text:
        return " ".join(one for inside, one in drawn if one and place.holds(inside))
    line = [one for beside, one in drawn if len(one) == len(text) == 1 and abs(beside.bottom - place.bottom) < _SLACK]
    return "".join(line) or text


def _margin_area(box: Any) -> _Area:
    return _placed(None, box.position_x, box.position_y, box.margin_width(), box.margin_height())


def _in_pixels(ink: Ink, height: float) -> _Area:
    """Give the place of ink on a sheet of a height in pixels."""
    left, bottom, right, top = (one / _POINT for one in ink[:4])
    return _Area(left, height - top, right, height - bottom)


def share_filled(page: Any) -> float:
    """Tell how far down a laid out page's type area is filled, from 0 to 1."""
    sheet = page._page_box  # noqa: SLF001 - has no public name
    area = _content(sheet)
    pieces = _on_sheet(sheet, lambda text: (-text.baseline, text.height))
    lowest = max((piece.place.bottom for piece in pieces if piece.place.top < area.bottom), default=area.top)
    return (min(max(lowest, area.top), area.bottom) - area.top) / (area.bottom - area.top)


def _on_sheet(sheet: Any, ink: _Ink) -> Iterator[_Piece]:
    """Give what is drawn on a page but the ground of the sheet itself, which may cover all of it."""
    type_area = _content(sheet)
    for child in sheet.children:
        yield from _pieces(child, type_area, None, ink)


def _pieces(box: Any, area: _Area, moved: Any, ink: _Ink) -> Iterator[_Piece]:
    """Give every text, picture, ground and border of a box; `moved` is the transformation that it is drawn in."""
    box = getattr(box, "_box", box)  # what is positioned absolutely
    kind = type(box).__name__
    if box.transformation_matrix:
        moved = box.transformation_matrix @ moved if moved else box.transformation_matrix
    if kind == "MarginBox":
        area = _margin_area(box)
    if place := _drawn(box, area, ink):
        yield _Piece(box, _placed(moved, *place), area)
    if kind == "TableCellBox":
        area = area.within(replace(_content(box), top=area.top, bottom=area.bottom))
    elif box.style["overflow"] != "visible":
        shown = _placed(moved, box.padding_box_x(), box.padding_box_y(), box.padding_width(), box.padding_height())
        area = area.within(shown)
    for child in getattr(box, "children", ()):
        yield from _pieces(child, area, moved, ink)


def _drawn(box: Any, area: _Area, ink: _Ink) -> tuple[float, float, float, float] | None:
    """Give left, top, width and height of what a box draws itself; None where that is nothing."""
    if hasattr(box, "text"):
        return (box.position_x, *_lines(box, area, ink)) if box.text.strip() else None
    if hasattr(box, "replacement"):
        return box.content_box_x(), box.content_box_y(), box.width, box.height
    if _is_painted(box):
        return box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    return None


def _content(box: Any) -> _Area:
    return _placed(None, box.content_box_x(), box.content_box_y(), box.width, box.height)


def _placed(moved: Any, left: float, top: float, width: float, height: float) -> _Area:
    corners = [(x, y) for x in (left, left + width) for y in (top, top + height)]
    across, down = zip(*(moved.transform_point(*one) if moved else one for one in corners), strict=True)
    return _Area(min(across), min(down), max(across), max(down))


def _lines(box: Any, area: _Area, ink: _Ink) -> tuple[float, float, float]:
    """Give top, width and height of a piece of text: those of its letters where its font claims more than the page."""
    if box.position_y >= area.top - _SLACK and box.position_y + box.height <= area.bottom + _SLACK:
        return box.position_y, box.width, box.height
    top, height = ink(box)
    return box.position_y + box.baseline + top, box.width, height


def _is_painted(box: Any) -> bool:
    """Tell whether a box has a ground or a border that can be seen."""
    style = box.style
    has_border = any(
        style[f"border_{side}_width"] and style[f"border_{side}_style"] not in _UNDRAWN_BORDERS for side in _SIDES
    )
    return has_border or bool(getattr(box, "background", None))


def _shown(box: Any) -> str:
    """Give the beginning of a piece's text, "" for a picture."""
    return _beginning(" ".join(_texts(box)))


def _beginning(words: str) -> str:
    text = " ".join(words.replace(_PLACE_TO_BREAK, "").split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]} …"


def _texts(box: Any) -> Iterator[str]:
    yield getattr(box, "text", "")
    for child in getattr(box, "children", ()):
        yield from _texts(getattr(child, "_box", child))
