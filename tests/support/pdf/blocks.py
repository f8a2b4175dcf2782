"""Two editions of a document as lists of the same blocks: Markdown, and what a screen reader hears of the PDF.

The Markdown is the text of record. Where the PDF says the same in another way, it is named here and nowhere else:

- a table's title is its caption, where Markdown has a paragraph in bold before the table;
- a facts box is a table without a head, whose caption is the head of Markdown's second column;
- charts stand beside the tables that hold their numbers, and are in the PDF only (`charts_left_out`);
- notes to a figure stand in lines of their own, where Markdown has parentheses;
- key figures stand in three lines, where Markdown has a comma;
- the line above a chapter's heading is read before it, in Markdown after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown_it import MarkdownIt

from support.pdf.tagged_pdf import TaggedPdf, kids, role_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_GROUPS = frozenset({"Div", "Document", "Part", "Sect"})
_SET_IN_ONE_EDITION = re.compile(r"[()]")
_FACTS = "Emne"
CONTENTS = "Indhold"


@dataclass(frozen=True)
class Block:
    """Hold a heading (h1 to h6), a paragraph (p), an item of a list (li, with its depth) or a table (with its rows)."""

    kind: str
    text: str
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def plain(text: str) -> str:
    """Give the words of a text without the signs that only one edition sets."""
    return " ".join(_SET_IN_ONE_EDITION.sub("", text).split())


def blocks_of_markdown(text: str) -> list[Block]:
    """Read the Markdown edition, as GitHub does."""
    html = MarkdownIt("commonmark", {"xhtmlOut": True}).enable("table").render(text)
    return list(_titled(_html_blocks(fromstring(f"<div>{html}</div>"))))  # noqa: S314 - our own text


def blocks_of_pdf(pdf: TaggedPdf) -> list[Block]:
    """Read the PDF's tags in order; charts and the contents are left out."""
    return list(_pdf_blocks(pdf, pdf.root))


def contents_of_pdf(pdf: TaggedPdf) -> list[Block]:
    """Read the table of contents, without its page numbers, as Markdown's list."""
    tables = [one for one in pdf.elements("TOC") if role_of(one.P) != "TOCI"]
    return [entry for one in tables for entry in _entries(pdf, one, 1)]


def _entries(pdf: TaggedPdf, contents: Any, depth: int) -> Iterator[Block]:
    for item in kids(contents):
        for kid in kids(item):
            if role_of(kid) == "Reference":
                yield Block("li", _item(pdf.text(kid)), depth)
            elif role_of(kid) == "TOC":
                yield from _entries(pdf, kid, depth + 1)


def parted(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part cover, colophon and contents, which each edition orders its own way, from the chapters.

    The contents, and the colophon below them, may stand between chapters.
    """
    front: list[Block] = []
    chapters: list[Block] = []
    into = front
    for one in blocks:
        if one.kind == "h2":
            into = front if one.text == CONTENTS else chapters
        into.append(one)
    return front, chapters


def _html_blocks(parent: Element, depth: int = 0) -> Iterator[Block]:
    for element in parent:
        if element.tag in _HEADINGS or element.tag == "p":
            yield Block(element.tag, plain("".join(element.itertext())))
        elif element.tag == "table":
            rows = [tuple(plain("".join(cell.itertext())) for cell in row) for row in element.iter("tr")]
            yield Block("table", "", rows=tuple(rows))
        elif element.tag in {"ul", "ol"}:
            yield from _html_items(element, depth + 1)
        else:
            yield from _html_blocks(element, depth)


def _html_items(items: Element, depth: int) -> Iterator[Block]:
    for item in items:
        inner = [kid for kid in item if kid.tag in {"ul", "ol"}]
        own = "".join(item.itertext())
        for one in inner:
            own = own.replace("".join(one.itertext()), "")
        yield Block("li", _item(own), depth)
        for one in inner:
            yield from _html_items(one, depth + 1)


def _titled(blocks: Iterator[Block]) -> Iterator[Block]:
    """Give a table the paragraph before it as its title."""
    before: Block | None = None
    for block in blocks:
        if block.kind == "table" and block.rows[0][0] == _FACTS:
            yield from (before,) if before else ()
            before = Block("table", block.rows[0][1], rows=block.rows[1:])
        elif block.kind == "table" and before and before.kind == "p":
            before = Block("table", before.text, rows=block.rows)
        else:
            yield from (before,) if before else ()
            before = block
    yield from (before,) if before else ()


def _pdf_blocks(pdf: TaggedPdf, parent: Any, depth: int = 0) -> Iterator[Block]:
    for element in _heading_first(kids(parent)):
        role = role_of(element)
        if role.lower() in _HEADINGS or role == "P":
            yield Block(role.lower(), plain(pdf.text(element)))
        elif role == "Table":
            yield _table(pdf, element)
        elif role == "L":
            yield from _pdf_items(pdf, element, depth + 1)
        elif role == "Div" and any(role_of(kid) in {"Figure", "Caption"} for kid in kids(element)):
            continue
        elif role in _GROUPS or role == "BlockQuote":
            yield from _pdf_blocks(pdf, element, depth)


def _heading_first(elements: list[Any]) -> list[Any]:
    """Read a chapter's heading before the line that stands above it."""
    roles = [role_of(one) for one in elements]
    if roles[:2] == ["P", "H2"]:
        return [elements[1], elements[0], *elements[2:]]
    return elements


def _table(pdf: TaggedPdf, table: Any) -> Block:
    caption = next((pdf.text(kid) for kid in kids(table) if role_of(kid) == "Caption"), "")
    groups = [kid for kid in kids(table) if role_of(kid) in {"THead", "TBody", "TFoot"}]
    rows = [row for group in groups for row in kids(group)]
    cells = tuple(tuple(plain(pdf.text(cell)) for cell in kids(row)) for row in rows)
    return Block("table", plain(caption), rows=cells)


def _pdf_items(pdf: TaggedPdf, items: Any, depth: int) -> Iterator[Block]:
    for item in kids(items):
        (body,) = [kid for kid in kids(item) if role_of(kid) == "LBody"]
        inner = [kid for kid in kids(body) if role_of(kid) == "L"]
        own = pdf.text(body)
        for one in inner:
            own = own.replace(pdf.text(one), "")
        yield Block("li", _item(own), depth)
        for one in inner:
            yield from _pdf_items(pdf, one, depth + 1)


def _item(text: str) -> str:
    """Give an item's words; a comma may be a new line in the other edition."""
    return plain(text.replace(",", ""))
