"""Safe repairs: from the files as they are to the files as they may be written, without anything being written."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from frivilligrapport.collection.values import Samling
from frivilligrapport.pipeline.fixing_policy import is_asked
from frivilligrapport.pipeline.fixing_state import Judge, Known, Reload, State, known
from frivilligrapport.pipeline.fixing_steps import own_problems, repaired
from frivilligrapport.problems import Problem
from frivilligrapport.reading.characters import visible
from frivilligrapport.reading.repair.bytes import draft_from
from frivilligrapport.reading.repair.characters import with_plain_characters
from frivilligrapport.reading.repair.draft import Draft, Repair
from frivilligrapport.reading.repair.edits import edited, pasted
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.run import is_among

_YAML = (".yaml", ".yml")

# Asks the user which of a finding's texts is meant; None leaves the finding.
Choose = Callable[[Problem, Mapping[str, Source]], str | None]


@dataclass(frozen=True)
class Fixed:
    """Hold a file before and after its repairs; `shown` are both texts with nothing in them that cannot be seen."""

    file: str
    before: bytes
    after: bytes
    shown: tuple[str, str]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True)
class Fixing:
    """Hold the files that can be repaired, and what is found in all files once they are."""

    files: tuple[Fixed, ...]
    left: Known

    def left_in(self, file: str) -> tuple[Problem, ...]:
        """Give what is left in a file."""
        return tuple(one for one in self.left.problems if one.location.file == file)


def choose_nothing(problem: Problem, sources: Mapping[str, Source]) -> str | None:
    """Leave every finding that only a person can decide."""
    del problem, sources
    return None


def fix(samling: Samling, paths: Iterable[str], reload: Reload, choose: Choose = choose_nothing) -> Fixing:
    """Repair the files that are among `paths` as shown ("." is all).

    Nothing is done where there is personal data. Never raises for what the files hold.
    """
    wanted = tuple(paths)
    seen, changed, found = known(samling), dict[str, bytes](), list[Fixed]()
    for file in sorted(file for file in samling.originals if is_among(file, wanted)):
        if seen.has_personal_data(wanted):
            break
        judge = Judge(file, reload, dict(changed))
        before = samling.originals[file].data
        judge.remember(before, seen)
        state = _fixed(judge, before, choose)
        if state and state.draft.data != before:
            after = state.draft.data
            found.append(Fixed(file, before, after, (_shown(before), _shown(after)), state.draft.repairs))
            changed[file], seen = after, state.known
    return Fixing(tuple(found), seen)


def _fixed(judge: Judge, data: bytes, choose: Choose) -> State | None:
    """Repair one file; None when it is no text."""
    draft = draft_from(data)
    if draft is None:
        return None
    state = judge.of(with_plain_characters(draft))
    if not judge.file.lower().endswith(_YAML):
        return state
    asked: set[tuple[str, int, str]] = set()
    state = repaired(judge, state)
    while question := next(_questions(judge, state, asked), None):
        asked.add(_named(state.draft, question))
        state = repaired(judge, _answered(judge, state, question, choose(question, state.known.sources)))
    return state


def _questions(judge: Judge, state: State, asked: set[tuple[str, int, str]]) -> Iterator[Problem]:
    for problem in own_problems(judge, state):
        ways = (pasted(state.draft, problem, text) for text in problem.instead)
        if is_asked(problem) and _named(state.draft, problem) not in asked and any(ways):
            yield problem


def _named(draft: Draft, problem: Problem) -> tuple[str, int, str]:
    """Name a finding so that it is known again when others have been repaired."""
    place = problem.location
    line = draft.lines[place.line - 1] if place.line <= len(draft.lines) else ""
    return problem.code, place.line, line[place.column - 1 :][: place.length]


def _answered(judge: Judge, state: State, problem: Problem, text: str | None) -> State:
    group = pasted(state.draft, problem, text) if text is not None else ()
    tried = judge.of(edited(state.draft, [group]))
    return tried if tried.betters(state) else state


def _shown(data: bytes) -> str:
    draft = draft_from(data)
    return visible(unicodedata.normalize("NFC", draft.text)) if draft else ""
