"""The one Jinja environment: sandboxed, strict about names, with the Danish filters."""

from collections.abc import Callable

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from frivilligrapport.danish import nearest_word
from frivilligrapport.rendering.filters import FILTERS
from frivilligrapport.rendering.style import read_style
from frivilligrapport.rendering.templates import Templates
from frivilligrapport.rendering.typography import hard_spaces


def make_environment(templates: Templates) -> Environment:
    """Make the environment that all documents are rendered in.

    Templates named *.html.j2 escape every value; Markdown templates pass contributors' texts through `md_linje` or
    `md_blok`. Templates also see `stil` (the style sheet) and `farver` (its colours by name), nothing of the machine.
    Raises jinja2.TemplateNotFound or TemplateFault when the style sheet cannot be read.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=_Loader(templates),
        undefined=_Unknown,
        autoescape=_is_html,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = read_style(templates)
    environment.filters.update(FILTERS)
    # A report never has use for Jinja's filler text.
    del environment.globals["lipsum"]
    environment.globals.update(stil=style.css, farver=style.colours)
    return environment


def _is_html(name: str | None) -> bool:
    return name is None or not name.endswith(".md.j2")


def _finish(value: object) -> object:
    """Refuse to print nothing at all: a reader must never meet Python's word for it."""
    if value is None:
        raise TemplateRuntimeError("Der er ingen værdi at skrive her.")
    return hard_spaces(value)


class _Loader(BaseLoader):
    """Give Jinja the templates; each is compiled under its own name, so that a fault can be placed."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates

    def get_source(self, _: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        return self._templates.read(template), template, lambda: True

    def list_templates(self) -> list[str]:
        return self._templates.names()


class _Unknown(StrictUndefined):
    """Say in Danish which name is unknown, and the one that was probably meant."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        known = [] if self._undefined_obj is None else dir(self._undefined_obj)
        nearest = nearest_word(str(self._undefined_name), (name for name in known if name[0] != "_"))
        return f"»{self._undefined_name}« findes ikke." + (f" Mente du »{nearest}«?" if nearest else "")
