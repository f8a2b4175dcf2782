"""Shared things count once, at their owner (number grammar, section 3 rule 5)."""

from collections import defaultdict
from dataclasses import dataclass, replace

from frivilligrapport.figures.figure import Figure, Group, Part

Key = tuple[str, str, Group]


@dataclass(frozen=True, slots=True)
class Shared:
    """All that is said of one unit of one shared thing, in print order."""

    faelles: str
    owner: str
    figures: tuple[Figure, ...]

    @property
    def teller(self) -> str:
        """Give the reporter whose figures count: the owner, or when it gives none the first other that does."""
        known = [figure.origin.forvaltning for figure in self.figures if figure.is_known]
        return self.owner if self.owner in known else next(iter(known), self.figures[0].origin.forvaltning)


def shared_things(figures: tuple[Figure, ...]) -> tuple[Shared, ...]:
    """Group the figures of shared things by thing, unit and state group, in the order they are first reported."""
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.origin.faelles and figure.counts and figure.part in {Part.ANTAL, Part.PAA_VEJ}:
            groups[figure.origin.faelles, figure.enhed.key, figure.group].append(figure)
    return tuple(Shared(key[0], found[0].owner, tuple(found)) for key, found in groups.items())


def settle_ownership(figures: tuple[Figure, ...], names: dict[str, str]) -> tuple[Figure, ...]:
    """Let each shared thing count once; `names` gives the acronyms to print for ids."""
    things = shared_things(figures)
    settled = {figure.id: _settled(figure, thing, names) for thing in things for figure in thing.figures}
    return tuple(settled.get(figure.id, figure) for figure in figures)


def _settled(figure: Figure, thing: Shared, names: dict[str, str]) -> Figure:
    if figure.origin.forvaltning == thing.teller:
        return replace(figure, counted_from=thing.teller)
    told = "" if thing.teller == thing.owner else f" (oplyst af {names.get(thing.teller, thing.teller)})"
    why_not = f"tælles hos {names.get(thing.owner, thing.owner)}{told}"
    return replace(figure, counted_from=thing.teller, why_not=why_not)
