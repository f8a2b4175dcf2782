"""Which indsatser of a newer year are the same as which of an older one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.counting.reporting import Report
from frivilligrapport.counting.succession import Succession
from frivilligrapport.models.indsats import Indsats


@dataclass(frozen=True, slots=True)
class Entry:
    """Name an indsats, and who reported it."""

    forvaltning: str
    indsats: Indsats

    @property
    def key(self) -> tuple[str, str]:
        """Give what no two entries of a year share."""
        return self.forvaltning, str(self.indsats.id)

    @property
    def faelles(self) -> str:
        """Give the id of the shared thing that it is, "" when it is none."""
        return str(self.indsats.faelles.id) if self.indsats.faelles else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Put the same indsats of two years together.

    `before` are several when forvaltninger that had the same one were merged; `after` is None when it is gone.
    """

    before: tuple[Entry, ...]
    after: Entry | None


def entries(reports: Iterable[Report]) -> tuple[Entry, ...]:
    """List a year's indsatser in print order."""
    return tuple(Entry(report.forvaltning, one) for report in reports for one in report.indsatser)


def pair_up(before: tuple[Entry, ...], after: tuple[Entry, ...], succession: Succession) -> tuple[Pair, ...]:
    """Pair the indsatser of two years: those of the newer one in print order, then what is left of the older one.

    First come those with the same id under the same forvaltning or one that it has taken over from, then those with the
    same `fælles` id there, then those with an id that only one is left with in either year.
    """
    found: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for same in (_same_id, _same_thing):
        left = _left(before, found)
        for one in after:
            if one.key not in found:
                origins = succession.origins_of(one.forvaltning)
                fitting = tuple(old for old in left if old.forvaltning in origins and same(old, one))
                # Two that one forvaltning had may be two things; one from each of several is what a merger gives.
                alone = len({old.forvaltning for old in fitting}) == len(fitting)
                found |= {one.key: fitting} if fitting and alone else {}
    found |= _elsewhere(_left(before, found), tuple(one for one in after if one.key not in found))
    paired = tuple(Pair(found.get(one.key, ()), one) for one in after)
    return (*paired, *(Pair((old,), None) for old in _left(before, found)))


def _left(before: tuple[Entry, ...], found: dict[tuple[str, str], tuple[Entry, ...]]) -> tuple[Entry, ...]:
    taken = {old.key for fitting in found.values() for old in fitting}
    return tuple(old for old in before if old.key not in taken)


def _same_id(old: Entry, new: Entry) -> bool:
    return old.indsats.id == new.indsats.id


def _same_thing(old: Entry, new: Entry) -> bool:
    return bool(old.faelles) and old.faelles == new.faelles


def _elsewhere(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Pair what another forvaltning reports under the same id; two with one id may be two things."""
    counts = [Counter(one.indsats.id for one in year) for year in (before, after)]
    old = {one.indsats.id: one for one in before if counts[0][one.indsats.id] == 1}
    return {
        one.key: (old[one.indsats.id],) for one in after if counts[1][one.indsats.id] == 1 and one.indsats.id in old
    }
