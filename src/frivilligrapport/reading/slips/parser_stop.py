"""Where the YAML parser gave up, and the lines around that place."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.reading.field_names import FieldNames
from frivilligrapport.reading.source import Source, SourceSpan
from frivilligrapport.reading.yaml_events import MarkedYAMLError, said

FIELD = pattern(r"^(?P<indent>\s*(?:- +)*)(?P<key>[^\s:#\"'\[\]{}-][^:#]*):(?=\s|$)")
DASH = pattern(r"\s*-(?=\s|$)")  # of an item of a list

_OPENS = pattern(r":\s*(?:[|>][-+0-9]*\s*)?$")
INDENT_STEP = 2  # how much further in than its field's name a value below it stands


class ParserStop(NamedTuple):
    """Tell where the parser stopped, in zero-based lines and columns, and what it was doing.

    `quotation` is the text in quotation marks that was read last before the stop, if it goes over several lines.
    """

    source: Source
    problem: str
    context: str
    line: int
    column: int
    began_line: int
    began_column: int
    quotation: SourceSpan | None = None

    @property
    def names(self) -> FieldNames:
        """Give the names of the fields that the file may have."""
        return self.source.names

    def text(self, line: int) -> str:
        """Give a line, "" when there is none."""
        return self.source.line(line)

    def before(self, line: int) -> int:
        """Give the number of the nearest line above that is not blank, or -1."""
        return next((n for n in range(line - 1, -1, -1) if self.text(n).strip()), -1)

    def fields_above(self, line: int) -> Iterator[int]:
        """Yield the numbers of the fields above a line that are read as open there, from the nearest out."""
        return (number for number, _ in open_above(self.source.lines, line, FIELD))

    def suspects(self) -> tuple[int, ...]:
        """Give the lines where the slip may be, the likeliest first."""
        return tuple(dict.fromkeys((self.began_line, self.line, self.before(self.line))))

    def found(self, kind: Kind, line: int, span: tuple[int, int], message: str, hint: str, *instead: str) -> Problem:
        """Make a finding for the characters `span` of a line; `instead` may be written over them."""
        return Problem(self.source.location(line, *span), kind, message, hint, instead=instead)


SlipDetector = Callable[[ParserStop], Problem | None]


def indent_of(line: str) -> int:
    """Count the characters before a line's text."""
    return len(line) - len(line.lstrip())


def open_above(lines: Sequence[str], below: int, shape: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the fields, or the dashes, above a line that it may belong to, from the nearest out.

    Each with its line's number and the column where it begins, further out than the one before it.
    """
    least = -1
    for number in range(below - 1, -1, -1):
        match = shape.match(lines[number]) if least else None
        column = (match.start("key") if shape is FIELD else match.end() - 1) if match else -1
        if match and not 0 <= least <= column:
            least = column
            yield number, column


def open_columns(lines: Sequence[str], number: int) -> list[int]:
    """Give the columns where a line may begin, the nearest first: of the fields open above it, or of the dashes."""
    return [column for _, column in open_above(lines, number, DASH if DASH.match(lines[number]) else FIELD)]


def opens_group(line: str) -> bool:
    """Tell whether a field's value stands on the lines below it."""
    return _OPENS.search(line) is not None


def joins_two_files(lines: Sequence[str], number: int) -> bool:
    """Tell whether the same fields begin at the margin above and below a line, so that two files were put together."""
    above, below = (
        {match["key"] for line in part if (match := FIELD.match(line)) and not match["indent"]}
        for part in (lines[:number], lines[number:])
    )
    return not above.isdisjoint(below)


def is_in_list(before: str) -> bool:
    """Tell whether what follows on the line stands in a list in square brackets."""
    return before.count("[") > before.count("]")


def text_column(line: str) -> int:
    """Give the column where what stands below a field's line begins."""
    match = FIELD.match(line)
    return (match.start("key") if match else indent_of(line)) + INDENT_STEP


def stop_from(error: MarkedYAMLError, source: Source, quotation: SourceSpan | None = None) -> ParserStop:
    """Read the place and the reason out of PyYAML's exception."""
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    began_line, began_column = (began.line, began.column) if began else (0, 0)
    last = len(source.lines) - 1
    while line > 0 and (line > last or not source.lines[line].strip()):
        line, column = line - 1, 0
    context, problem = said(error)
    return ParserStop(source, problem, context, line, column, began_line, began_column, quotation)
