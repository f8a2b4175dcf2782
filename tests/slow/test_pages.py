"""The printed pages: nothing clipped, nothing lost, no heading left behind at the foot of a page."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps
from weasyprint import HTML

from frivilligrapport.rendering.pdf.typeset import lay_out, to_pdf

pytestmark = pytest.mark.slow
REPORTS = ["full", "smallest", "draft", "hard"]
HEADS = {"h2", "h3", "h4", "caption", "figcaption", "thead"}
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption"}
NINE_POINTS = 12 - 0.01  # pixels
SLACK = 0.6  # pixels: rounding


@cache
def laid_out(html: str) -> list[Any]:
    """Lay a report out; give the engine's pages."""
    return [one._page_box for one in lay_out(HTML(string=html), {}).pages]


def pieces(box: Any, heads: tuple[Any, ...] = (), cell: Any = None) -> Iterator[tuple[Any, tuple[Any, ...], Any]]:
    """Give every text and drawing of the body on a page, with the heads around it and the table cell it stands in."""
    name = type(box).__name__
    if name == "MarginBox":
        return
    heads = (*heads, box) if box.element_tag in HEADS else heads
    cell = box if name == "TableCellBox" else cell
    if hasattr(box, "replacement") or getattr(box, "text", "").strip():
        yield box, heads, cell
    for child in getattr(box, "children", ()):
        yield from pieces(getattr(child, "_box", child), heads, cell)


@pytest.mark.parametrize("name", REPORTS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(pages: dict[str, str], name: str) -> None:
    """Below or beside each heading and each table's head, on the same page, stands what it heads."""
    alone = []
    for number, sheet in enumerate(laid_out(pages[name]), start=1):
        found = [(box, heads) for box, heads, _ in pieces(sheet)]
        lowest = max((box.position_y + box.height for box, heads in found if not heads), default=0)
        alone += [
            f"page {number}: {box.text}" for box, heads in found if heads and heads[0].position_y >= lowest - SLACK
        ]
    assert alone == []


@pytest.mark.parametrize("name", REPORTS)
def test_no_type_is_smaller_than_nine_points(pages: dict[str, str], name: str) -> None:
    """In running heads, notes, tables and drawings too."""
    small = []
    for number, sheet in enumerate(laid_out(pages[name]), start=1):
        for one in sheet.descendants():
            box = getattr(one, "_box", one)
            if getattr(box, "text", "").strip() and box.style["font_size"] < NINE_POINTS:
                small.append(f"page {number}: {box.text}")
            if box.element_tag == "svg":
                scale = min(box.width / float(box.element.get("viewBox").split()[2]), box.height)
                texts = [text for text in box.element.iter() if text.text and text.text.strip()]
                sizes = [float(text.get("font-size", 12)) for text in texts]
                small += [f"page {number}: a drawing, {size * scale}" for size in sizes if size * scale < NINE_POINTS]
    assert small == []


def places(sheet: Any) -> Iterator[tuple[float, float, float, float]]:
    """Give the edges, in pixels, of all that a page may draw in: its type area and its margin boxes."""
    left, top = sheet.content_box_x(), sheet.content_box_y()
    yield left, top, left + sheet.width, top + sheet.height
    for box in sheet.children:
        if type(box).__name__ == "MarginBox":
            left, top = box.position_x, box.position_y
            yield left, top, left + box.margin_width(), top + box.margin_height()


@pytest.mark.parametrize("name", REPORTS)
def test_no_page_has_ink_outside_its_boxes(pages: dict[str, str], name: str, tmp_path: Path) -> None:
    """What is drawn, seen as a picture, keeps within the type area and the running heads; covers are coloured."""
    target = tmp_path / "rapport.pdf"
    target.write_bytes(to_pdf(pages[name]))
    subprocess.run(["pdftoppm", "-r", "96", "-gray", str(target), str(tmp_path / "side")], check=True)
    pictures = sorted(tmp_path.glob("side*.pgm"))
    sheets = laid_out(pages[name])
    assert len(pictures) == len(sheets)
    spilt = []
    for number, (picture, sheet) in enumerate(zip(pictures, sheets, strict=True), start=1):
        with Image.open(picture) as opened:
            ink = ImageOps.invert(opened.convert("L"))
        for left, top, right, bottom in places(sheet):
            ink.paste(0, (int(left) - 1, int(top) - 1, int(right) + 2, int(bottom) + 2))
        if not is_cover(sheet) and ink.getbbox():
            spilt.append(f"page {number}: {ink.getbbox()}")
    assert spilt == []


def is_cover(sheet: Any) -> bool:
    """Tell whether the sheet itself has a ground."""
    return bool(sheet.background and sheet.background.layers)


class Blocks(HTMLParser):
    """Collect the text of each block of a page's body, without its white space."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []
        self.feed(html.partition("<main")[2].partition("</main>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block."""
        del attrs
        if tag in BLOCKS or tag in {"text", "title", "desc"}:
            self._open.append(tag)
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if self._open and self._open[-1] == tag:
            self._open.pop()
            if tag in {"title", "desc"}:
                self.found.pop()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._open:
            self.found[-1] += re.sub(r"\s", "", data)


def drawn(html: str, folder: Path) -> str:
    """Give the text of the PDF without white space, running heads and feet left out."""
    target = folder / "rapport.pdf"
    target.write_bytes(to_pdf(html))
    inside = ("-x", "62", "-y", "64", "-W", "472", "-H", "712")  # in points: what is inside the margins
    command = ("pdftotext", "-raw", "-r", "72", *inside, str(target), "-")
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", REPORTS)
def test_what_the_content_says_is_what_is_drawn(pages: dict[str, str], name: str, tmp_path: Path) -> None:
    """Every block of the content is in the PDF, letter for letter; one that a page break parts, in two pieces."""
    text = drawn(pages[name], tmp_path)
    blocks = [block for block in Blocks(pages[name]).found if block]
    assert len(blocks) > 30
    assert [block for block in blocks if block not in text and not in_two(block, text)] == []


def in_two(block: str, text: str) -> bool:
    """Tell whether both halves of a block are drawn, wherever it is parted."""
    cuts = range(1, len(block))
    return any(block[:cut] in text and block[cut:] in text for cut in cuts)
