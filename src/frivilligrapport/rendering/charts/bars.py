"""Bars as coordinates, in one drawing or in several beside each other: the templates draw them and compute nothing."""

from collections.abc import Sequence
from decimal import Decimal

from frivilligrapport.danish import format_number, full_stop
from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.markdown.table_room import width_of

CHART_WIDTH = 360
PANEL_WIDTH = 260
TEXT_LINE = 15
AXIS = 15
_BAR = 7
_GAP_ABOVE_BAR = 3
_GAP_BELOW_BAR = 8
_GAP_ABOVE_HEADING = 6
_GAP_BELOW_HEADING = 3
_ARROW_ROOM = 16  # beside the scale, where nothing has a length
_GAP_BEFORE_ARROW = 6
_PANEL_HEADING = 30  # what a panel's name and the space around it take
_EM = 11  # of the drawing's text, which is set in 12: `width_of` leaves room to spare
_GAP_BESIDE = 1.0  # em
_NARROWEST_LABEL = 10.0  # em
_MOST_LINES = 12  # a drawing is on one page; what it leaves out of a name stands in its words and in the table
# A count that is not zero must be seen, however small it is beside the largest.
_THINNEST = 1.5
_ROUND = tuple(Decimal(step) for step in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"))

Lines = tuple[tuple[float, str], ...]


class BarData(Frozen):
    """Give one bar to draw: what it is, how it is worded, and between which bounds it lies.

    `lower` None: not known. `upper` None beside a known `lower`: no upper bound is known. `heading` stands above this
    bar and those after it.
    """

    label: str
    text: str
    lower: Decimal | int | None
    upper: Decimal | int | None
    heading: str = ""

    @property
    def reach(self) -> Decimal:
        """Give the largest number that is drawn."""
        return max(Decimal(one) for one in (self.lower, self.upper, 0) if one is not None)

    @property
    def is_open(self) -> bool:
        """Tell whether no upper bound is known."""
        return self.lower is not None and self.upper is None

    @property
    def full_text(self) -> str:
        """Say all that is known, for those who do not see the bar."""
        heading = f"{self.heading}: " if self.heading else ""
        return f"{heading}{self.label}: {self.text}"


class Bar(Frozen):
    """Place one bar: from 0 to `solid` the amount is certain, from there to `end` it is not.

    `heading` and `lines` are lines of text, each with its y. `arrow` is the x of the sign for an open end, which is
    the same for all and beyond the scale; None for a closed one. `is_unknown`: there is nothing to draw but the text.
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


class Chart(Frozen):
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
    width: int = CHART_WIDTH
    bar_height: int = _BAR

    @property
    def has_ranges(self) -> bool:
        """Tell whether the reader needs to know what the pale part of a bar means."""
        return any(bar.range_width for bar in self.bars)

    @property
    def has_open_ends(self) -> bool:
        """Tell whether the reader needs to know what an arrow means."""
        return any(bar.arrow is not None for bar in self.bars)


class Panels(Frozen):
    """Hold drawings in columns, read down each column; `note` says what is not drawn, and why.

    Each has a title and a scale of its own: what cannot be compared shares no axis.
    """

    columns: tuple[tuple[Chart, ...], ...]
    note: str = ""

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Give the drawings in the order they are read."""
        return tuple(chart for column in self.columns for chart in column)

    @property
    def has_ranges(self) -> bool:
        """Tell whether the reader needs to know what the pale part of a bar means."""
        return any(chart.has_ranges for chart in self.charts)

    @property
    def has_open_ends(self) -> bool:
        """Tell whether the reader needs to know what an arrow means."""
        return any(chart.has_open_ends for chart in self.charts)


def draw_bars(chart_id: str, title: str, data: Sequence[BarData], *, width: int = CHART_WIDTH) -> Chart:
    """Compute a chart of amounts in one kind of unit, in the order given, on a scale that begins at 0."""
    largest = round_up(max((one.reach for one in data), default=Decimal(0)))
    room = width - (_ARROW_ROOM if any(one.is_open for one in data) else 0)
    scale = Decimal(room) / largest if largest else Decimal(0)
    bars: list[Bar] = []
    top = 0.0
    for one in data:
        bars.append(_place(one, top, scale, width, room + _GAP_BEFORE_ARROW))
        top = bars[-1].bottom + _GAP_BELOW_BAR
    scale_text = format_number(largest)
    return Chart(
        id=chart_id,
        title=title,
        alternative=alternative_text(title, "", [one.full_text for one in data]),
        reading=_how_to_read(data, scale_text),
        height=top + AXIS if bars else 0.0,
        bars=tuple(bars),
        scale_end=float(room) if largest else 0.0,
        scale_text=scale_text,
        width=width,
    )


def _place(data: BarData, top: float, scale: Decimal, width: int, beyond: float) -> Bar:
    heading: Lines = ()
    if data.heading:
        top += _GAP_ABOVE_HEADING if top else 0
        heading = lines_of(data.heading, width, "", top)
        top += TEXT_LINE * len(heading) + _GAP_BELOW_HEADING
    lines = lines_of(data.label, width, data.text, top)
    bar_top = top + TEXT_LINE * len(lines) + _GAP_ABOVE_BAR
    solid, end = (_length(one, scale) for one in (data.lower or 0, data.reach))
    return Bar(
        heading=heading,
        lines=lines,
        text=data.text,
        top=bar_top,
        middle=bar_top + _BAR / 2,
        bottom=bar_top + _BAR,
        solid=solid,
        end=end,
        arrow=beyond if data.is_open else None,
        is_unknown=data.lower is None,
    )


def round_up(largest: Decimal) -> Decimal:
    """Give the number that a scale ends at: the nearest round one that is not smaller; 0 for 0."""
    if not largest:
        return Decimal(0)
    size = Decimal(1).scaleb(largest.adjusted())
    return next(step * size for step in _ROUND if step * size >= largest)


def _length(value: Decimal | int, scale: Decimal) -> float:
    """Give how long a count is drawn, with `scale` units of length for each one counted."""
    return round(max(float(value * scale), _THINNEST), 1) if value else 0.0


def lines_of(text: str, width: int, beside: str, top: float) -> Lines:
    """Break a text that has `beside` at the end of its first line; give the lines, each with its y."""
    room = max(width / _EM - (width_of(beside) + _GAP_BESIDE if beside else 0), _NARROWEST_LABEL)
    return tuple((round(top + TEXT_LINE * (index + 0.8), 1), line) for index, line in enumerate(_broken(text, room)))


def _broken(text: str, room: float) -> list[str]:
    """Break a text into lines of at most `room` em, between words and in those that are longer than a line."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if width_of(joined) <= room:
            lines[-1] = joined
            continue
        lines += [""] if lines[-1] else []
        for letter in word:
            if width_of(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][:-1]}…"]


def alternative_text(title: str, message: str, words: Sequence[str]) -> str:
    """Say a chart's message, then every number in it."""
    return " ".join(part for part in (full_stop(title), message, f"{'; '.join(words)}." if words else "") if part)


def _how_to_read(data: Sequence[BarData], largest: str) -> str:
    """Say how the drawing shows it: the scale, what is uncertain, what has no upper bound, what is not known."""
    known = [one for one in data if one.lower is not None]
    texts = [f"Vandrette søjler på en skala fra 0 til {largest}."] if known else []
    if any(one.reach > (one.lower or 0) for one in known):
        texts.append("En lys søjle med streg viser det spænd, tallet ligger i.")
    if any(one.is_open for one in known):
        texts.append("En pil ved siden af skalaen viser, at der ingen øvre grænse er.")
    if len(known) < len(data):
        texts.append("En prikket linje uden søjle viser, at tallet ikke kendes.")
    return " ".join(texts)


def put_in_columns(charts: Sequence[Chart], note: str = "") -> Panels:
    """Put drawings into two columns that are as even as their order allows."""

    def height(part: Sequence[Chart]) -> float:
        return sum(chart.height + _PANEL_HEADING for chart in part)

    cut = min(range(1, len(charts) + 1), key=lambda at: max(height(charts[:at]), height(charts[at:])), default=0)
    columns = tuple(tuple(part) for part in (charts[:cut], charts[cut:]) if part)
    return Panels(columns, note)
