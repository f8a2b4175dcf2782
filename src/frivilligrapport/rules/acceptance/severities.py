"""How much the findings of a rule weigh in a municipality: `regler` in kommune.yaml (FR394)."""

from collections.abc import Iterable, Iterator

from frivilligrapport.danish import normal_key
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.catalogue import ALL_KINDS, is_acceptable
from frivilligrapport.rules.kinds import FIXED_SEVERITY

_TURNED_OFF = "fra"


def with_severities(problems: Iterable[Problem], kommune: Kommune) -> tuple[Problem, ...]:
    """Give findings the severity that the municipality has decided on; those it has turned off are left out."""
    given = {normal_key(one.kode): one.vaegt for one in kommune.regler if is_acceptable(one.kode)}
    return tuple(
        problem._replace(weight=Severity(str(decided))) if decided else problem
        for problem in problems
        if (decided := given.get(normal_key(problem.code))) != _TURNED_OFF
    )


def severity_faults(kommune: Kommune) -> Iterator[Problem]:
    """Find decisions that change nothing: about a code that does not exist, or that always weighs the same."""
    codes = {kind.code for kind in ALL_KINDS}
    for one in kommune.regler:
        code = one.kode.strip().upper()
        if not is_unanswered(one.kode) and not (code in codes and is_acceptable(code)):
            message = f"Vægten af {one.kode} kan ikke ændres." if code in codes else f"Der er ingen regel {one.kode}."
            hint = "Ret koden, eller slet reglen her."
            yield Problem(one.kode.location, FIXED_SEVERITY, message, hint, normal_key(one.kode))
