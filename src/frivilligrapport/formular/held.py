"""Last year's events in a status file: `new` writes them as comments, to be taken in again if they were held again."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from frivilligrapport.fast_start import pattern
from frivilligrapport.reading.parsing import parse
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingNode, SequenceNode

_BEGINS = pattern(r"(?P<indent>\s*)# ?- +id:")
_COMMENT = pattern(r"\s*#(?: |$)?")


class HeldEvent(NamedTuple):
    """Hold an event that stands as a comment on the lines `first` to `last`, from zero.

    `lines` are those that can be put in their place, indented as items of the list.
    """

    first: int
    last: int
    lines: tuple[str, ...]


def held_events(lines: Sequence[str], below: int, column: int) -> Iterator[HeldEvent]:
    """Yield the events below a line, up to the next field of the file; the list's dashes stand in `column`."""
    rest = range(below + 1, len(lines))
    under = [*takewhile(lambda number: lines[number][:1] in {"", " ", "#"}, rest)]
    for first in under:
        begins = _BEGINS.match(lines[first])
        if begins:
            run = [first, *takewhile(lambda number: _goes_on(lines[number]), under[under.index(first) + 1 :])]
            bare = tuple(" " * column + _COMMENT.sub("", lines[number], count=1) for number in run)
            if _is_one_group(bare):
                yield HeldEvent(first, run[-1], bare)


def _goes_on(line: str) -> bool:
    """Tell whether a line is the rest of the event above it: a comment that is indented further than its dash."""
    match = _COMMENT.match(line)
    return match is not None and line[match.end() :].startswith("  ")


def _is_one_group(lines: tuple[str, ...]) -> bool:
    tree = parse(Source("", "\n".join(lines))).tree
    return isinstance(tree, SequenceNode) and len(tree.items) == 1 and isinstance(tree.items[0], MappingNode)
