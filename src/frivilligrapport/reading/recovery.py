"""What a mended copy of a file says, and what of it may be believed of the file itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.parsing import MAX_EVENTS, Parsing, parse
from frivilligrapport.reading.slips.parser_stop import FIELD, indent_of
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import TreeNode


@dataclass(frozen=True, slots=True)
class Recovery:
    """Hold what a mended copy says. `tree` is None when no mending made the whole of it readable.

    `source` is the copy, and `origins` gives the file's line for each line of it. The others are lines of the file,
    from 1: `doubted` are those on which nothing more is believed, `shaken` those of them that had to be moved or left
    out, so that other lines may have come to belong elsewhere, and `moved` says how many characters further in a line
    stands.
    """

    source: Source
    origins: Sequence[int]
    tree: TreeNode | None = None
    doubted: frozenset[int] = frozenset()
    moved: Mapping[int, int] = field(default_factory=dict)
    shaken: frozenset[int] = frozenset()

    @property
    def sure(self) -> bool:
        """Tell that all that was written is still there, every word in its own field."""
        return not self.shaken

    def believed(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield those findings of the copy that are the file's own, each at its place in the file."""
        for problem in problems:
            place = self.place(problem.location)
            if place.line not in self.doubted:
                yield replace(problem, location=place)

    def judged(self, problems: Iterable[Problem]) -> "Recovery":
        """Be no longer sure where a line that was mended is found to be wrong in another way: the guess was no good."""
        wrong = {self.place(one.location).line for one in problems}
        return replace(self, shaken=self.shaken | (wrong & self.doubted))

    def place(self, place: Location) -> Location:
        """Give a place of the copy as the file's own."""
        line = self.origins[place.line - 1]
        return replace(place, line=line, column=max(1, place.column - self.moved.get(line, 0)))


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
    prose = takewhile(lambda n: not FIELD.match(lines[n]), below)
    ends = [number, *(max(run, default=number) for run in (tabbed, under, prose))]
    if "\t" in _indentation(source.lines[number]):
        ends = [ends[1], number]
    return [range(number, end + 1) for end in dict.fromkeys(ends)]


def _columns(lines: list[str], number: int) -> list[int]:
    """Give the columns where a line may begin, the nearest first: below the fields that are open above it."""
    found: list[int] = []
    for above in range(number - 1, -1, -1):
        match = FIELD.match(lines[above])
        dash = indent_of(lines[above])
        for column in (match.start("key") + _STEP, match.start("key"), dash) if match else ():
            if column not in found:
                found.append(column)
        if match and not dash:
            break
    here = indent_of(lines[number])
    return sorted(found[:_FARTHEST] or [0], key=lambda column: abs(column - here))


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
    match = FIELD.match(line)
    return match is not None and match["key"].strip() == "id"


def _fields(lines: Iterable[str]) -> set[str]:
    """Give the fields that begin at the margin: where they stand on both sides of a line, here really are two files."""
    return {match["key"] for line in lines if (match := FIELD.match(line)) and not match["indent"]}


def _blanked(source: Source, number: int) -> Iterator[Mend]:
    """Yield the copy without the value, without the line, and without the line and all that stands under it."""
    line = source.lines[number]
    field_ = FIELD.match(line)
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


MAX_ROUNDS = 20  # slips in one file; a real one has one or two
# A hostile file costs at most so much more than one that is read at once; each reading also costs its characters.
_MOST_EVENTS = MAX_EVENTS
_MOST_CHARACTERS = 4_000_000
# Where lines had to be moved or left out, these may come from that and not from the writer.
_UNSURE = (kinds.DUPLICATE_KEY, kinds.INDENT, kinds.UNREADABLE_LINE)


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
