"""Whether what is on its way is inside the figure, and bounds typed the wrong way round (FR331, FR332)."""

from collections.abc import Iterator

from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, Rule, error
from frivilligrapport.rules.walk import Year
from frivilligrapport.rules.written import is_typed

_COMING = INDSATS + "    tal:\n      projekter:\n        antal: 21\n        på_vej: 9"
INSIDE_OR_NOT = error(
    "FR331",
    "Er det, der er på vej, talt med?",
    "21 projekter og 9 på vej kan være 21 eller 30. »på_vej_med_i_antal« siger, om de 9 er en del af de 21: ja, nej "
    "eller uoplyst.",
    _COMING,
    _COMING + "\n        på_vej_med_i_antal: nej",
)
_BOUNDS = INDSATS + "    tal:\n      gæster:\n        mindst: {}\n        højst: {}"
REVERSED_BOUNDS = error(
    "FR332",
    "»mindst« er større end »højst«",
    "Tallet skal ligge mellem de to. Er de byttet om, er et af dem måske skrevet forkert.",
    _BOUNDS.format("30.000", "20.000"),
    _BOUNDS.format("20.000", "30.000"),
)


def _inside_or_not(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        tal = piece.group
        if not (tal.paa_vej and tal.paa_vej.quantity.bounds() and tal.antal) or tal.paa_vej_med_i_antal:
            continue
        if not is_typed(piece.delivery.tree, tal, "paa_vej_med_i_antal"):
            typed = tal.paa_vej.quantity.typed
            message = f"Der står ikke, om de {typed} på vej er talt med i {tal.antal.quantity.typed}."
            hint = "Skriv på_vej_med_i_antal: ja, nej eller uoplyst"
            place = tal.paa_vej.location
            column = tal.place_of("paa_vej").column
            below = f"{tal.paa_vej.scalar.text}\n{' ' * (column - 1)}på_vej_med_i_antal: "
            on_line = tal.paa_vej.scalar.plain and tal.paa_vej.scalar.on_one_line
            instead = tuple(below + answer for answer in ("ja", "nej", UOPLYST)) if on_line else ()
            yield piece.problem(INSIDE_OR_NOT, place, message, hint, instead=instead)


def _reversed(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        least, most = piece.group.mindst, piece.group.hoejst
        low = least.quantity.bounds() if least else None
        high = most.quantity.bounds() if most else None
        if least and most and low and high and high.upper is not None and low.lower > high.upper:
            message = f"»mindst« er {least.quantity.typed}, men »højst« er {most.quantity.typed}."
            yield piece.problem(REVERSED_BOUNDS, least.location, message, "Skriv det mindste tal i »mindst«")


COMING_RULES = (Rule(INSIDE_OR_NOT, _inside_or_not), Rule(REVERSED_BOUNDS, _reversed))
