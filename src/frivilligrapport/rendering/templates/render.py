"""A document's value and a template to finished text: Markdown, or HTML that needs no other file.

What is wrong with a template is told in Danish, with its place.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from traceback import walk_tb
from types import TracebackType

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from frivilligrapport.danish import nearest_word
from frivilligrapport.problems import Refusal
from frivilligrapport.reading.printable import name_signs, signs_of, unprintable
from frivilligrapport.rendering.abbreviations import Abbreviations, KeyEntry
from frivilligrapport.rendering.templates.environment import KEY_PLACES, make_environment
from frivilligrapport.rendering.templates.process_limits import limited
from frivilligrapport.rendering.templates.sandbox import ForbiddenName, TemplateMistake
from frivilligrapport.rendering.templates.sources import (
    StyleSheet,
    TemplateFault,
    Templates,
    fit_style_sheet,
    read_style_sheet,
)
from frivilligrapport.rendering.templates.typefaces import Typefaces

_NO_ABBREVIATIONS = Abbreviations()
_TAG = "{{% {} %}}"
_NAMED = r" '(?P<name>.*?)'"
_MESSAGES: tuple[tuple[str, str], ...] = (
    (rf"No test named{_NAMED}", "Prøven »{name}« findes ikke."),
    (rf"Encountered unknown tag{_NAMED}\. You probably", "»{tag}« står forkert: noget andet skal sluttes først."),
    (rf"Encountered unknown tag{_NAMED}", "»{tag}« kendes ikke."),
    (rf"Unexpected end of template.* to be closed is{_NAMED}", "»{tag}« bliver ikke sluttet. Der mangler »{end}«."),
    (r"[Uu]nexpected end of template", "Skabelonen slutter for tidligt: noget, der er begyndt, bliver ikke sluttet."),
    (rf"block{_NAMED} defined twice", "Blokken »{name}« står to gange."),
    (rf"unexpected (?:char )?{_NAMED[1:]}", "»{name}« kan ikke stå her."),
    (rf"expected token{_NAMED}, got '(?P<got>.*)'", "Her skulle stå »{name}«, men der står »{got}«."),
    (r"Expected an expression", "Her mangler en værdi."),
)
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "begin of print statement": "{{",
    "end of template": "skabelonens slutning",
    "name": "et navn",
    "string": "en tekst",
    "integer": "et tal",
}


class UnprintablePage(Refusal):
    """Refuse a page with a sign that none of the report's fonts can draw."""


def render(
    name: str,
    values: Mapping[str, object],
    templates: Templates,
    told: Callable[[str], object] = lambda _: None,
    abbreviations: Abbreviations = _NO_ABBREVIATIONS,
) -> str:
    """Render a template with the values it is to show.

    `name` is a template's name below skabeloner/, such as "statusrapport.html.j2". The result ends with one line break.
    `told` is told of each text that the template places with a filter for texts. `abbreviations` are written out and
    marked on the page, and the key to them stands where the template has a place for it.
    Raises TemplateFault, with the template and line that is wrong, for every mistake that a template can hold, and
    UnprintablePage for a page with a sign that cannot be printed.
    """
    style = read_style_sheet(templates)
    environment = make_environment(templates, style, told)
    try:
        with limited():
            text, key = abbreviations.write_out(environment.get_template(name).render(values), _form(name))
            text = _with_key(text, key, environment, _form(name))
    except TemplateSyntaxError as error:
        message = _explain_syntax(error.message or "", environment.filters)
        raise TemplateFault(error.name or name, error.lineno, f"Skabelonen kan ikke læses: {message}") from error
    except TemplateNotFound as error:
        template, line = _place(error.__traceback__) or (name, 0)
        raise TemplateFault(template, line, f"Skabelonen »{error.name}« findes ikke.") from error
    except RecursionError as error:
        raise TemplateFault(name, 0, "Skabelonen henter sig selv igen og igen.") from error
    except MemoryError as error:
        raise TemplateFault(
            *_place(error.__traceback__) or (name, 0), "Skabelonen bruger for meget hukommelse."
        ) from None
    except Exception as error:
        fault = _fault(error, name)
        if fault is None:
            raise
        raise fault from error
    text = text.rstrip("\n") + "\n"
    return text if _form(name) == "md" else _self_contained(name, text, style, templates.typefaces)


