"""Last year's figure as this year's file gives it, held against last year's own file (FR335)."""

from collections.abc import Iterator

from frivilligrapport.danish import normal_key
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, Rule, warning
from frivilligrapport.rules.walk import Piece, Year, pieces

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
Key = tuple[str, str, str, str]


def _differs(year: Year) -> Iterator[Problem]:
    before = year.samling.aargang(year.aargang.aar - 1)
    if before is None:
        return
    old = dict(_figures(Year(year.samling, before, year.registers)))
    for key, piece in _figures(year):
        told, earlier = piece.group.forrige_aar, old.get(key)
        antal = earlier.group.antal if earlier else None
        if not told or not earlier or not antal:
            continue
        now, then = told.quantity.bounds(margin_of(year.aargang)), whole_bounds(earlier.group, margin_of(before))
        if now and then and now != then:
            message = (
                f"Her står {told.quantity.typed} {piece.group.enhed} for {before.aar}, "
                f"men filen fra {before.aar} siger {antal.quantity.typed}."
            )
            hint = f"Se {antal.location.file}, linje {antal.location.line}, og ret det tal, der er forkert"
            yield piece.problem(OTHER_LAST_YEAR, told.location, message, hint)


def _figures(year: Year) -> Iterator[tuple[Key, Piece[Tal]]]:
    """Yield a year's figures by reporter, indsats, unit and label."""
    for delivery in year.deliveries:
        ids = {piece.path: str(piece.group.id) for piece in pieces(delivery, Indsats)}
        for piece in pieces(delivery, Tal):
            indsats = next((name for path, name in ids.items() if piece.path[: len(path)] == path), "")
            yield (delivery.reporter, indsats, normal_key(piece.group.enhed), normal_key(piece.group.maerke)), piece


LAST_YEAR_RULES = (Rule(OTHER_LAST_YEAR, _differs, needs_folder=True),)
