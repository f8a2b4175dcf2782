"""Two years compared: totals, figures and indsatser, as commands and documents show them."""

from dataclasses import dataclass

from frivilligrapport.aggregation.tally import tally
from frivilligrapport.aggregation.total_changes import TotalChange, TotalMeter
from frivilligrapport.aggregation.wording import span
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.counting.figure import Figure
from frivilligrapport.counting.reporting import units_of
from frivilligrapport.counting.year_over_year import YearOverYear, year_over_year
from frivilligrapport.danish import normal_key


def words_of(figure: Figure) -> str:
    """Word a figure as it was meant, and what it was reckoned as where that is something else than its words."""
    words = figure.quantity.text()
    return f"{words} (regnet som {span(figure.bounds)})" if figure.derived and figure.bounds else words


@dataclass(frozen=True)
class Comparison:
    """Hold two years of a municipality. `background` are those of them that no report is made of."""

    kommune: str
    background: tuple[int, ...]
    years: YearOverYear
    totals: tuple[TotalChange, ...]


def compare_years(samling: Samling, older: Aargang, newer: Aargang) -> Comparison:
    """Compare two years, the older first; totals stand in the units' own order."""
    years = year_over_year(samling, older, newer)
    units = list(units_of(samling))
    totals = TotalMeter(tally(samling, older), tally(samling, newer), years).changes()
    return Comparison(
        kommune=str(samling.kommune.kommune) if samling.kommune else "Kommunen",
        background=tuple(one.aar for one in (older, newer) if not one.is_report_year),
        years=years,
        totals=tuple(sorted(totals, key=lambda one: units.index(normal_key(one.enhed)))),
    )
