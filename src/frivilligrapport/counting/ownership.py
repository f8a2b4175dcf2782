"""Shared things count once, at their owner (number grammar, section 3 rule 5)."""

from collections import defaultdict
from dataclasses import dataclass, replace

from frivilligrapport.counting.figure import Figure, Group, Part

Key = tuple[str, str, Group]


@dataclass(frozen=True, slots=True)
class Shared:
    """All that is said of one unit of one shared thing, in print order."""

    faelles: str
    owner: str
    figures: tuple[Figure, ...]

    @property
    def counted(self) -> tuple[Figure, ...]:
        """Give the figures that count: the owner's, or the first other reporter's when the owner gives none."""
        known = [figure for figure in self.figures if figure.is_known]
        own = [figure for figure in known if figure.origin.forvaltning == self.owner]
        first = known[0].origin.forvaltning if known else self.figures[0].origin.forvaltning
        return tuple(own or [figure for figure in self.figures if figure.origin.forvaltning == first])


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
    counted = {figure.id for thing in things for figure in thing.counted}
    left_out = {figure.id: thing for thing in things for figure in thing.figures if figure.id not in counted}
    return tuple(
        _left_out(figure, left_out[figure.id], names) if figure.id in left_out else figure for figure in figures
    )


def _left_out(figure: Figure, thing: Shared, names: dict[str, str]) -> Figure:
    teller = thing.counted[0].origin.forvaltning
    told = "" if teller == thing.owner else f" (oplyst af {names.get(teller, teller)})"
    return replace(figure, why_not=f"tælles hos {names.get(thing.owner, thing.owner)}{told}")
