"""How certain a total is, in words that stand beside it."""

from frivilligrapport.aggregation.totals import Total
from frivilligrapport.aggregation.wording import span
from frivilligrapport.reading.quantity import Bounds


def certainty(total: Total) -> str:
    """Say how certain a total is, and how many figures that are unknown it leaves out."""
    words = _words(total)
    if total.bounds and total.unknown:
        words = f"{words}; dertil noget, der er uoplyst"
    return words


def _words(total: Total) -> str:
    if total.bounds is None:
        return "uoplyst: filen siger, at tallet ikke kendes"
    if total.quantified is None:
        return "nævnt uden et antal"
    if total.text.startswith("ca."):
        return f"cirka: {span(total.bounds)}"
    return _of(total.bounds)


def _of(bounds: Bounds) -> str:
    if bounds.is_exact:
        return "ét bestemt tal"
    if bounds.upper is None:
        return "så mange eller flere"
    return "så mange eller færre" if not bounds.lower else "et spænd"
