"""Figures put into running text by their id, with the reservation that they carry."""

from collections.abc import Mapping
from dataclasses import dataclass

from frivilligrapport.documents.parts.figure_rows import figure_rows
from frivilligrapport.documents.parts.figures_shown import Figures
from frivilligrapport.documents.parts.sources import list_sources
from frivilligrapport.documents.year_data import Grundlag
from frivilligrapport.figures.derivation import Derivation, Derivations, FigureDerivation, derivations
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.figures.reports import units_of
from frivilligrapport.grammar.figure_references import put_figures

UNKNOWN = "(tallet mangler)"  # only a draft is built with a mention that leads nowhere


@dataclass(frozen=True)
class FigureWords:
    """Word what the texts of a document mention."""

    grundlag: Grundlag

    def put_in(self, text: str | None) -> str:
        """Give a text with each "[tal 2014.projekter]" as the words that the report prints; "" for no text."""
        years: dict[int, Derivations] = {}
        return put_figures(str(text or ""), lambda typed: self._words(normal_id(typed), years))

    def _words(self, wanted: str, years: dict[int, Derivations]) -> str:
        first = wanted.partition(".")[0]
        aargang = self.grundlag.samling.aargang(int(first)) if first.isdecimal() else None
        if aargang is None:
            return UNKNOWN
        if aargang.aar not in years:
            years[aargang.aar] = derivations(self.grundlag.samling, aargang)
        found = years[aargang.aar].find(wanted)
        return self._worded(found, years[aargang.aar]) if found else UNKNOWN

    def _worded(self, found: Derivation, year: Derivations) -> str:
        figures = self._figures(year, year.tally.scope.names)
        if isinstance(found, FigureDerivation):
            row = next(one for one in figures.rows if one.id == found.step.figure.id)
            return figures.show_bare(row).tekst
        words = figures.show_total(found.sum.total, found.sum.owner).tekst
        return words if found.sum.owner else _with_coverage(words, found.sum.total.coverage.text)

    def _figures(self, year: Derivations, names: Mapping[str, str]) -> Figures:
        rows = figure_rows(year.tally.register)
        return Figures(rows, units_of(self.grundlag.samling), list_sources((), names), names)


def _with_coverage(words: str, coverage: str) -> str:
    """Say whom a total is from, in the parentheses that it may have already."""
    return f"{words.removesuffix(')')}; {coverage})" if words.endswith(")") else f"{words} ({coverage})"
