"""The environment that all templates are rendered in: filters, what they see, and where they are found."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from jinja2 import Environment, FunctionLoader, Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from frivilligrapport import danish
from frivilligrapport.rendering.hard_spaces import hard_spaces
from frivilligrapport.rendering.html_tables import with_names
from frivilligrapport.rendering.markdown.escape import escape_inside, escape_line
from frivilligrapport.rendering.markdown.normal_form import normal_form
from frivilligrapport.rendering.markdown.to_html import ToHtml, to_html
from frivilligrapport.rendering.templates.print_layout import column_break, height_of_heading, held_together
from frivilligrapport.rendering.templates.sandbox import BoundedEnvironment, TemplateMistake, Unknown
from frivilligrapport.rendering.templates.sources import StyleSheet, Templates, content_policy
from frivilligrapport.rendering.typography import upper_first

# No paragraph holds another. A list of our own is short; a contributor's may fill pages and is not held together.
_FIRST = re.compile(r"\s*<p[ >].*?</p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SplitText:
    """Hold a text in two: `foerste` is its first paragraph, "" when it begins with something else."""

    foerste: Markup
    resten: Markup


def split_first_paragraph(page: Markup) -> SplitText:
    """Split HTML after its first paragraph, so that a heading can be kept beside it."""
    found = _FIRST.match(page)
    end = found.end() if found else 0
    return SplitText(Markup(page[:end]), Markup(page[end:].strip()))  # noqa: S704 - both are pieces of what is HTML already


_TAG = re.compile(r"<[^>]*>")


def with_full_stop(text: str) -> str:
    """End a sentence with one full stop, also when it ends in a name with a point; tags say nothing."""
    said = html.unescape(_TAG.sub("", text)) if isinstance(text, Markup) else text
    return text if danish.full_stop(said) == said else text + "."


# Where a template wants the key to the abbreviations, of which nobody knows before the page is there: all that the page
# holds, the same as a list with a heading, or for a page that is read whole those that it does not write out itself.
KEY_PLACES = {
    name: Markup(f"<!--forkortelser: {name}-->")  # noqa: S704 - fixed words
    for name in ("alle", "liste", "nye")
}

_WORDS: dict[str, Callable[..., object]] = {
    "tal": danish.format_number,
    "procent": danish.format_percent,
    "talord": danish.numeral,
    "dato": danish.date_as_text,
    "dato_kort": danish.date_short,
    "dato_brev": danish.date_as_letterhead,
    "opremsning": danish.join_words,
    "flertal": danish.plural,
    "ejefald": danish.genitive,
    "citat": danish.in_quotes,
    "punktum": with_full_stop,
    "med_stort": upper_first,
    "med_navne": with_names,
    "hoejde": height_of_heading,
    "samlet": held_together,
    "spaltebrud": column_break,
}
_TEXTS: dict[str, Callable[..., object]] = {
    "md_linje": escape_line,
    "md_inde": escape_inside,
    "md_blok": normal_form,
    "html_blok": to_html,
    "del_foerste": split_first_paragraph,
}


def _guarded(
    name: str, function: Callable[..., object], mistakes: tuple[type[Exception], ...]
) -> Callable[..., object]:
    """Turn a value that does not fit the filter into a mistake in the template, which can be placed."""

    @wraps(function)
    def apply(value: object, *arguments: object, **options: object) -> object:
        if isinstance(value, Undefined):
            str(value)  # raises Jinja's own error, which names what is unknown
        if value is None:
            raise TemplateMistake(f"Der er ingen værdi at give filteret »{name}«.")
        try:
            return function(value, *arguments, **options)
        except mistakes as error:
            raise TemplateMistake(f"»{value}« kan ikke bruges i filteret »{name}«.") from error

    return apply


def _telling(function: Callable[..., object], told: Callable[[str], object]) -> Callable[..., object]:
    """Tell of each text that a filter is given.

    It is handed the context, so that Jinja never works it out once for all where the text stands in the template.
    """

    @pass_context
    @wraps(function)
    def apply(_: Context, value: object, *arguments: object, **options: object) -> object:
        if isinstance(value, str):
            told(str(value))
        return function(value, *arguments, **options)

    return apply


FILTERS = {
    **{name: _guarded(name, function, (TypeError, ValueError, ArithmeticError)) for name, function in _WORDS.items()},
    # These take any text: what fails in them is our own mistake.
    **{name: _guarded(name, function, ()) for name, function in _TEXTS.items()},
}


def make_environment(templates: Templates, style: StyleSheet, told: Callable[[str], object]) -> Environment:
    """Make the environment that all documents are rendered in.

    Templates named *.html.j2 escape every value; Markdown templates pass contributors' texts through `md_linje` or
    `md_blok`. Templates also see `stil` (the style sheet), `farver` (its colours by name), `logo` and
    `logo_tekst` (the address of the logo, "" without one, and what it shows), `indholdspolitik` (what a browser may
    load and run: see `sources.content_policy`), `tekster` (the report's own headings and sentences by name) and
    `forkortelser` (the place of the key: see KEY_PLACES), nothing of the machine.
    `told` is told of each text that a template hands to a filter for texts, as it was.
    """
    environment = BoundedEnvironment(
        # Each template is compiled under its own name, so that a fault can be placed.
        loader=FunctionLoader(lambda name: (templates.read(name), name, lambda: True)),
        undefined=Unknown,
        autoescape=lambda name: name is None or not name.endswith(".md.j2"),
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # to look for what can be worked out beforehand takes longer than to work it out
        bytecode_cache=templates.compiled,
    )
    house_style = templates.house_style
    environment.filters.update(FILTERS)
    # A page has hundreds of texts, and to make a converter takes longer than to convert one.
    texts = {**_TEXTS, "html_blok": ToHtml().convert}
    environment.filters.update({name: _telling(_guarded(name, one, ()), told) for name, one in texts.items()})
    environment.globals.update(stil=style.css, farver=style.colours, indholdspolitik=content_policy(style.css))
    environment.globals.update(logo=house_style.logo, logo_tekst=house_style.logo_text, forkortelser=KEY_PLACES)
    environment.globals.update(tekster=house_style.texts)
    return environment


def _finish(value: object) -> object:
    """Refuse to print nothing at all: a reader must never meet Python's word for it."""
    if value is None:
        raise TemplateMistake("Der er ingen værdi at skrive her.")
    return hard_spaces(value)
