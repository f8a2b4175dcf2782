"""Text that stands where the real one was to come (FR403)."""

import re
from collections.abc import Iterator

from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import Rule, error
from frivilligrapport.rules.texts.prose import offering, passages, titles
from frivilligrapport.rules.walk import Year

PLACEHOLDER = error(
    "FR403",
    "Pladsholdertekst",
    "»xxx«, »indsæt tekst« og lignende er noget, som nogen ville skrive færdigt senere. I et udkast er det en "
    "advarsel; i en fil, der er klar eller godkendt, er det en fejl.",
    "perspektiver:\n  tekst: Indsæt tekst her.",
    "perspektiver:\n  tekst: Der kommer flere følgevenner.",
)
_WORDS = (
    r"\b[xX]{3,}\b",
    r"\blorem ipsum\b(?:[^\n.]*\.)?",
    r"\bindsæt (?:din )?(?:tekst|navn|tal|titel|dato|billede)\b(?: her\b)?",
    r"\bindsæt her\b",
    r"\bskriv (?:din |jeres )?(?:tekst )?her\b",
    r"\b(?:tbd|tba|todo|n\.n\.)(?![\w-])",
    r"\?\?\?+",
    r"\[(?:\.{3}|…)\]",
    # Inside a sentence these are words as good as any.
    r"^\W*(?:skal )?udfyldes(?: senere| af \w+)?\W*$",
    r"^\W*(?:mere )?tekst(?:en)? (?:følger|kommer)(?: senere| her)?\W*$",
    r"^\s*(?:\.{3,}|…|-+|\?+)\s*$",
)
_ANY = "|".join(_WORDS)
# Several in a row are one text that is yet to come: "XXX skriv her".
_PLACEHOLDER = re.compile(rf"(?:{_ANY})(?:[^\S\n]*[-–:,.]?[^\S\n]*(?:{_ANY}))*", re.IGNORECASE)


def holds_placeholder(text: str) -> bool:
    """Tell whether something in a text waits to be written."""
    return _PLACEHOLDER.search(text) is not None


def _placeholders(year: Year) -> Iterator[Problem]:
    for passage in (*passages(year), *titles(year)):
        for match in _PLACEHOLDER.finditer(passage.text):
            typed = match.group().strip()
            message = f"»{typed}« er en pladsholder og ikke den rigtige tekst."
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            hint = "Skriv den rigtige tekst, eller uoplyst"
            weight = passage.draft_weight
            found = passage.problem(PLACEHOLDER, start, len(typed), message, hint, weight=weight)
            yield offering(found, len(typed), "uoplyst") if typed == passage.text.strip() else found


PLACEHOLDER_RULES = (Rule(PLACEHOLDER, _placeholders),)
