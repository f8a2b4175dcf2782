"""Parts that are larger than their whole (FR333, FR334; number grammar, section 3 rule 4)."""

from collections.abc import Iterator

from frivilligrapport.danish import format_number, join_words, quote
from frivilligrapport.figures.families import overflows
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.figures.shared import settle_ownership
from frivilligrapport.models.faults import with_place
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, Rule, error
from frivilligrapport.rules.walk import Year

_SUBSET = INDSATS + "    tal:\n      gæster:\n        antal: 200\n        heraf:\n          børn: {}"
LARGE_SUBSET = error(
    "FR333",
    "En delmængde er større end det hele",
    "»heraf« er en del af »antal« og kan ikke være større. Er tallene usikre, sammenlignes det mindste, delen kan "
    "være, med det største, det hele kan være.",
    _SUBSET.format("300"),
    _SUBSET.format("30"),
)
_CHILD = (
    INDSATS + "    tal:\n      gæster: 200\n  - id: boernedag\n    navn: Børnedag\n    tilstand: afholdt\n"
    "    hører_til: smag-verden\n    tal:\n      gæster: {}"
)
LARGE_CHILDREN = error(
    "FR334",
    "Delene er tilsammen større end det hele",
    "»hører_til« siger, at en indsats er talt med i en anden. Så kan den ikke have et større tal, og flere kan "
    "heller ikke tilsammen. Er den ikke talt med, skal »hører_til« slettes.",
    _CHILD.format("300"),
    _CHILD.format("30"),
)


def _large_subsets(year: Year) -> Iterator[Problem]:
    margin = margin_of(year.aargang)
    for piece in year.pieces(Tal):
        whole = whole_bounds(piece.group, margin)
        for part in piece.group.heraf:
            bounds = part.antal.quantity.of(whole, margin)
            if whole and bounds and whole.upper is not None and bounds.lower > whole.upper:
                message = f"{quote(part.navn)} er {part.antal.quantity.typed}, men det hele er {_total(piece.group)}."
                hint = "Ret det ene af tallene, så delmængden ikke er større end det hele"
                yield piece.problem(LARGE_SUBSET, part.antal.location, message, hint)


def _total(tal: Tal) -> str:
    if tal.hoejst:
        return f"højst {tal.hoejst.quantity.typed}"
    return f"{tal.antal.quantity.typed if tal.antal else 'mindre'} {tal.enhed}"


def _large_children(year: Year) -> Iterator[Problem]:
    for overflow in overflows(settle_ownership(year.register.reported, {})):
        parent, least = overflow.parent, format_number(overflow.least.lower)
        children = join_words([_told(child) for child in overflow.children])
        unit = parent.enhed.flertal
        message = f"Her er {parent.quantity.typed} {unit}, men delene giver mindst {least}: {children}."
        hint = "Ret tallene, eller slet hører_til, hvis delene ikke er talt med her"
        if not parent.origin.indsats:
            hint = "Ret tallene. Tallet for hele forvaltningen skal omfatte alle indsatser"
        name = parent.origin.indsats_navn
        where = f"i indsatsen »{name}«" if name else ""
        yield Problem(parent.location, LARGE_CHILDREN, message, with_place(hint, where), parent.origin.indsats)


def _told(child: Figure) -> str:
    return f"»{child.origin.indsats_navn}« {child.quantity.typed} (linje {child.location.line})"


FAMILY_RULES = (Rule(LARGE_SUBSET, _large_subsets), Rule(LARGE_CHILDREN, _large_children))
