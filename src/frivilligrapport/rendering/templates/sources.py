"""What documents are made of: templates, style sheets with their fonts, and the municipality's own colours and logo.

The work folder's own files come first, then those that come with the program.
"""

import marshal
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, TemplateNotFound
from jinja2.bccache import Bucket
from jinja2.loaders import split_template_path
from markupsafe import Markup

from frivilligrapport.models.udseende import own_texts
from frivilligrapport.problems import Refusal
from frivilligrapport.rendering.templates.shipped import BUILT_IN, builtin_folder
from frivilligrapport.rendering.templates.typefaces import MissingFont, Typefaces

if TYPE_CHECKING:
    from types import CodeType

# The report's, that of documents of a page or two, which have no cover, that of notes, and the font of symbols.
_STYLE_SHEETS = ("rapport.css", "ark.css", "notat.css", "tegn.css")
# Those whose rules hold within a class alone, and the class.
_WITHIN = {"ark.css": "ark", "notat.css": "notat"}
_OWN_STYLE_SHEET = "egen.css"
_COLOUR = re.compile(r"--(farve[\w-]*)\s*:\s*(#[0-9a-fA-F]{3,8})\s*;")


class TemplateFault(Refusal):
    """Refuse a template that a person wrote: an unknown name, a slip in the syntax, something not allowed.

    `template` is the template's name as it lies in skabeloner/, `line` counts from 1 (0: the place is not known),
    `reason` is a Danish sentence.
    """

    def __init__(self, template: str, line: int, reason: str) -> None:
        place = f"skabeloner/{template}" + (f":{line}" if line else "")
        super().__init__(f"{place}: {reason}", "Ret skabelonen, eller slet den, så den indbyggede bruges.")
        self.template = template
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Hold the municipality's own colours and logo, which are laid over the style sheet, and its own words.

    `colours` maps the style sheet's custom properties (`farve`, `farve-lys`, `farve-accent`) to `#rrggbb`. `logo` is an
    address that holds the picture itself, "" without one; `logo_text` says what it shows. `texts` are the report's own
    headings and sentences by name.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    logo: str = ""
    logo_text: str = ""
    texts: Mapping[str, str] = field(default_factory=own_texts)

    @property
    def css(self) -> str:
        """Give the rule that sets the colours, "" when all are the program's own."""
        values = " ".join(f"--{name}: {value};" for name, value in self.colours.items())
        return f":root {{ {values} }}" if values else ""


class CompiledTemplates(BytecodeCache):
    """Keep what each template was last compiled to: a build renders the same ones for document after document.

    `has_new` tells whether there is more than was taken in. What is written of them goes for the same code and packages
    alone, and is taken in from nobody else's hands: it is run.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}
        self.has_new = False

    def take_in(self, written: bytes) -> None:
        """Add what another of these has written."""
        self._kept = marshal.loads(written) | self._kept  # noqa: S302 - as Python does with what it has compiled

    def to_bytes(self) -> bytes:
        """Write what is kept."""
        return marshal.dumps(self._kept)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what the very same text was compiled to."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        self.has_new = True
        self._kept[bucket.key] = (bucket.checksum, bucket.code)


@dataclass(frozen=True)
class Templates:
    """Hold the office's own templates, which override the built-in ones file by file.

    `overrides` maps a name below skabeloner/ (with `/`) to the file's text, as `collection` read it. `added` are the
    templates of a document type from another package, by name. `typefaces`, and what templates were
    `compiled` to, go from page to page of one build.
    """

    overrides: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)
    house_style: HouseStyle = field(default_factory=HouseStyle)
    typefaces: Typefaces = field(default_factory=lambda: Typefaces(builtin_folder() / "fonts"))
    compiled: CompiledTemplates = field(default_factory=CompiledTemplates)

    def read(self, name: str) -> str:
        """Return a template's text; raise jinja2.TemplateNotFound for a name that is nowhere or leads outside.

        `indbygget/` before a name gives the program's own: a template of the office's can then change one block of it.
        """
        own = self.overrides.get(name, self.added.get(name))
        if own is not None:
            return own
        path = builtin_folder().joinpath(*split_template_path(name.removeprefix(BUILT_IN)))
        if not path.is_file():
            raise TemplateNotFound(name)
        return path.read_text(encoding="utf-8")


@dataclass(frozen=True)
class StyleSheet:
    """Hold a style sheet as it stands in a page until that is done, and gets of it what it uses (`fit_style_sheet`).

    `within` are the parts that hold within a class alone, by the class.
    `colours` maps each custom property `--farve…` to the value it has on the light page and in print: the first that
    each part of the sheet gives, and of the parts the last.
    SVG drawn by WeasyPrint does not see the page's style sheet, so a chart names its colours itself.
    """

    css: Markup
    within: dict[str, str]
    colours: dict[str, str]


def read_style_sheet(templates: Templates) -> StyleSheet:
    """Read the program's style sheets, lay the municipality's colours and egen.css over them."""
    own = templates.overrides.get(_OWN_STYLE_SHEET, "")
    # A style sheet must not be able to close its own element.
    sheets = {name: templates.read(name).replace("</", "<\\/") for name in _STYLE_SHEETS}
    parts = (*sheets.values(), templates.house_style.css, own.replace("</", "<\\/"))
    colours: dict[str, str] = {}
    for part in parts:
        # The last of two equal keys counts, so the first that the part gives comes last.
        colours |= dict(reversed(_COLOUR.findall(part)))
    # What the office wrote itself may hold anywhere.
    within = {
        kind: sheets[name] for name, kind in _WITHIN.items() if templates.read(name) == templates.read(BUILT_IN + name)
    }
    css = "\n".join(part for part in parts if part)
    return StyleSheet(Markup(css), within, colours)  # noqa: S704 - CSS, and it cannot end early


def fit_style_sheet(page: str, style: StyleSheet, typefaces: Typefaces) -> str:
    """Let the style sheet that a finished page of HTML holds be what it uses: with its fonts, without others' parts.

    Raises TemplateFault when the style sheet names a font that is not there.
    """
    used = str(style.css)
    for kind, part in style.within.items():
        if not re.search(rf"""class=["']?[^"'>]*\b{kind}\b""", page):
            used = used.replace(f"{part}\n", "", 1)
    try:
        css = Markup(typefaces.embed(used, page))  # noqa: S704 - parts of the same sheet with the data of its fonts
    except MissingFont as error:
        raise TemplateFault(_STYLE_SHEETS[0], 0, f"Skriftfilen »fonts/{error}« findes ikke.") from None
    # The policy knows the sheet by its sum, which is another with the fonts in it.
    return page.replace(style.css, css, 1).replace(content_policy(style.css), content_policy(css), 1)


def content_policy(css: str) -> Markup:
    """Say what a browser may use of a page: its style sheet, and the fonts and pictures in it; no script, no address.

    The sheet is known by its sum, as it stands on lines of its own in `<style>`. Attributes may set a style: tables
    from Markdown align their cells so, and they cannot fetch anything either.
    """
    lines = f"\n{css}\n".replace("\r\n", "\n").replace("\r", "\n")
    digest = b64encode(sha256(lines.encode()).digest()).decode("ascii")
    return Markup(  # noqa: S704 - base64 and fixed words
        f"default-src 'none'; style-src 'sha256-{digest}'; style-src-attr 'unsafe-inline'; font-src data:; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _data_address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
