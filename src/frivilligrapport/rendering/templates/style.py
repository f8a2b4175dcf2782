"""The style sheet as one text that needs no other file, and the colours that charts take from it."""

import base64
import re
from dataclasses import dataclass

from markupsafe import Markup

from frivilligrapport.rendering.templates.sources import TemplateFault, Templates, builtin_folder

STYLE_SHEET = "rapport.css"
SHEETS = "ark.css"  # for documents of a page or two, which have no cover
NOTATER = "notat.css"
OWN_STYLE_SHEET = "egen.css"
_FONT = re.compile(r"""url\(\s*["']?fonts/([\w.-]+\.woff2)["']?\s*\)""")
_COLOUR = re.compile(r"--(farve[\w-]*)\s*:\s*(#[0-9a-fA-F]{3,8})\s*;")


@dataclass(frozen=True)
class Style:
    """Hold a style sheet ready to stand in a page.

    `colours` maps each custom property `--farve…` to the value it has on the light page and in print: the first that
    each part of the sheet gives, and of the parts the last.
    SVG drawn by WeasyPrint does not see the page's style sheet, so a chart names its colours itself.
    """

    css: Markup
    colours: dict[str, str]


def read_style(templates: Templates) -> Style:
    """Read the program's style sheets, lay the municipality's colours and egen.css over them, put fonts in as data."""
    own = templates.overrides.get(OWN_STYLE_SHEET, "")
    parts = (templates.read(STYLE_SHEET), templates.read(SHEETS), templates.read(NOTATER), templates.look.css, own)
    colours: dict[str, str] = {}
    for part in parts:
        colours |= _first_colours(part)
    css = _FONT.sub(_as_data, "\n".join(part for part in parts if part))
    # A style sheet must not be able to close its own element.
    return Style(Markup(css.replace("</", "<\\/")), colours)  # noqa: S704 - CSS, and it cannot end early


def _first_colours(css: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _COLOUR.findall(css):
        found.setdefault(name, value)
    return found


def _as_data(match: re.Match[str]) -> str:
    path = builtin_folder() / "fonts" / match[1]
    if not path.is_file():
        raise TemplateFault(STYLE_SHEET, 0, f"Skriftfilen »fonts/{match[1]}« findes ikke.")
    encoded = base64.b64encode(path.read_bytes()).decode("ascii")
    return f'url("data:font/woff2;base64,{encoded}")'
