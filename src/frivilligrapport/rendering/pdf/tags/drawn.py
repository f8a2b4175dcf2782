"""What a PDF draws, as text: read in the order of the tags, with the spaces that stand in the HTML and are not drawn.

At the end of a line no space is drawn, and readers would run two words together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Mark, Node, Structure

_FONT = re.compile(rb"/(\w+) [\d.]+ Tf")
_PREPARES = re.compile(rb"BT|ET|.* (?:Tm|Td|Tf|gs|rg|RG|w)")
_STRING = re.compile(rb"<([0-9a-f]*)>")
# What begins a text of its own; all other elements are phrases inside one.
_PHRASES = frozenset({"Code", "Link", "Quote", "Reference", "Span"})
# A hard space too: it is drawn with the glyph of the ordinary one.
_PLACE_TO_BREAK = "\u200b"  # is not drawn
_WHITE = re.compile(r"[ \t\n\r\f\u00a0]+")


@dataclass(frozen=True)
class Drawn:
    """Hold a piece of marked content: its text, where its last string is among the operators, and its font.

    `place` is -1 for what is no text.
    """

    text: str = ""
    place: int = -1
    font: bytes = b""


def drawn_content(structure: Structure, fonts: Any) -> dict[Mark, Drawn]:
    """Find the marked content that draws something; `fonts` are those of WeasyPrint's document.

    What only sets colours and fonts draws nothing, such as the box of a line break.
    """
    letters = {font.hash.encode(): font.to_unicode for font in fonts.values()}
    return {
        Mark(page, number): drawn
        for page in range(len(structure.references))
        for number, drawn in _drawn_on(structure.operators(page), letters).items()
    }


def _drawn_on(operators: list[Any], letters: dict[bytes, dict[int, str]]) -> dict[int, Drawn]:
    """Find what is drawn on a page, by its number; `letters` gives the text of each font's glyphs, by its name."""
    found: dict[int, Drawn] = {}
    number, font = -1, b""
    for place, operator in enumerate(operators):
        if operator == b"BDC" and isinstance(operators[place - 1], pydyf.Dictionary):
            number = operators[place - 1].get("MCID", -1)
        elif operator == b"EMC":
            number = -1
        elif isinstance(operator, bytes) and (named := _FONT.fullmatch(operator)):
            font = named[1]
        elif number >= 0 and isinstance(operator, bytes) and operator.endswith(b" TJ"):
            before = found.get(number, Drawn()).text
            found[number] = Drawn(before + _decoded(operator, letters.get(font, {})), place, font)
        elif number >= 0 and not (isinstance(operator, bytes) and _PREPARES.fullmatch(operator)):
            found.setdefault(number, Drawn())
    return found


def _decoded(operator: bytes, letters: dict[int, str]) -> str:
    glyphs = b"".join(_STRING.findall(operator))
    return "".join(letters.get(int(glyphs[at : at + 4], 16), "") for at in range(0, len(glyphs), 4))


def write_spaces(structure: Structure, drawn: dict[Mark, Drawn], fonts: Any) -> None:
    """Add the missing spaces to what is drawn; `fonts` are those of WeasyPrint's document."""
    spaces = _space_glyphs(fonts)
    for node in structure.root.walk():
        if node.role not in _PHRASES and node.origin.html is not None:
            for mark in _ends_without_space(node, drawn):
                _append_space(structure.operators(mark.page), drawn[mark], spaces)


def _space_glyphs(fonts: Any) -> dict[bytes, bytes]:
    """Find the glyph of the space in each font that draws one, by the font's name."""
    found: dict[bytes, bytes] = {}
    for font in fonts.values():
        for glyph, text in font.to_unicode.items():
            if text in {" ", "\u00a0"}:
                found.setdefault(font.hash.encode(), f"{glyph:04x}".encode())
    return found


def _ends_without_space(node: Node, drawn: dict[Mark, Drawn]) -> Iterator[Mark]:
    """Follow a text through its HTML; yield each piece after which a space stands there and is not drawn.

    What the style sheet adds is not in the HTML, and is a word of its own.
    """
    text, place = _WHITE.sub(" ", _text(node.origin.html)).replace(_PLACE_TO_BREAK, ""), 0
    last: Mark | None = None
    for mark in _marks(node):
        piece = drawn.get(mark, Drawn()).text
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


def _append_space(operators: list[Any], drawn: Drawn, spaces: dict[bytes, bytes]) -> None:
    """Draw a space after a piece of text, in another font when its own draws none: the fonts hold what they draw.

    What follows stands where it stood, for each line has its own place and font.
    """
    if drawn.font in spaces:
        operators[drawn.place] = operators[drawn.place].removesuffix(b"] TJ") + b"<" + spaces[drawn.font] + b">] TJ"
    elif spaces:
        name, glyph = min(spaces.items())
        operators[drawn.place] += b"\n/" + name + b" 9 Tf\n[<" + glyph + b">] TJ"


def spoken_text(structure: Structure, fonts: Any) -> str:
    """Give the text, each text of its own on a line of its own; `fonts` are those of WeasyPrint's document.

    The structure must be repaired, so that spaces that the page does not draw are there.
    """
    drawn = drawn_content(structure, fonts)
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
