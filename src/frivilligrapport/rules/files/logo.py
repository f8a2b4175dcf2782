"""The logo must be there, be a picture, and hold all it needs (FR382, FR383)."""

import re
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from frivilligrapport.collection.values import Logo, Samling
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.rules.rule import error, folder_rule

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_EXAMPLE = "# fil: kommune.yaml\nudseende:\n  logo: indberetninger/logo.svg\n"
_DRAWING = '# fil: logo.svg\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}<path d="M0 0h9v9z"/></svg>\n'
NO_LOGO = error(
    "FR382",
    "Logoets fil er der ikke",
    "»logo« er stien til en fil i arbejdsmappen, for eksempel skabeloner/logo.svg. Stien regnes fra den mappe, hvor "
    "indberetninger ligger.",
    _EXAMPLE.replace("logo.svg", "vores-logo.svg") + _DRAWING.format(""),
    _EXAMPLE + _DRAWING.format(""),
)
BAD_LOGO = error(
    "FR383",
    "Logoet kan ikke bruges",
    "Et logo er en svg- eller png-fil på højst 2 MB. En svg-fil må ikke hente noget andre steder fra og ikke indeholde "
    "programmer eller tekst, for så ser den ikke ens ud på alle maskiner.",
    _EXAMPLE + _DRAWING.format("<script>hent()</script>"),
    _EXAMPLE + _DRAWING.format(""),
)
_MOST_BYTES = 2_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER = struct.Struct(">8xI4sII")
_SVG = "{http://www.w3.org/2000/svg}"
_FORBIDDEN = {
    "script": "et program (script)",
    "foreignObject": "en del, der ikke er tegning (foreignObject)",
    "text": "tekst",
}
_SAFE_ADDRESSES = ("#", "data:image/png", "data:image/jpeg")
_OUTWARD = pattern(r"@import|url\(\s*[\"']?\s*(?!#)", re.IGNORECASE)


def logo_fault(logo: Logo) -> str:
    """Say what is wrong with a logo that is there, "" when it can be used."""
    data = logo.data or b""
    if len(data) > _MOST_BYTES:
        return "Filen fylder mere end 2 MB."
    match logo.ending:
        case "svg":
            return _svg_fault(data)
        case "png":
            return "" if _is_png(data) else "Filen er ikke et png-billede."
        case _:
            return "Filens navn slutter hverken på .svg eller .png."


def _is_png(data: bytes) -> bool:
    if len(data) < _PNG_HEADER.size or not data.startswith(_PNG):
        return False
    _, chunk, width, height = _PNG_HEADER.unpack_from(data)
    return bool(chunk == b"IHDR" and width and height)


def _svg_fault(data: bytes) -> str:
    if b"<!ENTITY" in data:
        return "Filen definerer sine egne tegn (ENTITY)."
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - few municipalities have a drawing, and all wait for it

    try:
        # Nothing outside is fetched, and what could grow was refused above.
        root = ET.fromstring(data)  # noqa: S314
    except (ET.ParseError, ValueError, LookupError):
        return "Filen er ikke en svg-tegning."
    if root.tag != f"{_SVG}svg":
        return "Filen er ikke en svg-tegning."
    return next((found for element in root.iter() if (found := _element_fault(element))), "")


def _element_fault(element: "Element") -> str:
    name = str(element.tag).removeprefix(_SVG)
    if name in _FORBIDDEN:
        return f"Tegningen indeholder {_FORBIDDEN[name]}."
    if name == "style" and _OUTWARD.search(element.text or ""):
        return "Tegningen henter noget et andet sted fra (style)."
    named = ((name.rpartition("}")[2].lower(), value) for name, value in element.attrib.items())
    return next((fault for name, value in named if (fault := _attribute_fault(name, value))), "")


def _attribute_fault(name: str, value: str) -> str:
    if name.startswith("on"):
        return f"Tegningen indeholder et program ({name})."
    leads_out = name == "href" and not value.strip().startswith(_SAFE_ADDRESSES)
    return f"Tegningen henter noget et andet sted fra ({name})." if leads_out or _OUTWARD.search(value) else ""


@folder_rule(NO_LOGO)
def _absent(samling: Samling) -> Iterator[Problem]:
    if samling.logo and samling.logo.data is None:
        message = f"Filen »{samling.logo.file}« er ikke i arbejdsmappen."
        yield from _problem(samling, NO_LOGO, message, "Læg filen i mappen skabeloner, og skriv skabeloner/ og navnet.")


@folder_rule(BAD_LOGO)
def _unusable(samling: Samling) -> Iterator[Problem]:
    if samling.logo and samling.logo.data is not None and (fault := logo_fault(samling.logo)):
        hint = "Bed om logoet som svg med tekst lavet om til kurver, eller som png."
        yield from _problem(samling, BAD_LOGO, f"Logoet »{samling.logo.file}« kan ikke bruges. {fault}", hint)


def _problem(samling: Samling, kind: Kind, message: str, hint: str) -> Iterator[Problem]:
    typed = samling.kommune.udseende.logo if samling.kommune and samling.kommune.udseende else None
    if typed:
        yield Problem(typed.location, kind, message, hint)
