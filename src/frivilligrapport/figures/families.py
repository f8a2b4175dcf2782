"""Parents and children of the same unit: what is counted inside something else (number grammar, section 3 rule 4)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import SUMMED_PARTS, Figure, StateGroup
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.grammar.quantity.value import added

WHOLE = ""  # the forvaltning's own top-level figure, the parent of all its others


class Overflow(NamedTuple):
    """A parent whose children certainly add up to more than it says."""

    parent: Figure
    children: tuple[Figure, ...]
    least: Bounds


class Family(Frozen):
    """The figures of one forvaltning, one unit and one state group, by the indsats that they are about.

    `in_rings` are those of the forvaltning's indsatser that lead round to themselves by way of their parents.
    """

    members: dict[str, tuple[Figure, ...]]
    parents: dict[str, str]
    in_rings: frozenset[str]

    def parent_of(self, indsats: str) -> str | None:
        """Give the nearest ancestor that has a figure of the unit, None when there is none."""
        return self._parents[indsats]

    def children_of(self, indsats: str) -> tuple[str, ...]:
        """Name those counted directly inside an indsats."""
        return tuple(self._children[indsats])

    def head(self, indsats: str) -> Figure:
        """Give the figure that stands for an indsats: the first with a number, which its children are counted in."""
        members = self.members[indsats]
        return next((figure for figure in members if not figure.is_unspecified), members[0])

    def below(self, indsats: str) -> Bounds | None:
        """Add up what the children say together; None when there are none that say anything."""
        return added(total for child in self._children[indsats] if (total := self.total(child)))

    def total(self, indsats: str) -> Bounds | None:
        """Give what an indsats comes to with its children inside it."""
        return self._totals[indsats]

    def quantified(self, indsats: str) -> Bounds | None:
        """Give the part of `total` that has a number: an unspecified parent gives way to its children."""
        return self._quantified[indsats]

    @cached_property
    def from_below(self) -> tuple[str, ...]:
        """Name all, each after its children."""
        found = [one for one in self.members if self.parent_of(one) is None]
        for one in found:
            found += self._children[one]
        return tuple(reversed(found))

    @cached_property
    def _parents(self) -> dict[str, str | None]:
        """Give what each is counted inside; nothing above one that the way up leads back to (FR323)."""
        whole = WHOLE if WHOLE in self.members else None
        nearest: dict[str, str | None] = {}
        for one in self.members:
            way, above = dict.fromkeys([one]), self.parents.get(one, "")
            while above and above not in self.members and above not in nearest and above not in way:
                way[above] = None
                above = self.parents.get(above, "")
            nearest |= dict.fromkeys(way, above if above in self.members else nearest.get(above))
        return {
            one: None if one == WHOLE else whole if one in self.in_rings else nearest[one] or whole
            for one in self.members
        }

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {one: [] for one in self.members}
        for one in self.members:
            parent = self.parent_of(one)
            if parent is not None:
                children[parent].append(one)
        return children

    @cached_property
    def _totals(self) -> dict[str, Bounds | None]:
        return self._summed(_bounds)

    @cached_property
    def _quantified(self) -> dict[str, Bounds | None]:
        return self._summed(_numbers)

    def _summed(self, said: Callable[[Iterable[Figure]], Iterator[Bounds]]) -> dict[str, Bounds | None]:
        found: dict[str, Bounds | None] = {}
        for one in self.from_below:
            below = added(total for child in self._children[one] if (total := found[child]))
            found[one] = _with_children(added(said(self.members[one])), below)
        return found


def rings(parents: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the names that lead round to themselves by way of their parents, each ring once, in the order of the way.

    A ring begins with that of its names which stands first in `parents`.
    """
    numbers = {name: number for number, name in enumerate(parents)}
    seen: set[str] = set()
    for first in parents:
        way: dict[str, None] = {}
        name = first
        while name in parents and name not in seen:
            seen.add(name)
            way[name] = None
            name = parents[name]
        if name in way:
            names = list(way)
            ring = names[names.index(name) :]
            start = ring.index(min(ring, key=numbers.__getitem__))
            yield ring[start:] + ring[:start]


