"""Tabs in the indentation, and the ways they may be written as spaces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from frivilligrapport.reading.repair.draft import Draft
from frivilligrapport.reading.slips.parser_stop import FIELD, indent_of

_WIDTHS = (2, 4, 8)  # the likeliest first
_LEAD = re.compile(r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)")
_TAB_AFTER_DASH = re.compile(r"-[ \t]*\t[ \t]*")
_BLOCK = re.compile(r"(?::|-)[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$")
_WHAT = "tabulator bliver til mellemrum"


def untabbed(draft: Draft) -> tuple[Draft, ...]:
    """Give the ways that the tabs in a draft's indentation may be written as spaces, the likeliest first.

    Only those by which it can be read to its end, if there are any. Tabs inside texts stay.
    """
    if not any("\t" in _lead(line) for line in draft.lines):
        return ()
    ways = tuple(dict.fromkeys(_ways(draft)))
    return tuple(way for way in ways if way.parsing.tree is not None) or ways


def fits(before: Draft, draft: Draft) -> int:
    """Count the lines with tabs that now begin where other lines of the file begin."""
    has_tabs = ["\t" in _lead(line) for line in before.lines]
    columns = [indent_of(line) for line in draft.lines]
    used = {column for column, tabs in zip(columns, has_tabs, strict=True) if not tabs}
    return sum(tabs and column in used for column, tabs in zip(columns, has_tabs, strict=True))


def _ways(draft: Draft) -> Iterator[Draft]:
    for width in _WIDTHS:
        for has_one_space in (True, False):
            lines = _Expander(width, has_one_space=has_one_space).expanded(draft.lines)
            yield draft.with_lines(dict(enumerate(lines)), dict.fromkeys(range(len(lines)), _WHAT))


def _lead(line: str) -> str:
    match = _LEAD.match(line)
    return match.group() if match else ""


@dataclass
class _Expander:
    """Expand tabs from line to line, knowing whether a line belongs to a text below a `|`.

    `has_one_space` writes a tab after a dash as one space, otherwise as spaces to the next stop.
    """

    width: int
    has_one_space: bool
    _block: int | None = field(default=None, init=False)
    _inside: int | None = field(default=None, init=False)

    def expanded(self, lines: tuple[str, ...]) -> list[str]:
        return [self._expand(line) for line in lines]

    def _expand(self, line: str) -> str:
        if not line.strip():
            return line if self._block is not None else line.replace("\t", " ")
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        column = len(indent.expandtabs(self.width))
        if self._block is not None and column > self._block:
            return self._in_block(line, indent, column)
        lead = _lead(line)
        spaced = _TAB_AFTER_DASH.sub("- ", lead) if self.has_one_space else lead
        new = spaced.expandtabs(self.width) + line[len(lead) :]
        self._block, self._inside = _opened(new), None
        return new

    def _in_block(self, line: str, indent: str, column: int) -> str:
        """Expand what only indents a text; what is further in than its first line is part of it."""
        spaces = len(indent) - len(indent.lstrip(" "))
        if self._inside is not None and spaces >= self._inside:
            return line
        self._inside = self._inside if self._inside is not None else column
        return " " * column + line[len(indent) :]


def _opened(line: str) -> int | None:
    """Give the column of the field whose text begins below this line, None when none does."""
    if not _BLOCK.search(line):
        return None
    match = FIELD.match(line)
    return match.start("key") if match else indent_of(line)
