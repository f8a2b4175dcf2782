"""How far two reports of the same thing are from each other, without more certainty than their bounds give."""

from dataclasses import dataclass

from frivilligrapport.aggregation.wording import span
from frivilligrapport.reading.quantity import Bounds
from frivilligrapport.reading.quantity_bounds import ZERO


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
