"""What a value without quotation marks loses or swallows without a word."""

import re
from collections.abc import Iterator

from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.extent import Extent
from frivilligrapport.reading.source import Source

_LOST_TAIL = re.compile(r"[ \t]+(?P<tail>#\S[^\n]*)")
_GLUED_LINE = re.compile(r"\s*(?P<whole>(?P<key>[^\W\d]\w*):(?P<value>[^\s/].*))")


def plain_losses(source: Source, extent: Extent, text: str) -> Iterator[Problem]:
    """Yield a finding for a tail after ` #` and for each line such as `antal:15` that was taken into the text above."""
    lines = source.lines
    tail = _LOST_TAIL.match(lines[extent.end_line], extent.end_column) if extent.end_line < len(lines) else None
    if tail and text:
        place = _place(source, extent.end_line, tail, "tail")
        value = f"{text}{tail.group()}".replace("\n", " ")
        yield Problem(place, kinds.LOST_TAIL, f"»{tail['tail'].rstrip()}« læses ikke med.", f'Skriv "{value.rstrip()}"')
    for number in range(extent.line + 1, min(extent.end_line + 1, len(lines))):
        glued = _GLUED_LINE.fullmatch(lines[number])
        if glued:
            message = f"Mellemrum mangler efter »{glued['key']}:«."
            hint = f"Skriv {glued['key']}: {glued['value'].rstrip()}"
            yield Problem(_place(source, number, glued, "whole"), kinds.NO_SPACE, message, hint)


def _place(source: Source, line: int, match: re.Match[str], group: str) -> Location:
    return Location(source.file, line + 1, match.start(group) + 1, len(match[group].rstrip()))
