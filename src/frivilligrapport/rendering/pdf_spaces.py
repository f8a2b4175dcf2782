"""A space between words wherever the page has none but a line that ends.

WeasyPrint leaves out the space at a line's end. Who reads the tags and not the page would hear »inogle tilfælde«, so
PDF asks for each word break as a character (ISO 32000-1, 14.8.2.5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frivilligrapport.rendering.pdf_structure import Mark, Node, Structure
from frivilligrapport.rendering.pdf_text import Drawn, append_space, space_glyphs

# What begins a text of its own; all other elements are phrases inside one.
_PHRASES = frozenset({"Code", "Link", "Quote", "Reference", "Span"})
# A hard space too: it is drawn with the glyph of the ordinary one.
_WHITE = re.compile(r"[ \t\n\r\f\u00a0]+")


@dataclass
class _Reading:
    """Follow a text through the HTML that it was made from."""

    text: str
    place: int = 0
    last: Drawn | None = None

    def needs_space(self, drawn: Drawn) -> bool:
        """Go on to the next piece; tell whether a space stood before it in the HTML and is not drawn.

        What the style sheet adds is not in the HTML, and is a word of its own.
        """
        words = _WHITE.sub(" ", drawn.text).strip()
        found = self.text.find(words, self.place)
        between = " " if found < 0 else self.text[self.place : found]
        self.place = self.place if found < 0 else found + len(words)
        drawn_already = self.last is None or self.last.text.endswith(" ") or drawn.text.startswith(" ")
        return between == " " and not drawn_already


def write_spaces(structure: Structure, drawn: dict[Mark, Drawn], fonts: Any) -> None:
    """Add the missing spaces to what is drawn; `fonts` are those of WeasyPrint's document."""
    spaces = space_glyphs(fonts)
    for node in structure.root.walk():
        if node.role not in _PHRASES and node.origin.html is not None:
            for mark in _ends_without_space(node, drawn):
                append_space(structure.operators(mark.page), drawn[mark], spaces)


def _ends_without_space(node: Node, drawn: dict[Mark, Drawn]) -> Iterator[Mark]:
    reading = _Reading(_WHITE.sub(" ", _text(node.origin.html)))
    last: Mark | None = None
    for mark in _marks(node):
        piece = drawn.get(mark)
        if piece is None or not piece.text.strip():
            continue
        if reading.needs_space(piece) and last is not None:
            yield last
        reading.last, last = piece, mark


def _marks(node: Node) -> Iterator[Mark]:
    """Yield the pieces of a text in order, those of its phrases too."""
    for kid in node.kids:
        if isinstance(kid, Mark):
            yield kid
        elif isinstance(kid, Node) and kid.role in _PHRASES:
            yield from _marks(kid)


def _text(html: Any) -> str:
    """Give an element's text, a forced line break as a space."""
    if html.tag == "br":
        return " "
    return (html.text or "") + "".join(_text(kid) + (kid.tail or "") for kid in html)
