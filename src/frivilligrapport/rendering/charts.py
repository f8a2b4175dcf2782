"""Horizontal bars as coordinates: the template draws them and computes nothing.

All lengths are in the drawing's own units; the drawing is WIDTH wide and scales with the page.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 360
_TEXT_LINE = 15
_BAR = 9
_GAP_ABOVE_BAR = 6
_GAP_BELOW_BAR = 13
_ARROW_ROOM = 44
# So many letters fit on a line of text: the widest are broken rather than clipped.
_LETTERS = 58
_NARROWEST_LABEL = 20
# A count that is not zero must be seen, however small it is beside the largest.
_THINNEST = 1.5


@dataclass(frozen=True)
class Amount:
    """Give one bar to draw: what it is, how it is worded, and between which bounds it lies.

    `lower` None: not known. `upper` None beside a known `lower`: no upper bound is known.
    """

    label: str
    text: str
    lower: Decimal | int | None
    upper: Decimal | int | None


@dataclass(frozen=True)
class Bar:
    """Place one bar: from 0 to `solid` the amount is certain, from there to `end` it is not.

    `lines` are the label's lines, each with its y. `top`, `middle` and `bottom` are y of the bar itself. `arrow` is the
    x at which the open end begins, None for a closed one. `is_unknown`: there is nothing to draw but the text.
    """

    lines: tuple[tuple[float, str], ...]
    text: str
    top: float
    middle: float
    bottom: float
    solid: float
    end: float
    arrow: float | None
    is_unknown: bool

    @property
    def range_width(self) -> float:
        """Tell how wide the uncertain part is; 0 for an exact amount."""
        return round(self.end - self.solid, 1)


@dataclass(frozen=True)
class Chart:
    """Hold a drawing of bars in one unit.

    `id` is unique in the document; `alternative` says in words all that the drawing shows.
    """

    id: str
    title: str
    alternative: str
    height: float
    bars: tuple[Bar, ...]
    width: int = WIDTH
    bar_height: int = _BAR

    @property
    def has_ranges(self) -> bool:
        """Tell whether the reader needs to know what the pale part of a bar means."""
        return any(bar.range_width for bar in self.bars)

    @property
    def has_open_ends(self) -> bool:
        """Tell whether the reader needs to know what an arrow means."""
        return any(bar.arrow is not None for bar in self.bars)


def draw_bars(chart_id: str, title: str, amounts: Sequence[Amount]) -> Chart:
    """Compute a chart of amounts in one unit, in the order given, on a scale that begins at 0."""
    scale = _scale(amounts)
    bars: list[Bar] = []
    top = 0.0
    for amount in amounts:
        bars.append(_place(amount, top, scale))
        top = bars[-1].bottom + _GAP_BELOW_BAR
    height = bars[-1].bottom + 1 if bars else 0.0
    words = "; ".join(f"{amount.label}: {amount.text}" for amount in amounts)
    return Chart(chart_id, title, f"{title}. {words}.", height, tuple(bars))


def _scale(amounts: Sequence[Amount]) -> Decimal:
    """Tell how many units of length one counts for; an open end leaves room for its arrow."""
    largest = max((Decimal(a.lower if a.upper is None else a.upper) for a in amounts if a.lower is not None), default=0)
    room = WIDTH - (_ARROW_ROOM if any(a.lower is not None and a.upper is None for a in amounts) else 0)
    return Decimal(room) / largest if largest else Decimal(0)


def _place(amount: Amount, top: float, scale: Decimal) -> Bar:
    room = max(_LETTERS - len(amount.text), _NARROWEST_LABEL)
    labels = textwrap.wrap(amount.label, room, break_on_hyphens=False) or [""]
    lines = tuple((top + _TEXT_LINE * (index + 0.8), label) for index, label in enumerate(labels))
    bar_top = top + _TEXT_LINE * len(labels) + _GAP_ABOVE_BAR
    lower = amount.lower or 0
    solid = _length(lower, scale)
    end = solid if amount.upper is None else max(solid, _length(amount.upper, scale))
    is_open = amount.lower is not None and amount.upper is None
    return Bar(
        lines=lines,
        text=amount.text,
        top=bar_top,
        middle=bar_top + _BAR / 2,
        bottom=bar_top + _BAR,
        solid=solid,
        end=end,
        arrow=round(end + 3, 1) if is_open else None,
        is_unknown=amount.lower is None,
    )


def _length(value: Decimal | int, scale: Decimal) -> float:
    return round(max(float(value * scale), _THINNEST), 1) if value else 0.0
