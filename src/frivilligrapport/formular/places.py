"""Places of the text as it was read, found in the text as it stands in the page, which counts in UTF-16."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate

from frivilligrapport.fast_start import Frozen
from frivilligrapport.reading.characters import visible
from frivilligrapport.reading.repair.draft import Draft, draft_from_text
from frivilligrapport.reading.source import Source

_MARK = "\ufeff"
_FAR = re.compile("[\U00010000-\U0010ffff]")  # takes two units of UTF-16


class PageText(Frozen):
    """Hold a text as the page has it: with its own line ends, its byte order mark, and letters in two parts.

    Lines and columns count from zero, as the text was read; offsets count from `first`.
    """

    text: str
    first: int = 0

    def offset(self, line: int, column: int) -> int:
        """Give where a character begins; of what lies beyond a line or the text, where that ends."""
        if line >= len(self._draft.lines):
            return self._starts[-1]
        places = self._odd.get(line) or range(len(self._draft.lines[line]) + 1)
        return self._starts[line] + places[min(column, len(places) - 1)]

    def line_begin(self, line: int) -> int:
        """Give the offset of a line's first character; of the line below the last, that of the text's end."""
        return self._starts[line]

    def line_end(self, line: int) -> int:
        """Give the offset behind a line's last character, before its line end."""
        return self._starts[line + 1] - len(self._draft.ends[line])

    def cut(self, begin: int, end: int) -> str:
        """Give the characters between two offsets."""
        return self._units[2 * (begin - self.first) : 2 * (end - self.first)].decode("utf-16-le", "surrogatepass")

    def is_of(self, source: Source) -> bool:
        """Tell whether this is the text that was read, each of whose characters is found here."""
        lines = source.lines
        is_whole = len(lines) == len(self._draft.lines)
        return is_whole and all(len(places) == len(lines[number]) + 1 for number, places in self._odd.items())

    @cached_property
    def newline(self) -> str:
        """Give the line end that the text has."""
        return self._draft.ends[0] or "\n"

    @cached_property
    def _draft(self) -> Draft:
        return draft_from_text(self.text.removeprefix(_MARK))

    @cached_property
    def _units(self) -> bytes:
        return self.text.encode("utf-16-le", "surrogatepass")

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        lengths = (_width(line) + len(end) for line, end in zip(self._draft.lines, self._draft.ends, strict=True))
        return tuple(accumulate(lengths, initial=self.first + self.text.startswith(_MARK)))

    @cached_property
    def _odd(self) -> Mapping[int, tuple[int, ...]]:
        """Give where the characters begin of the lines where they do not stand one for one."""
        return {number: tuple(_places(line)) for number, line in enumerate(self._draft.lines) if not _is_plain(line)}


def _is_plain(line: str) -> bool:
    if line.isascii():
        return True
    return line.isprintable() and unicodedata.is_normalized("NFC", line) and not _FAR.search(line)


def _width(text: str) -> int:
    return len(text) + len(_FAR.findall(text))


def _places(line: str) -> Iterator[int]:
    """Yield where each character that is read begins, one that nobody sees with the next, and where the line ends."""
    at = begin = 0
    for letter in _letters(line):
        read = len(visible(unicodedata.normalize("NFC", letter)))
        yield from [begin] * read
        at += _width(letter)
        begin = at if read else begin
    yield at


def _letters(line: str) -> Iterator[str]:
    """Yield each character with the marks that belong to it."""
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or not unicodedata.combining(line[at]):
            yield line[start:at]
            start = at
