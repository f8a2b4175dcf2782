"""Totals: per unit and state group, with coverage and what they are made of."""

from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from frivilligrapport.danish import join_words, part_of
from frivilligrapport.figures.double_counts import DoubleCount, held_back
from frivilligrapport.figures.figure import SUMMED, Figure, StateGroup
from frivilligrapport.figures.wording import Part, footnote, is_said_apart, parts_of, wording
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.grammar.quantity.value import ZERO, added
from frivilligrapport.models.enheder import Enhedsart
from frivilligrapport.models.kommune import ASKED_OF_ALL


class Scope(NamedTuple):
    """Whom a total is over. `forvaltninger` are the year's ids in print order; `names` what is printed for each id.

    `network` is the network's id or "": it is named beside the forvaltninger and never one of them. `asked_of_all` are
    the keys of the units that all are asked for, and `told_before` says by unit who has reported it in earlier years.
    """

    forvaltninger: tuple[str, ...]
    names: dict[str, str]
    network: str = ""
    asked_of_all: frozenset[str] = ASKED_OF_ALL
    told_before: Mapping[str, frozenset[str]] = MappingProxyType({})

    def name(self, one: str) -> str:
        """Give what is printed for an id, the id itself where nothing is known."""
        return self.names.get(one, one)


_MOST_NAMED = 3  # of all that there are


