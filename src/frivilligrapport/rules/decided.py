"""Decisions that two indsatser are not the same: what each in `ikke_samme_som` points at."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from frivilligrapport.danish import nearest_word
from frivilligrapport.models.indsats import IkkeSammeSom, Indsats
from frivilligrapport.models.leaves import slug_of
from frivilligrapport.rules.likeness.pairs import Lookalike, lookalikes
from frivilligrapport.rules.register import find
from frivilligrapport.rules.walk import Piece, Year

_REFERENCE = re.compile(r"(?:(?P<unit>[^/.:\s]+)(?:\s*[/.:]\s*|\s+))?(?P<id>\S.*)")
Pair = frozenset[str]


@dataclass(frozen=True)
class Decision:
    """One decision and the indsatser that it can mean; `silent` when there is no file to look for them in."""

    piece: Piece[Indsats]
    given: IkkeSammeSom
    meant: tuple[Piece[Indsats], ...]
    silent: bool


def reference(piece: Piece[Indsats]) -> str:
    """Name an indsats from another file: buf/dialogforum."""
    return f"{piece.delivery.reporter}/{piece.group.id}"


def settled(year: Year) -> frozenset[Pair]:
    """Give the pairs of references that are decided, from either side; a misspelt one counts, since it is told of."""
    every = {reference(piece): piece for piece in year.pieces(Indsats)}
    found = set()
    for one in decisions(year):
        close = nearest_word(one.given.indsats, every) if not one.meant else None
        meant = [reference(piece) for piece in one.meant] or ([close] if close else [])
        found |= {frozenset({reference(one.piece), name}) for name in meant}
    return frozenset(found)


def undecided(year: Year, among: Collection[str] = ()) -> Iterator[Lookalike]:
    """Yield the year's look-alikes that nobody has decided about; `among` as in `lookalikes`."""
    decided, pairs = settled(year), lookalikes(year, among)
    return (pair for pair in pairs if frozenset(map(reference, (pair.earlier, pair.later))) not in decided)


def decisions(year: Year) -> Iterator[Decision]:
    """Yield every decision of the year; an id alone, without a forvaltning, can mean one in any other file."""
    every = list(year.pieces(Indsats))
    reporters = {delivery.reporter for delivery in year.deliveries}
    for piece in every:
        for given in piece.group.ikke_samme_som:
            typed = _REFERENCE.fullmatch(given.indsats)
            unit = find(year.samling, typed["unit"]) if typed and typed["unit"] else None
            where = {str(unit.id)} if unit else reporters - {piece.delivery.reporter}
            name = slug_of(given.indsats if typed is None or (typed["unit"] and not unit) else typed["id"])
            meant = tuple(one for one in every if one.delivery.reporter in where and one.group.id == name)
            yield Decision(piece, given, meant, silent=not where & reporters)
