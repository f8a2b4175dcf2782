"""The style sheet: fonts and colours in, and every text colour readable on every ground, in light and dark."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import HouseStyle, TemplateFault, Templates, read_style_sheet
from frivilligrapport.rules.files.udseende import BAGGRUND, ENOUGH_CONTRAST, HOVEDFARVE, TEXT_COLOURS, contrast

SHEET = Templates().read("rapport.css")
TEXTS = ("farve-tekst", "farve-daempet", "titel", "fremhaevet")
GROUNDS = ("farve-bund", "panel")
# Drawn as print or on a ground of its own: white on the cover, the house's own colours in the page's margins.
ALSO_TEXT = {"farve", "farve-accent"}
HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
DARK = SHEET.partition("(prefers-color-scheme: dark)")[2]


def declared(css: str) -> dict[str, str]:
    """Give the first value of each custom property."""
    found: dict[str, str] = {}
    for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", css):
        found.setdefault(name, value)
    return found


LIGHT_VALUES = declared(SHEET)
DARK_VALUES = LIGHT_VALUES | declared(DARK)


def resolved(values: dict[str, str], name: str) -> str:
    """Give a property's colour as #rrggbb, following var() and oklch(from …)."""
    value = values[name]
    if found := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return resolved(values, found[1])
    if found := re.fullmatch(r"oklch\(from var\(--([\w-]+)\) ([\d.]+) ([\d.]+) h\)", value):
        return of_hue(resolved(values, found[1]), float(found[2]), float(found[3]))
    return value


def of_hue(colour: str, lightness: float, chroma: float) -> str:
    """Make the colour that oklch(from colour lightness chroma h) is, cut to what a screen can show."""
    red, green, blue = (to_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    hue = math.atan2(
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
    )
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * from_linear(min(1.0, max(0.0, one)))):02x}" for one in channels)


def to_linear(share: float) -> float:
    """Undo the curve of sRGB."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def from_linear(share: float) -> float:
    """Lay on the curve of sRGB."""
    return 12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("values", [LIGHT_VALUES, DARK_VALUES], ids=["light", "dark"])
def test_text_can_be_read_on_its_ground(text: str, ground: str, values: dict[str, str]) -> None:
    """WCAG 2.1 AA asks for a contrast of 4.5 between text and what is behind it."""
    assert contrast(resolved(values, text), resolved(values, ground)) >= ENOUGH_CONTRAST


@given(HEX)
def test_any_house_colour_can_be_read_in_the_dark(colour: str) -> None:
    """Dark mode keeps the hue and sets the lightness: whatever a municipality's colours are, text can be read."""
    values = DARK_VALUES | {"farve": colour, "farve-accent": colour}
    assert all(
        contrast(resolved(values, text), resolved(values, ground)) >= ENOUGH_CONTRAST
        for text in TEXTS
        for ground in GROUNDS
    )


def test_the_pairs_above_are_all_there_are() -> None:
    """Every property that colours text or a ground is one of those tested; other colours are black and white."""
    coloured = set(re.findall(r"[{;]\s*(?:color|fill):\s*([^;}]+?)\s*[;}]", SHEET))
    assert coloured == {f"var(--{name})" for name in (*TEXTS, *ALSO_TEXT)} | {"#ffffff"}
    grounds = set(re.findall(r"[{;]\s*background(?:-color)?:\s*([^;}]+?)\s*[;}]", SHEET))
    assert {one for one in grounds if not one.startswith("rgba(0, 0, 0")} == {
        *(f"var(--{name})" for name in GROUNDS),
        "var(--farve)",
        "#ffffff",
    }


def test_white_and_the_houses_colours_can_be_read_in_print() -> None:
    """The cover's title is white on the house colour; page numbers and UDKAST stand on white."""
    assert all(contrast("#ffffff", LIGHT_VALUES[name]) >= ENOUGH_CONTRAST for name in ALSO_TEXT)


def test_the_rules_hold_the_same_colours() -> None:
    """The rule that a house colour is held against knows the colours of the style sheet."""
    assert (LIGHT_VALUES["farve"], LIGHT_VALUES["farve-lys"]) == (HOVEDFARVE, BAGGRUND)
    assert (LIGHT_VALUES["farve-tekst"], LIGHT_VALUES["farve-daempet"]) == TEXT_COLOURS


def test_the_first_value_of_a_colour_counts() -> None:
    """Charts take the light page's colours, not those of dark mode further down."""
    sheet = ":root{--farve: #112233;} @media screen{:root{--farve: #ffffff;}}"
    style = read_style_sheet(Templates({"rapport.css": sheet}))
    assert style.colours == {"farve": "#112233"}


def test_the_municipalitys_colours_replace_the_programs() -> None:
    """A colour from kommune.yaml reaches the style sheet and the charts; those not given stay."""
    style = read_style_sheet(Templates(house_style=HouseStyle(colours={"farve": "#123456"})))
    assert style.css.endswith(":root { --farve: #123456; }")
    assert style.colours == {**read_style_sheet(Templates()).colours, "farve": "#123456"}


def test_an_own_style_sheet_comes_last() -> None:
    """egen.css is laid over rapport.css and the colours from kommune.yaml, without taking their place."""
    own = {"egen.css": ":root { --farve: #654321; } h2 { letter-spacing: 1pt; }"}
    style = read_style_sheet(Templates(own, house_style=HouseStyle(colours={"farve": "#123456"})))
    assert style.css.index("@page") < style.css.index("#123456") < style.css.index("letter-spacing: 1pt")
    assert style.colours["farve"] == "#654321"


@pytest.mark.parametrize(
    ("kind", "own", "held"),
    [
        ("", {}, set()),
        ("arkiv notater", {}, set()),
        ("ark faktaark", {}, {".ark .felt"}),
        ("udkast notat", {}, {".notat .forside"}),
        ("", {"ark.css": ".ark .felt { margin: 0 } p { color: #123456 }"}, {".ark .felt"}),
    ],
)
def test_a_page_holds_the_rules_of_its_own_kind_alone(kind: str, own: dict[str, str], held: set[str]) -> None:
    """Those of sheets and notes hold within their classes; what the office wrote itself may hold anywhere."""
    page = f'<style>\n{{{{ stil }}}}\n</style><body class="{kind}"><p>Et ark, et notat</p></body>'
    style = render("x.html.j2", {}, Templates({"x.html.j2": page, **own})).partition("</style>")[0]
    assert {rule for rule in (".ark .felt", ".notat .forside") if f"{rule} " in style} == held
    assert ".kapitel" in style


def test_a_missing_font_is_named() -> None:
    """A style sheet that asks for a font that is not there is refused, not printed in another font."""
    templates = {"rapport.css": "@font-face{src:url(fonts/min.woff2)}", "x.html.j2": "<style>{{ stil }}</style>"}
    with pytest.raises(TemplateFault, match=r"»fonts/min.woff2« findes ikke"):
        render("x.html.j2", {}, Templates(templates))


def test_a_style_sheet_cannot_end_early() -> None:
    """Nothing in the style sheet closes its element and becomes HTML."""
    assert "</style" not in read_style_sheet(Templates({"rapport.css": "a::after{content:'</style><b>'}"})).css
