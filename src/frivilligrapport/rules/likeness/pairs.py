"""Pairs of indsatser at different reporters that look like the same one."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from frivilligrapport.figures.reports import units_of
from frivilligrapport.figures.tags import tags_of
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.rules.likeness.evidence import Evidence, evidence, is_alike
from frivilligrapport.rules.likeness.traits import Traits, traits_of
from frivilligrapport.rules.likeness.wording import vocabulary
from frivilligrapport.rules.walk import Delivery, Piece, Year, pieces


@dataclass(frozen=True)
class Lookalike:
    """Two indsatser that look like one, in print order, and what speaks for it and against."""

    earlier: Piece[Indsats]
    later: Piece[Indsats]
    evidence: tuple[Evidence, ...]

    def other_than(self, piece: Piece[Indsats], reporter: str) -> Piece[Indsats] | None:
        """Give the one that `reporter` tells of, when the pair is of that and `piece`; else None."""
        for one, other in ((self.earlier, self.later), (self.later, self.earlier)):
            if one.group is piece.group and other.delivery.reporter == reporter:
                return other
        return None


def lookalikes(year: Year, among: Collection[str] = ()) -> Iterator[Lookalike]:
    """Yield the year's pairs that look alike, whatever has been said of them, in the order of the later one.

    `among` are the ids of the reporters to look at; without it, all.
    """
    deliveries = [one for one in year.deliveries if _may_report(year, one) and (not among or one.reporter in among)]
    told = [piece for delivery in deliveries for piece in pieces(delivery, Indsats)]
    traits = year_traits(year, told)
    for first, second in _near(traits):
        earlier, later = told[first], told[second]
        found = evidence(traits[first], traits[second])
        if earlier.delivery.reporter != later.delivery.reporter and is_alike(found):
            yield Lookalike(earlier, later, found)


def _may_report(year: Year, delivery: Delivery) -> bool:
    """Leave out what belongs in another file, which is told of: the network's status file, or texts of no network."""
    network = year.samling.network(year.aargang.aar)
    is_networks = network is not None and network.id == delivery.reporter
    return bool(delivery.reporter) and is_networks is isinstance(delivery.root, Rapport)


def year_traits(year: Year, told: list[Piece[Indsats]]) -> list[Traits]:
    """Read the traits of some of a year's indsatser, in their order."""
    words, units = vocabulary(year.samling.kommune), units_of(year.samling)
    return [traits_of(piece.group, tags_of(year.samling, piece.group), words, units) for piece in told]


def _near(traits: list[Traits]) -> Iterator[tuple[int, int]]:
    """Yield the positions of those that share a key; the others cannot be alike."""
    seen: dict[str, list[int]] = defaultdict(list)
    for second, one in enumerate(traits):
        keys = one.keys
        yield from ((first, second) for first in sorted({first for key in keys for first in seen[key]}))
        for key in keys:
            seen[key].append(second)
