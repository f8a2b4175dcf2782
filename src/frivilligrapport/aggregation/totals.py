"""Totals: per unit and state group, with coverage and wording."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from frivilligrapport.aggregation.register import Register, bounds_of, rows_of
from frivilligrapport.aggregation.wording import Part, footnote, wording
from frivilligrapport.counting.figure import SUMMED, Group
from frivilligrapport.danish import join_words
from frivilligrapport.models.enheder import Enhedsart
from frivilligrapport.reading.quantity import Bounds, Precision
from frivilligrapport.reading.quantity_bounds import ZERO

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