def _form(name: str) -> str:
    """Give the format that a template makes: md or html."""
    return "md" if name.endswith(".md.j2") else "html"


def _with_key(text: str, key: tuple[KeyEntry, ...], environment: Environment, form: str) -> str:
    """Put the key to the abbreviations where the page has a place for it, and nothing where there are none to tell."""
    for which, place in KEY_PLACES.items():
        if place in text:
            told = [one for one in key if which != "nye" or not one.er_skrevet_ud]
            values = {"forkortelser": told, "som_liste": which == "liste"}
            text = text.replace(
                place, environment.get_template(f"_forkortelser.{form}.j2").render(values) if told else ""
            )
    return text


def _self_contained(name: str, page: str, style: StyleSheet, typefaces: Typefaces) -> str:
    """Give a page the fonts and the rules that it needs; refuse one with a sign that none of them can draw."""
    missing = unprintable(signs_of(page))
    if missing:
        signs = "".join(sorted(missing, key=page.find))
        raise UnprintablePage(
            f"{name.removesuffix('.html.j2')} ville få {name_signs(signs)}, som rapporten ikke kan trykke.",
            "Find stedet med frivilligrapport validate, fundet FR009, eller i jeres skabeloner, og ret det.",
        )
    return fit_style_sheet(page, style, typefaces)


def _explain_syntax(message: str, filters: Iterable[str]) -> str:
    """Word Jinja's message in Danish, for its own words are never shown; `filters` are the names of all filters."""
    if unknown := re.match(r"No filter named '(?P<name>.*)'", message):
        nearest = nearest_word(unknown["name"], filters)
        return f"Filteret »{unknown['name']}« findes ikke." + (f" Mente du »{nearest}«?" if nearest else "")
    for pattern, danish in _MESSAGES:
        if found := re.match(pattern, message, re.DOTALL):
            words = {key: _TOKENS.get(value, value) for key, value in found.groupdict().items()}
            name = words.get("name", "")
            return danish.format_map({**words, "tag": _TAG.format(name), "end": _TAG.format(f"end{name}")})
    return "Linjen er ikke skrevet, som en skabelon skal skrives."


def _fault(error: Exception, name: str) -> TemplateFault | None:
    """Tell a mistake in a template from one in the program, which goes on as it is."""
    place = _place(error.__traceback__) or ((name, 0) if isinstance(error, TemplateMistake) else None)
    if place is None or not (isinstance(error, TemplateError) or _is_innermost(error.__traceback__)):
        return None
    return TemplateFault(*place, _explain(error))


def _explain(error: Exception) -> str:
    if isinstance(error, UndefinedError | ForbiddenName):
        return str(error)
    if isinstance(error, SecurityError):
        return "Linjen prøver noget, som en skabelon ikke må."
    reason = str(error) if isinstance(error, TemplateMistake) else "Værdierne passer ikke til det, linjen gør."
    return f"Linjen kan ikke udføres: {reason}"


def _place(trace: TracebackType | None) -> tuple[str, int] | None:
    """Find the innermost template line in a traceback; Jinja writes template lines into it."""
    frames = [one for one in walk_tb(trace) if "__jinja_exception__" in one[0].f_globals]
    return (frames[-1][0].f_code.co_filename, frames[-1][1]) if frames else None


def _is_innermost(trace: TracebackType | None) -> bool:
    """Tell whether the mistake happened in the template itself or in Jinja, not in a function of ours."""
    innermost = [frame.f_globals for frame, _ in walk_tb(trace)][-1:]
    return any("__jinja_exception__" in names or str(names["__name__"]).startswith("jinja2.") for names in innermost)
