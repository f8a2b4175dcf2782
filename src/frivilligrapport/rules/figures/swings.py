"""Figures that have moved so much since last year that a reader will ask why (FR336)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from frivilligrapport.collection.values import Aargang
from frivilligrapport.figures.changes.change import Change, Direction
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.year_over_year import since_last_year
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.grammar.quantity.value import ZERO
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Location, Problem
from frivilligrapport.rules.rule import INDSATS, Rule, warning
from frivilligrapport.rules.walk import Piece, Year

_DOUBLE = Fraction(1)
_LEAST = 10  # a rise from 1 to 3 is large in percent and small in the world
_LONG = INDSATS + "    tal:\n      gæster:\n        antal: 600\n        forrige_år: 180\n"
SWING = warning(
    "FR336",
    "Tallet er meget anderledes end sidste år",
    "Mere end en fordobling eller en halvering er enten en fejl i et af tallene eller noget, læseren vil have "
    "forklaret. Forklaringen bliver trykt i rapporten. Grænsen kan ændres i rapport.yaml: »udsving: 50 %« under "
    "»indstillinger« spørger, når et tal er steget med mere end 50 % eller faldet tilsvarende. "
    "Ændringer på under 10 bliver der ikke spurgt til.",
    _LONG,
    _LONG + "        forklaring: Festen blev holdt sammen med kulturnatten.\n",
)


def _swings(year: Year) -> Iterator[Problem]:
    limit = limit_of(year.aargang)
    pieces = {place: piece for piece in year.pieces(Tal) if (place := _place(piece.group))}
    for one in since_last_year(year.registers, year.aargang).figures:
        piece = pieces.get(one.figure.location)
        if piece and not one.forklaring and is_swing(one, limit):
            yield _problem(piece, one, year.aargang.aar)


def limit_of(aargang: Aargang) -> Fraction:
    """Give how much a figure may rise before it is a swing, as a share of what it was."""
    settings = aargang.rapport.indstillinger if aargang.rapport else None
    return settings.udsving.share if settings and settings.udsving else _DOUBLE


def is_swing(one: FigureChange, limit: Fraction) -> bool:
    """Tell whether a figure has certainly risen by more than the limit, or fallen as far as such a rise would lift it.

    A doubling goes with a halving. What certainly is a change of less than 10 is none, whatever the percentage.
    """
    change, after = one.outcome.change, one.after.bounds if one.after else None
    before = one.before[0].bounds if one.before else None
    if change is None or before is None or after is None:
        return False
    return _distance(before, after) >= _LEAST and _is_beyond(change, limit)


def _is_beyond(change: Change, limit: Fraction) -> bool:
    allowed = limit if change.direction is Direction.UP else limit / (1 + limit)
    return change.least is None or change.least > allowed * 100


def _distance(before: Bounds, after: Bounds) -> Decimal:
    above, below = (after, before) if after.lower > before.lower else (before, after)
    return ZERO if below.upper is None else max(ZERO, above.lower - below.upper)


def _place(tal: Tal) -> Location | None:
    stated = tal.antal or tal.mindst or tal.hoejst
    return stated.location if stated else None


def _problem(piece: Piece[Tal], one: FigureChange, aar: int) -> Problem:
    figure, before = one.figure, one.before[0]
    message = (
        f"Her er {figure.quantity.typed} {piece.group.enhed}, men {before.quantity.typed} for {aar - 1}: "
        f"{one.outcome.text}."
    )
    hint = "Ret tallet, eller skriv »forklaring« under det, og fortæl hvorfor"
    return piece.problem(SWING, figure.location, message, hint)


SWING_RULES = (Rule(SWING, _swings),)
