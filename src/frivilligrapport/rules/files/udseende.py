"""The municipality's look: a logo that is there and can be used, and colours that can be read (FR381-FR383)."""

import re
import struct
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from frivilligrapport.collection.values import Logo, Samling
from frivilligrapport.danish import format_number
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.udseende import Farve
from frivilligrapport.problems import Kind, Problem, error
from frivilligrapport.rules.rule import folder_rule

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COLOURS = "# fil: kommune.yaml\nudseende:\n  farver:\n    hovedfarve: {}"
TOO_PALE = error(
    "FR381",
    "Farven kan ikke læses mod sin bund",
    "Lov om tilgængelighed af offentlige organers websteder kræver en kontrast på mindst 4,5:1 mellem tekst og bund. "
    "Overskrifter står i hovedfarven på hvidt og på baggrunden, forsiden er hvid tekst på hovedfarven, og "
    "fremhævningen er tekst på hvidt.",
    _COLOURS.format('"#6aa9c0"'),
    _COLOURS.format('"#14485c"'),
)
_LOGO = "# fil: kommune.yaml\nudseende:\n  logo: indberetninger/logo.svg\n"
_DRAWING = '# fil: logo.svg\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}<path d="M0 0h9v9z"/></svg>\n'
NO_LOGO = error(
    "FR382",
    "Logoets fil er der ikke",
    "»logo« er stien til en fil i arbejdsmappen, for eksempel skabeloner/logo.svg. Stien regnes fra den mappe, hvor "
    "indberetninger ligger.",
    _LOGO.replace("logo.svg", "vores-logo.svg") + _DRAWING.format(""),
    _LOGO + _DRAWING.format(""),
)
BAD_LOGO = error(
    "FR383",
    "Logoet kan ikke bruges",
    "Et logo er en svg- eller png-fil på højst 2 MB. En svg-fil må ikke hente noget andre steder fra og ikke indeholde "
    "programmer eller tekst, for så ser den ikke ens ud på alle maskiner.",
    _LOGO + _DRAWING.format("<script>hent()</script>"),
    _LOGO + _DRAWING.format(""),
)
WHITE, BLACK = "#ffffff", "#000000"
ENOUGH_CONTRAST = 4.5  # WCAG 2.1, success criterion 1.4.3: for text of ordinary size
# The program's own colours, and those of its text: the same as in rapport.css, and a test holds them together.
HOVEDFARVE, BAGGRUND = "#14485c", "#eaf1f3"
TEXT_COLOURS = ("#1b2529", "#4d5a61")
_STEPS = 200
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


@folder_rule(TOO_PALE)
def _too_pale(samling: Samling) -> Iterator[Problem]:
    udseende = samling.kommune.udseende
    farver = udseende.farver if udseende else None
    if farver is None:
        return
    hovedfarve, baggrund, fremhaevning = farver.hovedfarve, farver.baggrund, farver.fremhaevning
    if hovedfarve:
        grounds = (WHITE,) if baggrund else (WHITE, BAGGRUND)
        yield from _hold(hovedfarve, "Hvid tekst på hovedfarven", grounds, BLACK)
    if fremhaevning:
        yield from _hold(fremhaevning, "Tekst i fremhævningen", (WHITE,), BLACK)
    if baggrund:
        # The heading's colour as it will be, once it can be read on white.
        heading = nearest_readable(hovedfarve or HOVEDFARVE, BLACK, (WHITE,))
        yield from _hold(baggrund, "Tekst på baggrunden", (heading, *TEXT_COLOURS), WHITE)


def _hold(colour: Farve, what: str, against: tuple[str, ...], towards: str) -> Iterator[Problem]:
    """Hold a colour against those it is seen with; propose the nearest that can be read, going `towards` another."""
    ratio = min(contrast(colour, other) for other in against)
    if ratio >= ENOUGH_CONTRAST:
        return
    typed = colour.scalar.text.strip()
    better = nearest_readable(colour, towards, against)
    # Without # it may stand bare; with it, it stands in quotation marks already.
    instead = better if typed.startswith("#") else better.removeprefix("#")
    message = f"{what} »{typed}« har kontrasten {contrast_text(ratio)}; den skal være mindst 4,5:1."
    hint = f"Skriv {instead}, som er den nærmeste {'mørkere' if towards == BLACK else 'lysere'} farve."
    yield Problem(colour.scalar.place(0, len(typed)), TOO_PALE, message, hint, instead=(instead,))


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours `#rrggbb`: 1 for the same, 21 for black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_text(ratio: float) -> str:
    """Write a contrast in Danish: "4,1:1". Rounded down, so that too little never looks like enough."""
    return f"{format_number(Decimal(ratio).quantize(Decimal('0.1'), ROUND_DOWN))}:1"


def nearest_readable(colour: str, towards: str, against: tuple[str, ...]) -> str:
    """Blend a colour with `towards` (white or black) until it has enough contrast with all of `against`.

    Gives `towards` itself when nothing less is enough.
    """
    mixed = (_blend(colour, towards, step / _STEPS) for step in range(_STEPS))
    return next((one for one in mixed if all(contrast(one, other) >= ENOUGH_CONTRAST for other in against)), towards)


def _blend(colour: str, other: str, share: float) -> str:
    mixed = (one + (two - one) * share for one, two in zip(_channels(colour), _channels(other), strict=True))
    return "#" + "".join(f"{round(channel):02x}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    """Give the relative luminance as WCAG 2.1 defines it."""
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)  # noqa: PLR2004 - the definition's own number
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
    typed = samling.kommune.udseende.logo if samling.kommune.udseende else None
    if typed:
        yield Problem(typed.location, kind, message, hint)


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
