"""What has changed since last year drawn: the two years' bars for each figure that can be compared."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from frivilligrapport.aggregation.comparison import words_of
from frivilligrapport.counting.figure import Figure
from frivilligrapport.counting.figure_changes import FigureChange
from frivilligrapport.danish import normal_key
from frivilligrapport.documents.changes import name_of
from frivilligrapport.documents.material import Material, shown_changes
from frivilligrapport.rendering.charts import Chart, draw_bars
from frivilligrapport.rendering.charts_amount import Amount
from frivilligrapport.rendering.charts_panels import PANEL_WIDTH, Panels, put_in_columns
from frivilligrapport.rendering.typography import upper_first

_ID = "diagram-aendringer"
_MOST = 12  # more than this and the table below is the better drawing


def chart_of_changes(material: Material) -> Panels | None:
    """Draw a panel for each unit, the volunteers first; None when no figure can be compared."""
    order = list(material.figures.units)
    found = [one for one in shown_changes(material.years) if one.outcome.change]
    found.sort(key=lambda one: order.index(_unit(one)) if _unit(one) in order else len(order))
    drawn, left_out = found[:_MOST], len(found) > _MOST
    charts = [_panel(material, list(of_unit)) for _, of_unit in groupby(drawn, _unit)]
    note = "Kun de første er tegnet; resten står i tabellen." if left_out else ""
    title = f"Tal, der kan sammenlignes, {material.years.older} og {material.aar}"
    return put_in_columns(_ID, title, charts, note) if charts else None


def _unit(one: FigureChange) -> str:
    return normal_key(one.figure.enhed.flertal)


def _panel(material: Material, found: Sequence[FigureChange]) -> Chart:
    unit = found[0].figure.enhed
    amounts = [amount for one in found for amount in _pair(material, one)]
    name = unit.key.replace(" ", "-")
    return draw_bars(f"{_ID}-{name}", upper_first(unit.flertal), amounts, width=PANEL_WIDTH)


def _pair(material: Material, one: FigureChange) -> Iterator[Amount]:
    heading = f"{name_of(material, one.figure)}: {one.outcome.text}"
    yield _amount(str(material.years.older), one.before[0], heading)
    if one.after:
        yield _amount(str(material.aar), one.after)


def _amount(year: str, figure: Figure, heading: str = "") -> Amount:
    bounds = figure.bounds
    lower, upper = (bounds.lower, bounds.upper) if bounds else (None, None)
    return Amount(year, words_of(figure), lower, upper, heading=heading)
