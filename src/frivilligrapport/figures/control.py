"""How far two reports of the same thing are from each other, without more certainty than their bounds give."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frivilligrapport.danish import join_words
from frivilligrapport.figures.families import added
from frivilligrapport.figures.figure import Part
from frivilligrapport.figures.register import Register, bounds_of, rows_of
from frivilligrapport.figures.totals import Scope, span
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.grammar.quantity.value import ZERO


@dataclass(frozen=True, slots=True)
class Difference:
    """Word a difference; `size` is how large it can be, never below zero, None when nothing can be said."""

    text: str
    size: Bounds | None = None


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


@dataclass(frozen=True, slots=True)
class Telling:
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


def control(frame: Register, scope: Scope) -> tuple[Telling, ...]:
    """List all that is said of shared things, each thing together, in the order they are first reported."""
    said = frame[(frame["faelles"] != "") & frame["del"].isin([Part.ANTAL.value, Part.PAA_VEJ.value])]
    things = said.groupby(["faelles", "enhed", "gruppe"], sort=False)
    return tuple(telling for _, rows in things for telling in _of_thing(rows, scope))


def _of_thing(rows: Register, scope: Scope) -> Iterator[Telling]:
    counted = rows[rows["forvaltning"] == rows["talt_fra"]]
    measure = _bounds(counted)
    for reporter, own in rows.groupby("forvaltning", sort=False):
        first = next(rows_of(own))
        bounds, counts = _bounds(own), reporter in set(counted["forvaltning"])
        yield Telling(
            faelles=first.faelles,
            owner=scope.names.get(first.ejer, first.ejer),
            enhed=first.enhed,
            gruppe=first.gruppe,
            reporter=scope.names.get(str(reporter), str(reporter)),
            indsats=join_words(list(dict.fromkeys(own["indsats_navn"]))),
            text="; ".join(_words(row) for row in rows_of(own)),
            bounds=bounds,
            counts=counts,
            difference=Difference("det tal, der tæller") if counts else difference(bounds, measure),
            note=_note(first, scope) if counts else "",
            ids=tuple(own["id"]),
        )


def _bounds(rows: Register) -> Bounds | None:
    return added(bounds for row in rows_of(rows) if (bounds := bounds_of(row.nedre, row.oevre)))


def _words(row: Any) -> str:
    return f"{row.tekst} ({row.maerke})" if row.maerke else str(row.tekst)


def _note(row: Any, scope: Scope) -> str:
    if row.ejer == row.forvaltning:
        return ""
    owner, reporter = (scope.names.get(one, one) for one in (row.ejer, row.forvaltning))
    return f"{owner} har ikke selv oplyst et tal, så tallet fra {reporter} tæller i stedet"
