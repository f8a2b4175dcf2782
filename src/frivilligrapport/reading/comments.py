"""The comments of a file that speak to the program or mark what is to be filled in, and what each of them stands at.

Only real comments count: a # inside a text, in quotation marks or below a |, is part of the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from frivilligrapport.danish import without_case
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Location
from frivilligrapport.reading.parsing import parse, spans_of_values
from frivilligrapport.reading.source import Source, SourceSpan

_start = attrgetter("line", "column")
MARK = "UDFYLD"  # stands in a comment at what a new file leaves to be answered
_NAME = "frivilligrapport"
_TO_THE_PROGRAM = pattern(rf"(?:^|(?<=\s))#\s*(?P<text>{_NAME}\b.*)", re.IGNORECASE)
_TO_BE_FILLED = pattern(rf"(?<=\s)#\s.*?(?P<text>\b{MARK}\b.*)", re.IGNORECASE)


class Comment(NamedTuple):
    """Hold one comment: its text after the #, the place of that text, and the lines (from 1) that it concerns.

    Those are its own line, or the first line below that is none of a comment only; and where that line is part of a
    text over several lines, all of the text.
    """

    text: str
    location: Location
    concerns: range


class Comments(NamedTuple):
    """Give the comments of a file. `sure` is False when the file cannot be read, and any # is taken for a comment."""

    found: tuple[Comment, ...]
    sure: bool = True


def comments_of(source: Source) -> Comments:
    """Find the comments that begin with the program's name; never raises for what the file holds."""
    if _NAME not in without_case(source.text) or not any(map(_TO_THE_PROGRAM.search, source.lines)):
        return Comments(())
    sure = parse(source).tree is not None
    return Comments(tuple(_found(source, _TO_THE_PROGRAM, sure=sure)), sure)


def marks_of(source: Source) -> tuple[Comment, ...]:
    """Find what is marked as still to be filled in: on a field's own line, not in a remark between the lines."""
    if MARK not in source.text.upper():
        return ()
    found = _found(source, _TO_BE_FILLED, sure=parse(source).tree is not None)
    return tuple(one for one in found if not source.lines[one.location.line - 1].lstrip().startswith("#"))


def _found(source: Source, asked: re.Pattern[str], *, sure: bool) -> Iterator[Comment]:
    values = sorted(spans_of_values(source) if sure else (), key=_start)
    long = [one for one in values if one.line < one.end_line]
    ends = [_last(one) for one in long]
    below = _next_lines(source)
    for number, line in enumerate(source.lines):
        match = asked.search(line)
        last = bisect_right(values, (number, match.start()), key=_start) - 1 if match else -1
        if match is None or (last >= 0 and _is_within(source, values[last], number, match.start())):
            continue
        text = match["text"].rstrip()
        place = source.location(number, match.start("text"), match.start("text") + len(text))
        pointed = number if line[: match.start()].strip() else below[number]
        at = bisect_left(ends, pointed)
        is_text = at < len(long) and long[at].line <= pointed
        first, last = (long[at].line, ends[at]) if is_text else (pointed, pointed)
        yield Comment(text, place, range(first + 1, last + 2))


def _is_within(source: Source, value: SourceSpan, line: int, column: int) -> bool:
    """Tell whether a character is part of a value; behind the | or > that opens a text there is room for a comment."""
    if line == value.line and source.lines[line][value.column] in "|>":
        return False
    return (value.line, value.column) <= (line, column) < (value.end_line, value.end_column)


def _next_lines(source: Source) -> list[int]:
    """Give for each line the number of the first, from it on, that is none of a comment only; all count from 0."""
    found: list[int] = []
    next_one = len(source.lines)
    for number in range(len(source.lines) - 1, -1, -1):
        next_one = next_one if source.lines[number].lstrip().startswith("#") else number
        found.append(next_one)
    return found[::-1]


def _last(value: SourceSpan) -> int:
    """Give the last line of a value; a text below a | ends before the line where the next thing begins."""
    return value.end_line if value.end_column else value.end_line - 1
