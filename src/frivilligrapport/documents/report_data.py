"""What all sections of a document are made from, looked up once."""

from dataclasses import dataclass
from functools import cached_property

from frivilligrapport.documents.parts.figure_rows import FigureRow, figure_rows
from frivilligrapport.documents.parts.figures_shown import Figures
from frivilligrapport.documents.parts.sources import list_sources
from frivilligrapport.documents.year_data import Grundlag
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.year_over_year import YearOverYear, since_last_year
from frivilligrapport.figures.register import register
from frivilligrapport.figures.reports import Report, reports, units_of
from frivilligrapport.figures.tally import scope_of
from frivilligrapport.figures.totals import Scope
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.rapport import Rapport


@dataclass(frozen=True)
class Material:
    """Hold a report year: its texts, its figures in words, and what has changed since the year before."""

    grundlag: Grundlag
    rapport: Rapport
    figures: Figures
    years: YearOverYear

    @property
    def aar(self) -> int:
        """Give the report's year."""
        return self.grundlag.aargang.aar

    @property
    def scope(self) -> Scope:
        """Give the year's forvaltninger and what is printed for each."""
        return self.grundlag.tally.scope

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Give what was received and could be read, in print order, the network last."""
        return reports(self.grundlag.samling, self.grundlag.aargang)

    @cached_property
    def reporters(self) -> tuple[str, ...]:
        """Give the ids of the forvaltninger in print order, and of the network when it reports."""
        network = (self.scope.network,) if any(one.forvaltning == self.scope.network for one in self.reports) else ()
        return (*self.scope.forvaltninger, *network)

    def report(self, forvaltning: str) -> Report | None:
        """Give what one of them reported; None when nothing could be read."""
        return next((one for one in self.reports if one.forvaltning == forvaltning), None)

    def name(self, forvaltning: str) -> str:
        """Give the acronym to print for an id."""
        return self.scope.names.get(forvaltning, forvaltning)

    def unit(self, forvaltning: str) -> Forvaltning | None:
        """Give the register's entry of a forvaltning or the network."""
        kommune = self.grundlag.samling.kommune
        return next((one for one in kommune.forvaltninger if one.id == forvaltning), None) if kommune else None

    def title(self, forvaltning: str) -> str:
        """Give the full name to print for an id."""
        unit = self.unit(forvaltning)
        return str(unit.navn) if unit else self.name(forvaltning)

    def text(self, tekst: str | None, tekstfil: str | None) -> str:
        """Give a longer text, from the field or from the file that it names; "" when there is none."""
        return self.grundlag.text(tekst, tekstfil)


def prepare(grundlag: Grundlag, rapport: Rapport) -> Material:
    """Look everything up; the source list holds the year's figures and what they are held against of last year's."""
    samling, aargang, scope = grundlag.samling, grundlag.aargang, grundlag.tally.scope
    rows = figure_rows(grundlag.tally.register)
    years = since_last_year(samling, aargang)
    last = samling.aargang(years.older)
    names = (scope_of(samling, last).names if last else {}) | scope.names
    figures = Figures(rows, units_of(samling), list_sources((*rows, *_compared(years)), names), names)
    return Material(grundlag, rapport, figures, years)


def _compared(years: YearOverYear) -> tuple[FigureRow, ...]:
    """Give last year's figures that something is held against, from its own files."""
    before = {one.id: one for change in shown_changes(years) for one in change.before if one.origin.aar == years.older}
    return figure_rows(register(tuple(before.values())))


def shown_changes(years: YearOverYear) -> tuple[FigureChange, ...]:
    """Give the changes that a report shows: of figures that both years have, or that the files do not agree on."""
    return tuple(one for one in years.figures if one.after and (not one.outcome.gap or one.is_disputed))
