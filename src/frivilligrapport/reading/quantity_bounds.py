"""Intervals: what a figure certainly lies between, and how such intervals add up."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Hold the least and the greatest value that a figure can have; `upper` is None when it is open.

    Raises ValueError when `upper` is below `lower`.
    """

    lower: Decimal
    upper: Decimal | None

    def __post_init__(self) -> None:
        if self.upper is not None and self.upper < self.lower:
            message = f"upper bound {self.upper} is below lower bound {self.lower}"
            raise ValueError(message)

    @property
    def is_exact(self) -> bool:
        """Tell whether only one value is possible."""
        return self.lower == self.upper

    def __contains__(self, value: Decimal) -> bool:
        return self.lower <= value and (self.upper is None or value <= self.upper)

    def __add__(self, other: "Bounds") -> "Bounds":
        """Add two figures: lower to lower, upper to upper, open when either is (number grammar, section 3 rule 2)."""
        upper = None if self.upper is None or other.upper is None else self.upper + other.upper
        return Bounds(self.lower + other.lower, upper)

    def minus(self, part: "Bounds") -> "Bounds":
        """Take a part out of a figure that includes it; what is left is never below zero."""
        lower = ZERO if part.upper is None else max(ZERO, self.lower - part.upper)
        upper = None if self.upper is None else max(ZERO, self.upper - part.lower)
        return Bounds(lower, upper)

    def hull(self, other: "Bounds") -> "Bounds":
        """Give the least interval that holds both, for a figure that may be one or the other."""
        upper = None if self.upper is None or other.upper is None else max(self.upper, other.upper)
        return Bounds(min(self.lower, other.lower), upper)

    def overlaps(self, other: "Bounds") -> bool:
        """Tell whether some value lies in both, so that no difference between the two is certain."""
        return _reaches(self, other.lower) and _reaches(other, self.lower)

    def clamped(self, whole: "Bounds") -> "Bounds":
        """Cut off what a part of `whole` cannot be: more than the whole."""
        if whole.upper is None:
            return self
        upper = whole.upper if self.upper is None else min(self.upper, whole.upper)
        return Bounds(min(self.lower, whole.upper), upper)


def places(value: Decimal) -> int:
    """Count the decimals that a number was typed with; 0 for a count."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def round_down(value: Fraction, decimals: int) -> Decimal:
    """Round towards less, to so many decimals."""
    return Decimal(floor(value * 10**decimals)).scaleb(-decimals)


def round_up(value: Fraction, decimals: int) -> Decimal:
    """Round towards more, to so many decimals."""
    return Decimal(ceil(value * 10**decimals)).scaleb(-decimals)


def widened_down(value: Decimal, margin: Fraction) -> Decimal:
    """Give the least that "ca. value" can be, rounded outwards to the last digit typed."""
    return round_down(Fraction(value) * max(Fraction(0), 1 - margin), places(value))


def widened_up(value: Decimal, margin: Fraction) -> Decimal:
    """Give the most that "ca. value" can be, rounded outwards to the last digit typed."""
    return round_up(Fraction(value) * (1 + margin), places(value))


def _reaches(bounds: Bounds, value: Decimal) -> bool:
    return bounds.upper is None or value <= bounds.upper
