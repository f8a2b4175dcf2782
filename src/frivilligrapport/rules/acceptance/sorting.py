"""Findings sorted out: weighed, accepted by a comment or a report, told once, cut to what anyone reads, in order."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import format_number
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.acceptance.by_comment import accept_by_comments
from frivilligrapport.rules.acceptance.by_report import AcceptedProblem, accept
from frivilligrapport.rules.acceptance.follow_ons import without_follow_ons
from frivilligrapport.rules.acceptance.severities import with_severities

_YEAR_FOLDER = pattern(rf"{INDBERETNINGER}/[0-9]{{4}}/")
_TELLING = 6  # digits at a number's end that no other number of a report is likely to have
# Nobody reads so many findings of one kind in one file; a text of 1 MB can give two hundred times as many.
MOST_OF_A_KIND = 1_000
MOST_LOOKED_FOR = 10_000  # by one rule in a year


class Findings(NamedTuple):
    """What was found, in the files' order: what is open, and what rapport.yaml or a comment accepts."""

    open: tuple[Problem, ...]
    accepted: tuple[AcceptedProblem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Tell whether anything must be mended."""
        return any(problem.severity is Severity.FEJL for problem in self.open)

    @property
    def has_personal_data(self) -> bool:
        """Tell whether everything must stop (design, section 4)."""
        return any(problem.kind is PERSONAL_DATA for problem in self.open)

    @property
    def may_quote_numbers(self) -> bool:
        """Tell whether any of them may show a CPR number that stands elsewhere: few have so many digits in them."""
        return any(len(_digits_of(problem)) >= _TELLING for problem in self.open)

    def touching(self, paths: Iterable[str]) -> "Findings":
        """Keep the findings in the named files, or below the named folders."""
        wanted = tuple(paths)
        return Findings(
            tuple(problem for problem in self.open if is_among(problem.location.file, wanted)),
            tuple(one for one in self.accepted if is_among(one.problem.location.file, wanted)),
        )


def _digits_of(problem: Problem) -> str:
    return re.sub(r"\D", "", " ".join((problem.message, problem.hint, problem.subject, *problem.instead)))


def is_among(file: str, paths: Iterable[str]) -> bool:
    """Tell whether a file is one of those named, or lies below a folder that is; "." is all."""
    return any(path in {".", file} or file.startswith(f"{path}/") for path in paths)


def sort_out(
    problems: Iterable[Problem],
    samling: Samling,
    aargange: Iterable[Aargang],
    below: str = "",
    *,
    in_full: bool = False,
    only: frozenset[str] = frozenset(),
) -> Findings:
    """Take out what the comments in the files accept, and then what a year's report does.

    The newest year is asked last about what belongs to no year. Comments that accept nothing are told `below` a folder.
    Where some files alone are asked for, they are `only`, and what is wrong with how others accept is not looked for.
    """
    told = without_follow_ons(tuple(problems), samling)
    files = only | {one.location.file for one in told} if only else only
    by_comments = accept_by_comments(in_order(with_severities(told, samling.kommune)), samling, below, files)
    still_open, accepted = list(by_comments.open), list(by_comments.accepted)
    for aargang in aargange:
        if only and not any(_concerns(problem, aargang) for problem in still_open):
            continue
        settled = accept((problem for problem in still_open if _concerns(problem, aargang)), samling, aargang)
        taken = {one.problem for one in settled.accepted}
        still_open = [*(problem for problem in still_open if problem not in taken), *settled.faults]
        accepted += settled.accepted
    found = _without_numbers(in_order((*still_open, *by_comments.faults)), samling)
    return Findings(found if in_full else _shown(found), tuple(accepted))


def _shown(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Keep so many findings of a kind as are shown in a file; the next one's place says how many more there are.

    Of personal data each place is told as long as a report can accept it; their own search counts the rest.
    """
    counted: Counter[tuple[str, str]] = Counter()
    shown: list[Problem] = []
    beyond: dict[tuple[str, str], int] = {}
    for one in problems:
        kind = one.location.file, one.code
        counted[kind] += one.kind is not PERSONAL_DATA
        if counted[kind] == MOST_OF_A_KIND + 1:
            beyond[kind] = len(shown)
        if counted[kind] <= MOST_OF_A_KIND + 1:
            shown.append(one)
    for kind, at in beyond.items():
        more = counted[kind] - MOST_OF_A_KIND
        count = f"mindst {format_number(more)}" if counted[kind] >= MOST_LOOKED_FOR else format_number(more)
        message = f"Der er {count} fund mere af samme slags. De bliver ikke vist."
        shown[at] = shown[at]._replace(message=message, hint="Ret først dem, der er vist.", instead=())
    return tuple(shown)


def _without_numbers(problems: tuple[Problem, ...], samling: Samling) -> tuple[Problem, ...]:
    """Leave out what could show a CPR number otherwise: what else is found where one stands, and what quotes it."""
    files = {one.location.file for one in problems if one.kind is PERSONAL_DATA}
    if not files:
        return problems
    known = {number[-_TELLING:] for number in samling.numbers}

    def shows_one(problem: Problem) -> bool:
        said = _digits_of(problem)
        return problem.location.file in files or any(
            said[at : at + _TELLING] in known for at in range(len(said) - _TELLING + 1)
        )

    return tuple(one for one in problems if one.kind is PERSONAL_DATA or not shows_one(one))


def _concerns(problem: Problem, aargang: Aargang) -> bool:
    """Tell whether a finding lies in the year's folder, or in what all years share."""
    return is_among(problem.location.file, (aargang.folder,)) or not _YEAR_FOLDER.match(problem.location.file)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give each finding once, in the order that they are told in."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


def accepted_by(years: Iterable[Aargang], problems: Iterable[Problem], samling: Samling) -> frozenset[Problem]:
    """Give those findings about what all years share, such as a policy, that some years' reports accept."""
    shared = [one for one in problems if one.kind is PERSONAL_DATA or not _YEAR_FOLDER.match(one.location.file)]
    return frozenset(one.problem for year in years for one in accept(shared, samling, year).accepted)
