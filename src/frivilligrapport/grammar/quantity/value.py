"""A quantity as it was meant: its wording, and the bounds that it certainly lies between, which add up."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import reduce
from math import ceil, floor
from operator import add
from typing import NamedTuple

from frivilligrapport.fast_start import Frozen

ZERO = Decimal(0)
CA_MARGIN = Fraction(1, 10)  # of the figure, either way: what "ca." says unless the report says otherwise


class Bounds(Frozen):
    """Hold the least and the greatest value that a figure can have; `upper` is None when it is open.

    Raises ValueError when `upper` is below `lower`.
    """

    lower: Decimal
    upper: Decimal | None

    def __init__(self, lower: Decimal, upper: Decimal | None) -> None:
        if upper is not None and upper < lower:
            message = f"upper bound {upper} is below lower bound {lower}"
            raise ValueError(message)
        self.__dict__.update(lower=lower, upper=upper)

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

    def holding_back(self, amount: Decimal) -> "Bounds":
        """Claim less: the same upper bound, and a lower one that is so much smaller, but never below zero."""
        return Bounds(max(ZERO, self.lower - amount), self.upper) if amount else self

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
        latest = max(self.lower, other.lower)
        return latest in self and latest in other

    def clamped(self, whole: "Bounds") -> "Bounds":
        """Cut off what a part of `whole` cannot be: more than the whole."""
        if whole.upper is None:
            return self
        upper = whole.upper if self.upper is None else min(self.upper, whole.upper)
        return Bounds(min(self.lower, whole.upper), upper)


def added(parts: Iterable[Bounds]) -> Bounds | None:
    """Add up figures; None when there are none."""
    found = list(parts)
    return reduce(add, found) if found else None


class Precision(StrEnum):
    """How sure a figure is; the value is the word that is printed."""

    EXACT = "nøjagtigt"
    APPROXIMATE = "cirka"
    MORE_THAN = "over"
    AT_LEAST = "mindst"
    UP_TO = "op til"
    FEWER = "under"
    JUST_UNDER = "knap"
    JUST_OVER = "godt"
    RANGE = "interval"
    SHARE = "andel"
    SHARE_WITHOUT_BASE = "andel uden grundtal"
    UNSPECIFIED = "ubestemt antal"
    UNKNOWN = "uoplyst"
    NOT_RELEVANT = "ikke relevant"


class Quantity(NamedTuple):
    """Hold one quantity: a wording and what it certainly says.

    `typed` is what was typed (NFC, stripped), `wording` the same in normal Danish. `low` and `high` are the
    numbers as typed: both for one number or a range, one for an open figure, none for a share and for words.
    `approximate` is "ca.". `share` is between 0 and 1, of `base` when that is known.
    """

    typed: str
    wording: str
    precision: Precision
    low: Decimal | None = None
    high: Decimal | None = None
    approximate: bool = False
    share: Fraction | None = None
    base: Decimal | None = None

    @property
    def has_decimals(self) -> bool:
        """Tell whether a number was typed with decimals, also zeros ("2,0"), which a count never has."""
        return any(number is not None and places(number) > 0 for number in (self.low, self.high, self.base))

    def text(self) -> str:
        """Print the quantity as it was meant, in normal Danish; reading that text gives the same quantity."""
        return self.wording

    def bounds(self, margin: Fraction = CA_MARGIN) -> Bounds | None:
        """Give what the figure certainly lies between, or None when nothing is known.

        `margin` is the report's convention for "ca." (1/10 is ± 10 %), also used for knap, næsten, godt and
        lidt over; it is rounded outwards (number grammar, section 1). An up-to figure and an unspecified one
        begin at 0, the only claim that is certainly true.
        """
        match self.precision:
            case Precision.UNKNOWN | Precision.NOT_RELEVANT | Precision.SHARE_WITHOUT_BASE:
                return None
            case Precision.UNSPECIFIED:
                return Bounds(ZERO, None)
            case Precision.SHARE:
                whole = self.base or ZERO
                return self._part_of(Bounds(whole, whole), margin)
        return Bounds(self._lower(margin), self._upper(margin))

    def of(self, whole: Bounds | None, margin: Fraction = CA_MARGIN) -> Bounds | None:
        """Give the bounds of a subset (`heraf`) of a figure with the bounds `whole`.

        A share without a base is taken of `whole` and never exceeds it; every other quantity keeps its own
        bounds. None when the share's whole is not known either.
        """
        if self.precision is not Precision.SHARE_WITHOUT_BASE:
            return self.bounds(margin)
        return None if whole is None else self._part_of(whole, margin)

    def point(self, whole: Decimal | None = None) -> Decimal | None:
        """Give the one number that the figure names, or None when it names none (a range has no midpoint).

        15 for "ca. 15", 1733 for "ca. 2/3 af 2.600"; for a share without a base, of `whole` when given.
        """
        if self.share is not None:
            base = self.base if self.base is not None else whole
            return None if base is None else _times(base, self.share, lambda value: floor(value + Fraction(1, 2)))
        return self.low if self.precision in {Precision.EXACT, Precision.APPROXIMATE} else None

    def _lower(self, margin: Fraction) -> Decimal:
        if self.low is None:
            if self.precision is Precision.JUST_UNDER and self.high is not None:
                return min(_times(self.high, _least(margin), floor), _below(self.high))
            return ZERO
        if self.precision is Precision.MORE_THAN:
            return self.low + 1 if places(self.low) == 0 else self.low
        return _times(self.low, _least(margin), floor) if self.approximate else self.low

    def _upper(self, margin: Fraction) -> Decimal | None:
        if self.high is None:
            is_just_over = self.precision is Precision.JUST_OVER and self.low is not None
            return _times(self.low or ZERO, 1 + margin, ceil) if is_just_over else None
        if self.precision in {Precision.FEWER, Precision.JUST_UNDER}:
            return _below(self.high)
        return _times(self.high, 1 + margin, ceil) if self.approximate else self.high

    def _part_of(self, whole: Bounds, margin: Fraction) -> Bounds:
        share = self.share or Fraction(0)
        slack = margin if self.approximate else Fraction(0)
        lower = _times(whole.lower, share * _least(slack), floor)
        upper = None if whole.upper is None else _times(whole.upper, share * (1 + slack), ceil)
        return Bounds(lower, upper).clamped(whole)


def places(value: Decimal) -> int:
    """Count the decimals that a number was typed with; 0 for a count."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _below(value: Decimal) -> Decimal:
    """Give the greatest count under `value`; a number with decimals is itself the limit."""
    return value - 1 if places(value) == 0 else value


def _least(margin: Fraction) -> Fraction:
    return max(Fraction(0), 1 - margin)


def _times(value: Decimal, factor: Fraction, rounded: Callable[[Fraction], int]) -> Decimal:
    """Multiply a number, and round to as many decimals as it was typed with."""
    decimals = places(value)
    return Decimal(rounded(Fraction(value) * factor * 10**decimals)).scaleb(-decimals)
