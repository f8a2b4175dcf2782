"""What one reported figure says as a whole, before anything is taken out of it."""

from fractions import Fraction

from frivilligrapport.models.tal import Tal
from frivilligrapport.reading.quantity import Bounds
from frivilligrapport.reading.quantity_bounds import ZERO


def whole_bounds(tal: Tal, margin: Fraction) -> Bounds | None:
    """Give what `antal` says, with `mindst` and `højst` in place of its bounds; None when nothing is known.

    `margin` is the year's convention for "ca.". Bounds typed the wrong way round are left out.
    """
    own = tal.antal.quantity.bounds(margin) if tal.antal else None
    low = tal.mindst.quantity.bounds(margin) if tal.mindst else None
    high = tal.hoejst.quantity.bounds(margin) if tal.hoejst else None
    if own is None and low is None and high is None:
        return None
    own = own or Bounds(ZERO, None)
    lower = low.lower if low else own.lower
    upper = high.upper if high else own.upper
    return Bounds(lower, upper) if upper is None or lower <= upper else own
