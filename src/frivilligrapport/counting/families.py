"""Parents and children of the same unit: what is counted inside something else (number grammar, section 3 rule 4)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from frivilligrapport.counting.figure import Figure, Group, Part
from frivilligrapport.reading.quantity import Bounds

WHOLE = ""  # the forvaltning's own top-level figure, the parent of all its others


@dataclass(frozen=True, slots=True)
class Overflow:
    """A parent whose children certainly add up to more than it says."""

    parent: Figure
    children: tuple[Figure, ...]
    least: Bounds


@dataclass(frozen=True)
class Family:
    """The figures of one forvaltning, one unit and one state group, by the indsats that they are about."""

    members: dict[str, tuple[Figure, ...]]
    parents: dict[str, str]

    def parent_of(self, indsats: str) -> str | None:
        """Give the nearest ancestor that has a figure of the unit, None when there is none."""
        seen = {indsats}
        above = self.parents.get(indsats, "")
        while above and above not in seen:
            if above in self.members:
                return above
            seen.add(above)
            above = self.parents.get(above, "")
        return WHOLE if WHOLE in self.members and indsats != WHOLE else None

    def children_of(self, indsats: str) -> tuple[str, ...]:
        """Name those counted directly inside an indsats."""
        return tuple(one for one in self.members if one != indsats and self.parent_of(one) == indsats)

    def below(self, indsats: str) -> Bounds | None:
        """Add up what the children say together; None when there are none that say anything."""
        return added(total for child in self.children_of(indsats) if (total := self.total(child)))

    def total(self, indsats: str) -> Bounds | None:
        """Give what an indsats comes to with its children inside it."""
        return _with_children(added(_bounds(self.members[indsats])), self.below(indsats))

    def quantified(self, indsats: str) -> Bounds | None:
        """Give the part of `total` that has a number: an unspecified parent gives way to its children."""
        numbers = [figure for figure in self.members[indsats] if not figure.is_unspecified]
        below = added(part for child in self.children_of(indsats) if (part := self.quantified(child)))
        return _with_children(added(_bounds(numbers)), below)


def added(parts: Iterator[Bounds]) -> Bounds | None:
    """Add up intervals; None when there are none."""
    found = list(parts)
    return reduce(Bounds.__add__, found) if found else None


def _bounds(figures: tuple[Figure, ...] | list[Figure]) -> Iterator[Bounds]:
    return (figure.bounds for figure in figures if figure.bounds is not None)


def _with_children(own: Bounds | None, below: Bounds | None) -> Bounds | None:
    if own is None or below is None:
        return own or below
    lower = max(own.lower, below.lower)
    return Bounds(lower, own.upper if own.upper is None else max(own.upper, lower))


def families(figures: tuple[Figure, ...]) -> tuple[Family, ...]:
    """Group the figures that count by forvaltning, unit and state group; what another owns is in no family of ours."""
    parents: dict[str, dict[str, str]] = defaultdict(dict)
    groups: dict[tuple[str, str, Group], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        origin = figure.origin
        parents[origin.forvaltning].setdefault(origin.indsats, origin.hoerer_til)
        if figure.counts and figure.is_known and figure.part in {Part.ANTAL, Part.PAA_VEJ}:
            key = (
                origin.forvaltning if figure.owner == origin.forvaltning else f"{origin.forvaltning}>",
                figure.enhed.key,
                figure.group,
            )
            groups[key][origin.indsats].append(figure)
    return tuple(
        Family({name: tuple(found) for name, found in members.items()}, parents[key[0].rstrip(">")])
        for key, members in groups.items()
    )


def overflows(figures: tuple[Figure, ...]) -> Iterator[Overflow]:
    """Yield each parent whose children's lower bounds together exceed its own upper bound."""
    for family in families(figures):
        for name, members in family.members.items():
            own, below = added(_bounds(members)), family.below(name)
            if own and below and own.upper is not None and below.lower > own.upper:
                children = tuple(figure for child in family.children_of(name) for figure in family.members[child])
                yield Overflow(members[0], children, below)


def settle_families(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give every figure what it contributes: a parent with its children inside it, a child nothing of its own."""
    settled: dict[str, Figure] = {}
    for family in families(figures):
        for name, members in family.members.items():
            parent = family.parent_of(name)
            for index, figure in enumerate(members):
                settled[figure.id] = (
                    _child(figure, family, parent) if parent is not None else _head(figure, index, family, name)
                )
    return tuple(settled.get(figure.id, figure) for figure in figures)


def _child(figure: Figure, family: Family, parent: str) -> Figure:
    name = family.members[parent][0].origin.indsats_navn
    return replace(figure, why_not=f"talt med i »{name}«" if name else "talt med i forvaltningens samlede tal")


def _head(figure: Figure, index: int, family: Family, name: str) -> Figure:
    """Put what the children add on the indsats's first figure, so that the rows of the register add up to the total."""
    if index:
        return replace(figure, contribution=figure.bounds, quantified=None if figure.is_unspecified else figure.bounds)
    others = [one.bounds for one in family.members[name][1:] if one.bounds]
    numbers = [one.bounds for one in family.members[name][1:] if one.bounds and not one.is_unspecified]
    return replace(
        figure,
        contribution=_without(family.total(name), others),
        quantified=_without(family.quantified(name), numbers) if _has_number(figure, family, name) else None,
    )


def _has_number(figure: Figure, family: Family, name: str) -> bool:
    below = [child for child in family.children_of(name) if family.quantified(child)]
    return not figure.is_unspecified or bool(below)


def _without(total: Bounds | None, others: list[Bounds]) -> Bounds | None:
    """Take the other figures of the same indsats out of its total again."""
    if total is None or not others:
        return total
    rest = reduce(Bounds.__add__, others)
    upper = None if total.upper is None or rest.upper is None else total.upper - rest.upper
    return Bounds(total.lower - rest.lower, upper)
