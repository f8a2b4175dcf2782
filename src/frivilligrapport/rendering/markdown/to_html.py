"""A contributor's Markdown to clean HTML: the normal form, put right as a tree, cleaned.

Each step on the tree answers a measured failure: PDF/UA refuses paragraphs inside list items and markup inside links,
and WeasyPrint complains about links that lead nowhere.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from frivilligrapport.grammar.markdown.signs import ALLOWED_SCHEMES, IN_LANGUAGE, LINK, PieceKind, read_signs
from frivilligrapport.rendering.html_tables import TABLE, framed
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
    "span",
    "strong",
    "ul",
}
_TABLE_TAGS = {"table", "tbody", "td", "th", "thead", "tr"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "span": {"lang"}, "th": {"scope", "class"}, "td": {"class"}}
# Raw HTML, link definitions (they reach over all texts), typewriter blocks and underlined headings: none is written.
_REFUSED_BLOCKS = ("code", "reference", "setextheader")
# The attribute that holds what a tag says.
_SAYS = {LINK: "href", IN_LANGUAGE: "lang"}
# An address that stands in a text by itself; the sign that ends a sentence, and a bracket around it, are not its own.
_BARE_ADDRESS = re.compile(r"(?<!\]\()(https?://(?:&amp;|[^\s<>\"»«|()&])*[^\s<>\"»«|()&.,:;!?'*_])")
_SIGNS = "inline"  # the converter's own name for the step that reads signs
_READING_SIGNS = 20
_PUTTING_RIGHT = 15
_RIGHT = "text-align: right;"


def to_html(text: object, below: int = 2) -> Markup:
    """Convert a contributor's Markdown to clean HTML whose headings stand below level `below`.

    Only paragraphs, lists, tables, quotations, emphasis, headings and links to the web and mail come out; all else in
    the text is shown as it was typed.
    """
    return ToHtml().convert(text, below)


class ToHtml:
    """Convert contributors' Markdown to clean HTML as `to_html` does, one text after another, with one converter."""

    def __init__(self) -> None:
        self._converter = _converter()

    def convert(self, text: object, below: int = 2) -> Markup:
        """Convert a text."""
        unsafe = self._converter.reset().convert(normal_form(text, below, with_languages=True))
        clean = nh3.clean(
            unsafe,
            tags=_TEXT_TAGS | _TABLE_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes=set(ALLOWED_SCHEMES),
            link_rel=None,
        )
        return Markup(TABLE.sub(lambda table: framed(table[0]), clean))  # noqa: S704 - cleaned by nh3 in the line above


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
            parents.append(SubElement(parent, tag, {_SAYS[tag]: safe} if tag in _SAYS else {}))
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
        _link_addresses(root)


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


def _link_addresses(root: Element) -> None:
    """Put a link on each address that stands in a text, as GitHub does with the Markdown edition."""
    for element in _outside_links(root):
        texts = [element.text or "", *(child.tail or "" for child in element)]
        for index in reversed(range(len(texts))):
            before, *rest = _BARE_ADDRESS.split(texts[index])
            if rest:
                _set_text(element, index, before)
                for place, (address, after) in enumerate(zip(rest[::2], rest[1::2], strict=True), index):
                    link = Element(LINK, {_SAYS[LINK]: address})
                    link.text, link.tail = address, after
                    element.insert(place, link)


def _outside_links(element: Element) -> Iterator[Element]:
    """Yield an element and all in it, but links and code and what is in them."""
    if element.tag not in {LINK, "code"}:
        yield element
        for child in list(element):
            yield from _outside_links(child)


def _set_text(parent: Element, index: int, text: str) -> None:
    """Set the text that stands before the child at `index`."""
    if index == 0:
        parent.text = text
    else:
        parent[index - 1].tail = text


def _append_text(parent: Element, index: int, text: str) -> None:
    """Add text to what stands before the child at `index`."""
    before = parent.text if index == 0 else parent[index - 1].tail
    _set_text(parent, index, (before or "") + text)
