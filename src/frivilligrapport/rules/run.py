"""All findings of a work folder or of one of its years, sorted into open and accepted: the one door to the rules."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Indberetning, Mended, Samling
from frivilligrapport.danish import format_number
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.figures.register import Registers
from frivilligrapport.models.fields.kinds import LIST_EXPECTED
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.reading.file_kinds import INVISIBLE_CHARACTER
from frivilligrapport.rules.acceptance import AcceptedProblem, accept
from frivilligrapport.rules.catalogue import BUILD_RULES, FOLDER_RULES, RULES
from frivilligrapport.rules.line_exceptions import accept_by_comments
from frivilligrapport.rules.names_in_lists import SAID_OF_NAMES
from frivilligrapport.rules.rule import Rule
from frivilligrapport.rules.severities import severity_faults, with_severities
from frivilligrapport.rules.year import Year

_YEAR_FOLDER = pattern(rf"{INDBERETNINGER}/[0-9]{{4}}/")
# A rule about texts looks at one text alone: that other lines had to be moved does not change it.
_TEXTS = "FR4"
_TELLING = 6  # digits at a number's end that no other number of a report is likely to have
# Nobody reads so many findings of one kind in one file; a text of 1 MB can give two hundred times as many.
MOST_OF_A_KIND = 1_000
_MOST_LOOKED_FOR = 10_000  # by one rule in a year


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

    def touching(self, paths: Iterable[str]) -> "Findings":
        """Keep the findings in the named files, or below the named folders."""
        wanted = tuple(paths)
        return Findings(
            tuple(problem for problem in self.open if is_among(problem.location.file, wanted)),
            tuple(one for one in self.accepted if is_among(one.problem.location.file, wanted)),
        )


def is_among(file: str, paths: Iterable[str]) -> bool:
    """Tell whether a file is one of those named, or lies below a folder that is; "." is all."""
    return any(path in {".", file} or file.startswith(f"{path}/") for path in paths)


def examine(samling: Samling, *, in_full: bool = False) -> Findings:
    """Check everything in the work folder, all years (`validate`); `in_full` gives all of a kind, also unread ones."""
    problems, counted = [*samling.problems, *check_folder(samling)], Registers(samling)
    for aargang in samling.aargange:
        problems += check_year(samling, aargang, counted)
    return _sort_out(problems, samling, samling.aargange, in_full=in_full)


def examine_files(samling: Samling, paths: Iterable[str]) -> Findings:
    """Give what `examine` finds in the named files or below the named folders.

    Where all of them are status files or other documents of a year, nothing more than they need is looked at: the rules
    about one file alone in these, and those about several in their years.
    """
    wanted = frozenset(paths)
    years = [one for one in samling.aargange if not wanted.isdisjoint(_documents(one))]
    if not wanted <= {file for one in years for file in _documents(one)}:
        return examine(samling).touching(wanted)
    counted = Registers(samling)
    # What quotes personal data of another file is left out too, so that of all files must be known.
    found = [one for one in samling.problems if one.location.file in wanted or one.kind is PERSONAL_DATA]
    for aargang in years:
        found += (one for one in _check(RULES, Year(samling, aargang, counted), wanted) if one.location.file in wanted)
    return _sort_out(found, samling, samling.aargange).touching(wanted)


def _documents(aargang: Aargang) -> frozenset[str]:
    return frozenset(one.file for one in (*aargang.indberetninger, *aargang.dokumentfiler))


def examine_for_build(samling: Samling, aargang: Aargang, counted: Registers | None = None) -> Findings:
    """Check one year as strictly as publishing asks: a file in udkast and a missing delivery are errors.

    The other years' faults do not stop it; personal data anywhere does. `counted` are the figures that the command has
    counted already.
    """
    return _examine_one(samling, aargang, check_build(samling, aargang, counted))


def examine_year(samling: Samling, aargang: Aargang, counted: Registers | None = None) -> Findings:
    """Check one year as `validate` does, for what may be seen while files are still awaited.

    The other years' faults do not stop it; personal data anywhere does. `counted` are the figures that the command has
    counted already.
    """
    return _examine_one(samling, aargang, check_year(samling, aargang, counted))


def personal_data_in(samling: Samling) -> Findings:
    """Give the personal data in all files that no report accepts, and nothing else that is wrong with them."""
    found = [one for one in samling.problems if one.kind is PERSONAL_DATA]
    return Findings(tuple(one for one in _sort_out(found, samling, samling.aargange).open if one in found))


def check_year(samling: Samling, aargang: Aargang, counted: Registers | None = None) -> tuple[Problem, ...]:
    """Give what the rules find in a year, in order; what reading found is in `samling.problems`.

    `counted` are the figures that the command has counted already.
    """
    return _check(RULES, Year(samling, aargang, counted))


def check_build(samling: Samling, aargang: Aargang, counted: Registers | None = None) -> tuple[Problem, ...]:
    """Give what `check_year` gives and what only a finished report asks for: all deliveries, and no drafts.

    A missing delivery is an error here and stands once, not also as the warning of `check_year`.
    """
    asked_otherwise = {rule.kind for rule in BUILD_RULES}
    return _check(
        (*(rule for rule in RULES if rule.kind not in asked_otherwise), *BUILD_RULES), Year(samling, aargang, counted)
    )


def check_folder(samling: Samling) -> tuple[Problem, ...]:
    """Give what is wrong outside the years: in kommune.yaml, in politik/, and with files that lie astray."""
    found = [problem for rule in FOLDER_RULES for problem in rule.check(samling)]
    return _in_order((*found, *severity_faults(samling.kommune)))


def _check(rules: tuple[Rule, ...], year: Year, only: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """Give what rules find in a year; those about one file alone look at `only`, or at all where none is named."""
    fitting = (rule for rule in rules if not (year.samling.lone and rule.needs_folder))
    looked_at = year.looking_at(only) if only else year
    checks = (rule.check(year if rule.needs_folder else looked_at) for rule in fitting)
    found = [problem for check in checks for problem in islice(check, _MOST_LOOKED_FOR)]
    return _in_order((*found, *_check_mended(year.samling, year.aargang, only)))


def _check_mended(samling: Samling, aargang: Aargang, only: frozenset[str]) -> Iterator[Problem]:
    """Yield what the rules that need no other file find in each unreadable file as it would be if it were mended.

    Only places that have not been mended themselves are believed. None of the files counts as read for it. `only` is as
    for `_check`.
    """
    for one in aargang.indberetninger:
        if one.mended and (not only or one.file in only):
            year, recovery = _only(samling, aargang, one, one.mended), one.mended.recovery
            alone = (rule for rule in RULES if not rule.needs_folder)
            trusted = (rule for rule in alone if recovery.sure or rule.kind.code.startswith(_TEXTS))
            yield from recovery.believed(problem for rule in trusted for problem in rule.check(year))


def _only(samling: Samling, aargang: Aargang, one: Indberetning, mended: Mended[Statusfil]) -> Year:
    """Give a year in which a file is the only one, and mended."""
    only = one._replace(tree=mended.recovery.tree, statusfil=mended.model)
    alone = aargang._replace(indberetninger=(only,), rapport=None, rapport_tree=None, strays=(), dokumentfiler=())
    sources = {**samling.sources, one.file: mended.recovery.source}
    return Year(samling._replace(aargange=(alone,), sources=sources, lone=True), alone)


def _examine_one(samling: Samling, aargang: Aargang, found: Iterable[Problem]) -> Findings:
    other_years = [one for one in samling.aargange if one.aar != aargang.aar]
    others = tuple(one.folder for one in other_years)
    read = [one for one in samling.problems if one.kind is PERSONAL_DATA or not is_among(one.location.file, others)]
    sorted_out = _sort_out((*read, *check_folder(samling), *found), samling, (aargang,), f"{aargang.folder}/")
    # What all years share, such as a policy, may have been accepted by another year's report.
    shared = [one for one in sorted_out.open if one.kind is PERSONAL_DATA or not _YEAR_FOLDER.match(one.location.file)]
    elsewhere = {one.problem for other in other_years for one in accept(shared, samling, other).accepted}
    return Findings(tuple(one for one in sorted_out.open if one not in elsewhere), sorted_out.accepted)


def _sort_out(
    problems: Iterable[Problem],
    samling: Samling,
    aargange: Iterable[Aargang],
    below: str = "",
    *,
    in_full: bool = False,
) -> Findings:
    """Take out what the comments in the files accept, and then what a year's report does.

    The newest year is asked last about what belongs to no year. Comments that accept nothing are told `below` a folder.
    """
    told = _without_shape(_once_for_a_token(tuple(problems)))
    by_comments = accept_by_comments(_in_order(with_severities(told, samling.kommune)), samling, below)
    still_open, accepted = list(by_comments.open), list(by_comments.accepted)
    for aargang in aargange:
        settled = accept((problem for problem in still_open if _concerns(problem, aargang)), samling, aargang)
        taken = {one.problem for one in settled.accepted}
        still_open = [*(problem for problem in still_open if problem not in taken), *settled.faults]
        accepted += settled.accepted
    found = _without_numbers(_in_order((*still_open, *by_comments.faults)), samling)
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
        count = f"mindst {format_number(more)}" if counted[kind] >= _MOST_LOOKED_FOR else format_number(more)
        message = f"Der er {count} fund mere af samme slags. De bliver ikke vist."
        shown[at] = shown[at]._replace(message=message, hint="Ret først dem, der er vist.", instead=())
    return tuple(shown)


def _once_for_a_token(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Tell of a word with a sign in it that cannot be seen once: what else is wrong with it comes from that sign.

    What may be written instead of the whole word mends both.
    """
    unseen = [one for one in problems if one.kind is INVISIBLE_CHARACTER and one.location.length]
    for sign in unseen:
        others = [
            one for one in problems if one.kind not in {INVISIBLE_CHARACTER, PERSONAL_DATA} and _covers(one, sign)
        ]
        if others:
            better = next((one for one in others if one.instead), sign._replace(instead=()))
            told = better._replace(kind=sign.kind, message=sign.message, weight=sign.weight)
            problems = tuple(told if one is sign else one for one in problems if one not in others)
    return problems


