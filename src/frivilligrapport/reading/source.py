"""A file's text as it is shown in findings."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from frivilligrapport.problems import Location


@dataclass(frozen=True)
class Source:
    """Hold a file's decoded text: NFC, a line feed as the only line end, without byte order mark."""

    file: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Give the lines without their ends; there is always at least one."""
        return tuple(self.text.split("\n"))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Give the offset of each line's first character, and one past the text."""
        return tuple(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def pasted(self, place: Location, text: str) -> str:
        """Give the file's text with `text` in place of the characters that `place` underlines."""
        start = self._starts[place.line - 1] + place.column - 1
        return self.text[:start] + text + self.text[start + place.length :]

    def place(self, offset: int, length: int = 1) -> Location:
        """Give the location of the character at `offset`; `length` is cut at the line's end."""
        line = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[line]
        return Location(self.file, line + 1, column + 1, max(1, min(length, len(self.lines[line]) - column)))
