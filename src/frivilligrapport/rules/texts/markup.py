"""Markdown that the report cannot print (FR413)."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import normal_key
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import error, rule
from frivilligrapport.rules.year import Passage, Year

_BLOCK = "perspektiver:\n  tekst: |\n    {}"
NOT_PRINTED = error(
    "FR413",
    "Noget, som rapporten ikke kan trykke",
    "Fodnoter, billeder, HTML, links med adressen et andet sted, gennemstreget tekst og afkrydsningslister bliver "
    "ikke til det, de var ment som, og noget af det ville forsvinde. Siden docs/tekst.md viser det, der kan bruges. I "
    "et udkast er det en advarsel.",
    _BLOCK.format("Mange kom.[^1]\n\n    [^1]: Optalt i salen."),
    _BLOCK.format("Mange kom (optalt i salen)."),
)
_TAGS = (
    "a|abbr|b|big|blockquote|br|center|code|del|details|div|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|s|"
    "script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul"
)
_ADDRESS = r"^ {0,3}\[(?P<name>[^\[\]^\n]+)\]:[ \t]+<?(?:https?://|mailto:|www\.)\S*"
_ADDRESSES = re.compile(_ADDRESS, re.MULTILINE)
# Code is skipped, and a sign behind a backslash stands for itself.
_MARKUP = re.compile(
    r"`+[^`\n]*`+|\\."
    r"|(?P<note>\[\^(?P<number>[^\[\]\s]{1,60})\])"
    r"|(?P<picture>!\[[^\[\]\n]*\][(\[][^()\[\]\n]*[)\]])"
    r"|(?P<link>\[(?P<words>[^\[\]\n]+)\]\[(?P<label>[^\[\]\n]*)\])"
    rf"|(?P<address>{_ADDRESS})"
    rf"|(?P<html></?(?:{_TAGS})(?:\s[^<>\n]*)?/?>|<!--)"
    r"|(?P<struck>~~(?=[^\s~])[^~\n]*~~)"
    r"|^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?P<task>\[[ xX]\])(?=[ \t])",
    re.MULTILINE | re.IGNORECASE,
)
_IN_PLACE = "Skriv adressen efter ordene: [ordene](https://adressen)"
_SAID = {
    "note": ("er en fodnote", "Skriv noten i parentes i teksten"),
    "picture": ("er et billede", "Beskriv billedet i teksten, eller læg det som bilag, og slet det her"),
    "link": ("er et link, hvis adresse står et andet sted", _IN_PLACE),
    "address": ("er adressen på et link", _IN_PLACE),
    "html": ("er HTML", "Slet det. Skriv **fed**, *kursiv*, - foran punkter og en tom linje mellem afsnit"),
    "struck": ("er gennemstreget", "Slet det, der ikke gælder"),
    "task": ("er et felt til afkrydsning", "Slet det, og skriv, om punktet er nået"),
}


@rule(NOT_PRINTED)
def _not_printed(year: Year) -> Iterator[Problem]:
    for passage in year.passages:
        told = set()
        for kind, match, thing in _found(passage):
            if thing not in told:
                told.add(thing)
                typed = match[kind].strip()
                what, hint = _SAID[kind]
                message = f"»{typed}« {what}, og det kan rapporten ikke trykke."
                start, weight = match.start(kind), passage.draft_weight
                yield passage.problem(NOT_PRINTED, start, len(typed), message, hint, weight=weight)


def _found(passage: Passage) -> Iterator[tuple[str, re.Match[str], tuple[str, str]]]:
    """Yield what cannot be printed, and which thing it is part of: a note, a link, or its like on the same line."""
    text = passage.text
    addresses = {normal_key(match["name"]) for match in _ADDRESSES.finditer(text)} if "]:" in text else set()
    line, counted = 0, 0
    for match in _MARKUP.finditer(text):
        kind = next((one for one in _SAID if match[one]), None)
        if kind is None:
            continue
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        name = normal_key(match["label"] or match["words"] or match["name"] or "")
        if kind == "note":
            yield kind, match, (kind, match["number"])
        elif name in addresses:
            yield kind, match, ("address", name)
        elif kind != "link":  # numbers in brackets that lead nowhere are printed as they stand
            yield kind, match, (kind, str(line))
