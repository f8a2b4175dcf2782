"""The section "Tal, der kan bruges": a few figures, each with its owner and doubt, and the changes that are sure."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.danish import full_stop
from frivilligrapport.documents.parts.figures.changes import chart_of_changes, name_of, sure_changes
from frivilligrapport.documents.parts.figures.in_large_type import Noegletalsvisning, chosen_figures
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.changes.total_changes import words_of
from frivilligrapport.rendering.charts.bars import Panels


@dataclass(frozen=True)
class BrugbareTal:
    """The section; `aendringer` are sentences, and `tegnet` draws the same."""

    tal: tuple[Noegletalsvisning, ...]
    aendringer: tuple[str, ...]
    tegnet: Panels | None


def usable_figures(report_data: ReportData) -> BrugbareTal:
    """Take the figures that are chosen for the year; a change is there only when it is certain."""
    return BrugbareTal(
        tal=chosen_figures(report_data),
        aendringer=tuple(_changes(report_data)),
        tegnet=chart_of_changes(report_data),
    )


def _changes(report_data: ReportData) -> Iterator[str]:
    for one, change, now in sure_changes(report_data):
        before, after = words_of(one.before[0]), words_of(now)
        years = f"fra {before} i {report_data.years.older} til {after} i {report_data.aar}"
        yield full_stop(f"{name_of(report_data, one.figure)}: {years}, {change.text}")
