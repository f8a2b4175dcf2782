"""What a municipality makes of the rules: `regler` in kommune.yaml (FR394)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import normal_key
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.rules.acceptance import is_acceptable
from frivilligrapport.rules.rule import error

_RULE = "# fil: kommune.yaml\nregler:\n  - kode: {}\n    vægt: fra\n    fordi: Det er aftalt med alle forvaltninger."
FIXED_WEIGHT = error(
    "FR394",
    "Reglens vægt kan ikke ændres",
    "En kommune kan bestemme, hvor meget et fund vejer, men ikke se bort fra det, der ikke kan læses, fra filer, der "
    "ikke hører til, eller fra persondata.",
    _RULE.format("FR901"),
    _RULE.format("FR371"),
)


def weighed(problems: Iterable[Problem], kommune: Kommune | None) -> tuple[Problem, ...]:
    """Give findings the weight that the municipality has decided on; those it has turned off are left out."""
    given = {normal_key(one.kode): one.vaegt for one in kommune.regler if is_acceptable(one.kode)} if kommune else {}
    return tuple(
        replace(problem, weight=Severity(str(weight))) if weight else problem
        for problem in problems
        if (weight := given.get(normal_key(problem.code))) != "fra"
    )


def weight_faults(samling: Samling, codes: frozenset[str]) -> Iterator[Problem]:
    """Find weights that change nothing: of a code that is none of `codes`, or of one that always weighs the same."""
    for one in samling.kommune.regler if samling.kommune else ():
        code = one.kode.strip().upper()
        if is_unanswered(one.kode) or (code in codes and is_acceptable(code)):
            continue
        message = f"Vægten af {one.kode} kan ikke ændres." if code in codes else f"Der er ingen regel {one.kode}."
        yield Problem(
            one.kode.location, FIXED_WEIGHT, message, "Ret koden, eller slet reglen her.", normal_key(one.kode)
        )
