"""Figures mentioned in running text by their id: "[tal 2014.tmf.groen-frivillighed.projekter]"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# A colon after the word is forgiven; it is not the form that is taught, since a line of YAML cannot hold it unquoted.
_MENTION = re.compile(r"\[\s*tal\b\s*:?\s*(?P<id>[^\][\n]*?)\s*\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigureReference:
    """One mention: where its id stands in the text, and the id as it was typed, "" when there is none."""

    start: int
    id: str


def find_references(text: str) -> Iterator[FigureReference]:
    """Yield the mentions in a text, in order."""
    for match in _MENTION.finditer(text):
        yield FigureReference(match.start("id"), match["id"])


def replace_references(text: str, wording: Callable[[str], str]) -> str:
    """Put in the place of each mention what `wording` gives for the id as it was typed."""
    return _MENTION.sub(lambda match: wording(match["id"]), text)


def reference_to(figure: str) -> str:
    """Write a mention of a figure."""
    return f"[tal {figure}]"
