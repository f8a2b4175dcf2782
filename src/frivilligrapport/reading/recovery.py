"""What a mended copy of a file says, and what of it may be believed of the file itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from frivilligrapport.fast_start import NOTHING, Frozen
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.parsing import MAX_EVENTS, Parsing, parse, spans_of_values
from frivilligrapport.reading.slips.items import uncommented
from frivilligrapport.reading.slips.parser_stop import FIELD, INDENT_STEP, indent_of, joins_two_files, open_above
from frivilligrapport.reading.slips.runs import askew_block, loose_text
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import TreeNode

MAX_ROUNDS = 20  # slips in one file; a real one has one or two
# Where lines had to be moved or left out, these may come from that and not from the writer.
_UNSURE = (kinds.MANY_DOCUMENTS, kinds.DUPLICATE_KEY, kinds.WRONG_INDENT, kinds.UNREADABLE_LINE)
_LAYOUT = (kinds.TAB, kinds.WRONG_INDENT)
_TAB, _TAB_WIDTH = "\t", 4
_MOST_COLUMNS = 3  # tried for a line


class Recovery(Frozen):
    """Hold what a mended copy says. `tree` is None when no mending made the whole of it readable.

    `source` is the copy, `parsing` what was read of it, and `origins` gives the file's line for each line of it. The
    others are lines of the file, from 1: `doubted` are those on which nothing more is believed, `shaken` those of them
    that had to be moved or left out, so that other lines may have come to belong elsewhere, and `moved` says how many
    characters further in a line stands.
    """

    source: Source
    parsing: Parsing
    origins: Sequence[int]
    doubted: frozenset[int] = frozenset()
    moved: Mapping[int, int] = NOTHING
    shaken: frozenset[int] = frozenset()

    @property
    def tree(self) -> TreeNode | None:
        """What the copy says."""
        return self.parsing.tree

    @property
    def sure(self) -> bool:
        """Tell that all that was written is still there, every word in its own field."""
        return not self.shaken

    @property
    def reached(self) -> tuple[int, int]:
        """Give the file's line and column of the slip that stops the reading."""
        slip = self.parsing.slip
        place = self.place(slip.location) if slip else Location(self.source.file)
        return place.line, place.column

    def believed(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield those findings of the copy that are the file's own, each at its place in the file."""
        for problem in problems:
            place = self.place(problem.location)
            if place.line not in self.doubted:
                yield problem._replace(location=place)

    def judged(self, problems: Iterable[Problem]) -> "Recovery":
        """Be no longer sure where a line that was mended is found to be wrong in another way: the guess was no good."""
        wrong = {self.place(one.location).line for one in problems}
        return self._replace(shaken=self.shaken | (wrong & self.doubted))

    def place(self, place: Location) -> Location:
        """Give a place of the copy as the file's own."""
        line = self.origins[place.line - 1]
        return place._replace(line=line, column=max(1, place.column - self.moved.get(line, 0)))

    def is_doubtful(self, problem: Problem) -> bool:
        """Tell whether a finding of the file may come from lines that were moved or left out: by its kind, or below."""
        return problem.location.line - 1 in self.shaken or (problem.kind in _UNSURE and not self.sure)


class _Budget:
    """Count down what reading again may cost: a hostile file costs so much more at most than one read at once."""

    def __init__(self) -> None:
        self.events = MAX_EVENTS
        self.characters = 4_000_000


def recover(source: Source, first: Parsing) -> tuple[Recovery, tuple[Problem, ...]]:
    """Give what a mended copy of a text says, and all slips of the text itself; `first` has the slip that stopped it.

    Never raises, and takes a bounded time, whatever the text holds.
    """
    copy, budget = Recovery(source, first, range(1, len(source.lines) + 1)), _Budget()
    found = dict.fromkeys(first.findings)
    for _ in range(MAX_ROUNDS):
        better = _mended(copy, budget)
        if better is None:
            break
        copy = better
        # The same thing at the same place is told once.
        told = {(one.kind, one.location.line, one.location.column) for one in found}
        for one in copy.believed(copy.parsing.findings):
            if (one.kind, one.location.line, one.location.column) not in told and not copy.is_doubtful(one):
                found[one] = None
        slip = copy.parsing.slip
        if slip is None or copy.is_doubtful(slip._replace(location=copy.place(slip.location))):
            break
    doubted = set(copy.doubted)
    for value in spans_of_values(copy.source) if copy.tree else ():
        # All lines of a text are doubted that has a doubted one in it.
        touched = copy.origins[value.line : value.end_line + 1]
        if len(touched) > 1 and not copy.doubted.isdisjoint(touched):
            doubted.update(touched)
    return copy._replace(doubted=frozenset(doubted)), tuple(found)


def _mended(copy: Recovery, budget: _Budget) -> Recovery | None:
    """Mend the slip that stops the copy in the way that lets it be read furthest; None when no way helps."""
    best: Recovery | None = None
    slip = copy.parsing.slip
    for mend in _mends(copy.source, slip) if slip else ():
        if min(budget.events, budget.characters) <= 0:
            break
        tried, other = _tried(copy, mend), best or copy
        budget.events -= tried.parsing.events
        budget.characters -= len(tried.source.text)
        if tried.tree is not None:
            return tried
        # A stop on a line that was mended is no step forward.
        if tried.reached > other.reached and tried.reached[0] not in tried.doubted:
            best = tried
    return best


class _Mend(Frozen):
    """Hold new lines by number (from zero), one or more for each; the others stay.

    `doubted` says on which lines nothing more can be believed, `moved` how many characters further in a line now
    begins, and `sure` that every word stays in the field where it was written.
    """

    lines: Mapping[int, str]
    doubted: Iterable[int]
    moved: Mapping[int, int] = NOTHING
    sure: bool = False


def _tried(copy: Recovery, mend: _Mend) -> Recovery:
    numbered = [
        (line, origin)
        for number, (old, origin) in enumerate(zip(copy.source.lines, copy.origins, strict=True))
        for line in mend.lines.get(number, old).split("\n")
    ]
    source = copy.source._replace(text="\n".join(line for line, _ in numbered))
    by_line = {copy.origins[number]: by for number, by in mend.moved.items()}
    lines = {copy.origins[number] for number in mend.doubted}
    return Recovery(
        source,
        parse(source),
        [origin for _, origin in numbered],
        copy.doubted | lines,
        {**copy.moved, **{line: copy.moved.get(line, 0) + by for line, by in by_line.items()}},
        copy.shaken if mend.sure else copy.shaken | lines,
    )


def _mends(source: Source, slip: Problem) -> Iterator[_Mend]:
    """Yield ways to mend a slip: what it offers, its line moved, and the copy without what cannot be read."""
    number, start = slip.location.line - 1, slip.location.column - 1
    line = source.lines[number]
    key = FIELD.match(line)
    if slip.kind is kinds.MANY_DOCUMENTS:
        yield _Mend({number: ""}, [number], sure=not joins_two_files(source.lines, number))
        return
    is_layout = slip.kind in _LAYOUT
    # Other lines may refer to an id, so that a wrong guess at it would be found there.
    is_id = key is not None and key["key"].strip() == "id"
    if slip.kind is kinds.WRONG_INDENT and (run := loose_text(source, number)):
        yield _Mend(run.lines, run.lines, dict.fromkeys(run.lines, run.by), sure=True)
    if slip.kind is kinds.LOST_TAIL and (lines := uncommented(source, number)):
        moved = {n: indent_of(line) - indent_of(source.lines[n]) for n, line in lines.items()}
        yield _Mend(lines, lines, moved, sure=True)
    for text in slip.instead:
        written = line[:start] + text + line[start + slip.location.length :]
        yield _Mend({number: written}, [number], sure=not is_layout and not is_id)
    if is_layout:
        yield from _moves(source, number)
    if key:
        yield _Mend({number: line[: key.end()]}, [number])
    yield _Mend({number: ""}, [number])
    below_it = range(number + 1, len(source.lines))
    under = [
        *takewhile(lambda n: not source.lines[n].strip() or indent_of(source.lines[n]) > indent_of(line), below_it)
    ]
    if under:
        yield _Mend(dict.fromkeys([number, *under], ""), [number, *under])


def _moves(source: Source, number: int) -> Iterator[_Mend]:
    """Yield ways to move a line, with those that are askew with it, to where it may belong: the nearest first."""
    is_tabbed = [_TAB in line[: indent_of(line)] for line in source.lines]
    lines = [line[: indent_of(line)].expandtabs(_TAB_WIDTH) + line.lstrip() for line in source.lines]
    here = indent_of(lines[number])
    fields = [(key, indent_of(lines[at])) for at, key in open_above(lines, number, FIELD)]
    columns = {column for key, begin in fields for column in (key + INDENT_STEP, key, begin)} or {0}
    below = range(number + 1, len(lines))
    tabbed = [number, *takewhile(lambda n: is_tabbed[n] or not lines[n].strip(), below)]
    for column in sorted(columns, key=lambda column: abs(column - here))[:_MOST_COLUMNS]:
        run = tabbed if is_tabbed[number] else askew_block(lines, number, column).lines
        new = {
            n: " " * max(0, indent_of(lines[n]) + column - here) + lines[n].lstrip() for n in run if lines[n].strip()
        }
        yield _Mend(new, [number], {n: indent_of(line) - indent_of(source.lines[n]) for n, line in new.items()})
