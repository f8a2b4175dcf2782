"""Tabs in the indentation, and the ways they may be written as spaces."""

import re
from collections.abc import Iterable, Iterator

from frivilligrapport.reading.repair.draft import Draft
from frivilligrapport.reading.slips.parser_stop import FIELD, indent_of

_WIDTHS = (2, 4, 8)  # the likeliest first
_LEAD = re.compile(r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)")
_TAB_AFTER_DASH = re.compile(r"-[ \t]*\t[ \t]*")
_BLOCK = re.compile(r"(?::|-)[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$")


def untabbed(draft: Draft) -> tuple[Draft, ...]:
    """Give the ways that the tabs in a draft's indentation may be written as spaces, the likeliest first.

    Only those by which it can be read to its end, if there are any. Tabs inside texts stay.
    """
    if not any("\t" in _lead(line) for line in draft.lines):
        return ()
    ways = tuple(dict.fromkeys(_ways(draft)))
    return tuple(way for way in ways if way.parsing.tree is not None) or ways


def count_fitting(before: Draft, draft: Draft) -> int:
    """Count the lines with tabs that now begin where other lines of the file begin."""
    has_tabs = ["\t" in _lead(line) for line in before.lines]
    columns = [indent_of(line) for line in draft.lines]
    used = {column for column, tabs in zip(columns, has_tabs, strict=True) if not tabs}
    return sum(tabs and column in used for column, tabs in zip(columns, has_tabs, strict=True))


def _ways(draft: Draft) -> Iterator[Draft]:
    for width in _WIDTHS:
        for has_one_space in (True, False):
            lines = dict(enumerate(_expanded(draft.lines, width, has_one_space=has_one_space)))
            yield draft.with_lines(lines, dict.fromkeys(lines, "tabulator bliver til mellemrum"))


def _lead(line: str) -> str:
    match = _LEAD.match(line)
    return match.group() if match else ""


def _expanded(lines: Iterable[str], width: int, *, has_one_space: bool) -> Iterator[str]:
    """Yield lines without tabs in front; what is further in than the first line of a text below a `|` is part of it.

    `has_one_space` writes a tab after a dash as one space, otherwise as spaces to the next stop.
    """
    block: int | None = None  # the column of the field whose text this is
    inside: int | None = None  # the column where that text begins
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        column = len(indent.expandtabs(width))
        if not line.strip():
            yield line if block is not None else line.replace("\t", " ")
        elif block is not None and column > block:
            is_text = inside is not None and len(indent) - len(indent.lstrip(" ")) >= inside
            inside = column if inside is None else inside
            yield line if is_text else " " * column + line[len(indent) :]
        else:
            lead = _lead(line)
            spaced = _TAB_AFTER_DASH.sub("- ", lead) if has_one_space else lead
            new = spaced.expandtabs(width) + line[len(lead) :]
            key = FIELD.match(new)
            block, inside = (key.start("key") if key else indent_of(new)) if _BLOCK.search(new) else None, None
            yield new
