"""A place in a file that a person handed in."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """Point at characters in a file.

    `file` is the path as it is shown: relative to the work folder, with `/`.
    `line` and `column` count from 1; columns count characters after NFC normalisation.
    `length` is the number of characters to underline, at least 1, on that one line.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
