"""A finished PDF as a screen reader meets it: its tags in reading order, with the text that each holds."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

# One character of the font's map to text: `<0007> <0046>`.
_LETTER = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>")
# What lies inside a line of text; everything else begins a new one.
_PHRASES = frozenset({"Code", "Link", "Quote", "Reference", "Span"})


class TaggedPdf:
    """Open a PDF and read the tags of its whole document."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root = self.pdf.Root.StructTreeRoot.K[0]
        self._pages = {page.objgen: index for index, page in enumerate(self.pdf.pages)}
        self._contents: dict[int, _Content] = {}

    def elements(self, *roles: str) -> list[Any]:
        """Find all elements of these types, in reading order."""
        return [element for element in walk(self.root) if role_of(element) in roles]

    def marks(self, element: Any) -> list[tuple[int, int]]:
        """List page and number of the marked content that an element holds itself."""
        found = []
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                found.append(self.mark(element, kid))
            elif kid.get("/Type") == "/MCR":
                found.append(self.mark(kid, int(kid.MCID)))
        return found

    def mark(self, of: Any, number: int) -> tuple[int, int]:
        """Name a piece of content by its page and number; `of` says on which page it is."""
        return self._pages[of.Pg.objgen], number

    def drawn(self) -> set[tuple[int, int]]:
        """Name all content of the pages that is no artifact, by page and number."""
        return {(index, number) for index in range(len(self.pdf.pages)) for number in self._content(index).texts}

    def drawn_on(self, page: int) -> list[tuple[int, int]]:
        """Name the content of a page that is no artifact in the order that it is drawn."""
        return [(page, number) for number in self._content(page).texts]

    def artifacts(self) -> list[list[str]]:
        """Give for each page the kinds of its artifacts that a page break made: /Header, /Footer or nothing."""
        return [self._content(index).artifacts for index in range(len(self.pdf.pages))]

    def text(self, element: Any) -> str:
        """Give all text below an element, its paragraphs parted by spaces, white space made one."""
        return " ".join("".join(self._pieces(element)).split())

    def _pieces(self, element: Any) -> Iterator[str]:
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                yield self._text_of(self._pages[element.Pg.objgen], kid)
            elif kid.get("/Type") == "/MCR":
                yield self._text_of(self._pages[kid.Pg.objgen], int(kid.MCID))
            elif kid.get("/Type") == "/StructElem":
                inner = "".join(self._pieces(kid))
                yield inner if role_of(kid) in _PHRASES else f" {inner} "

    def _text_of(self, page: int, number: int) -> str:
        return self._content(page).texts[number]

    def _content(self, page: int) -> "_Content":
        if page not in self._contents:
            self._contents[page] = _read(self.pdf.pages[page])
        return self._contents[page]


def role_of(element: Any) -> str:
    """Give an element's type: P, Table, LI."""
    return str(element.S)[1:]


def kids(element: Any) -> list[Any]:
    """List the children of an element that are elements."""
    found = element.get("/K", pikepdf.Array())
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"]


def walk(element: Any) -> Iterator[Any]:
    """Yield an element and all below it in reading order."""
    yield element
    for kid in kids(element):
        yield from walk(kid)


def read_order(pdf: TaggedPdf) -> list[tuple[int, int]]:
    """Name all content by page and number in the order in which the tags have it."""

    def below(element: Any) -> Iterator[tuple[int, int]]:
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                yield pdf.mark(element, kid)
            elif kid.get("/Type") == "/MCR":
                yield pdf.mark(kid, int(kid.MCID))
            elif kid.get("/Type") == "/StructElem":
                yield from below(kid)

    return list(below(pdf.root))


def outline(element: Any) -> str:
    """Write the types below an element in short: L(LI(Lbl LBody)); phrases are left out."""
    inner = " ".join(outline(kid) for kid in kids(element) if role_of(kid) != "Span")
    return role_of(element) + (f"({inner})" if inner else "")


@dataclass
class _Content:
    """Hold what is drawn on a page: text by its number, and what belongs to the page and not to the document."""

    texts: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)


def _read(page: Any) -> _Content:
    letters = {name: _letters(font) for name, font in page.Resources.Font.items()}
    content, number, font = _Content(), -1, ""
    for instruction in pikepdf.parse_content_stream(page, "BDC EMC Tf TJ"):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" if "/MCID" in operands[1]:
                number = int(operands[1].MCID)
                content.texts[number] = ""
            case "BDC":
                content.artifacts.append(str(operands[1].get("/Subtype", "")))
            case "EMC":
                number = -1
            case "Tf":
                font = str(operands[0])
            case "TJ" if number >= 0:
                strings = b"".join(bytes(piece) for piece in operands[0] if isinstance(piece, pikepdf.String))
                content.texts[number] += _decoded(strings, letters[font])
    return content


def _letters(font: Any) -> dict[int, str]:
    found = _LETTER.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in found}


def _decoded(strings: bytes, letters: dict[int, str]) -> str:
    return "".join(letters[int.from_bytes(strings[at : at + 2])] for at in range(0, len(strings), 2))
