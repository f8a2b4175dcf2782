"""What a value swallows or changes without a word."""

import re
from collections.abc import Iterator

from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.extent import Extent
from frivilligrapport.reading.glue import bullet_sign, glued_dash, glued_field
from frivilligrapport.reading.quoting import in_quotes, quoted
from frivilligrapport.reading.source import Source

# Only these two stand for themselves; \n and the like become another character.
_ESCAPE = re.compile(r"\\[^\"\\\n]")


def swallowed_lines(source: Source, extent: Extent) -> Iterator[Problem]:
    """Yield a finding for each line such as `antal:15` or `-borgere` that was taken into a text without `|`."""
    before = source.lines[extent.line][: extent.column]
    first = extent.line if not before or before.isspace() else extent.line + 1
    # A dash may stand first on a line of running text; where the first line has a bullet, the others are items too.
    is_list = bullet_sign(source.lines[extent.line]) is not None
    for number in range(first, extent.end_line + 1):
        line = source.lines[number]
        slip = glued_field(line) or glued_dash(line) or (bullet_sign(line) if is_list else None)
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
            message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
            if extent.line < extent.end_line:
                place = Location(source.file, number + 1, match.start() + 1)
                yield Problem(place, kinds.UNREADABLE, message, "Brug / i stedet.")
                return
            text = line[start + 1 : end - 1]
            place = Location(source.file, number + 1, start + 1, end - start)
            yield Problem(place, kinds.UNREADABLE, message, in_quotes(text), instead=(quoted(text),))
            return
