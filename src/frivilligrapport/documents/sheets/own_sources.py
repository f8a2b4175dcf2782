"""A page's own list of sources: only what the page cites, numbered from 1."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from frivilligrapport.documents.parts.figures_shown import Talvisning
from frivilligrapport.documents.parts.sources import Sources
from frivilligrapport.documents.year_data import ReportData


@dataclass(frozen=True, slots=True)
class Arkkilde:
    """One source: its number and anchor, the figure as typed, and where it stands as file:line:column."""

    nummer: int
    id: str
    tekst: str
    sted: str


def citing_only(report_data: ReportData, cited: Iterable[Talvisning]) -> ReportData:
    """Give the same report_data with a list of sources that holds only what `cited` refers to."""
    wanted = {reference.id for one in cited for reference in one.henvisninger}
    kept = [one for one in report_data.figures.sources.kilder if one.id in wanted]
    kilder = tuple(replace(one, nummer=number, id=f"kilde-{number}") for number, one in enumerate(kept, start=1))
    return replace(report_data, figures=replace(report_data.figures, sources=Sources.of(kilder)))


def sources_of(report_data: ReportData) -> tuple[Arkkilde, ...]:
    """Give the list as a page shows it."""
    return tuple(Arkkilde(one.nummer, one.id, one.tekst, one.sted) for one in report_data.figures.sources.kilder)
