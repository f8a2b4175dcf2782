"""From a collection to its findings: what `validate` shows and what `build` asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.acceptance import Accepted, sort_accepted
from frivilligrapport.rules.catalogue import check_build, check_folder, check_year


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, in the files' order: what is open, and what rapport.yaml accepts."""

    open: tuple[Problem, ...]
    accepted: tuple[Accepted, ...] = ()

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
        return Findings(tuple(problem for problem in self.open if _touches(problem, wanted)), self.accepted)


def _touches(problem: Problem, paths: tuple[str, ...]) -> bool:
    file = problem.location.file
    return any(path in {".", file} or file.startswith(f"{path}/") for path in paths)


def examine(samling: Samling) -> Findings:
    """Check everything in the work folder, all years (`validate`)."""
    accepted: list[Accepted] = []
    problems = [*samling.problems, *check_folder(samling)]
    for aargang in samling.aargange:
        settled = sort_accepted(check_year(samling, aargang), samling, aargang)
        problems += settled.open
        accepted += settled.accepted
    return Findings(_sorted(problems), tuple(accepted))


def examine_for_build(samling: Samling, aargang: Aargang) -> Findings:
    """Check one year as strictly as publishing asks: a file in udkast and a missing delivery are errors.

    The other years' faults do not stop it; personal data anywhere does.
    """
    others = tuple(other.folder for other in samling.aargange if other.aar != aargang.aar)
    problems = [one for one in samling.problems if one.kind is PERSONAL_DATA or not _touches(one, others)]
    found = _heaviest((*check_year(samling, aargang), *check_build(samling, aargang)))
    settled = sort_accepted(found, samling, aargang)
    return Findings(_sorted([*problems, *check_folder(samling), *settled.open]), settled.accepted)


def _heaviest(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep one of the findings that are told both for every check and, as an error, before publishing."""
    kept: dict[tuple[object, str], Problem] = {}
    for problem in problems:
        key = (problem.location, problem.code)
        if key not in kept or problem.severity is Severity.FEJL:
            kept[key] = problem
    return tuple(kept.values())


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda problem: problem.order))