class Coverage(NamedTuple):
    """Who a total has figures from: `given` of `asked`, in print order (number grammar, section 3 rule 7).

    `asked` are all that the unit is not irrelevant to. `concerned` are those of them that can be missing: who has
    reported the unit, this year or before, or all of them where `of_all` says that all are asked for it. `told` are
    those behind the total's figures, also without a number, and the network.
    """

    given: tuple[str, ...]
    asked: tuple[str, ...]
    network: str = ""
    concerned: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    of_all: bool = True

    @property
    def n(self) -> int:
        """Count the forvaltninger that have given a figure."""
        return len(self.given)

    @property
    def m(self) -> int:
        """Count the forvaltninger that the unit is relevant to."""
        return len(self.asked)

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the forvaltninger that could have given a figure and have not, in print order."""
        return tuple(name for name in self.concerned if name not in self.given)

    @property
    def reporters(self) -> tuple[str, ...]:
        """Name those who have given a figure, the network last."""
        return (*self.given, *((self.network,) if self.network else ()))

    @property
    def counted(self) -> str:
        """Say it in digits: "tal fra 2 af 7 forvaltninger", with the network named beside them."""
        beside = " og netværket" if self.network else ""
        return f"tal fra {part_of(self.n, self.m, 'forvaltning', 'forvaltninger')}{beside}"

    @property
    def text(self) -> str:
        """Say it in digits where all are asked or many have answered, and else by name: "tal fra SUF"."""
        if self.of_all or self._is_from_all:
            return self.counted
        return f"tal fra {join_words(self.reporters)}" if self.reporters else f"nævnt af {join_words(self.told)}"

    @property
    def named(self) -> str:
        """Say it with the names of those who have given a figure, unless it is all of many."""
        is_named = self.of_all and self.reporters and not self._is_from_all
        return f"{self.text}: {join_words(self.reporters)}" if is_named else self.text

    @property
    def _is_from_all(self) -> bool:
        """Tell whether so many have given a figure, and nobody not, that their names would tell nobody anything."""
        return self.n == self.m > _MOST_NAMED

    @property
    def missing_text(self) -> str:
        """Name them in running text; "" for none, and where `text` names those who mention the unit only."""
        return join_words(self.missing) if self.of_all or self.reporters else ""


class Total(NamedTuple):
    """What a unit comes to in one state group. `bounds` is None when no figure is known."""

    enhed: str
    enhedsart: str
    gruppe: str
    bounds: Bounds | None
    quantified: Bounds | None
    parts: tuple[Part, ...]
    coverage: Coverage
    ids: tuple[str, ...]
    unspecified: int
    unknown: int

    @property
    def text(self) -> str:
        """Say what it comes to."""
        return wording(self.parts)

    @property
    def note(self) -> str:
        """Say what its words hide, "" when they hide nothing."""
        return footnote(self.parts)

    @property
    def is_said_apart(self) -> bool:
        """Tell whether its words are those of several parts, since no one number can be said of them."""
        return is_said_apart(self.parts)

    @property
    def vague_note(self) -> str:
        """Say how many of several figures are without a number, "" when at most one is."""
        return f"ubestemt i {self.unspecified} tilfælde" if self.unspecified > 1 and self.quantified else ""

    @property
    def label(self) -> str:
        """Name the unit; persons in several indsatser may be the same (number grammar, section 3 rule 8)."""
        several = self.enhedsart == Enhedsart.PERSONER and len(self.ids) > 1 and self.enhed == "frivillige"
        return f"{self.enhed} (registreringer)" if several else self.enhed


def totals(
    figures: Iterable[Figure],
    scope: Scope,
    answers: Iterable[Figure] | None = None,
    double_counts: Sequence[DoubleCount] = (),
) -> tuple[Total, ...]:
    """Add up figures per unit and state group: done before coming, units in the order they are first reported.

    When `figures` are a part of the year's, `answers` are all, where they say what is not relevant to whom. What is in
    `double_counts` is kept open where both sides are among the figures.
    """
    found = tuple(figures)
    back = held_back(found, double_counts)
    groups: dict[tuple[str, StateGroup], list[Figure]] = {}
    for figure in found:
        if figure.counts:
            groups.setdefault((figure.enhed.flertal, figure.group), []).append(figure)
    ordered = sorted(groups.items(), key=lambda one: SUMMED.index(one[0][1]))
    excused = _excused(found if answers is None else answers)
    return tuple(
        _total(group, own, back, _coverage(own, excused.get(enhed, frozenset()), scope))
        for (enhed, group), own in ordered
    )


def totals_by_forvaltning(
    figures: tuple[Figure, ...], scope: Scope, double_counts: Sequence[DoubleCount] = ()
) -> dict[str, tuple[Total, ...]]:
    """Add up each forvaltning's own figures (and the network's), as they count for it."""
    ids = (*scope.forvaltninger, *((scope.network,) if scope.network else ()))
    own = {one: [figure for figure in figures if figure.owner == one] for one in ids}
    return {one: totals(found, scope, double_counts=double_counts) for one, found in own.items()}


def _total(group: StateGroup, figures: list[Figure], back: Mapping[str, Decimal], coverage: Coverage) -> Total:
    bounds = added(one.contribution.holding_back(back.get(one.id, ZERO)) for one in figures if one.contribution)
    quantified = added(one.quantified.holding_back(back.get(one.id, ZERO)) for one in figures if one.quantified)
    unit = figures[0].enhed
    return Total(
        enhed=unit.flertal,
        enhedsart=unit.art.value,
        gruppe=group.value,
        bounds=bounds,
        quantified=quantified,
        parts=parts_of(figures, back),
        coverage=coverage,
        ids=tuple(one.id for one in figures),
        unspecified=sum(one.is_unspecified for one in figures),
        unknown=sum(one.is_unknown for one in figures),
    )


def _coverage(figures: list[Figure], excused: Container[str], scope: Scope) -> Coverage:
    owners, told = {one.owner for one in figures if one.quantified}, {one.owner for one in figures}
    unit, asked = figures[0].enhed.key, [one for one in scope.forvaltninger if one not in excused]
    of_all = unit in scope.asked_of_all
    # What lies ahead is nobody's to miss: that somebody once planned something says nothing of this year's plans.
    before = scope.told_before.get(unit, frozenset()) if figures[0].group is StateGroup.GENNEMFOERT else frozenset()
    network = scope.names.get(scope.network, "")
    return Coverage(
        given=tuple(scope.name(one) for one in asked if one in owners),
        asked=tuple(map(scope.name, asked)),
        network=network if scope.network in owners else "",
        concerned=tuple(scope.name(one) for one in asked if of_all or one in told or one in before),
        told=(
            *(scope.name(one) for one in scope.forvaltninger if one in told),
            *((network,) if scope.network in told else ()),
        ),
        of_all=of_all,
    )


def _excused(answers: Iterable[Figure]) -> dict[str, set[str]]:
    """Give by unit the forvaltninger whose top-level `tal` says that the unit is not relevant to them."""
    found: dict[str, set[str]] = {}
    for figure in answers:
        if figure.precision is Precision.NOT_RELEVANT and not figure.origin.indsats:
            found.setdefault(figure.enhed.flertal, set()).add(figure.origin.forvaltning)
    return found
