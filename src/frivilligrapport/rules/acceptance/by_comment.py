"""Exceptions that a file asks for in a comment at the line (FR390, FR391, FR392, FR393)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frivilligrapport.collection.folder import YAML
from frivilligrapport.collection.organisation import not_read
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import Guesses, nearest_word, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.comments import Comment, comments_of
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.acceptance.by_report import AcceptedProblem, SortedProblems
from frivilligrapport.rules.acceptance.requests import ExceptionRequest, LineException, asked, request_in
from frivilligrapport.rules.catalogue import ALL_KINDS, RULES, SHOWN_TOGETHER, is_acceptable
from frivilligrapport.rules.kinds import (
    ACCEPTED_WITHOUT_REASON,
    NOT_ACCEPTABLE,
    UNREADABLE_EXCEPTION,
    UNUSED_ACCEPTANCE,
)

_CODES = frozenset(kind.code for kind in ALL_KINDS)
_CODE = pattern(r"\bFR[0-9]{3}\b", re.IGNORECASE)
_MORE = pattern(r"[\s,;/&+]*(?:og\s+)?[a-zæøå]{2}[ -]?[0-9]{3}\b", re.IGNORECASE)
_FORM = "# frivilligrapport: accepter {} fordi …"
_Spot = tuple[str, str, int]  # a code, a file and a line
_Aim = tuple[str, str, range]  # a code, a file and the lines that an exception concerns


def _spot(problem: Problem) -> _Spot:
    return problem.code, problem.location.file, problem.location.line


class _Asked(NamedTuple):
    """Hold what a file's comments ask for, and what is wrong with the comments; `sure` when the file can be read."""

    exceptions: tuple[LineException, ...]
    faults: tuple[Problem, ...]
    sure: bool


def accept_by_comments(
    problems: Iterable[Problem], samling: Samling, below: str = "", only: frozenset[str] = frozenset()
) -> SortedProblems:
    """Sort findings by the comments at their lines; what is wrong with the comments themselves is told too.

    An exception that meets no finding is told for the files whose path begins with `below`: of the others not
    everything has been looked for. In a file that cannot be read, exceptions are heeded and nothing is said of them.
    The comments of `only` some files are read, or of all where none is named.
    """
    found = tuple(problems)
    every = Guesses(sorted(filter(is_acceptable, _CODES)))
    asked = [_asked(source, found, every) for source in _files(samling, only)]
    alike: dict[_Aim, list[LineException]] = defaultdict(list)
    for one in (one for file in asked for one in file.exceptions):
        alike[one.code, one.place.file, one.concerns].append(one)
    met = _met(found, alike)
    used = {one.place for aims in met.values() for aim in aims for one in alike[aim]}
    sure = [file for file in asked if file.sure]
    # What only others can show has not been looked for where they are not at hand.
    looked_for = _CODES - {rule.kind.code for rule in RULES if not rule.fits(samling)}
    unused = (one for file in sure for one in file.exceptions if one.place not in used and one.code in looked_for)
    told = (one for one in unused if one.place.file.startswith(below) and not _may_come(one, samling))
    faults = (*(fault for file in sure for fault in file.faults), *_unused(told, found))
    return SortedProblems(
        tuple(problem for problem in found if problem not in met),
        tuple(AcceptedProblem(problem, alike[aims[0]][0].why) for problem, aims in met.items()),
        tuple(sorted(faults, key=lambda problem: problem.order)),
    )


def _met(problems: Iterable[Problem], asked: Iterable[_Aim]) -> dict[Problem, list[_Aim]]:
    """Give the findings that something is asked for, each with all that is."""
    by_line: dict[_Spot, list[_Aim]] = defaultdict(list)
    for aim in asked:
        for line in aim[2]:
            by_line[*aim[:2], line].append(aim)
    return {problem: aims for problem in problems if (aims := by_line.get(_spot(problem)))}


def _may_come(one: LineException, samling: Samling) -> bool:
    """Tell whether what is accepted may be there when the files that are awaited have come and can be read."""
    year = _year_of(samling, one.place.file)
    return year is not None and one.code in SHOWN_TOGETHER and bool(not_read(samling, year))


def _year_of(samling: Samling, file: str) -> Aargang | None:
    return next((aargang for aargang in samling.aargange if file.startswith(f"{aargang.folder}/")), None)


