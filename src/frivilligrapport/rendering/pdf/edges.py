"""What reaches outside its place on a page: text or pictures beyond the type area, the sheet or their table's cell.

Read from the pages as WeasyPrint has laid them out, which is what it draws.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frivilligrapport.rendering.pdf.faults import Overrun

_SLACK = 0.6  # pixels: rounding
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Area:
    """Hold the edges that what stands inside must keep within, in pixels from the sheet's upper left corner."""

    left: float
    right: float
    bottom: float

    def holds(self, box: Any) -> bool:
        return bool(
            box.position_x >= self.left - _SLACK
            and box.position_x + box.width <= self.right + _SLACK
            and box.position_y + box.height <= self.bottom + _SLACK
        )


def find_overruns(pages: Any) -> tuple[Overrun, ...]:
    """List what stands outside its place on WeasyPrint's laid out pages, page by page, each text of a page once."""
    found = (
        Overrun(number, _shown(box))
        for number, page in enumerate(pages, start=1)
        for box, area in _pieces(page._page_box, _type_area(page._page_box))  # noqa: SLF001 - has no public name
        if not area.holds(box)
    )
    return tuple(dict.fromkeys(found))


def _type_area(sheet: Any) -> _Area:
    left, top = sheet.content_box_x(), sheet.content_box_y()
    return _Area(left, left + sheet.width, top + sheet.height)


def _pieces(box: Any, area: _Area) -> Iterator[tuple[Any, _Area]]:
    """Give every text and picture on a page with the area that it belongs in."""
    kind = type(box).__name__
    if kind == "MarginBox":
        left, top = box.position_x, box.position_y
        area = _Area(left, left + box.margin_width(), top + box.margin_height())
    elif kind == "TableCellBox":
        left = box.content_box_x()
        area = _Area(max(area.left, left), min(area.right, left + box.width), area.bottom)
    if hasattr(box, "replacement") or getattr(box, "text", "").strip():
        yield box, area
    for child in getattr(box, "children", ()):
        yield from _pieces(getattr(child, "_box", child), area)


def _shown(box: Any) -> str:
    """Give the beginning of a piece's text, "" for a picture."""
    text = " ".join(getattr(box, "text", "").split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]} …"
