"""A contributor's Markdown to clean HTML: the normal form, put right as a tree, cleaned.

Each step on the tree answers a measured failure: PDF/UA refuses paragraphs inside list items and markup inside links,
and WeasyPrint complains about links that lead nowhere.
"""

import html
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from frivilligrapport.grammar.markdown.signs import ALLOWED_SCHEMES, PieceKind, read_signs
from frivilligrapport.grammar.markdown.table_room import LONGEST_UNBROKEN, Room, room_of
from frivilligrapport.rendering.markdown.normal_form import normal_form

_TEXT_TAGS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "strong",
    "ul",
}
_TABLE_TAGS = {"table", "tbody", "td", "th", "thead", "tr"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope", "class"}, "td": {"class"}}
# Raw HTML, link definitions (they reach over all texts), typewriter blocks and underlined headings: none is written.
_REFUSED_BLOCKS = ("code", "reference", "setextheader")
_SIGNS = "inline"  # the converter's own name for the step that reads signs
_READING_SIGNS = 20
_PUTTING_RIGHT = 15
_RIGHT = "text-align: right;"
# nh3 writes the tags in these forms and no others.
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CELL_TEXT = re.compile(r"(?<=>)[^<]+")
# The words in a cell that may be broken, and where; an entity is one sign.
_LONG_WORD = re.compile(rf"(?:&#?\w+;|[^\s&<>]){{{LONGEST_UNBROKEN + 1},}}")
_PIECE = re.compile(r"(?:&#?\w+;|[^&/._-]){1,12}[/._-]*|[/._-]+|.")
_CLASSES = {
    Room.COLUMN: "",
    Room.PAGE: " ud",
    Room.PAGE_SMALL: " ud taet",
    Room.LYING: " bred",
    Room.LYING_SMALL: " bred taet",
    Room.NONE: " bred taet trang",
}
# What is held on one page: a table of so many lines, and a row of so many; a page has about fifty.
_LETTERS_ON_A_LINE = 62
_MOST_LINES_OF_A_TABLE, _MOST_LINES_OF_A_ROW = 22, 20


def to_html(text: object, below: int = 2) -> Markup:
    """Convert a contributor's Markdown to clean HTML whose headings stand below level `below`.

    Only paragraphs, lists, tables, quotations, emphasis, headings and links to the web and mail come out; all else in
    the text is shown as it was typed.
    """
    unsafe = _converter().convert(normal_form(text, below))
    clean = nh3.clean(
        unsafe, tags=_TEXT_TAGS | _TABLE_TAGS, attributes=_ATTRIBUTES, url_schemes=set(ALLOWED_SCHEMES), link_rel=None
    )
    return Markup(_TABLE.sub(_frame, clean))  # noqa: S704 - cleaned by nh3 in the line above


def _frame(table: re.Match[str]) -> str:
    """Frame a table, so that a wide one scrolls on a phone and a short one stays on one page.

    One that is wider than the text gets a roomier place; long words in it may be broken, and so may a long row.
    """
    rows = [
        [html.unescape(_TAG.sub("", cell)) for cell in cells]
        for row in table[0].split("</tr>")
        if (cells := _CELL.findall(row))
    ]
    lines = [_lines(row) for row in rows]
    short = " kort" if sum(lines) <= _MOST_LINES_OF_A_TABLE else ""
    tall = " hoej" if max(lines, default=0) > _MOST_LINES_OF_A_ROW else ""
    classes = f"tabelramme skrevet{short}{tall}{_CLASSES[room_of(rows)]}"
    broken = _CELL_TEXT.sub(lambda text: _LONG_WORD.sub(_with_breaks, text[0]), table[0])
    return f'<div class="{classes}" role="group" aria-label="Tabel" tabindex="0">{broken}</div>'


def _lines(row: Sequence[str]) -> int:
    """Guess at the lines of a row whose columns are equally wide."""
    return 1 + max(map(len, row)) * len(row) // _LETTERS_ON_A_LINE


def breakable(text: object) -> Markup:
    """Give a text as HTML in which long words may be broken, so that they take no more room than others in a table."""
    return Markup(_LONG_WORD.sub(_with_breaks, str(escape(text))))  # noqa: S704 - escaped in this line


def _with_breaks(word: re.Match[str]) -> str:
    """Let a long word be broken: after its signs, else between letters."""
    pieces = _PIECE.findall(word[0])
    return "<wbr>".join(pieces)


def _converter() -> Markdown:
    """Make a converter of the normal form; the signs in a line are read as everywhere else."""
    converter = Markdown(extensions=["tables", "sane_lists"])
    converter.preprocessors.deregister("html_block")
    for name in _REFUSED_BLOCKS:
        converter.parser.blockprocessors.deregister(name)
    converter.treeprocessors.register(_ReadSigns(converter), _SIGNS, _READING_SIGNS)
    converter.treeprocessors.register(_PutRight(converter), "put_right", _PUTTING_RIGHT)
    return converter


class _ReadSigns(Treeprocessor):
    """Replace the text of each element by what its signs make of it."""

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.text and element.text.strip():
                _fill(element, element.text)


def _fill(element: Element, text: str) -> None:
    element.text = ""
    within = list(element)
    for child in within:
        element.remove(child)
    parents = [element]
    for kind, _, shown, tag in read_signs(text, is_own=True).pieces:
        # The converter would leave an entity in a text as it is.
        safe = shown.replace("&", "&amp;")
        parent = parents[-1]
        if kind is PieceKind.OPEN:
            parents.append(SubElement(parent, tag, {"href": safe} if safe else {}))
        elif kind is PieceKind.CLOSE:
            parents.pop()
        elif kind is PieceKind.TEXT:
            _append_text(parent, len(parent), safe)
        else:
            one = SubElement(parent, "br" if kind is PieceKind.BREAK else "code")
            one.text = safe if kind is PieceKind.CODE else None
    element.extend(within)


class _PutRight(Treeprocessor):
    """Apply all steps to the tree in place."""

    def run(self, root: Element) -> None:
        _tighten_items(root)
        _set_cells(root)


def _tighten_items(root: Element) -> None:
    """Take the paragraphs out of list items; a second paragraph begins on a new line."""
    for item in root.iter("li"):
        for index in reversed(range(len(item))):
            paragraph = item[index]
            if paragraph.tag == "p":
                follows_text = index > 0 and item[index - 1].tag == "p"
                item[index : index + 1] = [Element("br"), *paragraph] if follows_text else list(paragraph)
                _append_text(item, index + len(paragraph) + follows_text, (paragraph.tail or "").strip())
                _append_text(item, index + follows_text, paragraph.text or "")


def _set_cells(root: Element) -> None:
    """Say what a header cell heads, make an empty one an ordinary cell, which it is, and set figures to the right."""
    for cell in [*root.iter("th"), *root.iter("td")]:
        is_right = cell.get("style") == _RIGHT
        cell.attrib.clear()
        if is_right:
            cell.set("class", "tal")
        if cell.tag == "th" and "".join(cell.itertext()).strip():
            cell.set("scope", "col")
        else:
            cell.tag = "td"


def _append_text(parent: Element, index: int, text: str) -> None:
    """Add text to what stands before the child at `index`."""
    if index == 0:
        parent.text = (parent.text or "") + text
    else:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