def _bounds(figures: Iterable[Figure]) -> Iterator[Bounds]:
    return (figure.bounds for figure in figures if figure.bounds is not None)


def _numbers(figures: Iterable[Figure]) -> Iterator[Bounds]:
    return _bounds(figure for figure in figures if not figure.is_unspecified)


def _with_children(own: Bounds | None, below: Bounds | None) -> Bounds | None:
    if own is None or below is None:
        return own or below
    lower = max(own.lower, below.lower)
    return Bounds(lower, own.upper if own.upper is None else max(own.upper, lower))


def families(figures: tuple[Figure, ...]) -> tuple[Family, ...]:
    """Group the figures that count by forvaltning, unit and state group; what another owns is in no family of ours."""
    parents: dict[str, dict[str, str]] = defaultdict(dict)
    groups: dict[tuple[str, str, StateGroup], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        origin = figure.origin
        parents[origin.forvaltning].setdefault(origin.indsats, origin.hoerer_til)
        if figure.counts and figure.is_known and figure.part in SUMMED_PARTS:
            key = (
                origin.forvaltning if figure.owner == origin.forvaltning else f"{origin.forvaltning}>",
                figure.enhed.key,
                figure.group,
            )
            groups[key][origin.indsats].append(figure)
    in_rings = {one: frozenset(name for ring in rings(own) for name in ring) for one, own in parents.items()}
    return tuple(
        Family({name: tuple(found) for name, found in members.items()}, parents[reporter], in_rings[reporter])
        for (key, _, _), members in groups.items()
        for reporter in (key.rstrip(">"),)
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
        standing: dict[str, tuple[Figure, ...]] = {}
        for name in family.from_below:
            standing[name] = tuple(_holding(family, name, standing))
        for name, members in standing.items():
            parent = family.parent_of(name)
            found = members if parent is None else _inside(family.members[name], family, parent)
            settled |= {figure.id: figure for figure in found}
    return tuple(settled.get(figure.id, figure) for figure in figures)


def _inside(members: tuple[Figure, ...], family: Family, parent: str) -> Iterator[Figure]:
    head = family.head(parent)
    name = head.origin.indsats_navn
    where = f"talt med i »{name}«" if name else "talt med i forvaltningens samlede tal"
    return (figure._replace(why_not=where, counted_in=head.id) for figure in members)


def _holding(family: Family, name: str, standing: Mapping[str, tuple[Figure, ...]]) -> Iterator[Figure]:
    """Put what the children add on one of the figures, so that the rows of the register add up to the total.

    `standing` are those below, each as it would count by itself.
    """
    members, head = family.members[name], family.head(name)
    for figure in members:
        number = None if figure.is_unspecified else figure.bounds
        if figure is head and family.children_of(name):
            below = (one for child in family.children_of(name) for one in standing[child])
            yield figure._replace(
                contribution=_raised(figure.bounds, family.total(name), added(_bounds(members))),
                quantified=_raised(number, family.quantified(name), added(_numbers(members))),
                holds=_numbered(below) if figure.is_unspecified else (),
            )
        else:
            yield figure._replace(contribution=figure.bounds, quantified=number)


def _numbered(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Give those with a number, and in place of one without what it holds."""
    return tuple(one for figure in figures for one in (figure.holds or (figure,)) if not one.is_unspecified)


def _raised(own: Bounds | None, total: Bounds | None, stated: Bounds | None) -> Bounds | None:
    """Lift a figure's lower bound by what its children add to what was stated; without a number take the children's."""
    if own is None or total is None or stated is None:
        return own or total
    lower = own.lower + total.lower - stated.lower
    return Bounds(lower, own.upper if own.upper is None else max(own.upper, lower))
