"""A file's text as it is shown in findings."""

from dataclasses import dataclass
from functools import cached_property

from frivilligrapport.problems import Location


@dataclass(frozen=True)
class Source:
    """Hold a file's decoded text: NFC, `\\n` as the only line end, without byte order mark."""

    file: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Give the lines without their ends; there is always at least one."""
        return tuple(self.text.split("\n"))

    def place(self, offset: int, length: int = 1) -> Location:
        """Give the location of the character at `offset`; `length` is cut at the line's end."""
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        room = max(len(self.lines[line]) - column, 1)
        return Location(self.file, line + 1, column + 1, max(1, min(length, room)))
