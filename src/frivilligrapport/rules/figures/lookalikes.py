"""Indsatser of different reporters that may be one, and so be counted twice (FR371; number grammar, section 3 rule 5).

Nothing is ever merged: a person says that it is one, with `fælles`, or that it is two, with `ikke_samme_som`.
"""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import find
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import quote
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.problems import Problem
from frivilligrapport.rules.figures.decisions import reference, undecided
from frivilligrapport.rules.likeness.pairs import Lookalike
from frivilligrapport.rules.rule import INDSATS, Rule, warning
from frivilligrapport.rules.walk import Piece, Year

_SETTLED = INDSATS + "    ikke_samme_som:\n      - indsats: tmf/smag-verden\n        fordi: Det er to gadefester.\n"
LOOKALIKE = warning(
    "FR371",
    "Mulig dobbelttælling",
    "To forvaltninger har hver sin indsats, der ligner den andens. Er det den samme, tæller den to gange, indtil begge "
    "skriver den som fælles. Er det to forskellige, skrives det ét sted i »ikke_samme_som« med en grund, og så spørger "
    "programmet ikke igen. Programmet lægger aldrig selv to indsatser sammen.",
    f"# fil: 2014/tmf.yaml\n{INDSATS}# fil: 2014/kff.yaml\n{INDSATS}",
    f"# fil: 2014/tmf.yaml\n{INDSATS}# fil: 2014/kff.yaml\n{_SETTLED}",
)


def _lookalikes(year: Year) -> Iterator[Problem]:
    for pair in undecided(year):
        if not _is_shared(year.samling, pair.earlier, pair.later):
            yield _problem(year.samling, pair)


def _is_shared(samling: Samling, one: Piece[Indsats], other: Piece[Indsats]) -> bool:
    """Tell whether two are told of as one, or one of them names the other's reporter, whose silence is told of."""
    first, second = one.group.faelles, other.group.faelles
    if first and second and first.id == second.id:
        return True
    return any(
        find(samling, name) is find(samling, there.delivery.reporter)
        for here, there in ((one, other), (other, one))
        if here.group.faelles
        for name in (*here.group.faelles.med, here.group.faelles.taeller_hos)
    )


def _problem(samling: Samling, pair: Lookalike) -> Problem:
    here, there = pair.later, pair.earlier
    place, unit = there.group.navn.location, find(samling, there.delivery.reporter)
    owner = unit.forkortelse if unit else there.delivery.reporter
    reasons = ", ".join(one.reason for one in pair.evidence if one.points > 0)
    message = (
        f"Mulig dobbelttælling: {quote(here.group.navn)} ligner {quote(there.group.navn)} hos {owner} "
        f"({place.file}:{place.line}): {reasons}."
    )
    hint = (
        "Er det den samme, så skriv fælles med samme id begge steder. Er det to, så skriv under ikke_samme_som: "
        f"indsats: {reference(there)} og fordi"
    )
    return here.problem(LOOKALIKE, here.group.navn.location, message, hint)


LOOKALIKE_RULES = (Rule(LOOKALIKE, _lookalikes, needs_folder=True),)
