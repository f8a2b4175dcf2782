"""Horizontal bars as coordinates: the template draws them and computes nothing.

All lengths are in the drawing's own units; a drawing is as wide as it says and scales with the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from frivilligrapport.danish import format_number
from frivilligrapport.rendering.charts_amount import Amount
from frivilligrapport.rendering.charts_scale import TEXT_LINE, length, lines_of, round_up
from frivilligrapport.rendering.charts_words import alternative_of, how_to_read

WIDTH = 360
_BAR = 7
_GAP_ABOVE_BAR = 3
_GAP_BELOW_BAR = 8
_GAP_ABOVE_HEADING = 6
_GAP_BELOW_HEADING = 3
_ARROW_ROOM = 42
_AXIS = 15

Lines = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Place one bar: from 0 to `solid` the amount is certain, from there to `end` it is not.

    `heading` and `lines` are lines of text, each with its y. `arrow` is the x at which the open end begins, None for a
    closed one. `is_unknown`: there is nothing to draw but the text.
    """

    heading: Lines
    lines: Lines
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
    """Hold a drawing of bars in one unit or one kind of unit.

    `id` is unique in the document; `alternative` says in words all that the drawing shows, `reading` how it is drawn.
    The scale is from 0 at the left to `scale_text` at `scale_end`.
    """

    id: str
    title: str
    alternative: str
    reading: str
    height: float
    bars: tuple[Bar, ...]
    scale_end: float
    scale_text: str
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


def draw_bars(chart_id: str, title: str, amounts: Sequence[Amount], *, width: int = WIDTH) -> Chart:
    """Compute a chart of amounts in one kind of unit, in the order given, on a scale that begins at 0."""
    largest = round_up(max((one.reach for one in amounts), default=Decimal(0)))
    room = width - (_ARROW_ROOM if any(one.is_open for one in amounts) else 0)
    scale = Decimal(room) / largest if largest else Decimal(0)
    bars: list[Bar] = []
    top = 0.0
    for amount in amounts:
        bars.append(_place(amount, top, scale, width))
        top = bars[-1].bottom + _GAP_BELOW_BAR
    return Chart(
        id=chart_id,
        title=title,
        alternative=alternative_of(title, amounts),
        reading=how_to_read(amounts, format_number(largest)),
        height=top + _AXIS if bars else 0.0,
        bars=tuple(bars),
        scale_end=float(room) if largest else 0.0,
        scale_text=format_number(largest),
        width=width,
    )


def _place(amount: Amount, top: float, scale: Decimal, width: int) -> Bar:
    heading: Lines = ()
    if amount.heading:
        top += _GAP_ABOVE_HEADING if top else 0
        heading = lines_of(amount.heading, width, "", top)
        top += TEXT_LINE * len(heading) + _GAP_BELOW_HEADING
    lines = lines_of(amount.label, width, amount.text, top)
    bar_top = top + TEXT_LINE * len(lines) + _GAP_ABOVE_BAR
    solid = length(amount.lower or 0, scale)
    end = max(solid, length(amount.reach, scale))
    return Bar(
        heading=heading,
        lines=lines,
        text=amount.text,
        top=bar_top,
        middle=bar_top + _BAR / 2,
        bottom=bar_top + _BAR,
        solid=solid,
        end=end,
        arrow=round(end + 3, 1) if amount.is_open else None,
        is_unknown=amount.lower is None,
    )
