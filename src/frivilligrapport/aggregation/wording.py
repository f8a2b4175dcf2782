"""How a total is worded: never sharper than its coarsest part, no false midpoint (number grammar, section 3 rule 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from frivilligrapport.danish import format_number, join_words
from frivilligrapport.reading.quantity import Bounds, Precision

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
