"""What can be wrong with an acceptance, in rapport.yaml or in a comment (FR390, FR391, FR392, FR393)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.kinds import DUPLICATE_DELIVERY, NO_REGISTER, STRAY_FILE
from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import normal_key
from frivilligrapport.grammar.quantity.kinds import SHARE_WITHOUT_WHOLE
from frivilligrapport.models.rapport import Accepteret
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.rules.files.delivery import DRAFT
from frivilligrapport.rules.rule import error, warning

_ENTRY = (
    "# fil: 2014/tmf.yaml\nforslag: {answer}\n# fil: 2014/rapport.yaml\naccepteret:\n"
    "  - kode: {code}\n    hvor: tmf.yaml\n    fordi: {why}"
)
UNUSED = warning(
    "FR391",
    "Det accepterede findes ikke",
    "Rapporten trykker det, der er accepteret i rapport.yaml eller i en bemærkning ved en linje. Er fejlen rettet, "
    "skal den ikke længere stå der som accepteret.",
    _ENTRY.format(answer="ingen", code="FR312", why="Forvaltningen har ikke svaret."),
    _ENTRY.format(answer="uoplyst", code="FR312", why="Forvaltningen har ikke svaret."),
)
NOT_ACCEPTABLE = error(
    "FR392",
    "Det kan ikke accepteres",
    "Det, der ikke kan læses, kan ikke tælles med, og det kan ingen acceptere sig fra: fejl i filer, felter og tal "
    "(FR0xx, FR1xx og FR2xx), filer, der ikke hører til (FR301 og FR302), en mangel på kommune.yaml (FR303), kladder "
    "(FR310) og persondata (FR901).",
    _ENTRY.format(answer="ingen", code="FR101", why="Feltet er nyt."),
    _ENTRY.format(answer="uoplyst", code="FR312", why="Forvaltningen har ikke svaret."),
)
NO_REASON = error(
    "FR393",
    "En begrundelse mangler",
    "Rapporten trykker, hvorfor noget er accepteret. Uden begrundelse er det bare skjult.",
    _ENTRY.format(answer="uoplyst", code="FR312", why='""'),
    _ENTRY.format(answer="uoplyst", code="FR312", why="Forvaltningen har ikke svaret."),
)
UNREADABLE_EXCEPTION = error(
    "FR390",
    "Bemærkningen til programmet kan ikke læses",
    "En bemærkning, der begynder med frivilligrapport og kolon, er skrevet til programmet. Kan den ikke læses, bliver "
    "det, den skulle acceptere, ikke accepteret.",
    "# frivilligrapport: accepter forslag fordi der ikke er svaret.\nforslag: ingen",
    "# frivilligrapport: accepter FR312 fordi forvaltningen ikke har svaret.\nforslag: uoplyst",
)
ACCEPTANCE_KINDS: tuple[Kind, ...] = (UNUSED, NOT_ACCEPTABLE, NO_REASON, UNREADABLE_EXCEPTION)
_NEVER = {kind.code for kind in (STRAY_FILE, DUPLICATE_DELIVERY, NO_REGISTER, DRAFT, *ACCEPTANCE_KINDS)}
_ALWAYS = {SHARE_WITHOUT_WHOLE.code}
_CODES = ("FR3", "FR4")


def is_acceptable(code: str) -> bool:
    """Tell whether findings of a code can be accepted at all."""
    upper = code.strip().upper()
    return upper in _ALWAYS or (upper.startswith(_CODES) and upper not in _NEVER)


def faults(
    aargang: Aargang, given: tuple[Accepteret, ...], unused: list[Accepteret], problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Give the findings about a year's acceptances; `unused` are those that met none of `problems`."""
    found = [*_not_acceptable(given), *_no_reason(given), *_unused(aargang, unused, problems)]
    return tuple(sorted(found, key=lambda problem: problem.order))


def _not_acceptable(given: tuple[Accepteret, ...]) -> Iterator[Problem]:
    for one in given:
        if not is_acceptable(one.kode) and not is_unanswered(one.kode):
            message = f"{one.kode} kan ikke accepteres."
            yield Problem(one.kode.location, NOT_ACCEPTABLE, message, "Ret det i filen, og slet punktet her.")


def _no_reason(given: tuple[Accepteret, ...]) -> Iterator[Problem]:
    for one in given:
        if not one.fordi:
            message = f"Der står ikke, hvorfor {one.kode} er accepteret."
            yield Problem(one.fordi.location, NO_REASON, message, "Skriv grunden i »fordi«; den bliver trykt.")


def _unused(aargang: Aargang, unused: list[Accepteret], problems: tuple[Problem, ...]) -> Iterator[Problem]:
    for one in unused:
        if not is_acceptable(one.kode) or is_unanswered(one.kode) or is_unanswered(one.hvor):
            continue
        prefix = f"{aargang.folder}/"
        same = (problem for problem in problems if normal_key(problem.code) == normal_key(one.kode))
        elsewhere = sorted({problem.location.file.removeprefix(prefix) for problem in same})
        hint = f"{one.kode} findes i {', '.join(elsewhere)}; ret »hvor«." if elsewhere else "Slet punktet."
        message = f"{one.kode} findes ikke i »{one.hvor}«."
        yield Problem(one.kode.location, UNUSED, message, hint)


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
