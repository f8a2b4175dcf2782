"""Totals: per unit and state group, with coverage and wording.

A total is never worded sharper than its coarsest part, and has no false midpoint (number grammar, section 3 rule 3).
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from frivilligrapport.danish import format_number, join_words
from frivilligrapport.figures.families import added
from frivilligrapport.figures.figure import SUMMED, Figure, StateGroup
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.grammar.quantity.value import ZERO
from frivilligrapport.models.enheder import Enhedsart

_SHARE_DIGITS = 2  # "ca. 2/3 af 2.600" is 1.733, and prints "ca. 1.700"
UNSPECIFIED = "et ubestemt antal"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a total is over. `forvaltninger` are the year's ids in print order; `names` what is printed for each id.

    `network` is the network's id or "": it is named beside the forvaltninger and never one of them.
    """

    forvaltninger: tuple[str, ...]
    names: dict[str, str]
    network: str = ""

    def name(self, one: str) -> str:
        """Give what is printed for an id, the id itself where nothing is known."""
        return self.names.get(one, one)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who a total has figures from: `given` of `asked`, in print order (number grammar, section 3 rule 7)."""

    given: tuple[str, ...]
    asked: tuple[str, ...]
    network: str = ""

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
        """Name the forvaltninger without a figure, in print order."""
        return tuple(name for name in self.asked if name not in self.given)

    @property
    def text(self) -> str:
        """Say it in digits: "tal fra 2 af 7 forvaltninger", with the network named beside them."""
        beside = " og netværket" if self.network else ""
        return f"tal fra {self.n} af {self.m} forvaltninger{beside}"

    @property
    def missing_text(self) -> str:
        """Name them in running text."""
        return join_words(self.missing)


@dataclass(frozen=True, slots=True)
class Total:
    """What a unit comes to in one state group. `bounds` is None when no figure is known."""

    enhed: str
    enhedsart: str
    gruppe: str
    bounds: Bounds | None
    quantified: Bounds | None
    text: str
    note: str
    coverage: Coverage
    ids: tuple[str, ...]
    unspecified: int
    unknown: int

    @property
    def label(self) -> str:
        """Name the unit; persons in several indsatser may be the same (number grammar, section 3 rule 8)."""
        several = self.enhedsart == Enhedsart.PERSONER and len(self.ids) > 1 and self.enhed == "frivillige"
        return f"{self.enhed} (registreringer)" if several else self.enhed


def totals(figures: Iterable[Figure], scope: Scope, answers: Iterable[Figure] | None = None) -> tuple[Total, ...]:
    """Add up figures per unit and state group: done before coming, units in the order they are first reported.

    When `figures` are a part of the year's, `answers` are all, where they say what is not relevant to whom.
    """
    found = tuple(figures)
    excused = _excused(found if answers is None else answers)
    groups: dict[tuple[str, StateGroup], list[Figure]] = {}
    for figure in found:
        if figure.counts:
            groups.setdefault((figure.enhed.flertal, figure.group), []).append(figure)
    ordered = sorted(groups.items(), key=lambda one: SUMMED.index(one[0][1]))
    return tuple(_total(group, own, excused.get(enhed, frozenset()), scope) for (enhed, group), own in ordered)


def totals_by_forvaltning(figures: tuple[Figure, ...], scope: Scope) -> dict[str, tuple[Total, ...]]:
    """Add up each forvaltning's own figures (and the network's), as they count for it."""
    ids = (*scope.forvaltninger, *((scope.network,) if scope.network else ()))
    return {one: totals((figure for figure in figures if figure.owner == one), scope) for one in ids}


def _total(group: StateGroup, figures: list[Figure], excused: Container[str], scope: Scope) -> Total:
    bounds = added(one.contribution for one in figures if one.contribution)
    quantified = added(one.quantified for one in figures if one.quantified)
    unit = figures[0].enhed
    return Total(
        enhed=unit.flertal,
        enhedsart=unit.art.value,
        gruppe=group.value,
        bounds=bounds,
        quantified=quantified,
        text=wording(figures, bounds),
        note=footnote(figures, bounds, quantified),
        coverage=_coverage({one.owner for one in figures if one.quantified}, excused, scope),
        ids=tuple(one.id for one in figures),
        unspecified=sum(one.is_unspecified for one in figures),
        unknown=sum(one.is_unknown for one in figures),
    )


def _coverage(owners: Container[str], excused: Container[str], scope: Scope) -> Coverage:
    asked = [one for one in scope.forvaltninger if one not in excused]
    return Coverage(
        given=tuple(scope.name(one) for one in asked if one in owners),
        asked=tuple(map(scope.name, asked)),
        network=scope.names.get(scope.network, "") if scope.network in owners else "",
    )


def _excused(answers: Iterable[Figure]) -> dict[str, set[str]]:
    """Give by unit the forvaltninger whose top-level `tal` says that the unit is not relevant to them."""
    found: dict[str, set[str]] = {}
    for figure in answers:
        if figure.precision is Precision.NOT_RELEVANT and not figure.origin.indsats:
            found.setdefault(figure.enhed.flertal, set()).add(figure.origin.forvaltning)
    return found


def wording(figures: Sequence[Figure], total: Bounds | None) -> str:
    """Word a total of what figures contribute; `total` is None when none of them is known."""
    parts = [one for one in figures if one.contribution]
    if total is None:
        return "uoplyst"
    if len(parts) == 1 and not parts[0].adds_otherwise:
        return parts[0].text
    if any(map(_is_about, parts)) and all(_is_exact(part) or _is_about(part) for part in parts):
        return f"ca. {format_number(_about(parts))}"
    if not total.lower and total.upper is None:
        return UNSPECIFIED
    if not total.lower and total.upper and any(map(_lacks_lower, parts)):
        return f"op til {format_number(total.upper)}"
    return span(total)


def footnote(figures: Sequence[Figure], total: Bounds | None, quantified: Bounds | None) -> str:
    """Say what a total hides: its part with numbers, each part without a lower bound, how many are unspecified."""
    parts = [one for one in figures if one.contribution]
    if total is None or (len(parts) == 1 and not parts[0].adds_otherwise):
        return ""
    unspecified = sum(part.is_unspecified for part in parts)
    open_below = [part.text for part in parts if _lacks_lower(part)]
    pieces = []
    if quantified and (unspecified or open_below):
        of_which = f", heraf {join_words(open_below)} uden nedre grænse" if open_below else ""
        pieces.append(f"opgjort del {span(quantified)}{of_which}")
    if unspecified:
        again = "" if unspecified == 1 else f" i {unspecified} tilfælde"
        pieces += [f"dertil {UNSPECIFIED}{again}"] if quantified else []
    return "; ".join(pieces)


def span(bounds: Bounds) -> str:
    """Print an interval: "61", "13-10.017", "mindst 101"."""
    if bounds.upper is None:
        return f"mindst {format_number(bounds.lower)}"
    if bounds.is_exact:
        return format_number(bounds.lower)
    return f"{format_number(bounds.lower)}-{format_number(bounds.upper)}"


def _is_exact(part: Figure) -> bool:
    return part.contribution is not None and part.contribution.is_exact


def _is_about(part: Figure) -> bool:
    """Tell whether it is "ca." and still stands by its own words."""
    about = part.precision in {Precision.APPROXIMATE, Precision.SHARE}
    return about and part.point is not None and not part.adds_otherwise


def _lacks_lower(part: Figure) -> bool:
    """Tell whether its lower bound is 0 only because none is known."""
    return part.precision in {Precision.UP_TO, Precision.FEWER}


def _about(parts: Sequence[Figure]) -> Decimal:
    points = [
        one.point if one.point is not None and _is_about(one) else one.contribution.lower
        for one in parts
        if one.contribution
    ]
    coarsest = max(_step(part) for part in parts if _is_about(part))
    return (sum(points, ZERO) / coarsest).quantize(Decimal(1), ROUND_HALF_UP) * coarsest


def _step(part: Figure) -> Decimal:
    """Give the place value of the last digit that a "ca." figure vouches for: 100 for "ca. 1.500"."""
    point = part.point or Decimal(1)
    if part.precision is Precision.SHARE:
        return Decimal(1).scaleb(max(0, point.adjusted() + 1 - _SHARE_DIGITS))
    exponent = point.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
