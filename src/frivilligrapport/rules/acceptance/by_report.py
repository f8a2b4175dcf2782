"""What a report accepts of its findings, each with a reason: `accepteret` in rapport.yaml (FR391, FR392, FR393)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.organisation import not_read
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import format_number, normal_key
from frivilligrapport.models.lister import is_unanswered, said
from frivilligrapport.models.rapport import Accepteret
from frivilligrapport.problems import Problem
from frivilligrapport.rules.catalogue import SHOWN_TOGETHER, is_acceptable_in_report
from frivilligrapport.rules.kinds import ACCEPTED_WITHOUT_REASON, NOT_ACCEPTABLE, UNUSED_ACCEPTANCE

_Aim = tuple[str, str, str]  # a code, a file and a subject, "" for all in the file
_MOST_PLACES = 10  # that are named where a code is found in other places


class AcceptedProblem(NamedTuple):
    """A finding that the report accepts, and why."""

    problem: Problem
    fordi: str


class SortedProblems(NamedTuple):
    """Findings sorted: those nobody has accepted, those that are, and what is wrong with the acceptances themselves."""

    open: tuple[Problem, ...]
    accepted: tuple[AcceptedProblem, ...]
    faults: tuple[Problem, ...]


def accept(problems: Iterable[Problem], samling: Samling, aargang: Aargang) -> SortedProblems:
    """Sort all findings of a year, those of the files and of the folder too, by the year's `accepteret`.

    An acceptance meets a finding by its code, by its file (relative to the year's folder, or to the folder above for
    kommune.yaml and politik/), and by the finding's subject when `hvor` names one after a colon or a comma:
    "tmf.yaml: groen-frivillighed" (in quotes, since a colon in a plain value is refused) or tmf.yaml, forslag.
    Personal data is not accepted without a reason.
    """
    found = tuple(problems)
    given = aargang.rapport.accepteret if aargang.rapport else ()
    met = _by_aim(found, aargang) if given else {}
    aims: dict[_Aim, Accepteret] = {}
    for one in given:
        aims.setdefault(_aim(one), one)
    reasons: dict[Problem, str] = {}
    for aim, one in aims.items():
        for problem in met.get(aim, ()) if is_acceptable_in_report(one.kode) else ():
            if said(one.fordi) or problem.kind is not PERSONAL_DATA:
                reasons.setdefault(problem, str(one.fordi))
    unused = [one for one in given if not (is_acceptable_in_report(one.kode) and _aim(one) in met)]
    awaited = not_read(samling, aargang)
    # Without a register much is not looked for, as little as without the files that are awaited.
    judged = [one for one in unused if not _may_come(one, awaited)] if samling.kommune_is_read else []
    faults = (*_faults(given), *_unused(aargang, judged, found))
    return SortedProblems(
        tuple(problem for problem in found if problem not in reasons),
        tuple(AcceptedProblem(problem, reasons[problem]) for problem in found if problem in reasons),
        tuple(sorted(faults, key=lambda problem: problem.order)),
    )


def _may_come(one: Accepteret, awaited: Collection[str]) -> bool:
    """Tell whether what is accepted may be there when the files that are awaited have come and can be read."""
    file, _ = one.place
    named = normal_key(file.rsplit("/", 1)[-1]).removesuffix(".yaml")
    return named in awaited or (bool(awaited) and one.kode.strip().upper() in SHOWN_TOGETHER)


def _aim(one: Accepteret) -> _Aim:
    file, subject = one.place
    return normal_key(one.kode), normal_key(file), normal_key(subject)


def _by_aim(problems: Iterable[Problem], aargang: Aargang) -> Mapping[_Aim, list[Problem]]:
    """Give the findings by all that an acceptance may say to meet them."""
    found: dict[_Aim, list[Problem]] = defaultdict(list)
    for problem in problems:
        whole = problem.location.file
        short = whole.removeprefix(f"{aargang.folder}/").removeprefix(f"{INDBERETNINGER}/")
        for file in {normal_key(short), normal_key(whole)}:
            for subject in _subjects(problem):
                found[normal_key(problem.code), file, subject].append(problem)
    return found


def _subjects(problem: Problem) -> set[str]:
    """Give what may be said of a finding's place; personal data is accepted at one place alone, so that is named."""
    named = {normal_key(problem.subject)}
    return named - {""} if problem.kind is PERSONAL_DATA else named | {""}


def _faults(given: Iterable[Accepteret]) -> Iterator[Problem]:
    for one in given:
        if not is_acceptable_in_report(one.kode) and not is_unanswered(one.kode):
            message = f"{one.kode} kan ikke accepteres."
            yield Problem(one.kode.location, NOT_ACCEPTABLE, message, "Ret det i filen, og slet punktet her.")
        if not one.fordi:
            message = f"Der står ikke, hvorfor {one.kode} er accepteret."
            hint = "Skriv grunden i »fordi«; den bliver trykt."
            yield Problem(one.fordi.location, ACCEPTED_WITHOUT_REASON, message, hint)


def _unused(aargang: Aargang, unused: Collection[Accepteret], problems: tuple[Problem, ...]) -> Iterator[Problem]:
    prefix = f"{aargang.folder}/"
    places: dict[str, set[str]] = defaultdict(set)
    for problem in problems if unused else ():
        places[normal_key(problem.code)].add(_named(problem, prefix))
    shown = {code: _listed(sorted(found)) for code, found in places.items()}
    for one in unused:
        # What is missing of the acceptance itself has been told, and comes first.
        if not is_acceptable_in_report(one.kode) or any(map(is_unanswered, (one.kode, one.hvor, one.fordi))):
            continue
        elsewhere = shown.get(normal_key(one.kode))
        hint = f"{one.kode} findes i {elsewhere}; ret »hvor«." if elsewhere else "Slet punktet."
        message = f"{one.kode} findes ikke i »{one.hvor}«."
        yield Problem(one.kode.location, UNUSED_ACCEPTANCE, message, hint)


def _listed(places: list[str]) -> str:
    left = len(places) - _MOST_PLACES
    return ", ".join(places[:_MOST_PLACES]) + (f" og {format_number(left)} steder mere" if left > 0 else "")


def _named(problem: Problem, prefix: str) -> str:
    """Give what `hvor` must at least say to meet a finding."""
    file = problem.location.file.removeprefix(prefix)
    return f"»{file}: {problem.subject}«" if problem.kind is PERSONAL_DATA and problem.subject else file
