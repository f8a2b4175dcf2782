"""The one door to the rules: all findings of a work folder or a year, open and accepted, and its open doubts."""

from collections.abc import Iterable, Iterator
from itertools import islice

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Indberetning, Mended, Samling
from frivilligrapport.figures.double_counts import DoubleCount
from frivilligrapport.figures.register import Registers
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance.severities import severity_faults, with_severities
from frivilligrapport.rules.acceptance.sorting import (
    MOST_LOOKED_FOR,
    Findings,
    accepted_by,
    in_order,
    is_among,
    sort_out,
)
from frivilligrapport.rules.catalogue import BUILD_RULES, FOLDER_RULES, RULES
from frivilligrapport.rules.figures.lookalikes import suspected
from frivilligrapport.rules.rule import Rule
from frivilligrapport.rules.year import Year

# A rule about texts looks at one text alone: that other lines had to be moved does not change it.
_TEXTS = "FR4"


def examine(samling: Samling, *, in_full: bool = False) -> Findings:
    """Check everything in the work folder, all years (`validate`); `in_full` gives all of a kind, also unread ones."""
    problems, counted = [*samling.problems, *check_folder(samling)], Registers(samling)
    for aargang in samling.aargange:
        problems += check_year(samling, aargang, counted)
    return sort_out(problems, samling, samling.aargange, in_full=in_full)


def examine_files(samling: Samling, paths: Iterable[str]) -> Findings:
    """Give what `examine` finds in the named files or below the named folders.

    Where all of them are status files or other documents of a year, nothing more than they need is looked at: the rules
    about one file alone in these, and those about several in their years.
    """
    wanted = frozenset(paths)
    years = [one for one in samling.aargange if any(file.startswith(f"{one.folder}/") for file in wanted)]
    if not wanted <= {file.file for one in years for file in one.handed_in}:
        return examine(samling).touching(wanted)
    counted = Registers(samling)
    # What quotes personal data of another file is left out too, so that of all files must be known.
    found = [one for one in samling.problems if one.location.file in wanted or one.kind is PERSONAL_DATA]
    for aargang in years:
        year = Year(samling, aargang, counted, only=wanted)
        found += (one for one in _check(RULES, year) if one.location.file in wanted)
    return sort_out(found, samling, samling.aargange, only=wanted).touching(wanted)


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
    return Findings(tuple(one for one in sort_out(found, samling, samling.aargange).open if one in found))


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
    return in_order((*found, *severity_faults(samling.kommune)))


def _check(rules: tuple[Rule, ...], year: Year) -> tuple[Problem, ...]:
    """Give what rules find in a year; where some files are asked for, what is found in these is certain to be there."""
    fitting = (rule for rule in rules if rule.fits(year.samling))
    asked = year.asked
    checks = (rule.check(year if rule.needs_others else asked) for rule in fitting)
    found = [problem for check in checks for problem in islice(check, MOST_LOOKED_FOR)]
    return in_order((*found, *_check_mended(year.samling, year.aargang, year.only)))


def _check_mended(samling: Samling, aargang: Aargang, only: frozenset[str]) -> Iterator[Problem]:
    """Yield what the rules that need no other file find in each unreadable file as it would be if it were mended.

    Only places that have not been mended themselves are believed. None of the files counts as read for it. `only` is as
    for a `Year`.
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
    sorted_out = sort_out((*read, *check_folder(samling), *found), samling, (aargang,), f"{aargang.folder}/")
    elsewhere = accepted_by(other_years, sorted_out.open, samling)
    return Findings(tuple(one for one in sorted_out.open if one not in elsewhere), sorted_out.accepted)


def open_doubts(registers: Registers, aargang: Aargang) -> tuple[DoubleCount, ...]:
    """Give what may be counted twice and is not settled, also where the finding about it is accepted.

    What the municipality does not want to be asked about is left out.
    """
    kommune = registers.samling.kommune
    found = suspected(Year(registers.samling, aargang, registers))
    guesses = (one for one, problem in found if with_severities((problem,), kommune))
    return (*registers.of(aargang).double_counts, *guesses)
