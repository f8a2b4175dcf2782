"""What documents are made from: a year's files, figures and findings, and what a report year has besides."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeVar

from frivilligrapport.collection.organisation import indsats_reference
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import in_quotes
from frivilligrapport.deliveries.aflevering import Aflevering, deliveries
from frivilligrapport.documents.parts.figures.in_words import Figures
from frivilligrapport.documents.parts.figures.sources import list_sources
from frivilligrapport.figures.changes.year_over_year import YearOverYear, since_last_year
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.register import Register, Registers, scope_of
from frivilligrapport.figures.reports import Report, reports, units_of
from frivilligrapport.figures.totals import Scope
from frivilligrapport.models.fields.leaves import Henvisning
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.lister import said
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.udseende import own_texts
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance.by_report import AcceptedProblem
from frivilligrapport.rules.run import open_doubts

_Made = TypeVar("_Made")

PAGES = ("md", "html", "pdf")
FORMS = (*PAGES, "xlsx", "csv")


@dataclass(frozen=True)
class YearData:
    """Hold a year: its files, its figures, and what was found in them.

    `open_problems` are the findings that nobody has accepted; a draft prints them. `draft` marks every page UDKAST.
    `forms` are the formats that the year's documents are made in.
    """

    registers: Registers
    aargang: Aargang
    accepted: tuple[AcceptedProblem, ...] = ()
    open_problems: tuple[Problem, ...] = ()
    draft: bool = False
    forms: tuple[str, ...] = FORMS

    @property
    def samling(self) -> Samling:
        """Give all that the work folder holds."""
        return self.registers.samling

    @property
    def aar(self) -> int:
        """Give the year."""
        return self.aargang.aar

    @property
    def register(self) -> Register:
        """Give the year's figures."""
        return self.registers.of(self.aargang)

    @property
    def scope(self) -> Scope:
        """Give the year's forvaltninger and what is printed for each."""
        return self.register.scope

    def name(self, forvaltning: str) -> str:
        """Give the acronym to print for an id."""
        return self.scope.name(forvaltning)

    @property
    def given(self) -> dict[str, Any]:
        """Give what the year was made from by field, for a value that has more."""
        return {one.name: getattr(self, one.name) for one in fields(YearData)}

    def once(self, make: Callable[["YearData"], Iterable[_Made]]) -> tuple[_Made, ...]:
        """Give what a function makes of the year: made when it is first asked for, since the index names them all."""
        if make not in self._made:
            self._made[make] = tuple(make(self))
        made: tuple[_Made, ...] = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    @cached_property
    def open_doubts(self) -> tuple[str, ...]:
        """Say what may be counted twice and is not settled, a text for each pair."""
        return tuple(map(self.register.question, open_doubts(self.registers, self.aargang)))

    @cached_property
    def tekster(self) -> Mapping[str, str]:
        """Give the report's own headings and sentences by name, in the municipality's words where it has its own."""
        places = {"år": str(self.aar), "kommune": self.samling.navn}
        return own_texts(self.samling.kommune.tekster, places)

    @cached_property
    def report(self) -> "ReportData | None":
        """Give what a report is made from; None in a year without one."""
        return _prepare(self, self.aargang.rapport) if self.aargang.rapport else None

    def text(self, tekst: str | None, tekstfil: str | None) -> str:
        """Give a longer text, from the field or from the file that it names; "" when there is none, or only uoplyst."""
        source = self.aargang.texts.get(str(tekstfil)) if tekstfil else None
        return said(tekst or (source.text if source else ""))


@dataclass(frozen=True, kw_only=True)
class ReportData(YearData):
    """Hold a report year: besides, its own texts, its figures in words, and what has changed since the year before."""

    rapport: Rapport
    figures: Figures
    years: YearOverYear

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Give what was received and could be read, in print order, the network last."""
        return reports(self.samling, self.aargang)

    @cached_property
    def deliveries(self) -> tuple[Aflevering, ...]:
        """Give what each forvaltning has delivered, in print order."""
        return deliveries(self.samling, self.aargang)

    def delivery(self, forvaltning: str) -> Aflevering:
        """Give what one of the year's forvaltninger has delivered, by its id."""
        return next(one for one in self.deliveries if one.forvaltning == forvaltning)

    @cached_property
    def reporters(self) -> tuple[str, ...]:
        """Give the ids of the forvaltninger in print order, and of the network when it reports."""
        network = (self.scope.network,) if any(one.forvaltning == self.scope.network for one in self.reports) else ()
        return (*self.scope.forvaltninger, *network)

    def report_of(self, forvaltning: str) -> Report | None:
        """Give what one of them reported; None when nothing could be read."""
        return next((one for one in self.reports if one.forvaltning == forvaltning), None)

    def unit(self, forvaltning: str) -> Forvaltning | None:
        """Give the register's entry of a forvaltning or the network."""
        return next((one for one in self.samling.kommune.forvaltninger if one.id == forvaltning), None)

    def title(self, forvaltning: str) -> str:
        """Give the full name to print for an id."""
        unit = self.unit(forvaltning)
        return str(unit.navn) if unit else self.name(forvaltning)

    def called(self, reference: Henvisning) -> str:
        """Name the indsats that "kff/cph-volunteers" is, "»Cph Volunteers« (KFF)"; as it stands where nobody has it."""
        unit, indsats = indsats_reference(self.samling, reference)
        found = ((one.forvaltning, str(own.navn)) for one in self.reports for own in one.indsatser if own.id == indsats)
        named = [f"{in_quotes(navn)} ({self.name(one)})" for one, navn in found if unit in {"", one}]
        return named[0] if len(named) == 1 else in_quotes(str(reference))


def _prepare(year: YearData, rapport: Rapport) -> ReportData:
    """Look everything up; the source list holds the year's figures and what they are held against of last year's."""
    samling, register = year.samling, year.register
    years = since_last_year(year.registers, year.aargang)
    last = samling.aargang(years.older)
    names = (scope_of(samling, last).names if last else {}) | register.scope.names
    sources = list_sources((*register.figures, *_compared(years)), names)
    figures = Figures(register.figures, units_of(samling), sources, names)
    return ReportData(**year.given, rapport=rapport, figures=figures, years=years)


def _compared(years: YearOverYear) -> Iterable[Figure]:
    """Give last year's figures that something is held against, from its own files."""
    before = {one.id: one for change in years.shown for one in change.before if one.origin.aar == years.older}
    return before.values()
