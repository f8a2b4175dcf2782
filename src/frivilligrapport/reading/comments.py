"""The comments of a file that speak to the program, and what each of them stands at.

Only real comments count: a # inside a text, in quotation marks or below a |, is part of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from frivilligrapport.problems import Location
from frivilligrapport.reading.parsing import Parsing, parse
from frivilligrapport.reading.source import Source, SourceSpan

_start = attrgetter("line", "column")
_MARK = re.compile(r"(?:^|(?<=\s))#\s*(?P<text>frivilligrapport\b.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comment:
    """Hold one comment: its text after the #, the place of that text, and the lines (from 1) that it concerns.

    Those are its own line, or the first line below that is none of a comment only; and where that line is part of a
    text over several lines, all of the text.
    """

    text: str
    location: Location
    concerns: range


@dataclass(frozen=True, slots=True)
class Comments:
    """Give the comments of a file. `sure` is False when the file cannot be read, and any # is taken for a comment."""

    found: tuple[Comment, ...]
    sure: bool = True


def comments_of(source: Source) -> Comments:
    """Find the comments that begin with the program's name; never raises for what the file holds."""
    if not any(map(_MARK.search, source.lines)):
        return Comments(())
    parsing = parse(source)
    sure = parsing.tree is not None
    return Comments(tuple(_found(source, parsing)), sure)


def _found(source: Source, parsing: Parsing) -> Iterator[Comment]:
    values = sorted(parsing.values, key=_start)
    for number, line in enumerate(source.lines):
        match = _MARK.search(line)
        last = bisect_right(values, (number, match.start()), key=_start) - 1 if match else -1
        if match is None or (last >= 0 and _is_within(source, values[last], number, match.start())):
            continue
        text = match["text"].rstrip()
        place = source.location(number, match.start("text"), match.start("text") + len(text))
        yield Comment(text, place, _concerned(source, values, number, alone=not line[: match.start()].strip()))


def _is_within(source: Source, value: SourceSpan, line: int, column: int) -> bool:
    """Tell whether a character is part of a value; behind the | or > that opens a text there is room for a comment."""
    if line == value.line and source.lines[line][value.column] in "|>":
        return False
    return (value.line, value.column) <= (line, column) < (value.end_line, value.end_column)


def _concerned(source: Source, values: list[SourceSpan], number: int, *, alone: bool) -> range:
    """Give the lines that a comment concerns; `alone` says that nothing else stands on its line."""
    while alone and number < len(source.lines) and source.lines[number].lstrip().startswith("#"):
        number += 1
    long = (one for one in values if one.line < one.end_line and one.line <= number <= _last(one))
    texts = [range(one.line + 1, _last(one) + 2) for one in long]
    return texts[0] if texts else range(number + 1, number + 2)


def _last(value: SourceSpan) -> int:
    """Give the last line of a value; a text below a | ends before the line where the next thing begins."""
    return value.end_line if value.end_column else value.end_line - 1
