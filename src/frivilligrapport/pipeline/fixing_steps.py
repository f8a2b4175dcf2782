"""The steps of repairing one file's lines: each gives a better state, or none."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from frivilligrapport.pipeline.fixing_policy import at_once
from frivilligrapport.pipeline.fixing_state import Judge, State
from frivilligrapport.problems import Problem
from frivilligrapport.reading.repair.draft import Draft
from frivilligrapport.reading.repair.edits import Group, bullets, edited, pasted, private_bullets, straight_quotes
from frivilligrapport.reading.repair.progress import meaning
from frivilligrapport.reading.repair.tabs import fits, untabbed
from frivilligrapport.reading.yaml_kinds import BULLET, YAML_KINDS

_MOST = 60  # times that a step may examine everything anew

Step = Callable[[Judge, State], State | None]


def repaired(judge: Judge, state: State) -> State:
    """Take steps until none of them makes the file better; each one does, so that this ends."""
    return _taken(judge, state, (_tabs, _findings, _bullets))


def _taken(judge: Judge, state: State, steps: Sequence[Step]) -> State:
    while True:
        better = next((found for step in steps if (found := step(judge, state))), None)
        if better is None:
            return state
        state = better


def own_problems(judge: Judge, state: State) -> list[Problem]:
    """Give what is found in the file itself."""
    return [one for one in state.known.problems if one.location.file == judge.file]


def _tabs(judge: Judge, state: State) -> State | None:
    """Write tabs as spaces in the way that lets the file be read furthest when everything else has been repaired too.

    Where several ways are as good and say different things, the tabs stay.
    """
    ways = () if state.is_readable else untabbed(state.draft)
    ends = [(way, _taken(judge, judge.of(way), (_findings, _bullets))) for way in ways]
    best = max((_rank(judge, state, *end) for end in ends), default=(False,))
    good = [end for way, end in ends if _rank(judge, state, way, end) == best and end.progress > state.progress]
    return good[0] if len({meaning(end.draft) for end in good}) == 1 else None


def _rank(judge: Judge, before: State, way: Draft, end: State) -> tuple[bool | int, ...]:
    # How far along a line the reading went says nothing of the tabs on it.
    return (*end.progress[:2], -len(own_problems(judge, end)), fits(before.draft, way))


def _bullets(judge: Judge, state: State) -> State | None:
    return _applied(judge, state, list(private_bullets(state.draft)), may_be_equal=True)


def _findings(judge: Judge, state: State) -> State | None:
    groups: list[Group] = []
    taken: set[int] = set()
    for problem in own_problems(judge, state):
        group = _group(state.draft, problem)
        numbers = {edit.number for edit in group}
        if group and not taken & numbers:
            groups.append(group)
            taken |= numbers
    return _applied(judge, state, groups)


def _group(draft: Draft, problem: Problem) -> Group:
    place = problem.location
    if place.line > len(draft.lines):
        return ()
    if problem.kind is BULLET:
        return bullets(draft, problem)
    text = at_once(problem, draft.lines[place.line - 1][place.column - 1 :][: place.length])
    quotes = straight_quotes(draft, problem) if problem.kind in YAML_KINDS else ()
    return quotes or (pasted(draft, problem, text) if text is not None else ())


def _applied(judge: Judge, state: State, groups: Sequence[Group], *, may_be_equal: bool = False) -> State | None:
    """Carry out those edits that make the file better: all at once, or else those that help; None when none does."""
    tries = _Tries(judge, may_be_equal=may_be_equal)
    better = tries.together(state, groups)
    if better is None and state.is_readable:
        better = tries.halved(state, groups)
    elif better is None:
        better = next((one for group in groups if (one := tries.together(state, [group]))), None)
    return better


@dataclass
class _Tries:
    """Try edits, no more of them than a step may cost; a step that helps is followed by another."""

    judge: Judge
    may_be_equal: bool
    left: int = _MOST

    def together(self, state: State, groups: Sequence[Group]) -> State | None:
        """Carry out edits at once; None where that does harm."""
        self.left -= 1
        if not groups or self.left < 0:
            return None
        tried = self.judge.of(edited(state.draft, groups))
        lines = {edit.number + 1 for group in groups for edit in group}
        is_clean = self._on(lines, tried) <= self._on(lines, state)
        return tried if is_clean and tried.betters(state, may_be_equal=self.may_be_equal) else None

    def halved(self, state: State, groups: Sequence[Group]) -> State | None:
        """Carry out edits half by half, down to those that do no harm."""
        if len(groups) < 2:  # noqa: PLR2004 - one cannot be halved, and has been tried
            return None
        half, better = len(groups) // 2, state
        for part in (groups[:half], groups[half:]):
            better = self.together(better, part) or self.halved(better, part) or better
        return better if better is not state else None

    def _on(self, lines: set[int], state: State) -> Counter[tuple[str, str, int]]:
        """Count what is found on some lines of the file."""
        found = state.known.count()
        return Counter({key: found[key] for key in found if key[1] == self.judge.file and key[2] in lines})
