"""Ways to move lines that are not as far in as those they belong with."""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from frivilligrapport.reading.source import Source
from frivilligrapport.reading.stop import KEY, indent_of

_STEP = 2
_TABS = (2, 4, 8)
_FARTHEST = 8  # columns tried; deeper files are not written by hand

Move = tuple[Mapping[int, str], Mapping[int, int]]


def moves(source: Source, number: int) -> Iterator[Move]:
    """Yield ways to move a line, alone or with those that follow it: the new lines, and how far each was moved."""
    for width in _TABS if "\t" in _indentation(source.lines[number]) else (1,):
        lines = [_without_tabs(line, width) for line in source.lines]
        for column in _columns(lines, number):
            for run in _runs(source, lines, number):
                yield _moved(source, lines, run, column - indent_of(lines[number]))


def _indentation(line: str) -> str:
    return line[: indent_of(line)]


def _without_tabs(line: str, width: int) -> str:
    return _indentation(line).expandtabs(width) + line[indent_of(line) :]


def _moved(source: Source, lines: list[str], run: range, by: int) -> Move:
    new: dict[int, str] = {}
    for number in run:
        line = lines[number]
        new[number] = " " * max(0, indent_of(line) + by) + line.lstrip() if line.strip() else ""
    return new, {number: indent_of(new[number]) - indent_of(source.lines[number]) for number in run}


def _runs(source: Source, lines: list[str], number: int) -> list[range]:
    """Give the lines that may have to be moved together, from the one that was found."""
    below = range(number + 1, len(lines))
    least = indent_of(lines[number])
    tabbed = takewhile(lambda n: not lines[n].strip() or "\t" in _indentation(source.lines[n]), below)
    under = takewhile(lambda n: not lines[n].strip() or indent_of(lines[n]) >= least, below)
    prose = takewhile(lambda n: not KEY.match(lines[n]), below)
    ends = [number, *(max(run, default=number) for run in (tabbed, under, prose))]
    if "\t" in _indentation(source.lines[number]):
        ends = [ends[1], number]
    return [range(number, end + 1) for end in dict.fromkeys(ends)]


def _columns(lines: list[str], number: int) -> list[int]:
    """Give the columns where a line may begin, the nearest first: below the fields that are open above it."""
    found: list[int] = []
    for above in range(number - 1, -1, -1):
        match = KEY.match(lines[above])
        dash = indent_of(lines[above])
        for column in (match.start("key") + _STEP, match.start("key"), dash) if match else ():
            if column not in found:
                found.append(column)
        if match and not dash:
            break
    here = indent_of(lines[number])
    return sorted(found[:_FARTHEST] or [0], key=lambda column: abs(column - here))
