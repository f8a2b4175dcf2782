"""Signs that are stuck to the next word, and signs that only look like the dash of a list."""

import re
from dataclasses import dataclass

from frivilligrapport.danish import quote
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.source import Source

_FIELD = re.compile(r"\s*(?:- +)*(?P<whole>(?P<key>[^\W\d][\w ]*):(?P<value>[^\s:/].*))")
_DASH = re.compile(r"\s*(?P<whole>-(?P<value>[^\W\d].*))")
_BULLET = re.compile(r"\s*(?P<whole>(?P<sign>[•·–—*‣▪◦○])[ \t]+(?P<value>\S.*))")
_SHORT = 60


@dataclass(frozen=True, slots=True)
class LineSlip:
    """Say what is wrong with one line, with which of its characters, and what to write over them."""

    kind: Kind
    message: str
    hint: str
    start: int
    end: int
    instead: str

    def at(self, source: Source, line: int) -> Problem:
        """Make the finding for the line, counted from zero."""
        place = Location(source.file, line + 1, self.start + 1, self.end - self.start)
        return Problem(place, self.kind, self.message, self.hint, instead=(self.instead,))


def field_without_space(line: str) -> LineSlip | None:
    """Find `antal:15`, where the whole line is taken for text."""
    match = _FIELD.fullmatch(line.rstrip())
    if match is None:
        return None
    message = f"Mellemrum mangler efter {quote(match['key'].rstrip() + ':')}."
    return _slip(kinds.NO_SPACE, message, f"{match['key'].rstrip()}: ", match)


def dash_without_space(line: str) -> LineSlip | None:
    """Find `-borgere`, which is taken for text and not for an item of a list."""
    match = _DASH.fullmatch(line.rstrip())
    if match is None:
        return None
    return _slip(kinds.NO_SPACE, "Mellemrum mangler efter bindestregen.", "- ", match)


def bullet_for_dash(line: str) -> LineSlip | None:
    """Find `• borgere` or `– borgere`, as a word processor makes lists."""
    match = _BULLET.fullmatch(line.rstrip())
    if match is None:
        return None
    message = f"Punktet begynder med »{match['sign']}« og ikke med en almindelig bindestreg."
    return _slip(kinds.BULLET, message, "- ", match)


def _slip(kind: Kind, message: str, before: str, match: re.Match[str]) -> LineSlip:
    """Offer the line's text with `before` in front of its value; the hint shows a short one whole."""
    value = match["value"]
    hint = f"Skriv {before}{value if len(value) < _SHORT else '…'}"
    return LineSlip(kind, message, hint, *match.span("whole"), before + value)
