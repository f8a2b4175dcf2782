"""A file's lines while they are being repaired: what is not repaired keeps every byte."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True, slots=True)
class Repair:
    """Say in Danish what is repaired, on which line (from 1); line 0 is the whole file."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold a file's lines apart from their ends. Repairs change lines and never their number."""

    lines: tuple[str, ...]
    ends: tuple[str, ...]
    repairs: tuple[Repair, ...] = ()

    @property
    def text(self) -> str:
        """Give the lines as findings are placed in them: a line feed as the only line end."""
        return "\n".join(self.lines)

    @property
    def data(self) -> bytes:
        """Give the file's bytes, in UTF-8."""
        return "".join(line + end for line, end in zip(self.lines, self.ends, strict=True)).encode()

    def with_lines(self, new: Mapping[int, str], what: Mapping[int, str]) -> "Draft":
        """Put new lines in (numbers from zero), each with what is said of it; a line that stays as it is is no repair.

        Two repairs of one line that are worded alike are told once.
        """
        changed = {number: line for number, line in new.items() if self.lines[number] != line}
        told = [Repair(number + 1, what[number]) for number in sorted(changed)]
        lines = tuple(changed.get(number, line) for number, line in enumerate(self.lines))
        return replace(self, lines=lines, repairs=tuple(dict.fromkeys((*self.repairs, *told))))

    def with_note(self, what: str) -> "Draft":
        """Add a repair of the file as a whole."""
        return replace(self, repairs=(*self.repairs, Repair(0, what)))


def draft_of(text: str) -> Draft:
    """Take a text apart into lines and their ends: CRLF, CR and LF, as the reader does."""
    lines = _LINE_END.split(text)
    return Draft(tuple(lines), (*_LINE_END.findall(text), ""))
