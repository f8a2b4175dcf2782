"""Bars made of parts as coordinates: solid, striped and empty, so that nothing rests on a colour."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from frivilligrapport.danish import format_number, full_stop, join_words
from frivilligrapport.fast_start import Frozen
from frivilligrapport.rendering.charts.bars import (
    AXIS,
    CHART_WIDTH,
    TEXT_LINE,
    Lines,
    alternative_text,
    lines_of,
    round_up,
)

_BAR = 10
_GAP_ABOVE_BAR = 4
_GAP_BELOW_BAR = 7
_KEY = 22
_KEY_BOX = 16
_STRIPE = 4
_EDGE = 0.5  # half of a line's width: outlines stay inside the drawing


class Pattern(StrEnum):
    """Say how a part is drawn."""

    SOLID = "fyldt"
    STRIPED = "stribet"
    EMPTY = "tom"


class StackData(Frozen):
    """Give one bar to draw: a count for each part, or none and a `text` that says why. `full` is what is read aloud."""

    label: str
    counts: tuple[int, ...] = ()
    text: str = ""
    full: str = ""

    @property
    def name(self) -> str:
        """Give the name for those who only hear it."""
        return self.full or self.label


class Segment(Frozen):
    """Place one part of a bar; `stripes` are the x of its stripes."""

    pattern: Pattern
    x: float
    width: float
    stripes: tuple[float, ...]


class Stack(Frozen):
    """Place one bar of parts; a bar without a known count has no parts, and its text says why."""

    lines: Lines
    text: str
    top: float
    middle: float
    segments: tuple[Segment, ...]
    is_unknown: bool


class StackedChart(Frozen):
    """Hold a drawing of bars made of parts; `key` shows how each part is drawn, and its name."""

    id: str
    title: str
    alternative: str
    reading: str
    height: float
    key: tuple[tuple[Segment, str], ...]
    bars: tuple[Stack, ...]
    scale_end: float
    scale_text: str
    note: str = ""
    width: int = CHART_WIDTH
    bar_height: int = _BAR


def draw_stacks(
    chart_id: str, title: str, parts: Sequence[str], found: Sequence[StackData], note: str = ""
) -> StackedChart:
    """Compute a chart of counts in up to three parts, in the order given, on a scale that begins at 0."""
    largest = round_up(Decimal(max((sum(one.counts) for one in found), default=0)))
    scale = (CHART_WIDTH - 2 * _EDGE) / float(largest) if largest else 0.0
    bars: list[Stack] = []
    top = float(_KEY)
    for one in found:
        bars.append(_place(one, parts, top, scale))
        top = bars[-1].top + _BAR + _GAP_BELOW_BAR
    named = [f"{name} er {pattern}" for name, pattern in zip(parts, Pattern, strict=False)]
    return StackedChart(
        id=chart_id,
        title=title,
        alternative=_alternative(title, parts, found),
        reading=f"Vandrette søjler på en skala fra 0 til {format_number(largest)}: {join_words(named)}.",
        height=top + AXIS,
        key=tuple(
            (_segment(pattern, _EDGE + index * CHART_WIDTH / len(Pattern), _KEY_BOX), name)
            for index, (pattern, name) in enumerate(zip(Pattern, parts, strict=False))
        ),
        bars=tuple(bars),
        scale_end=float(CHART_WIDTH),
        scale_text=format_number(largest),
        note=note,
    )


def _place(one: StackData, parts: Sequence[str], top: float, scale: float) -> Stack:
    text = _words(one, parts)
    lines = lines_of(one.label, CHART_WIDTH, text, top)
    bar_top = top + TEXT_LINE * len(lines) + _GAP_ABOVE_BAR
    segments: list[Segment] = []
    before = 0
    for pattern, count in zip(Pattern, one.counts, strict=False):
        if count:
            segments.append(_segment(pattern, _EDGE + before * scale, count * scale))
        before += count
    return Stack(lines, text, bar_top, bar_top + _BAR / 2, tuple(segments), is_unknown=not one.counts)


def _segment(pattern: Pattern, x: float, width: float) -> Segment:
    count = int(width / _STRIPE) if pattern is Pattern.STRIPED else 0
    stripes = tuple(round(x + _STRIPE * (number + 0.5), 1) for number in range(count))
    return Segment(pattern, round(x, 1), round(width, 1), stripes)


def _words(one: StackData, parts: Sequence[str]) -> str:
    """Word a bar's counts: "14: 10 gennemført, 4 kommende"; parts that are 0 are left out."""
    if not one.counts:
        return one.text
    told = [f"{count} {name}" for count, name in zip(one.counts, parts, strict=True) if count]
    return f"{sum(one.counts)}: {', '.join(told)}" if told else "0"


def _alternative(title: str, parts: Sequence[str], found: Sequence[StackData]) -> str:
    most = max((sum(one.counts) for one in found), default=0)
    first = [one.name for one in found if most and sum(one.counts) == most]
    among = "Flest har" if all(one.counts for one in found) else "Flest af dem, der kendes, har"
    message = full_stop(f"{among} {join_words(first)}") if first else ""
    return alternative_text(title, message, [f"{one.name}: {_words(one, parts)}" for one in found])