def _without_shape(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out that a word should be a list where a rule says more of that very word, and writes it as one."""
    told = {one.location for one in problems if one.code in SAID_OF_NAMES}
    return tuple(one for one in problems if one.kind is not LIST_EXPECTED or one.location not in told)


def _covers(problem: Problem, sign: Problem) -> bool:
    place, at = problem.location, sign.location
    is_on_line = (place.file, place.line) == (at.file, at.line)
    return is_on_line and place.column <= at.column < place.column + place.length


def _without_numbers(problems: tuple[Problem, ...], samling: Samling) -> tuple[Problem, ...]:
    """Leave out what could show a CPR number otherwise: what else is found where one stands, and what quotes it."""
    files = {one.location.file for one in problems if one.kind is PERSONAL_DATA}
    if not files:
        return problems
    known = {number[-_TELLING:] for number in samling.numbers}

    def shows_one(problem: Problem) -> bool:
        said = re.sub(r"\D", "", " ".join((problem.message, problem.hint, problem.subject, *problem.instead)))
        return problem.location.file in files or any(
            said[at : at + _TELLING] in known for at in range(len(said) - _TELLING + 1)
        )

    return tuple(one for one in problems if one.kind is PERSONAL_DATA or not shows_one(one))


def _concerns(problem: Problem, aargang: Aargang) -> bool:
    """Tell whether a finding lies in the year's folder, or in what all years share."""
    return is_among(problem.location.file, (aargang.folder,)) or not _YEAR_FOLDER.match(problem.location.file)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
