"""Findings accepted in the file itself: `# frivilligrapport: accepter FR401 fordi …` at the line, or right above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem
from frivilligrapport.reading.comments import comments_of
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.acceptance import AcceptedProblem, Sorted
from frivilligrapport.rules.exception_reading import LineException, read_comment, unused

_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Known:
    """Say which codes there are, and which have been looked for: a lone file is not held against the others."""

    codes: frozenset[str]
    looked_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Hold what a file's comments ask for, and what is wrong with the comments; `sure` when the file can be read."""

    exceptions: tuple[LineException, ...]
    faults: tuple[Problem, ...]
    sure: bool


def accept_by_comments(problems: Iterable[Problem], samling: Samling, known: Known, below: str = "") -> Sorted:
    """Sort findings by the comments at their lines; what is wrong with the comments themselves is told too.

    An exception that meets no finding is told for the files whose path begins with `below`: of the others not
    everything has been looked for. In a file that cannot be read, exceptions are heeded and nothing is said of them.
    """
    found = tuple(problems)
    asked = [_asked(source, known, found) for source in _files(samling)]
    exceptions = [one for file in asked for one in file.exceptions]
    reasons = {problem: hits for problem in found if (hits := [one for one in exceptions if one.meets(problem)])}
    used = {one.place for hits in reasons.values() for one in hits}
    faults = [fault for file in asked if file.sure for fault in file.faults]
    faults += (
        unused(one, found)
        for file in asked
        for one in file.exceptions
        if file.sure and one.place.file.startswith(below) and one.place not in used and one.code in known.looked_for
    )
    return Sorted(
        tuple(problem for problem in found if problem not in reasons),
        tuple(AcceptedProblem(problem, hits[0].why) for problem, hits in reasons.items()),
        tuple(sorted(faults, key=lambda problem: problem.order)),
    )


def _files(samling: Samling) -> Iterator[Source]:
    """Yield the YAML files that are read for what they say."""
    strays = {stray.file for stray in (*samling.strays, *(one for year in samling.aargange for one in year.strays))}
    for file, source in samling.sources.items():
        if file.lower().endswith(_YAML) and file not in strays:
            yield source


def _asked(source: Source, known: Known, problems: tuple[Problem, ...]) -> _Asked:
    comments = comments_of(source)
    own = [problem for problem in problems if comments.found and problem.location.file == source.file]
    read = [
        read_comment(one, known.codes, frozenset(hit.code for hit in own if hit.location.line in one.concerns))
        for one in comments.found
    ]
    exceptions = tuple(exception for exception, _ in read if exception)
    return _Asked(exceptions, tuple(fault for _, fault in read if fault), comments.sure)
