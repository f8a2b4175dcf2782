"""Read on after a slip: mend the line in a working copy and read it again, so that later slips are told too.

Nothing in the copy counts. What is found on a line that was mended may come from
the mending, and is left out: one mistake gives one finding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.parsing import MAX_EVENTS, Parsing, parse
from frivilligrapport.reading.recovery_mends import Mend, mends
from frivilligrapport.reading.recovery_value import Recovery
from frivilligrapport.reading.source import Source

MAX_ROUNDS = 20  # slips in one file; a real one has one or two
# A hostile file costs at most so much more than one that is read at once; each reading also costs its characters.
_MOST_EVENTS = MAX_EVENTS
_MOST_CHARACTERS = 4_000_000
# Where lines had to be moved or left out, these may come from that and not from the writer.
_UNSURE = (kinds.DUPLICATE_KEY, kinds.INDENT, kinds.UNREADABLE)


@dataclass(frozen=True, slots=True)
class _Copy:
    """Hold a working copy, with what has been done to it, and how far it could be read."""

    state: Recovery
    parsing: Parsing

    @property
    def source(self) -> Source:
        """The copy's text."""
        return self.state.source

    @property
    def reached(self) -> tuple[int, int]:
        """Give the file's line and column of the slip that stops the reading."""
        slip = self.parsing.slip
        place = self.state.place(slip.location) if slip else Location(self.source.file)
        return place.line, place.column


@dataclass
class _Budget:
    """Count down what reading again may cost."""

    events: int = _MOST_EVENTS
    characters: int = _MOST_CHARACTERS

    def spend(self, source: Source, parsing: Parsing) -> None:
        self.events -= parsing.events
        self.characters -= len(source.text)

    @property
    def is_spent(self) -> bool:
        return self.events <= 0 or self.characters <= 0


def recover(source: Source, first: Parsing) -> tuple[Recovery, tuple[Problem, ...]]:
    """Give what a mended copy of a text says, and all slips of the text itself; `first` has the slip that stopped it.

    Never raises, and takes a bounded time, whatever the text holds.
    """
    copy, budget = _Copy(Recovery(source, range(1, len(source.lines) + 1)), first), _Budget()
    found = dict.fromkeys(first.findings)
    for _ in range(MAX_ROUNDS):
        better = _mended(copy, budget)
        if better is None:
            break
        copy = better
        found |= dict.fromkeys(_new(copy, found))
        slip = copy.parsing.slip
        if slip is None or _is_doubtful(replace(slip, location=copy.state.place(slip.location)), copy.state):
            break
    return _with_texts(replace(copy.state, tree=copy.parsing.tree), copy.parsing), tuple(found)


def _with_texts(state: Recovery, parsing: Parsing) -> Recovery:
    """Doubt all lines of a text that has a doubted one in it."""
    lines: set[int] = set()
    for value in parsing.values:
        touched = state.origins[value.line : value.end_line + 1]
        if len(touched) > 1 and not state.doubted.isdisjoint(touched):
            lines.update(touched)
    return replace(state, doubted=state.doubted | lines)


def _new(copy: _Copy, told: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what the copy shows beside what has been told; the same thing at the same place is told once."""
    places = {(one.kind, one.location.line, one.location.column) for one in told}
    for one in copy.state.believed(copy.parsing.findings):
        is_told = (one.kind, one.location.line, one.location.column) in places
        if not is_told and not _is_doubtful(one, copy.state):
            yield one


def _is_doubtful(problem: Problem, state: Recovery) -> bool:
    """Tell whether a finding may come from lines that had to be moved or left out: by its kind, or right below one."""
    return problem.location.line - 1 in state.shaken or (problem.kind in _UNSURE and not state.sure)


def _mended(copy: _Copy, budget: _Budget) -> _Copy | None:
    """Mend the slip that stops the copy in the way that lets it be read furthest; None when no way helps."""
    best: _Copy | None = None
    slip = copy.parsing.slip
    for mend in mends(copy.source, slip) if slip else ():
        if budget.is_spent:
            break
        tried = _tried(copy, mend)
        budget.spend(tried.source, tried.parsing)
        if _is_further(tried, best or copy):
            best = tried
        if tried.parsing.tree:
            break
    return best


def _tried(copy: _Copy, mend: Mend) -> _Copy:
    state = copy.state
    numbered = [
        (line, origin)
        for number, (old, origin) in enumerate(zip(copy.source.lines, state.origins, strict=True))
        for line in mend.lines.get(number, old).split("\n")
    ]
    source = Source(copy.source.file, "\n".join(line for line, _ in numbered))
    by_line = {state.origins[number]: by for number, by in mend.moved.items()}
    moved = {**state.moved, **{line: state.moved.get(line, 0) + by for line, by in by_line.items()}}
    lines = {state.origins[number] for number in mend.doubted}
    origins = [origin for _, origin in numbered]
    shaken = state.shaken if mend.sure else state.shaken | lines
    return _Copy(Recovery(source, origins, None, state.doubted | lines, moved, shaken), parse(source))


def _is_further(tried: _Copy, other: _Copy) -> bool:
    """Tell whether a copy could be read further; a stop on a line that was mended is no step forward."""
    if tried.parsing.tree is not None:
        return other.parsing.tree is None
    return tried.reached > other.reached and tried.reached[0] not in tried.state.doubted
