"""Shared things: who says that they are part of them, and who says that they count them."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.collection.values import Samling
from frivilligrapport.models.indsats import Faelles, Indsats
from frivilligrapport.models.leaves import Text
from frivilligrapport.rules.register import find, is_unanswered
from frivilligrapport.rules.walk import Piece, Year


@dataclass(frozen=True)
class Telling:
    """What one reporter says of a shared thing."""

    piece: Piece[Indsats]
    faelles: Faelles

    @property
    def reporter(self) -> str:
        """Give the id of the forvaltning or network that reports."""
        return self.piece.delivery.reporter


@dataclass(frozen=True)
class SharedThing:
    """All that is told of one shared thing in a year, in print order."""

    id: str
    tellings: tuple[Telling, ...]

    @property
    def reporters(self) -> frozenset[str]:
        """Give the ids of those that report it."""
        return frozenset(one.reporter for one in self.tellings)

    def partners(self, samling: Samling) -> dict[str, tuple[Telling, Text]]:
        """Give the ids of all that are named as part of it, each with where it is named first."""
        named = ((telling, name) for telling in self.tellings for name in _names(telling.faelles))
        found: dict[str, tuple[Telling, Text]] = {}
        for telling, name in named:
            unit = find(samling, name)
            if unit:
                found.setdefault(str(unit.id), (telling, name))
        return found


def _names(faelles: Faelles) -> tuple[Text, ...]:
    return tuple(name for name in (*faelles.med, faelles.taeller_hos) if not is_unanswered(name))


def shared_things(year: Year) -> Iterator[SharedThing]:
    """Yield the year's shared things in the order they are first told of."""
    found: dict[str, list[Telling]] = {}
    for piece in year.pieces(Indsats):
        faelles = piece.group.faelles
        if faelles and not is_unanswered(faelles.id):
            found.setdefault(str(faelles.id), []).append(Telling(piece, faelles))
    return (SharedThing(name, tuple(tellings)) for name, tellings in found.items())
