"""Which figures of a newer year are about the same as which of an older one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from frivilligrapport.counting.figure import Figure, Group, Part
from frivilligrapport.danish import normal_key

Subject = tuple[str, str]  # a forvaltning and one of its indsatser, "" for the forvaltning as a whole


class Spot(NamedTuple):
    """Say what a figure is about; `number` tells two of the same unit and label apart."""

    subject: Subject
    unit: str
    label: str
    number: int


Spots = Mapping[Spot, Figure]
Found = dict[Spot, tuple[Figure, ...]]


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Put what two years say of the same together.

    `before` is from the older year's files, several after a merger. `stated` is what the newer year's file says of the
    older one (`forrige_år`). `after` is the newer figure, None when there is none any more.
    """

    before: tuple[Figure, ...]
    stated: tuple[Figure, ...]
    after: Figure | None

    @property
    def is_about_what_is_done(self) -> bool:
        """Tell whether one of the years has it as done: only then is there anything to compare."""
        return bool(self.stated) or any(one.group is Group.GENNEMFOERT for one in (*self.before, self.after) if one)


@dataclass(frozen=True)
class FigurePairs:
    """Pair the figures of two years. `links` gives the older subjects for each newer one.

    `stated` is False where the newer year's `forrige_år` is about another year than the older one.
    """

    before: tuple[Figure, ...]
    after: tuple[Figure, ...]
    links: Mapping[Subject, tuple[Subject, ...]]
    stated: bool

    def pairs(self) -> tuple[FigurePair, ...]:
        """Give the pairs in the newer year's order, then what only the older year has."""
        told = {_count_id(one): one for one in self.after if one.part is Part.FORRIGE_AAR} if self.stated else {}
        counts = {one.id for one in self.after if one.part is Part.ANTAL}
        alone = (one for name, one in told.items() if name not in counts)
        old = _spots(one for one in self.before if one.part is Part.ANTAL)
        new = _spots((*(one for one in self.after if one.part is Part.ANTAL), *alone))
        found = {spot: self._same(spot, old) for spot in new}
        found |= self._relabelled(found, old)
        paired = [
            FigurePair(found[spot], _just(told.get(_count_id(one))), one if one.part is Part.ANTAL else None)
            for spot, one in new.items()
        ]
        taken = {one.id for fitting in found.values() for one in fitting}
        gone = [FigurePair((one,), (), None) for one in old.values() if one.id not in taken]
        return tuple(pair for pair in (*paired, *gone) if pair.is_about_what_is_done)

    def _same(self, spot: Spot, old: Spots) -> tuple[Figure, ...]:
        places = (spot._replace(subject=one) for one in self.links.get(spot.subject, ()))
        return tuple(old[place] for place in places if place in old)

    def _relabelled(self, found: Found, old: Spots) -> Found:
        """Pair the one figure of a unit that is left in either year: it has got another label."""
        taken = {one.id for fitting in found.values() for one in fitting}
        left_before: dict[tuple[Subject, str], list[Figure]] = defaultdict(list)
        left_after: dict[tuple[Subject, str], list[Spot]] = defaultdict(list)
        for spot, figure in old.items():
            if figure.id not in taken:
                left_before[spot.subject, spot.unit].append(figure)
        for spot in found:
            if not found[spot]:
                left_after[spot.subject, spot.unit].append(spot)
        again: Found = {}
        for (subject, unit), places in left_after.items():
            others = [one for before in self.links.get(subject, ()) for one in left_before.get((before, unit), ())]
            again |= {places[0]: tuple(others)} if len(places) == len(others) == 1 else {}
        return again


def _spots(figures: Iterable[Figure]) -> dict[Spot, Figure]:
    """Give figures by what they are about."""
    seen: Counter[Spot] = Counter()
    found: dict[Spot, Figure] = {}
    for one in figures:
        subject = (one.origin.forvaltning, one.origin.indsats)
        first = Spot(subject, one.enhed.key, normal_key(one.maerke), 0)
        found[first._replace(number=seen[first])] = one
        seen[first] += 1
    return found


def _count_id(figure: Figure) -> str:
    """Give the id of the count that a figure stands with in the file."""
    return figure.id.removesuffix(f".{Part.FORRIGE_AAR.value}")


def _just(figure: Figure | None) -> tuple[Figure, ...]:
    return (figure,) if figure else ()
