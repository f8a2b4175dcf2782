"""A contributor's Markdown to clean HTML: read, put right as a tree, cleaned.

Each step on the tree answers a measured failure: PDF/UA refuses paragraphs inside list items and markup inside links,
and WeasyPrint complains about links that lead nowhere.
"""

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from frivilligrapport.rendering.markdown.escape import ALLOWED_SCHEMES, fit_levels, is_allowed_address
from frivilligrapport.rendering.markdown.source import normal_lines

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
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
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
# Raw HTML, link definitions (they reach over all texts) and typewriter blocks (an accident of indentation).
_REFUSED_BLOCKS = ("code", "reference")
_REFUSED_INLINE = ("html", "reference", "short_reference", "image_reference", "short_image_ref", "autolink", "automail")
_AFTER_INLINE = 15
# nh3 writes the tags in these forms and no others.
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_MOST_ROWS_HELD_TOGETHER = 15
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CELL_TEXT = re.compile(r"(?<=>)[^<]+")
# As much of a word in a cell as is never broken, and the words that are longer; an entity is one sign.
_LONGEST_UNBROKEN = 16
_LONG_WORD = re.compile(r"(?:&#?\w+;|[^\s&<>]){17,}")
_PIECE = re.compile(r"(?:&#?\w+;|[^&/._-]){1,12}[/._-]*|[/._-]+|.")
# In em: the width of a small letter, a capital and the widest letters; the room beside a column, the width of the text,
# and both where the table is set tight over the whole page.
_LETTER, _CAPITAL, _WIDEST = 0.54, 0.68, 0.92
_GAP, _TEXT_WIDTH = 0.9, 33.0
_TIGHT_GAP, _TIGHT_WIDTH = 0.5, 51.0


def to_html(text: object, below: int = 2) -> Markup:
    """Convert a contributor's Markdown to clean HTML whose headings stand below level `below`.

    HTML in the text is shown as typed. Only paragraphs, lists, tables, quotations, emphasis, headings and links to the
    web and mail come out; pictures leave their text behind. A text nested too deeply to be read is shown as typed.
    """
    try:
        unsafe = _converter(below).convert("\n".join(normal_lines(str(text))))
    except RecursionError:
        return Markup("<p>{}</p>").format(str(text))
    clean = nh3.clean(
        unsafe, tags=_TEXT_TAGS | _TABLE_TAGS, attributes=_ATTRIBUTES, url_schemes=set(ALLOWED_SCHEMES), link_rel=None
    )
    return Markup(_TABLE.sub(_frame, clean))  # noqa: S704 - cleaned by nh3 in the line above


def _frame(table: re.Match[str]) -> str:
    """Frame a table, so that a wide one scrolls on a phone and a short one stays on one page.

    One that is wider than the page is set tight, or on a page that lies down; long words in it may be broken.
    """
    short = " kort" if table[0].count("<tr>") <= _MOST_ROWS_HELD_TOGETHER else ""
    classes = f"tabelramme skrevet{short}{_room(table[0])}"
    breakable = _CELL_TEXT.sub(lambda text: _LONG_WORD.sub(_with_breaks, text[0]), table[0])
    return f'<div class="{classes}" role="group" aria-label="Tabel" tabindex="0">{breakable}</div>'


def _room(table: str) -> str:
    """Give the class of the room that a table needs: "" where it is as wide as the text."""
    rows = [_CELL.findall(row) for row in table.split("</tr>")]
    widest: dict[int, float] = {}
    for row in rows:
        for column, cell in enumerate(row):
            words = html.unescape(_TAG.sub("", cell)).split()
            most = max((sum(map(_width, word[:_LONGEST_UNBROKEN])) for word in words), default=_LETTER)
            widest[column] = max(widest.get(column, _LETTER), most)
    words_width = sum(widest.values())
    if words_width + len(widest) * _GAP <= _TEXT_WIDTH:
        return ""
    return " taet" if words_width + len(widest) * _TIGHT_GAP <= _TIGHT_WIDTH else " taet bred"


def _width(letter: str) -> float:
    if letter in "MWmw@%":
        return _WIDEST
    return _CAPITAL if letter.isupper() else _LETTER


def _with_breaks(word: re.Match[str]) -> str:
    """Let a long word be broken: after its signs, else between letters."""
    pieces = _PIECE.findall(word[0])
    return "<wbr>".join(pieces)


def _converter(below: int) -> Markdown:
    """Make a converter that cannot do what contributors' texts must not, and puts the rest right."""
    converter = Markdown(extensions=["tables", "sane_lists"])
    converter.preprocessors.deregister("html_block")
    for name in _REFUSED_BLOCKS:
        converter.parser.blockprocessors.deregister(name)
    for name in _REFUSED_INLINE:
        converter.inlinePatterns.deregister(name)
    converter.treeprocessors.register(_PutRight(converter, below), "put_right", _AFTER_INLINE)
    return converter


class _PutRight(Treeprocessor):
    """Apply all steps to the tree in place; headings go below level `below`."""

    def __init__(self, md: Markdown, below: int) -> None:
        super().__init__(md)
        self._below = below

    def run(self, root: Element) -> None:
        for step in (_replace_images, _flatten_links, _tighten_items, _scope_headers):
            step(root)
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        levels = fit_levels((_HEADINGS[heading.tag] for heading in headings), self._below)
        for heading, level in zip(headings, levels, strict=True):
            heading.tag = f"h{level}"


def _replace_images(root: Element) -> None:
    """Leave a picture's text in its place: a report fetches nothing from outside."""
    _replace(root, lambda element: element.get("alt", "") if element.tag == "img" else None)


def _flatten_links(root: Element) -> None:
    """Keep plain text in links to the web and mail, and only the text of all other links."""
    for link in root.iter("a"):
        text = "".join(link.itertext())
        del link[:]
        link.text = text or link.get("href", "")
        link.attrib.pop("title", None)

    def refused(element: Element) -> str | None:
        is_refused = element.tag == "a" and not is_allowed_address(element.get("href", ""))
        return element.text or "" if is_refused else None

    _replace(root, refused)


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


def _scope_headers(root: Element) -> None:
    """Say what a header cell heads, and make an empty one an ordinary cell, which it is."""
    for cell in root.iter("th"):
        cell.attrib.clear()
        if "".join(cell.itertext()).strip():
            cell.set("scope", "col")
        else:
            cell.tag = "td"


def _replace(root: Element, text_for: Callable[[Element], str | None]) -> None:
    """Put a text in the place of each element for which `text_for` gives one."""
    for parent in list(root.iter()):
        for index in reversed(range(len(parent))):
            text = text_for(parent[index])
            if text is not None:
                tail = parent[index].tail or ""
                del parent[index]
                _append_text(parent, index, text + tail)


def _append_text(parent: Element, index: int, text: str) -> None:
    """Add text to what stands before the child at `index`."""
    if index == 0:
        parent.text = (parent.text or "") + text
    else:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
