"""What a value loses, swallows or changes without a word."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import quote
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.extent import Extent
from frivilligrapport.reading.glue import bullet_sign, glued_dash, glued_field
from frivilligrapport.reading.quoting import in_quotes
from frivilligrapport.reading.source import Source

_LOST_TAIL = re.compile(r"[ \t]+(?P<tail>#\S[^\n]*)")
# Only these two stand for themselves; \n and the like become another character.
_ESCAPE = re.compile(r"\\[^\"\\\n]")


def lost_tail(source: Source, extent: Extent, text: str) -> Iterator[Problem]:
    """Yield a finding when the value without quotation marks ends at ` #1`."""
    tail = _LOST_TAIL.match(source.lines[extent.end_line], extent.end_column) if text else None
    if tail:
        place = Location(source.file, extent.end_line + 1, tail.start("tail") + 1, len(tail["tail"].rstrip()))
        message = f"{quote(tail['tail'])} læses ikke med."
        yield Problem(place, kinds.LOST_TAIL, message, in_quotes(f"{text}{tail.group()}".replace("\n", " ")))


def swallowed_lines(source: Source, extent: Extent) -> Iterator[Problem]:
    """Yield a finding for each line such as `antal:15` or `-borgere` that was taken into a text without `|`."""
    before = source.lines[extent.line][: extent.column]
    first = extent.line if not before or before.isspace() else extent.line + 1
    for number in range(first, extent.end_line + 1):
        line = source.lines[number]
        slip = glued_field(line) or glued_dash(line) or (bullet_sign(line) if number == extent.line else None)
        if slip:
            yield slip.at(source, number)


def changed_signs(source: Source, extent: Extent) -> Iterator[Problem]:
    r"""Yield a finding for the first `\n` or the like in double quotation marks: it stands in paths (`F:\nyt`)."""
    for number in range(extent.line, extent.end_line + 1):
        line = source.lines[number]
        start = extent.column if number == extent.line else 0
        end = extent.end_column if number == extent.end_line else len(line)
        match = _ESCAPE.search(line, start, end)
        if match:
            place = Location(source.file, number + 1, match.start() + 1)
            message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
            hint = in_quotes(line[start + 1 : end - 1]) if extent.line == extent.end_line else "Brug / i stedet."
            yield Problem(place, kinds.UNREADABLE, message, hint)
            return
