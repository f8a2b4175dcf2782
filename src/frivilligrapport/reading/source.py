"""A file's text as it is shown in findings, and where something begins and ends in it."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from frivilligrapport.fast_start import Frozen
from frivilligrapport.problems import Location
from frivilligrapport.reading.field_names import NO_NAMES, FieldNames


class Source(Frozen):
    """Hold a file's decoded text: NFC, a line feed as the only line end, without byte order mark.

    `names` are those of the fields that its kind of file has.
    """

    file: str
    text: str
    names: FieldNames = NO_NAMES

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Give the lines without their ends; there is always at least one."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """Give a line, from zero, without its end; "" where there is none, as past the end, where a parser may stop."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Give the offset of each line's first character, and one past the text."""
        return tuple(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def pasted(self, place: Location, text: str) -> str:
        """Give the file's text with `text` in place of the characters that `place` underlines."""
        start = self.offset(place)
        return self.text[:start] + text + self.text[start + place.length :]

    def offset(self, place: Location) -> int:
        """Give how many characters of the text stand before a place."""
        return self._starts[place.line - 1] + place.column - 1

    def line_at(self, offset: int) -> int:
        """Give the number, from zero, of the line that the character at `offset` stands on."""
        return bisect_right(self._starts, offset) - 1

    def location(self, line: int, start: int, end: int) -> Location:
        """Give the location of the characters from `start` to `end` of a line, all counted from zero."""
        return Location(self.file, line + 1, start + 1, max(1, end - start))

    def place(self, offset: int, length: int = 1) -> Location:
        """Give the location of the character at `offset`; `length` is cut at the line's end."""
        line = self.line_at(offset)
        column = offset - self._starts[line]
        return Location(self.file, line + 1, column + 1, max(1, min(length, len(self.lines[line]) - column)))


class SourceSpan(NamedTuple):
    """Hold the first character of something in a file and the one after its last, both zero-based."""

    line: int
    column: int
    end_line: int
    end_column: int

    def place(self, source: Source, length: int = 0) -> Location:
        """Give the place of its beginning, underlined to its end or to the end of its first line."""
        end = self.end_column if self.end_line == self.line else len(source.line(self.line))
        return Location(source.file, self.line + 1, self.column + 1, max(1, length or end - self.column))
