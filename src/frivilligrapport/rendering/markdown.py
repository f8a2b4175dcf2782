"""Contributors' Markdown to HTML that is safe to publish."""

import re
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from frivilligrapport.rendering.markdown_escape import ALLOWED_SCHEMES
from frivilligrapport.rendering.markdown_source import normal_lines
from frivilligrapport.rendering.markdown_tree import put_right

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

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


def to_html(text: object, below: int = 2) -> Markup:
    """Convert a contributor's Markdown to clean HTML whose headings stand below level `below`.

    HTML in the text is shown as typed. Only paragraphs, lists, tables, quotations, emphasis, headings and links to the
    web and mail come out; pictures leave their text behind. A text nested too deeply to be read is shown as typed.
    """
    converter = Markdown(extensions=["tables", "sane_lists", _Contributed(below)])
    try:
        unsafe = converter.convert("\n".join(normal_lines(str(text))))
    except RecursionError:
        return Markup("<p>{}</p>").format(str(text))
    clean = nh3.clean(
        unsafe, tags=_TEXT_TAGS | _TABLE_TAGS, attributes=_ATTRIBUTES, url_schemes=set(ALLOWED_SCHEMES), link_rel=None
    )
    return Markup(_let_tables_scroll(clean))  # noqa: S704 - cleaned by nh3 in the line above


def _let_tables_scroll(clean: str) -> str:
    """Frame tables, so that a wide one scrolls on a phone and a short one stays on one page."""
    return _TABLE.sub(_frame, clean)


def _frame(table: re.Match[str]) -> str:
    short = " kort" if table[0].count("<tr>") <= _MOST_ROWS_HELD_TOGETHER else ""
    return f'<div class="tabelramme{short}" role="group" aria-label="Tabel" tabindex="0">{table[0]}</div>'


class _Contributed(Extension):
    """Switch off what contributors' texts must not do, and put the rest right."""

    def __init__(self, below: int) -> None:
        super().__init__()
        self._below = below

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        for name in _REFUSED_BLOCKS:
            md.parser.blockprocessors.deregister(name)
        for name in _REFUSED_INLINE:
            md.inlinePatterns.deregister(name)
        md.treeprocessors.register(_PutRight(md, self._below), "put_right", _AFTER_INLINE)


class _PutRight(Treeprocessor):
    def __init__(self, md: Markdown, below: int) -> None:
        super().__init__(md)
        self._below = below

    def run(self, root: "Element") -> None:
        put_right(root, self._below)
