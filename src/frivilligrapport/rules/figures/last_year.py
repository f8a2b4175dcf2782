"""Figures held against last year's: told otherwise then, or moved so much that a reader asks why (FR335, FR336)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from frivilligrapport.danish import normal_key
from frivilligrapport.figures.changes.change import Direction
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.year_over_year import since_last_year
from frivilligrapport.figures.from_tal import stated, whole_bounds
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.grammar.quantity.value import ZERO
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import INDSATS, Problem, warning
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_YEARS = (
    "# fil: 2013/tmf.yaml\nforvaltning: TMF\når: 2013\n" + INDSATS + "    tal:\n      gæster: 180\n"
    "# fil: 2014/tmf.yaml\n" + INDSATS + "    tal:\n      gæster:\n        antal: 200\n        forrige_år: {}"
)
OTHER_LAST_YEAR = warning(
    "FR335",
    "Sidste års tal er et andet i sidste års fil",
    "Rapporten viser udviklingen fra år til år. Står der to forskellige tal for samme år, er et af dem rettet et "
    "sted og ikke et andet.",
    _YEARS.format("170"),
    _YEARS.format("180"),
)
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
_DOUBLE = Fraction(1)
_LEAST = 10  # a rise from 1 to 3 is large in percent and small in the world


@rule(OTHER_LAST_YEAR, needs_folder=True)
def _differs(year: Year) -> Iterator[Problem]:
    before = year.samling.aargang(year.aargang.aar - 1)
    if before is None:
        return
    old = dict(_figures(Year(year.samling, before, year.registers)))
    for key, piece in _figures(year):
        told, earlier = piece.group.forrige_aar, old.get(key)
        said = stated(earlier.group, margin_of(before)) if earlier else None
        if not told or not earlier or not said:
            continue
        now, then = told.quantity.bounds(margin_of(year.aargang)), whole_bounds(earlier.group, margin_of(before))
        if now and then and now != then:
            message = (
                f"Her står {told.quantity.typed} {piece.group.enhed} for {before.aar}, "
                f"men filen fra {before.aar} siger {said.quantity.text()}."
            )
            hint = f"Se {said.location.file}, linje {said.location.line}, og ret det tal, der er forkert"
            yield piece.problem(OTHER_LAST_YEAR, told.location, message, hint)


def _figures(year: Year) -> Iterator[tuple[tuple[str, ...], FilePiece[Tal]]]:
    """Yield a year's figures by reporter, indsats, unit and label."""
    for delivery in year.deliveries:
        ids = {piece.group.trail: str(piece.group.id) for piece in delivery.pieces(Indsats)}
        for piece in delivery.pieces(Tal):
            indsats = next((ids[one] for one in piece.group.trail.ways if one in ids), "")
            yield (delivery.reporter, indsats, normal_key(piece.group.enhed), normal_key(piece.group.maerke)), piece


@rule(SWING)
def _swings(year: Year) -> Iterator[Problem]:
    settings = year.aargang.rapport.indstillinger if year.aargang.rapport else None
    limit = settings.udsving.share if settings and settings.udsving else _DOUBLE
    figures = [(piece, piece.group) for piece in year.pieces(Tal)]
    if not year.samling.aargang(year.aargang.aar - 1) and not any(tal.forrige_aar for _, tal in figures):
        return  # nothing is known of last year
    margin = margin_of(year.aargang)
    pieces = {said.location: piece for piece, tal in figures if (said := stated(tal, margin))}
    for one in since_last_year(year.registers, year.aargang).figures:
        piece = pieces.get(one.figure.location)
        if piece and not one.forklaring and _is_swing(one, limit):
            now, then = one.figure.text, one.before[0].text
            told = f"Her er {now} {piece.group.enhed}, men {then} for {year.aargang.aar - 1}: {one.outcome.text}."
            hint = "Ret tallet, eller skriv »forklaring« under det, og fortæl hvorfor"
            yield piece.problem(SWING, one.figure.location, told, hint)


def _is_swing(one: FigureChange, limit: Fraction) -> bool:
    """Tell whether a figure has certainly risen by more than the limit, or fallen as far as such a rise would lift it.

    A doubling goes with a halving. What certainly is a change of less than 10 is none, whatever the percentage.
    """
    change, after = one.outcome.change, one.after.bounds if one.after else None
    before = one.before[0].bounds if one.before else None
    if change is None or before is None or after is None or _distance(before, after) < _LEAST:
        return False
    allowed = limit if change.direction is Direction.UP else limit / (1 + limit)
    return change.least is None or change.least > allowed * 100


def _distance(before: Bounds, after: Bounds) -> Decimal:
    above, below = (after, before) if after.lower > before.lower else (before, after)
    return ZERO if below.upper is None else max(ZERO, above.lower - below.upper)
