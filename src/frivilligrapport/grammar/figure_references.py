"""Figures mentioned in running text by their id: "[tal 2014.tmf.groen-frivillighed.projekter]"."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from frivilligrapport.fast_start import pattern

# A colon after the word is forgiven; it is not the form that is taught, since a line of YAML cannot hold it unquoted.
_REFERENCE = pattern(r"\[\s*tal\b\s*:?\s*(?P<id>[^\][\n]*?)\s*\]", re.IGNORECASE)


class FigureReference(NamedTuple):
    """Hold one reference: where its id stands in the text, and the id as it was typed, "" when there is none."""

    start: int
    id: str


def find_references(text: str) -> Iterator[FigureReference]:
    """Yield the references in a text, in order."""
    for match in _REFERENCE.finditer(text) if "[" in text else ():
        yield FigureReference(match.start("id"), match["id"])


def replace_references(text: str, wording: Callable[[str], str]) -> str:
    """Put in the place of each reference what `wording` gives for the id as it was typed."""
    return _REFERENCE.sub(lambda match: wording(match["id"]), text)


def reference_to(figure: str) -> str:
    """Write a reference to a figure."""
    return f"[tal {figure}]"
