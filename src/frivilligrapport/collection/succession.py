"""Which forvaltninger of a newer year have taken over from which of an older one: kommune.yaml's `afløser`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import genitive, join_words, normal_key
from frivilligrapport.models.kommune import Forvaltning

_MOST_ALIKE = 100  # entries of one name; none has been renewed so often
Units = Mapping[str, Forvaltning]


class Succession(NamedTuple):
    """Hold the forvaltninger (and the network) of two years by id, and where each of the newer ones comes from.

    `before` and `after` are the units of the older and the newer year. `origins` gives, for an id of the newer year,
    the ids of the older year that it is itself or has taken over from; none when it is new.
    """

    before: Units
    after: Units
    origins: Mapping[str, tuple[str, ...]]

    def origins_of(self, after: str) -> tuple[str, ...]:
        """Give what one of the newer year comes from; what the register does not know is taken to have stayed."""
        return self.origins.get(after, (after,))

    def heirs_of(self, before: str) -> tuple[str, ...]:
        """Give those of the newer year that one of the older year lives on in."""
        found = tuple(one for one, origins in self.origins.items() if before in origins)
        return found or (() if before in self.before else (before,))

    def name_before(self, before: str) -> str:
        """Give the acronym that one of the older year had."""
        return _name(self.before, before)

    def name_after(self, after: str) -> str:
        """Give the acronym that one of the newer year has."""
        return _name(self.after, after)

    def is_same(self, after: str) -> bool:
        """Tell whether it has done neither more nor less than before: no merger and no split, a new name at most."""
        origins = self.origins_of(after)
        return len(origins) == 1 and self.heirs_of(origins[0]) == (after,)

    def renaming(self, after: str) -> str:
        """Say what it was called before, "" when it has kept its name or is not the same."""
        if not self.is_same(after):
            return ""
        old, new = self.before.get(self.origins_of(after)[0]), self.after.get(after)
        if old is None or new is None or (old.forkortelse, old.navn) == (new.forkortelse, new.navn):
            return ""
        return f"{new.forkortelse} hed {old.navn if old.forkortelse == new.forkortelse else old.forkortelse} før"

    def reorganisation(self, after: str) -> str:
        """Say how its tasks have been merged or split, "" when they have not, or when it is new."""
        origins = self.origins_of(after)
        if not origins or self.is_same(after):
            return ""
        taken = [self.name_before(one) for one in origins if one != after]
        sentences = [f"{self.name_after(after)} har overtaget opgaver fra {join_words(taken)}"] if taken else []
        for one in origins:
            heirs = [self.name_after(heir) for heir in self.heirs_of(one)]
            if len(heirs) > 1:
                sentences.append(f"{genitive(self.name_before(one))} opgaver er delt mellem {join_words(heirs)}")
        return "; ".join(sentences)


def succession(samling: Samling, before: int, after: int) -> Succession:
    """Follow the register from the year `before` to the year `after`, through all that happened between them.

    An entry of the newer year goes back to an entry with the same id, and to those that `afløser` names (by id or
    acronym), where it began or they ended between the two years.
    """
    units = samling.kommune.forvaltninger
    named: dict[str, list[Forvaltning]] = defaultdict(list)
    for one in units:
        for name in dict.fromkeys((one.id.key, one.forkortelse.key)):
            named[name].append(one)
    line = _Line({one: number for number, one in enumerate(units)}, named, before, after)
    earlier, there = cache(line.earlier), {one for one in units if one.exists_in(before)}
    return Succession(
        before={str(one.id): one for one in units if one.exists_in(before)},
        after={str(one.id): one for one in units if one.exists_in(after)},
        origins={
            str(one.id): tuple(dict.fromkeys(str(old.id) for old in _line_of(one, earlier) if old in there))
            for one in units
            if one.exists_in(after)
        },
    )


def _line_of(unit: Forvaltning, earlier: Callable[[Forvaltning], Iterable[Forvaltning]]) -> Iterator[Forvaltning]:
    """Yield an entry, and all that it has taken over from, and those in turn; each once, also where they go in ring."""
    waiting, seen = [unit], set[Forvaltning]()
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            yield one
            waiting += reversed(tuple(earlier(one)))


class _Line(NamedTuple):
    """Hold the register's entries in their order and by name, and the two years that they are followed between."""

    order: Mapping[Forvaltning, int]
    named: Mapping[str, list[Forvaltning]]
    before: int
    after: int

    def earlier(self, unit: Forvaltning) -> tuple[Forvaltning, ...]:
        """Give those that an entry has taken over from, of its own id or named by it, in the register's order."""
        names = dict.fromkeys((unit.id.key, *map(normal_key, unit.afloeser)))
        alike = dict.fromkeys(one for name in names for one in self.named.get(name, ())[:_MOST_ALIKE])
        found = (one for one in alike if one is not unit and self._took_over(unit, one))
        return tuple(sorted(found, key=self.order.__getitem__))

    def _took_over(self, unit: Forvaltning, earlier: Forvaltning) -> bool:
        if not self._meanwhile(unit.fra, earlier.til):
            return False
        named = {normal_key(name) for name in unit.afloeser} & {earlier.id.key, earlier.forkortelse.key}
        renewed = earlier.id == unit.id and earlier.til is not None and unit.fra is not None and earlier.til < unit.fra
        return bool(named or renewed)

    def _meanwhile(self, began: int | None, ended: int | None) -> bool:
        """Tell whether the newer one began, or the earlier one ended, between the two years."""
        return (began is not None and self.before < began <= self.after) or (
            ended is not None and self.before <= ended < self.after
        )


def _name(units: Units, one: str) -> str:
    return str(units[one].forkortelse) if one in units else one
