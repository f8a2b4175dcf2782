"""What a report accepts of its findings, each with a reason: `accepteret` in rapport.yaml (FR391, FR392, FR393)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import normal_key
from frivilligrapport.models.rapport import Accepteret
from frivilligrapport.problems import Problem
from frivilligrapport.rules.catalogue import is_acceptable
from frivilligrapport.rules.kinds import ACCEPTED_WITHOUT_REASON, NOT_ACCEPTABLE, UNUSED_ACCEPTANCE

_WHERE = re.compile(r"(?P<file>.+?\.(?:yaml|yml|md|txt|docx?))\s*[:,]?\s*(?P<subject>.*)")


@dataclass(frozen=True, slots=True)
class AcceptedProblem:
    """A finding that the report accepts, and why."""

    problem: Problem
    fordi: str


class SortedProblems(NamedTuple):
    """Findings sorted: those nobody has accepted, those that are, and what is wrong with the acceptances themselves."""

    open: tuple[Problem, ...]
    accepted: tuple[AcceptedProblem, ...]
    faults: tuple[Problem, ...]


def accept(problems: Iterable[Problem], aargang: Aargang) -> SortedProblems:
    """Sort all findings of a year, those of the files and of the folder too, by the year's `accepteret`.

    An acceptance meets a finding by its code, by its file (relative to the year's folder, or to the folder above for
    kommune.yaml and politik/), and by the finding's subject when `hvor` names one after a colon or a comma:
    "tmf.yaml: groen-frivillighed" (in quotes, since a colon in a plain value is refused) or tmf.yaml, forslag.
    """
    found = tuple(problems)
    given = aargang.rapport.accepteret if aargang.rapport else ()
    unused: list[Accepteret] = []
    reasons: dict[Problem, str] = {}
    for one in given:
        met = [problem for problem in found if _meets(one, problem, aargang)]
        reasons = dict.fromkeys(met, str(one.fordi)) | reasons
        unused += [] if met else [one]
    faults = (*_faults(given), *_unused(aargang, unused, found))
    return SortedProblems(
        tuple(problem for problem in found if problem not in reasons),
        tuple(AcceptedProblem(problem, reasons[problem]) for problem in found if problem in reasons),
        tuple(sorted(faults, key=lambda problem: problem.order)),
    )


def _meets(one: Accepteret, problem: Problem, aargang: Aargang) -> bool:
    where = _WHERE.fullmatch(one.hvor)
    file, subject = (where["file"], where["subject"]) if where else (str(one.hvor), "")
    whole = problem.location.file
    short = whole.removeprefix(f"{aargang.folder}/").removeprefix(f"{INDBERETNINGER}/")
    return (
        is_acceptable(one.kode)
        and normal_key(one.kode) == normal_key(problem.code)
        and normal_key(file) in {normal_key(short), normal_key(whole)}
        and normal_key(subject) in {"", normal_key(problem.subject)}
    )


def _faults(given: Iterable[Accepteret]) -> Iterator[Problem]:
    for one in given:
        if not is_acceptable(one.kode) and not is_unanswered(one.kode):
            message = f"{one.kode} kan ikke accepteres."
            yield Problem(one.kode.location, NOT_ACCEPTABLE, message, "Ret det i filen, og slet punktet her.")
        if not one.fordi:
            message = f"Der står ikke, hvorfor {one.kode} er accepteret."
            hint = "Skriv grunden i »fordi«; den bliver trykt."
            yield Problem(one.fordi.location, ACCEPTED_WITHOUT_REASON, message, hint)


def _unused(aargang: Aargang, unused: Iterable[Accepteret], problems: tuple[Problem, ...]) -> Iterator[Problem]:
    for one in unused:
        if not is_acceptable(one.kode) or is_unanswered(one.kode) or is_unanswered(one.hvor):
            continue
        prefix = f"{aargang.folder}/"
        same = (problem for problem in problems if normal_key(problem.code) == normal_key(one.kode))
        elsewhere = sorted({problem.location.file.removeprefix(prefix) for problem in same})
        hint = f"{one.kode} findes i {', '.join(elsewhere)}; ret »hvor«." if elsewhere else "Slet punktet."
        message = f"{one.kode} findes ikke i »{one.hvor}«."
        yield Problem(one.kode.location, UNUSED_ACCEPTANCE, message, hint)
