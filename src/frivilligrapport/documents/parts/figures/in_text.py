"""Figures put into running text by their id, with the reservation that they carry."""

from frivilligrapport.documents.parts.figures.in_words import Figures
from frivilligrapport.documents.parts.figures.sources import list_sources
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.derivation import Derivation, FigureDerivation, find_in_its_year
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.reports import units_of
from frivilligrapport.grammar.figure_references import replace_references
from frivilligrapport.models.lister import said

UNKNOWN = "(tallet mangler)"  # only a draft is built with a mention that leads nowhere


class FigureWords(Frozen):
    """Word what the texts of a document mention."""

    year_data: YearData

    def put_in(self, text: str | None) -> str:
        """Give a text with each "[tal 2014.projekter]" as the words that the report prints; "" for none, or uoplyst."""
        return replace_references(said(text), self._words)

    def find(self, typed: str) -> tuple[Derivation, Register] | None:
        """Give what an id stands for, and the register of its year; None when there is no such figure."""
        return find_in_its_year(self.year_data.registers, typed)

    def _words(self, typed: str) -> str:
        found = self.find(typed)
        return self._worded(*found) if found else UNKNOWN

    def _worded(self, found: Derivation, register: Register) -> str:
        names = register.scope.names
        figures = Figures(register.figures, units_of(self.year_data.samling), list_sources((), names), names)
        if isinstance(found, FigureDerivation):
            return figures.show_bare(found.step.figure).tekst
        words = figures.show_total(found.sum.total, found.sum.owner).tekst
        return words if found.sum.owner else _with_coverage(words, found.sum.total.coverage.text)


def _with_coverage(words: str, coverage: str) -> str:
    """Say whom a total is from, in the parentheses that it may have already."""
    return f"{words.removesuffix(')')}; {coverage})" if words.endswith(")") else f"{words} ({coverage})"
