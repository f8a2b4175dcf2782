"""The text that a PDF draws, in the order of the tags, with the spaces that stand in the HTML and are not drawn.

At the end of a line no space is drawn, and readers would run two words together.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from frivilligrapport.rendering.pdf.ink import Content
from frivilligrapport.rendering.pdf.tags.structure import Mark, Node, Structure

# What begins a text of its own; all other elements are phrases inside one.
_PHRASES = frozenset({"Code", "Link", "Quote", "Reference", "Span"})
# A hard space too: it is drawn with the glyph of the ordinary one.
_PLACE_TO_BREAK = "\u200b"  # is not drawn
_WHITE = re.compile(r"[ \t\n\r\f\u00a0]+")
_NOTHING = Content()

Drawn = Mapping[Mark, Content]


def write_spaces(structure: Structure, drawn: Drawn, fonts: Any) -> Drawn:
    """Add the missing spaces to what is drawn, and give that; `fonts` are those of WeasyPrint's document."""
    spaces = _spaces(fonts)
    after = [
        mark
        for node in structure.root.walk()
        if node.role not in _PHRASES and node.origin.html is not None
        for mark in _ends_without_space(node, drawn)
    ]
    return {**drawn, **{mark: _with_space(structure.operators(mark.page), drawn[mark], spaces) for mark in after}}


def _spaces(fonts: Any) -> dict[str, tuple[bytes, str]]:
    """Find the glyph of the space, and its text, in each font that draws one, by the font's name."""
    found: dict[str, tuple[bytes, str]] = {}
    for font in fonts.values():
        for glyph, text in font.to_unicode.items():
            if text in {" ", "\u00a0"}:
                found.setdefault(font.hash, (f"{glyph:04x}".encode(), text))
    return found


def _ends_without_space(node: Node, drawn: Drawn) -> Iterator[Mark]:
    """Follow a text through its HTML; yield each piece after which a space stands there and is not drawn.

    What the style sheet adds is not in the HTML, and is a word of its own.
    """
    marks = tuple(_marks(node))
    if len(marks) < 2:  # noqa: PLR2004 - nothing follows what is alone
        return
    text, place = _WHITE.sub(" ", _text(node.origin.html)).replace(_PLACE_TO_BREAK, ""), 0
    last: Mark | None = None
    for mark in marks:
        piece = drawn.get(mark, _NOTHING).text
        words = _WHITE.sub(" ", piece).strip()
        if not words:
            continue
        found = text.find(words, place)
        has_space = found <= 0 or text[found - 1] == " "
        place = place if found < 0 else found + len(words)
        if last and has_space and not (drawn[last].text.endswith(" ") or piece.startswith(" ")):
            yield last
        last = mark


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


def _with_space(operators: list[Any], drawn: Content, spaces: dict[str, tuple[bytes, str]]) -> Content:
    """Draw a space after a piece of text, in another font when its own draws none: the fonts hold what they draw.

    What follows stands where it stood, for each line has its own place and font.
    """
    if not spaces:
        return drawn
    name = drawn.font if drawn.font in spaces else min(spaces)
    glyph, space = spaces[name]
    if name == drawn.font:
        operators[drawn.place] = operators[drawn.place].removesuffix(b"] TJ") + b"<" + glyph + b">] TJ"
    else:
        operators[drawn.place] += b"\n/" + name.encode() + b" 9 Tf\n[<" + glyph + b">] TJ"
    return drawn._replace(text=drawn.text + space)


def spoken_text(structure: Structure, drawn: Drawn) -> str:
    """Give the text, each text of its own on a line of its own; `drawn` holds the spaces that `write_spaces` adds."""
    parts: list[str] = []

    def read(node: Node) -> None:
        parts.append("" if node.role in _PHRASES else "\n")
        for kid in node.kids:
            if isinstance(kid, Mark):
                parts.append(drawn[kid].text if kid in drawn else "")
            elif isinstance(kid, Node):
                read(kid)
        parts.append("" if node.role in _PHRASES else "\n")

    read(structure.root)
    return "".join(parts)
