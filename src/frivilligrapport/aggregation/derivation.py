"""The way from a total or a figure back to what was typed, as a tree (issue 3 point 6: provenance)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from frivilligrapport.aggregation.totals import Total
from frivilligrapport.counting.figure import Figure
from frivilligrapport.problems import Location


class Tie(StrEnum):
    """Name what a figure is to the one above it in the tree."""

    INSIDE = "talt med"
    SUBSET = "delmængde"
    SHARED = "fælles"


@dataclass(frozen=True)
class Step:
    """Hold a figure and those that hang on it: counted inside it, subsets of it, others' words on the same thing."""

    figure: Figure
    below: tuple[tuple[Tie, "Step"], ...] = ()

    def tied(self, tie: Tie) -> tuple["Step", ...]:
        """Give the steps that hang on it in one way."""
        return tuple(step for found, step in self.below if found is tie)

    @property
    def figures(self) -> Iterator[Figure]:
        """Yield the figure and all below it."""
        yield self.figure
        for _, step in self.below:
            yield from step.figures


@dataclass(frozen=True)
class Sum:
    """Hold a total, its id, and whose it is: a forvaltning's id, or "" for everyone's."""

    id: str
    total: Total
    owner: str = ""


@dataclass(frozen=True)
class TotalDerivation:
    """Show a total as what was added, and beside it the figures of the same unit that were not."""

    sum: Sum
    parts: tuple[Step, ...]
    left_out: tuple[Step, ...]

    @property
    def places(self) -> tuple[Location, ...]:
        """Give where everything it rests on was typed, each place once."""
        return _places((*self.parts, *self.left_out))


@dataclass(frozen=True)
class FigureDerivation:
    """Show a figure, the figures that count in its place if it does not count, and the totals that they are part of."""

    step: Step
    instead: tuple[Step, ...]
    sums: tuple[Sum, ...]

    @property
    def places(self) -> tuple[Location, ...]:
        """Give where everything it rests on was typed, each place once."""
        return _places((self.step, *self.instead))


Derivation = TotalDerivation | FigureDerivation


def _places(steps: Iterable[Step]) -> tuple[Location, ...]:
    return tuple(dict.fromkeys(figure.location for step in steps for figure in step.figures))
