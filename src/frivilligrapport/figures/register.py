"""A year's register: every figure that was reported, settled, and what they come to. Counted once, read by all."""

from dataclasses import dataclass, field
from functools import cached_property

from frivilligrapport.collection.organisation import print_order
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.families import settle_families
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.reports import reported
from frivilligrapport.figures.shared import SharedFigure, settle_ownership, shared_figures
from frivilligrapport.figures.totals import Scope, Total, totals, totals_by_forvaltning


@dataclass(frozen=True)
class Register:
    """Hold a year's figures in print order, each with what it counts for: shared things are settled, then families.

    `reported` are the same figures before anything is held against anything else.
    """

    aar: int
    scope: Scope
    reported: tuple[Figure, ...]
    figures: tuple[Figure, ...]

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """Give the year's totals."""
        return totals(self.figures, self.scope)

    @cached_property
    def by_forvaltning(self) -> dict[str, tuple[Total, ...]]:
        """Give the own totals of each forvaltning, and of the network, by id."""
        return totals_by_forvaltning(self.figures, self.scope)

    @cached_property
    def gross(self) -> tuple[Total, ...]:
        """Give the totals with every reporter's figure of a shared thing in the sum.

        Families count as in the net totals, and each figure still counts for its owner, so that the coverage is the
        same (number grammar, section 3 rule 5).
        """
        return totals(settle_families(self.reported), self.scope)

    @cached_property
    def shared(self) -> tuple[SharedFigure, ...]:
        """Give what everyone said of shared things."""
        return shared_figures(self.figures, self.scope)


@dataclass(frozen=True)
class Registers:
    """Give every year's register, each counted when it is first asked for and never again."""

    samling: Samling
    _counted: dict[int, Register] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, aargang: Aargang) -> Register:
        """Give a year's register."""
        if aargang.aar not in self._counted:
            self._counted[aargang.aar] = count(self.samling, aargang)
        return self._counted[aargang.aar]


def count(samling: Samling, aargang: Aargang) -> Register:
    """Count a year."""
    names = {str(one.id): str(one.forkortelse) for one in samling.kommune.forvaltninger} if samling.kommune else {}
    found = reported(samling, aargang)
    settled = settle_families(settle_ownership(found, names))
    return Register(aargang.aar, scope_of(samling, aargang), found, settled)


def scope_of(samling: Samling, aargang: Aargang) -> Scope:
    """Give the forvaltninger of a year in print order, and what is printed for each."""
    network = samling.network(aargang.aar)
    names = {str(one.id): str(one.forkortelse) for one in samling.forvaltninger(aargang.aar)}
    if network:
        names[str(network.id)] = str(network.forkortelse)
    return Scope(print_order(samling, aargang), names, str(network.id) if network else "")
