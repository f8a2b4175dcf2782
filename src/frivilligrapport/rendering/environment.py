"""The one Jinja environment: sandboxed, strict about names, with the Danish filters."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, BytecodeCache, Environment
from jinja2.bccache import Bucket

from frivilligrapport.rendering.filters import FILTERS
from frivilligrapport.rendering.mistakes import TemplateMistake, Unknown
from frivilligrapport.rendering.sandbox import BoundedEnvironment
from frivilligrapport.rendering.style import read_style
from frivilligrapport.rendering.templates import Templates
from frivilligrapport.rendering.typography import hard_spaces

if TYPE_CHECKING:
    from types import CodeType


def make_environment(templates: Templates) -> Environment:
    """Make the environment that all documents are rendered in.

    Templates named *.html.j2 escape every value; Markdown templates pass contributors' texts through `md_linje` or
    `md_blok`. Templates also see `stil` (the style sheet), `farver` (its colours by name), `logo` and
    `logo_tekst` (the address of the logo, "" without one, and what it shows), nothing of the machine.
    Raises jinja2.TemplateNotFound or TemplateFault when the style sheet cannot be read.
    """
    environment = BoundedEnvironment(
        loader=_Loader(templates),
        undefined=Unknown,
        autoescape=_is_html,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
    )
    style = read_style(templates)
    environment.filters.update(FILTERS)
    environment.globals.update(stil=style.css, farver=style.colours, logo=templates.look.logo)
    environment.globals["logo_tekst"] = templates.look.logo_text
    return environment


def _is_html(name: str | None) -> bool:
    return name is None or not name.endswith(".md.j2")


def _finish(value: object) -> object:
    """Refuse to print nothing at all: a reader must never meet Python's word for it."""
    if value is None:
        raise TemplateMistake("Der er ingen værdi at skrive her.")
    return hard_spaces(value)


class _Loader(BaseLoader):
    """Give Jinja the templates; each is compiled under its own name, so that a fault can be placed."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates

    def get_source(self, _: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        return self._templates.read(template), template, lambda: True

    def list_templates(self) -> list[str]:
        return self._templates.names()


class _Compiled(BytecodeCache):
    """Keep what each template was last compiled to: a build renders the same ones for document after document."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = _Compiled()
