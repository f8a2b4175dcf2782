"""Places of the text as it was read, found in the text as it stands in the page, which counts in UTF-16."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from frivilligrapport.fast_start.frozen import Frozen
from frivilligrapport.reading.characters import visible

_LINE_END = re.compile(r"\r\n|\r|\n")
_BASIC = "\uffff"  # what comes after it takes two units of UTF-16


class PageText(Frozen):
    """Hold a text as the page has it: with its own line ends, its byte order mark, and letters in two parts."""

    text: str

    def offset(self, line: int, column: int) -> int:
        """Give where the character at a place (from 1, as findings say it) begins, in units of UTF-16 from 0.

        What lies beyond a line or the text is its end.
        """
        lines = self._lines
        if line > len(lines):
            return self._units[len(self.text)]
        start, own = lines[line - 1]
        return self._units[start + _characters(own, column - 1)]

    @cached_property
    def _lines(self) -> tuple[tuple[int, str], ...]:
        """Give each line without its end, and where it begins."""
        skipped = len(self.text) - len(self.text.removeprefix("\ufeff"))
        ends = [(match.start(), match.end()) for match in _LINE_END.finditer(self.text)]
        starts = [skipped, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(self.text)]
        return tuple((start, self.text[start:stop]) for start, stop in zip(starts, stops, strict=True))

    @cached_property
    def _units(self) -> range | list[int]:
        """Give how many units stand before each character."""
        if not self.text or max(self.text) <= _BASIC:
            return range(len(self.text) + 1)
        return list(accumulate((1 + (sign > _BASIC) for sign in self.text), initial=0))


def _characters(line: str, read: int) -> int:
    """Give how many characters of a line make up so many of it as it was read: composed, with nothing unseen."""
    if line.isascii() and line.isprintable():
        return min(read, len(line))
    taken = 0
    for letter in _letters(line):
        length = len(visible(unicodedata.normalize("NFC", letter)))
        if not read or length > read:
            break
        taken, read = taken + len(letter), read - length
    return taken


def _letters(line: str) -> Iterator[str]:
    """Yield each character with the marks that belong to it."""
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or not unicodedata.combining(line[at]):
            yield line[start:at]
            start = at
