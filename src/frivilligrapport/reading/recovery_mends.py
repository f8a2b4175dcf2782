"""Ways to mend a line that stops the reading, in a working copy: the likeliest first, blanking it last."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.recovery_moves import moves
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.stop import KEY, indent_of

_LAYOUT = (kinds.TAB, kinds.INDENT)
_DIVIDERS = (kinds.MANY_DOCUMENTS,)


@dataclass(frozen=True, slots=True)
class Mend:
    """Hold new lines by number (from zero), one or more for each; the others stay.

    `moved` says how many characters further in a line now begins, `doubted` on which lines nothing more can be
    believed, and `sure` that every word stays in the field where it was written.
    """

    lines: Mapping[int, str]
    doubted: frozenset[int]
    moved: Mapping[int, int] = field(default_factory=dict)
    sure: bool = True


def mends(source: Source, slip: Problem) -> Iterator[Mend]:
    """Yield ways to mend a slip."""
    number = slip.location.line - 1
    line = source.lines[number]
    start = slip.location.column - 1
    end = start + slip.location.length
    if slip.kind in _DIVIDERS:
        yield _one(number, "", sure=not _fields(source.lines[:number]) & _fields(source.lines[number:]))
        return
    is_layout = slip.kind in _LAYOUT
    for text in slip.instead:
        yield _one(number, line[:start] + text + line[end:], sure=not is_layout and not _names_a_thing(line))
    if is_layout:
        yield from (Mend(lines, frozenset({number}), by, sure=False) for lines, by in moves(source, number))
    yield from _blanked(source, number)


def _one(number: int, line: str, *, sure: bool = True) -> Mend:
    return Mend({number: line}, frozenset({number}), sure=sure)


def _names_a_thing(line: str) -> bool:
    """Tell whether other lines may refer to what a line says, so that a wrong guess at it would be found there."""
    match = KEY.match(line)
    return match is not None and match["key"].strip() == "id"


def _fields(lines: Iterable[str]) -> set[str]:
    """Give the fields that begin at the margin: where they stand on both sides of a line, here really are two files."""
    return {match["key"] for line in lines if (match := KEY.match(line)) and not match["indent"]}


def _blanked(source: Source, number: int) -> Iterator[Mend]:
    """Yield the copy without the value, without the line, and without the line and all that stands under it."""
    line = source.lines[number]
    field_ = KEY.match(line)
    if field_:
        yield _one(number, line[: field_.end()], sure=False)
    yield _one(number, "", sure=False)
    below = number + 1
    while below < len(source.lines) and _is_under(source.lines[below], line):
        below += 1
    if below > number + 1:
        gone = range(number, below)
        yield Mend(dict.fromkeys(gone, ""), frozenset(gone), sure=False)


def _is_under(line: str, opener: str) -> bool:
    return not line.strip() or indent_of(line) > indent_of(opener)
