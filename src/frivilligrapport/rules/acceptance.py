"""Findings that the report accepts with open eyes, from rapport.yaml's `accepteret`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import normal_key
from frivilligrapport.models.rapport import Accepteret
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance_faults import faults, is_acceptable

_WHERE = re.compile(r"(?P<file>.+?\.(?:yaml|yml|md|txt|docx?))\s*[:,]?\s*(?P<subject>.*)")


@dataclass(frozen=True, slots=True)
class AcceptedProblem:
    """A finding that the report accepts, and why."""

    problem: Problem
    fordi: str


class Sorted(NamedTuple):
    """Findings sorted: those nobody has accepted, those that are, and what is wrong with the acceptances themselves."""

    open: tuple[Problem, ...]
    accepted: tuple[AcceptedProblem, ...]
    faults: tuple[Problem, ...]


def accept(problems: Iterable[Problem], aargang: Aargang) -> Sorted:
    """Sort all findings of a year, those of the files and of the folder too, by the year's `accepteret`.

    An acceptance meets a finding by its code, by its file (relative to the year's folder, or to the folder above for
    kommune.yaml and politik/), and by the finding's subject when `hvor` names one after a colon or a comma:
    "tmf.yaml: groen-frivillighed" (in quotes, since a colon in a plain value is refused) or tmf.yaml, forslag.
    """
    given = aargang.rapport.accepteret if aargang.rapport else ()
    still_open: list[Problem] = []
    accepted: list[AcceptedProblem] = []
    used: set[int] = set()
    found = tuple(problems)
    for problem in found:
        hits = [index for index, one in enumerate(given) if _meets(one, problem, aargang)]
        used.update(hits)
        if hits:
            accepted.append(AcceptedProblem(problem, str(given[hits[0]].fordi)))
        else:
            still_open.append(problem)
    unused = [one for index, one in enumerate(given) if index not in used]
    return Sorted(tuple(still_open), tuple(accepted), faults(aargang, given, unused, found))


def _meets(one: Accepteret, problem: Problem, aargang: Aargang) -> bool:
    where = _WHERE.fullmatch(one.hvor)
    file, subject = (where["file"], where["subject"]) if where else (str(one.hvor), "")
    return (
        is_acceptable(one.kode)
        and normal_key(one.kode) == normal_key(problem.code)
        and normal_key(file) in {normal_key(name) for name in shown_names(problem, aargang)}
        and normal_key(subject) in {"", normal_key(problem.subject)}
    )


def shown_names(problem: Problem, aargang: Aargang) -> tuple[str, ...]:
    """Give the names by which a finding's file may be called in `hvor`, the shortest first."""
    file = problem.location.file
    return (file.removeprefix(f"{aargang.folder}/").removeprefix(f"{INDBERETNINGER}/"), file)
