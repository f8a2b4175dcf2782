"""The text that WeasyPrint's operators draw, and one more glyph at its end."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pydyf  # type: ignore[import-untyped]  # ships no types

from frivilligrapport.rendering.pdf.tags.structure import Mark, Node, Structure

_FONT = re.compile(rb"/(\w+) [\d.]+ Tf")
_PREPARES = re.compile(rb"BT|ET|.* (?:Tm|Td|Tf|gs|rg|RG|w)")
_STRING = re.compile(rb"<([0-9a-f]*)>")


@dataclass(frozen=True)
class Drawn:
    """Hold a piece of marked content: its text, where its last string is among the operators, and its font.

    `place` is -1 for what is no text.
    """

    text: str = ""
    place: int = -1
    font: bytes = b""


def drawn_on(operators: list[Any], fonts: Any) -> dict[int, Drawn]:
    """Find the marked content of a page that draws something, by its number.

    `fonts` are those of WeasyPrint's document. What only sets colours and fonts draws nothing, such as the box of a
    line break.
    """
    by_name = {font.hash.encode(): font.to_unicode for font in fonts.values()}
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
            text = before + _decoded(_STRING.findall(operator), by_name.get(font, {}))
            found[number] = Drawn(text, place, font)
        elif number >= 0 and not (isinstance(operator, bytes) and _PREPARES.fullmatch(operator)):
            found.setdefault(number, Drawn())
    return found


def space_glyphs(fonts: Any) -> dict[bytes, bytes]:
    """Find the glyph of the space in each font that draws one, by the font's name."""
    found = {font.hash.encode(): _space(font.to_unicode) for font in fonts.values()}
    return {name: glyph for name, glyph in found.items() if glyph}


def append_space(operators: list[Any], drawn: Drawn, spaces: dict[bytes, bytes]) -> None:
    """Draw a space after a piece of text, in another font when its own draws none: the fonts hold what they draw.

    What follows stands where it stood, for each line has its own place and font.
    """
    if drawn.font in spaces:
        operators[drawn.place] = operators[drawn.place].removesuffix(b"] TJ") + b"<" + spaces[drawn.font] + b">] TJ"
    elif spaces:
        name, glyph = min(spaces.items())
        operators[drawn.place] += b"\n/" + name + b" 9 Tf\n[<" + glyph + b">] TJ"


def _decoded(strings: Iterable[bytes], letters: dict[int, str]) -> str:
    glyphs = b"".join(strings)
    return "".join(letters.get(int(glyphs[at : at + 4], 16), "") for at in range(0, len(glyphs), 4))


def _space(letters: dict[int, str]) -> bytes:
    return next((f"{glyph:04x}".encode() for glyph, text in letters.items() if text in {" ", "\u00a0"}), b"")


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