def _files(samling: Samling, only: frozenset[str]) -> Iterator[Source]:
    """Yield the YAML files that are read for what they say: `only` these, or all where none is named."""
    files = [one for one in samling.sources if one.lower().endswith(YAML) and (not only or one in only)]
    years = {year.folder: year for file in files if (year := _year_of(samling, file))}
    strays = {stray.file for stray in (*samling.strays, *(one for year in years.values() for one in year.strays))}
    return (samling.sources[file] for file in files if file not in strays)


def _asked(source: Source, problems: tuple[Problem, ...], every: Guesses) -> _Asked:
    comments = comments_of(source)
    codes: dict[int, set[str]] = defaultdict(set)
    for problem in problems if comments.found else ():
        if problem.location.file == source.file:
            codes[problem.location.line].add(problem.code)
    here = {
        concerns: frozenset().union(*(codes.get(line, ()) for line in concerns))
        for concerns in {one.concerns for one in comments.found}
    }
    read = [_read(one, here[one.concerns], every) for one in comments.found]
    exceptions = tuple(exception for exception, _ in read if exception)
    return _Asked(exceptions, tuple(fault for _, fault in read if fault), comments.sure)


def _read(comment: Comment, here: frozenset[str], every: Guesses) -> tuple[LineException | None, Problem | None]:
    """Give the exception that a comment asks for and what is wrong with the comment; both None when it asks nothing.

    `here` are the codes that have been found where the comment points: of these one is the likeliest to be meant by a
    code that does not exist. `every` are all that may be accepted.
    """
    said = asked(comment)
    if said is None:
        return None, None
    request = request_in(comment)
    if request is None:
        named = _CODE.search(said)
        message = f"Bemærkningen {quote(comment.text)} kan ikke læses."
        hint = f"Skriv {_FORM.format(named.group().upper() if named else 'FR401')}"
        return None, Problem(comment.location, UNREADABLE_EXCEPTION, message, hint)
    return _checked(request, here, every)


def _checked(
    request: ExceptionRequest, here: frozenset[str], every: Guesses
) -> tuple[LineException | None, Problem | None]:
    exception, code, place = request.exception, request.exception.code, request.exception.place
    if code not in _CODES:
        typed = f"FR{code}" if code.isdigit() else code
        meant = nearest_word(typed, sorted(filter(is_acceptable, here))) or ""
        fault = _unknown(place, request.typed, meant or every.nearest(typed) or "")
        return exception._replace(code=meant) if meant else None, fault
    if _MORE.match(request.rest):
        hint = "Skriv en bemærkning for hver kode, på hver sin linje."
        return None, Problem(place, UNREADABLE_EXCEPTION, "Her står mere end én kode.", hint)
    if not is_acceptable(code):
        return None, Problem(place, NOT_ACCEPTABLE, f"{code} kan ikke accepteres.", "Ret det, og slet bemærkningen.")
    if exception.why:
        return exception, None
    message = f"Der står ikke, hvorfor {code} er accepteret."
    hint = f"Skriv {_FORM.format(code)}, og grunden bliver trykt."
    return exception, Problem(place, ACCEPTED_WITHOUT_REASON, message, hint)


def _unknown(place: Location, typed: str, meant: str) -> Problem:
    message = f"Koden {quote(typed)} findes ikke." + (f" Mente du {meant}?" if meant else "")
    hint = f"Skriv {meant}" if meant else "Skriv koden på den fejl eller advarsel, der skal accepteres."
    return Problem(place, UNREADABLE_EXCEPTION, message, hint, instead=(meant,) if meant else ())


def _unused(exceptions: Iterable[LineException], problems: Iterable[Problem]) -> Iterator[Problem]:
    """Word exceptions that meet no finding; where the same code stands on another line of the file, say so."""
    first_lines: dict[tuple[str, str], int] = {}
    for problem in problems:
        code, file, line = _spot(problem)
        first_lines[code, file] = min(line, first_lines.get((code, file), line))
    for one in exceptions:
        elsewhere = first_lines.get((one.code, one.place.file))
        hint = (
            f"{one.code} findes i linje {elsewhere}; flyt bemærkningen derhen." if elsewhere else "Slet bemærkningen."
        )
        first, last = one.concerns[0], one.concerns[-1]
        lines = str(first) if first == last else f"{first}-{last}"
        yield Problem(one.place, UNUSED_ACCEPTANCE, f"{one.code} findes ikke i linje {lines}.", hint)
