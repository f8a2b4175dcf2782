"""How a total is worded: never sharper than its coarsest part, no false midpoint (number grammar, section 3 rule 3)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import format_number, join_words
from frivilligrapport.figures.families import settle_families
from frivilligrapport.figures.figure import SUMMED, Group
from frivilligrapport.figures.register import Register, bounds_of, register, rows_of
from frivilligrapport.figures.reports import reported
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.grammar.quantity.value import ZERO
from frivilligrapport.models.enheder import Enhedsart

_SHARE_DIGITS = 2  # "ca. 2/3 af 2.600" is 1.733, and prints "ca. 1.700"
UNSPECIFIED = "et ubestemt antal"


@dataclass(frozen=True, slots=True)
class Part:
    """One counted figure of a total: its own words, and what it contributes. `derived` when its words no longer fit."""

    text: str
    precision: Precision
    bounds: Bounds
    point: Decimal | None
    derived: bool

    @property
    def is_exact(self) -> bool:
        """Tell whether it is one number without reservations."""
        return self.bounds.is_exact

    @property
    def is_about(self) -> bool:
        """Tell whether it is "ca." and still stands by its own words."""
        about = self.precision in {Precision.APPROXIMATE, Precision.SHARE}
        return about and self.point is not None and not self.derived

    @property
    def lacks_lower(self) -> bool:
        """Tell whether its lower bound is 0 only because none is known."""
        return self.precision in {Precision.UP_TO, Precision.FEWER}


def wording(parts: Sequence[Part], total: Bounds | None) -> str:
    """Word a total; `total` is None when no part is known."""
    if total is None:
        return "uoplyst"
    if len(parts) == 1 and not parts[0].derived:
        return parts[0].text
    if any(part.is_about for part in parts) and all(part.is_exact or part.is_about for part in parts):
        return f"ca. {format_number(_about(parts))}"
    if not total.lower and total.upper is None:
        return UNSPECIFIED
    if not total.lower and total.upper and any(part.lacks_lower for part in parts):
        return f"op til {format_number(total.upper)}"
    return span(total)


def footnote(parts: Sequence[Part], total: Bounds | None, quantified: Bounds | None) -> str:
    """Say what a total hides: its part with numbers, each part without a lower bound, how many are unspecified."""
    if total is None or (len(parts) == 1 and not parts[0].derived):
        return ""
    unspecified = sum(part.precision is Precision.UNSPECIFIED for part in parts)
    open_below = [part.text for part in parts if part.lacks_lower]
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


def _about(parts: Sequence[Part]) -> Decimal:
    points = [part.point if part.point is not None and part.is_about else part.bounds.lower for part in parts]
    coarsest = max(_step(part) for part in parts if part.is_about)
    return (sum(points, Decimal(0)) / coarsest).quantize(Decimal(1), ROUND_HALF_UP) * coarsest


def _step(part: Part) -> Decimal:
    """Give the place value of the last digit that a "ca." figure vouches for: 100 for "ca. 1.500"."""
    point = part.point or Decimal(1)
    if part.precision is Precision.SHARE:
        return Decimal(1).scaleb(max(0, point.adjusted() + 1 - _SHARE_DIGITS))
    exponent = point.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


_PART = ("bidrag_nedre", "bidrag_oevre", "tekst", "praecision", "point", "afledt")


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a total is over. `forvaltninger` are the year's ids in print order; `names` what is printed for each id.

    `network` is the network's id or "": it is named beside the forvaltninger and never one of them.
    """

    forvaltninger: tuple[str, ...]
    names: dict[str, str]
    network: str = ""


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


def totals(frame: Register, scope: Scope, answers: Register | None = None) -> tuple[Total, ...]:
    """Add up the register per unit and state group: done before coming, units in the order they are first reported.

    When `frame` is a part of the year's register, `answers` is the whole, where it says what is not relevant to whom.
    """
    whole = frame if answers is None else answers
    counted = frame[frame["taeller"].astype(bool)]
    found = [
        _total(str(enhed), Group(str(gruppe)), rows, whole, scope)
        for (enhed, gruppe), rows in counted.groupby(["enhed", "gruppe"], sort=False)
    ]
    return tuple(sorted(found, key=lambda total: [one.value for one in SUMMED].index(total.gruppe)))


def totals_by_forvaltning(frame: Register, scope: Scope) -> dict[str, tuple[Total, ...]]:
    """Add up each forvaltning's own figures (and the network's), as they count for it."""
    ids = (*scope.forvaltninger, *((scope.network,) if scope.network else ()))
    return {one: totals(frame[frame["ejer"] == one], scope) for one in ids}


def _total(enhed: str, gruppe: Group, rows: Register, frame: Register, scope: Scope) -> Total:
    parts = [part for row in rows_of(rows, *_PART) if (part := _part(row))]
    bounds = _added(rows, "bidrag")
    quantified = _added(rows, "opgjort")
    return Total(
        enhed=enhed,
        enhedsart=str(rows["enhedsart"].iloc[0]),
        gruppe=gruppe.value,
        bounds=bounds,
        quantified=quantified,
        text=wording(parts, bounds),
        note=footnote(parts, bounds, quantified),
        coverage=_coverage(enhed, rows, frame, scope),
        ids=tuple(rows["id"]),
        unspecified=int((rows["praecision"] == Precision.UNSPECIFIED.value).sum()),
        unknown=int((rows["praecision"] == Precision.UNKNOWN.value).sum()),
    )


def _part(row: Any) -> Part | None:
    bounds = bounds_of(row.bidrag_nedre, row.bidrag_oevre)
    return Part(row.tekst, Precision(row.praecision), bounds, row.point, bool(row.afledt)) if bounds else None


def _added(rows: Register, what: str) -> Bounds | None:
    known = rows[rows[f"{what}_nedre"].notna()]
    if known.empty:
        return None
    lower, upper = (sum(known[f"{what}_{end}"], ZERO) for end in ("nedre", "oevre"))
    return bounds_of(lower, upper)


def _coverage(enhed: str, rows: Register, frame: Register, scope: Scope) -> Coverage:
    owners = set(rows[rows["opgjort_nedre"].notna()]["ejer"])
    excused = set(_not_relevant(frame, enhed))
    asked = [one for one in scope.forvaltninger if one not in excused]
    return Coverage(
        given=tuple(_names((one for one in asked if one in owners), scope)),
        asked=tuple(_names(asked, scope)),
        network=scope.names.get(scope.network, "") if scope.network in owners else "",
    )


def _not_relevant(frame: Register, enhed: str) -> Iterator[str]:
    """Yield the forvaltninger whose top-level `tal` says that the unit is not relevant to them."""
    answers = frame[(frame["enhed"] == enhed) & (frame["indsats"] == "")]
    return (str(one) for one in answers.loc[answers["praecision"] == Precision.NOT_RELEVANT.value, "forvaltning"])


def _names(ids: Iterable[str], scope: Scope) -> Iterator[str]:
    return (scope.names.get(one, one) for one in ids)


def gross_totals(samling: Samling, aargang: Aargang, scope: Scope) -> tuple[Total, ...]:
    """Add up the year's figures with every reporter's figure of a shared thing in the sum.

    Families count as in the net totals, and each figure still counts for its owner, so that the coverage is the same.
    """
    return totals(register(settle_families(reported(samling, aargang))), scope)
