"""Indsatser that belong to themselves by way of `hører_til` (FR323)."""

from collections.abc import Iterator

from frivilligrapport.models.indsats import Indsats
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import Rule, error
from frivilligrapport.rules.walk import Piece, Year, pieces

_ONE = "indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholdt\n    hører_til: gadefester"
CIRCULAR = error(
    "FR323",
    "hører_til går i ring",
    "»hører_til« siger, at en indsats er talt med i en anden. To indsatser kan ikke være talt med i hinanden.",
    _ONE + "\n  - id: gadefester\n    navn: Gadefester\n    tilstand: afholdt\n    hører_til: smag-verden",
    _ONE + "\n  - id: gadefester\n    navn: Gadefester\n    tilstand: afholdt",
)


def _circular(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        found = {str(piece.group.id): piece for piece in pieces(delivery, Indsats)}
        told: set[str] = set()
        for name in found:
            ring = _ring(name, found)
            if ring and name not in told:
                told |= set(ring)
                yield _problem(found, ring)


def _ring(start: str, found: dict[str, Piece[Indsats]]) -> list[str]:
    """Give the ids from `start` back to itself, [] when the way up ends or goes round elsewhere."""
    way = [start]
    while True:
        above = str(found[way[-1]].group.hoerer_til or "")
        if above == start:
            return way
        if above not in found or above in way:
            return []
        way.append(above)


def _problem(found: dict[str, Piece[Indsats]], ring: list[str]) -> Problem:
    first = found[ring[0]]
    typed = first.group.hoerer_til
    names = " → ".join(f"»{name}«" for name in (*ring, ring[0]))
    message, hint = f"hører_til går i ring: {names}.", "Slet hører_til ved den indsats, der omfatter de andre"
    if len(ring) == 1:
        message, hint = f"»{ring[0]}« hører til sig selv.", "Slet hører_til"
    return first.problem(CIRCULAR, typed.location if typed else first.group.location, message, hint)


HIERARCHY_RULES = (Rule(CIRCULAR, _circular),)
