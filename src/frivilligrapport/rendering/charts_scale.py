"""Lengths and lines of text in a drawing: every scale begins at 0, and ends at a round number."""

import textwrap
from decimal import Decimal

TEXT_LINE = 15
_LETTER = 6.2  # the widest letters in use, so that text is broken rather than clipped
_NARROWEST_LABEL = 20
# A count that is not zero must be seen, however small it is beside the largest.
_THINNEST = 1.5
_ROUND = tuple(Decimal(step) for step in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"))


def round_up(largest: Decimal) -> Decimal:
    """Give the number that a scale ends at: the nearest round one that is not smaller; 0 for 0."""
    if not largest:
        return Decimal(0)
    size = Decimal(1).scaleb(largest.adjusted())
    return next(step * size for step in _ROUND if step * size >= largest)


def length(value: Decimal | int, scale: Decimal) -> float:
    """Give how long a count is drawn, with `scale` units of length for each one counted."""
    return round(max(float(value * scale), _THINNEST), 1) if value else 0.0


def lines_of(text: str, width: int, beside: str, top: float) -> tuple[tuple[float, str], ...]:
    """Break a text that has `beside` at the end of its first line; give the lines, each with its y."""
    room = max(int(width / _LETTER) - len(beside), _NARROWEST_LABEL)
    found = textwrap.wrap(text, room, break_on_hyphens=False) or [""]
    return tuple((round(top + TEXT_LINE * (index + 0.8), 1), line) for index, line in enumerate(found))
