import pytest

from frivilligrapport.rendering.faults import TemplateFault
from frivilligrapport.rendering.style import read_style
from frivilligrapport.rendering.templates import Templates


def luminance(colour: str) -> float:
    """Compute relative luminance as WCAG 2.1 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("text", ["farve", "farve-accent", "farve-tekst", "farve-daempet"])
@pytest.mark.parametrize("ground", ["farve-bund", "farve-lys"])
def test_text_can_be_read_on_its_ground(text: str, ground: str) -> None:
    """WCAG 2.1 AA asks for a contrast of 4.5 between text and what is behind it."""
    colours = read_style(Templates()).colours
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_white_can_be_read_on_the_cover() -> None:
    """The cover's title is white on the house colour."""
    assert contrast("#ffffff", read_style(Templates()).colours["farve"]) >= 4.5


def test_the_first_value_of_a_colour_counts() -> None:
    """Charts take the light page's colours, not those of dark mode further down."""
    style = read_style(Templates({"rapport.css": ":root{--farve: #112233;} @media screen{:root{--farve: #ffffff;}}"}))
    assert style.colours == {"farve": "#112233"}


def test_a_missing_font_is_named() -> None:
    """A style sheet that asks for a font that is not there is refused, not printed in another font."""
    with pytest.raises(TemplateFault, match=r"»fonts/min.woff2« findes ikke"):
        read_style(Templates({"rapport.css": "@font-face{src:url(fonts/min.woff2)}"}))


def test_a_style_sheet_cannot_end_early() -> None:
    """Nothing in the style sheet closes its element and becomes HTML."""
    assert "</style" not in read_style(Templates({"rapport.css": "a::after{content:'</style><b>'}"})).css
