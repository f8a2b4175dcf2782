"""Several small drawings under one caption, each on a scale of its own: what cannot be compared shares no axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from frivilligrapport.rendering.charts.bars import Chart

PANEL_WIDTH = 260
_HEADING = 30  # what a panel's name and the space around it take


@dataclass(frozen=True)
class Panels:
    """Hold drawings in columns, read down each column; `note` says what is not drawn, and why."""

    id: str
    title: str
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


def put_in_columns(panels_id: str, title: str, charts: Sequence[Chart], note: str = "") -> Panels:
    """Put drawings into two columns that are as even as their order allows."""
    cut = min(range(1, len(charts) + 1), key=lambda at: max(_height(charts[:at]), _height(charts[at:])), default=0)
    columns = tuple(tuple(part) for part in (charts[:cut], charts[cut:]) if part)
    return Panels(panels_id, title, columns, note)


def _height(charts: Sequence[Chart]) -> float:
    return sum(chart.height + _HEADING for chart in charts)
