"""Open double counts: indsatser that may be one, which nobody has settled (number grammar, section 3 rule 5b)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from frivilligrapport.collection.organisation import indsats_reference
from frivilligrapport.collection.values import Samling
from frivilligrapport.figures.figure import SUMMED_PARTS, Figure, StateGroup, Subject
from frivilligrapport.figures.reports import Report
from frivilligrapport.grammar.quantity.value import ZERO


class Side(NamedTuple):
    """One of the two: who tells of it, its id and its name."""

    forvaltning: str
    indsats: str
    navn: str

    @property
    def subject(self) -> Subject:
        """Give what its figures are about."""
        return self.forvaltning, self.indsats


class DoubleCount(NamedTuple):
    """Two indsatser, in print order, that may be one.

    `is_declared` when a file says so: the totals keep it open. What a rule only suspects changes no total.
    """

    first: Side
    second: Side
    is_declared: bool

    @property
    def subjects(self) -> frozenset[Subject]:
        """Give the two as what their figures are about."""
        return frozenset({self.first.subject, self.second.subject})

    def other_than(self, subject: Subject) -> Side:
        """Give the side that is not `subject`, which is one of the two."""
        return self.first if self.second.subject == subject else self.second


def declared(samling: Samling, reports: Iterable[Report]) -> tuple[DoubleCount, ...]:
    """Give what the files say may be the same (`måske_samme_som`); a reference that leads nowhere is a finding."""
    found = [(report.forvaltning, one) for report in reports for one in report.indsatser]
    sides = {(who, str(one.id)): Side(who, str(one.id), str(one.navn)) for who, one in found}
    rank = {subject: place for place, subject in enumerate(sides)}
    by_id: dict[str, list[Subject]] = {}
    for subject in sides:
        by_id.setdefault(subject[1], []).append(subject)
    pairs: dict[tuple[Subject, Subject], None] = {}
    for who, one in found:
        for named in one.maaske_samme_som:
            unit, indsats = indsats_reference(samling, named)
            meant = [one for one in by_id.get(indsats, ()) if one[0] != who and (not unit or one[0] == unit)]
            if len(meant) == 1:
                first, second = sorted(((who, str(one.id)), meant[0]), key=rank.__getitem__)
                pairs.setdefault((first, second))
    return tuple(DoubleCount(sides[first], sides[second], is_declared=True) for first, second in pairs)


def held_back(figures: Iterable[Figure], double_counts: Sequence[DoubleCount]) -> dict[str, Decimal]:
    """Give by figure how much its lower bound must not add, since others among `figures` may have counted it.

    Of those that may be one, the largest stands; what the others certainly are is taken out of the figure that counts
    them, so that together they add the larger of their lower bounds and the sum of their upper ones.
    """
    if not double_counts:
        return {}
    found = tuple(figures)
    by_id = {one.id: one for one in found}
    back: dict[str, Decimal] = {}
    for sides in _by_unit(found, _groups(double_counts)):
        standing = max(sides, key=lambda subject: sum((_least(one) for one in sides[subject]), ZERO))
        for one in (figure for subject, own in sides.items() if subject != standing for figure in own):
            holder = holder_of(one, by_id)
            back[holder.id] = back.get(holder.id, ZERO) + _least(one)
    return {name: amount for name, amount in back.items() if amount}


def holder_of(figure: Figure, by_id: Mapping[str, Figure]) -> Figure:
    """Give the figure that counts it: itself, or the outermost that it is counted inside."""
    while figure.counted_in in by_id:
        figure = by_id[figure.counted_in]
    return figure


def _groups(double_counts: Sequence[DoubleCount]) -> dict[Subject, Subject]:
    """Give for each the one that stands for all that may be the same as it: a and b, and b and c."""
    members: dict[Subject, list[Subject]] = {}
    group: dict[Subject, Subject] = {}
    for one in double_counts:
        first, second = (group.setdefault(side.subject, side.subject) for side in (one.first, one.second))
        if first != second:
            moved = members.pop(second, [second])
            members.setdefault(first, [first]).extend(moved)
            group |= dict.fromkeys(moved, first)
    return group


def _by_unit(figures: Iterable[Figure], group: Mapping[Subject, Subject]) -> Iterator[dict[Subject, list[Figure]]]:
    """Yield the figures of a group that are in a total, by whose they are: one unit and state group at a time."""
    found: dict[tuple[Subject, str, StateGroup], dict[Subject, list[Figure]]] = {}
    for one in figures:
        subject = one.origin.subject
        is_in = one.contribution is not None or one.counted_in
        if subject in group and is_in and one.part in SUMMED_PARTS:
            found.setdefault((group[subject], one.enhed.key, one.group), {}).setdefault(subject, []).append(one)
    return (sides for sides in found.values() if len(sides) > 1)


def _least(figure: Figure) -> Decimal:
    said = figure.contribution or figure.bounds
    return said.lower if said else ZERO
