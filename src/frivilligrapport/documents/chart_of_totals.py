"""The year's totals drawn: a panel for each kind of unit, each on a scale of its own."""

from collections.abc import Iterator, Sequence

from frivilligrapport.aggregation.totals import Total
from frivilligrapport.counting.figure import Group
from frivilligrapport.danish import join_words
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.totals_shown import KIND_TITLES, notes_of, totals_of
from frivilligrapport.models.enheder import Enhedsart
from frivilligrapport.rendering.charts import Chart, draw_bars
from frivilligrapport.rendering.charts_amount import Amount
from frivilligrapport.rendering.charts_panels import PANEL_WIDTH, Panels, put_in_columns

_ID = "diagram-samlet"
# Persons can be held against persons; agreements and publications cannot share a scale, nor can hours and anything.
_COMPARABLE = {Enhedsart.PERSONER, Enhedsart.ORGANISATIONER, Enhedsart.AKTIVITETER, Enhedsart.STEDER}
_MOST_LISTED = 12


def chart_of_totals(material: Material) -> Panels | None:
    """Draw what was done in the year; None when nobody put a number on anything."""
    found = totals_of(material, Group.GENNEMFOERT)
    charts = tuple(_panels([total for total in found if total.quantified]))
    vague = [f"{total.enhed} ({total.text})" for total in found if not total.quantified][:_MOST_LISTED]
    note = "Skalaerne er ikke ens og kan ikke sammenlignes. " if len(charts) > 1 else ""
    note += f"Uden et antal, og derfor ikke tegnet: {join_words(vague)}." if vague else ""
    return put_in_columns(_ID, f"Samlede tal for {material.aar}", charts, note.strip()) if charts else None


def _panels(found: Sequence[Total]) -> Iterator[Chart]:
    for kind, title in KIND_TITLES.items():
        of_kind = [total for total in found if total.enhedsart == kind.value]
        if kind in _COMPARABLE and of_kind:
            yield _panel(kind.value, title, of_kind)
        elif of_kind:
            for number, total in enumerate(of_kind, start=1):
                yield _panel(f"{kind.value}-{number}", f"{title}: {total.enhed}", [total])


def _panel(name: str, title: str, found: Sequence[Total]) -> Chart:
    return draw_bars(f"{_ID}-{name}", title, [_amount(total) for total in found], width=PANEL_WIDTH)


def _amount(total: Total) -> Amount:
    """Draw what the wording says; where an unspecified part opens the end, show how far the numbers reach."""
    bounds = total.bounds
    return Amount(
        label=total.label,
        text=total.text,
        lower=bounds.lower if bounds else None,
        upper=bounds.upper if bounds else None,
        counted_to=total.quantified.upper if total.quantified else None,
        note="; ".join(notes_of(total)),
    )
