"""Parents and children of the same unit: what is counted inside something else (number grammar, section 3 rule 4)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from frivilligrapport.figures.figure import Figure, FigurePart, StateGroup
from frivilligrapport.grammar.quantity import Bounds

INSIDE = "talt med i"  # how the reason begins for a figure that its parent counts
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
        whole = WHOLE if WHOLE in self.members and indsats != WHOLE else None
        return next((one for one in self._ancestors(indsats) if one in self.members), whole)

    def children_of(self, indsats: str) -> tuple[str, ...]:
        """Name those counted directly inside an indsats."""
        return tuple(one for one in self.members if one != indsats and self.parent_of(one) == indsats)

    def head(self, indsats: str) -> Figure:
        """Give the figure that stands for an indsats: the first with a number, which its children are counted in."""
        members = self.members[indsats]
        return next((figure for figure in members if not figure.is_unspecified), members[0])

    def _ancestors(self, indsats: str) -> tuple[str, ...]:
        """Name those above an indsats, the nearest first; none when the way up leads back to it (FR323)."""
        found: list[str] = []
        above = self.parents.get(indsats, "")
        while above and above != indsats and above not in found:
            found.append(above)
            above = self.parents.get(above, "")
        return () if above == indsats else tuple(found)

    def below(self, indsats: str) -> Bounds | None:
        """Add up what the children say together; None when there are none that say anything."""
        return added(total for child in self.children_of(indsats) if (total := self.total(child)))

    def total(self, indsats: str) -> Bounds | None:
        """Give what an indsats comes to with its children inside it."""
        return _with_children(added(_bounds(self.members[indsats])), self.below(indsats))

    def quantified(self, indsats: str) -> Bounds | None:
        """Give the part of `total` that has a number: an unspecified parent gives way to its children."""
        below = added(part for child in self.children_of(indsats) if (part := self.quantified(child)))
        return _with_children(added(_numbers(self.members[indsats])), below)


def added(parts: Iterable[Bounds]) -> Bounds | None:
    """Add up intervals; None when there are none."""
    found = list(parts)
    return reduce(Bounds.__add__, found) if found else None


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
        if figure.counts and figure.is_known and figure.part in {FigurePart.ANTAL, FigurePart.PAA_VEJ}:
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
            found = _inside(members, family, parent) if parent is not None else _holding(members, family, name)
            settled |= {figure.id: figure for figure in found}
    return tuple(settled.get(figure.id, figure) for figure in figures)


def _inside(members: tuple[Figure, ...], family: Family, parent: str) -> Iterator[Figure]:
    head = family.head(parent)
    name = head.origin.indsats_navn
    where = f"{INSIDE} »{name}«" if name else f"{INSIDE} forvaltningens samlede tal"
    return (replace(figure, why_not=where, counted_in=head.id) for figure in members)


def _holding(members: tuple[Figure, ...], family: Family, name: str) -> Iterator[Figure]:
    """Put what the children add on one of the figures, so that the rows of the register add up to the total."""
    head = family.head(name)
    for figure in members:
        number = None if figure.is_unspecified else figure.bounds
        if figure is head and family.children_of(name):
            yield replace(
                figure,
                contribution=_raised(figure.bounds, family.total(name), added(_bounds(members))),
                quantified=_raised(number, family.quantified(name), added(_numbers(members))),
            )
        else:
            yield replace(figure, contribution=figure.bounds, quantified=number)


def _raised(own: Bounds | None, total: Bounds | None, stated: Bounds | None) -> Bounds | None:
    """Lift a figure's lower bound by what its children add to what was stated; without a number take the children's."""
    if own is None or total is None or stated is None:
        return own or total
    lower = own.lower + total.lower - stated.lower
    return Bounds(lower, own.upper if own.upper is None else max(own.upper, lower))
