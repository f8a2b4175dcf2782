"""Shared things: each counts once, at its owner, and what the others say of it is held against that.

Number grammar, section 3 rule 5.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frivilligrapport.danish import join_words
from frivilligrapport.figures.figure import SUMMED_PARTS, Figure, StateGroup
from frivilligrapport.figures.totals import Scope
from frivilligrapport.figures.wording import span
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.grammar.quantity.value import ZERO, added


class Shared(NamedTuple):
    """All that is said of one unit of one shared thing, in print order."""

    faelles: str
    owner: str
    figures: tuple[Figure, ...]

    @property
    def teller(self) -> str:
        """Give the reporter whose figures count: the owner, or when it gives none the first other that does."""
        known = [figure.origin.forvaltning for figure in self.figures if figure.is_known]
        return self.owner if self.owner in known else next(iter(known), self.figures[0].origin.forvaltning)


def shared_things(figures: Iterable[Figure]) -> tuple[Shared, ...]:
    """Give what counts of shared things, each unit and state group of a thing by itself."""
    groups = _by_thing(one for one in figures if one.counts)
    return tuple(Shared(found[0].origin.faelles, found[0].owner, tuple(found)) for found in groups)


def _by_thing(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """Group the figures of shared things by thing, unit and state group, in the order they are first reported."""
    groups: dict[tuple[str, str, StateGroup], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.origin.faelles and one.part in SUMMED_PARTS:
            groups[one.origin.faelles, one.enhed.key, one.group].append(one)
    return groups.values()


def settle_ownership(figures: tuple[Figure, ...], names: dict[str, str]) -> tuple[Figure, ...]:
    """Let each shared thing count once; `names` gives the acronyms to print for ids."""
    things = shared_things(figures)
    settled = {figure.id: _settled(figure, thing, names) for thing in things for figure in thing.figures}
    return tuple(settled.get(figure.id, figure) for figure in figures)


def _settled(figure: Figure, thing: Shared, names: dict[str, str]) -> Figure:
    if figure.origin.forvaltning == thing.teller:
        return figure._replace(counted_from=thing.teller)
    told = "" if thing.teller == thing.owner else f" (oplyst af {names.get(thing.teller, thing.teller)})"
    why_not = f"tælles hos {names.get(thing.owner, thing.owner)}{told}"
    return figure._replace(counted_from=thing.teller, why_not=why_not)


class Difference(NamedTuple):
    """Word a difference; `size` is how large it can be, never below zero, None when nothing can be said."""

    text: str
    size: Bounds | None = None


class SharedFigure(NamedTuple):
    """What one reporter says of one unit of a shared thing, held against the figure that counts.

    `owner` and `reporter` are names as printed, `indsats` the reporter's own name for the thing. `bounds` is None when
    the reporter gives no figure. `note` says when somebody else's figure stands in for the owner's.
    """

    faelles: str
    owner: str
    enhed: str
    gruppe: str
    reporter: str
    indsats: str
    text: str
    bounds: Bounds | None
    counts: bool
    difference: Difference
    note: str
    ids: tuple[str, ...]


def shared_figures(figures: Iterable[Figure], scope: Scope) -> tuple[SharedFigure, ...]:
    """List all that is said of shared things, each thing together, in the order they are first reported."""
    return tuple(said for thing in _by_thing(figures) for said in _said(thing, scope))


def _said(thing: list[Figure], scope: Scope) -> Iterator[SharedFigure]:
    counted = [one for one in thing if one.origin.forvaltning == one.counted_from]
    measure = _known(counted)
    for reporter in dict.fromkeys(one.origin.forvaltning for one in thing):
        own = [one for one in thing if one.origin.forvaltning == reporter]
        first, bounds, counts = own[0], _known(own), any(one.origin.forvaltning == reporter for one in counted)
        yield SharedFigure(
            faelles=first.origin.faelles,
            owner=scope.name(first.owner),
            enhed=first.enhed.flertal,
            gruppe=first.group.value,
            reporter=scope.name(reporter),
            indsats=join_words(list(dict.fromkeys(one.origin.indsats_navn for one in own))),
            text="; ".join(f"{one.text} ({one.maerke})" if one.maerke else one.text for one in own),
            bounds=bounds,
            counts=counts,
            difference=Difference("det tal, der tæller") if counts else difference(bounds, measure),
            note=_note(first, scope) if counts else "",
            ids=tuple(one.id for one in own),
        )


def _known(figures: Iterable[Figure]) -> Bounds | None:
    return added(one.bounds for one in figures if one.bounds)


def _note(figure: Figure, scope: Scope) -> str:
    if figure.owner == figure.origin.forvaltning:
        return ""
    owner, reporter = scope.name(figure.owner), scope.name(figure.origin.forvaltning)
    return f"{owner} har ikke selv oplyst et tal, så tallet fra {reporter} tæller i stedet"


def difference(said: Bounds | None, measure: Bounds | None) -> Difference:
    """Hold a report against the one that counts: "samme tal", "1 højere", "mindst 20 lavere"."""
    if said is None or measure is None:
        return Difference("kan ikke sammenlignes")
    if said == measure:
        return Difference("samme tal", Bounds(ZERO, ZERO) if said.is_exact else _size(said, measure))
    if said.overlaps(measure):
        return Difference("ingen sikker forskel", _size(said, measure))
    higher = said.lower > measure.lower
    size = _gap(said, measure) if higher else _gap(measure, said)
    return Difference(f"{span(size)} {'højere' if higher else 'lavere'}", size)


def _gap(above: Bounds, below: Bounds) -> Bounds:
    """Give the size between two intervals that do not meet; the lower one has an upper bound then."""
    least = above.lower - (below.upper or ZERO)
    return Bounds(least, None if above.upper is None else above.upper - below.lower)


def _size(one: Bounds, other: Bounds) -> Bounds:
    """Give the greatest distance between two intervals that meet; the least is none."""
    if one.upper is None or other.upper is None:
        return Bounds(ZERO, None)
    return Bounds(ZERO, max(one.upper - other.lower, other.upper - one.lower))
