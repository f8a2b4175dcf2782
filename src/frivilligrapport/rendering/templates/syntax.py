"""What is wrong with a template's spelling, in Danish: Jinja's own words are English and never shown."""

import re
from collections.abc import Iterable

from frivilligrapport.danish import nearest_word

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
_OTHERWISE = "Linjen er ikke skrevet, som en skabelon skal skrives."


def explain_syntax(message: str, filters: Iterable[str]) -> str:
    """Word Jinja's message in Danish; `filters` are the names of the filters there are."""
    unknown = re.match(r"No filter named '(?P<name>.*)'", message)
    if unknown:
        nearest = nearest_word(unknown["name"], filters)
        return f"Filteret »{unknown['name']}« findes ikke." + (f" Mente du »{nearest}«?" if nearest else "")
    for pattern, danish in _MESSAGES:
        found = re.match(pattern, message, re.DOTALL)
        if found:
            return danish.format_map(_words(found))
    return _OTHERWISE


def _words(found: re.Match[str]) -> dict[str, str]:
    named = {key: _TOKENS.get(value, value) for key, value in found.groupdict().items()}
    name = named.get("name", "")
    return {**named, "tag": _TAG.format(name), "end": _TAG.format(f"end{name}")}
