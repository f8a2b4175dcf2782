"""Figures looked up by what a reader knows of them: the number, the unit, or the name of what it is about."""

from collections.abc import Iterator
from fractions import Fraction

from frivilligrapport.danish import normal_key
from frivilligrapport.figures.derivation import Derivation, Derivations, FigureDerivation
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.register import Register
from frivilligrapport.grammar.quantity import Quantity, parse_quantity
from frivilligrapport.problems import Fault


def find_figures(register: Register, words: str, margin: Fraction) -> Iterator[tuple[str, Derivation]]:
    """Yield what fits some words, each with its id: totals of the unit first, then figures in print order.

    A number fits the figures that say the same, however it is written; a word those whose unit, indsats or forvaltning
    has it in its name. `margin` is the year's convention for "ca.".
    """
    key, quantity, year = normal_key(words), _quantity(words), Derivations(register)
    for one in year.ids:
        found = year.find(one)
        if isinstance(found, FigureDerivation):
            figure = found.step.figure
            if _says(figure, quantity, margin) or any(key in normal_key(name) for name in _names(register, figure)):
                yield one, found
        elif found and normal_key(found.sum.total.enhed) == key:
            yield one, found


def _quantity(words: str) -> Quantity | None:
    try:
        return parse_quantity(words)
    except Fault:
        return None


def _says(figure: Figure, quantity: Quantity | None, margin: Fraction) -> bool:
    return bool(quantity and (bounds := quantity.bounds(margin)) and figure.quantity.bounds(margin) == bounds)


def _names(register: Register, figure: Figure) -> tuple[str, ...]:
    origin = figure.origin
    return figure.enhed_og_maerke, origin.indsats, origin.indsats_navn, register.scope.name(origin.forvaltning)
