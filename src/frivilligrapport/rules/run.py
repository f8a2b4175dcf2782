"""From a collection to its findings: what `validate` shows and what `build` asks for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.register import Registers
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.acceptance import AcceptedProblem, accept
from frivilligrapport.rules.catalogue import check_build, check_folder, check_year, known
from frivilligrapport.rules.line_exceptions import accept_by_comments
from frivilligrapport.rules.weights import weighed

_YEAR_FOLDER = re.compile(rf"{INDBERETNINGER}/[0-9]{{4}}/")


@dataclass(frozen=True, slots=True)
class Findings:
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
            tuple(problem for problem in self.open if _touches(problem, wanted)),
            tuple(one for one in self.accepted if _touches(one.problem, wanted)),
        )


def _touches(problem: Problem, paths: tuple[str, ...]) -> bool:
    return is_among(problem.location.file, paths)


def is_among(file: str, paths: Iterable[str]) -> bool:
    """Tell whether a file is one of those named, or lies below a folder that is; "." is all."""
    return any(path in {".", file} or file.startswith(f"{path}/") for path in paths)


def examine(samling: Samling) -> Findings:
    """Check everything in the work folder, all years (`validate`)."""
    problems = [*samling.problems, *check_folder(samling)]
    counted = Registers(samling)
    for aargang in samling.aargange:
        problems += check_year(samling, aargang, counted)
    return _settled(weighed(problems, samling.kommune), samling, samling.aargange)


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


def _examine_one(samling: Samling, aargang: Aargang, found: Iterable[Problem]) -> Findings:
    others = tuple(other.folder for other in samling.aargange if other.aar != aargang.aar)
    problems = [one for one in samling.problems if one.kind is PERSONAL_DATA or not _touches(one, others)]
    everything = (*problems, *check_folder(samling), *found)
    settled = _settled(weighed(everything, samling.kommune), samling, (aargang,), f"{aargang.folder}/")
    elsewhere = _accepted_elsewhere(settled.open, samling, aargang)
    return Findings(tuple(one for one in settled.open if one not in elsewhere), settled.accepted)


def _accepted_elsewhere(problems: Iterable[Problem], samling: Samling, aargang: Aargang) -> frozenset[Problem]:
    """Give the findings in what all years share, such as a policy, that another year's report has accepted."""
    shared = [one for one in problems if not _YEAR_FOLDER.match(one.location.file)]
    others = [one for one in samling.aargange if one.aar != aargang.aar]
    return frozenset(one.problem for other in others for one in accept(shared, other).accepted)


def _settled(problems: Iterable[Problem], samling: Samling, aargange: Iterable[Aargang], below: str = "") -> Findings:
    """Take out what the comments in the files accept, and then what a year's report does.

    The newest year is asked last about what belongs to no year. Comments that accept nothing are told `below` a folder.
    """
    by_comments = accept_by_comments(sorted(set(problems), key=lambda one: one.order), samling, known(samling), below)
    still_open = list(by_comments.open)
    accepted = list(by_comments.accepted)
    for aargang in aargange:
        own = [problem for problem in still_open if _concerns(problem, aargang)]
        settled = accept(own, aargang)
        taken = {one.problem for one in settled.accepted}
        still_open = [problem for problem in still_open if problem not in taken]
        still_open += settled.faults
        accepted += settled.accepted
    everything = {*still_open, *by_comments.faults}
    return Findings(tuple(sorted(everything, key=lambda problem: problem.order)), tuple(accepted))


def _concerns(problem: Problem, aargang: Aargang) -> bool:
    """Tell whether a finding lies in the year's folder, or in what all years share."""
    return _touches(problem, (aargang.folder,)) or not _YEAR_FOLDER.match(problem.location.file)
