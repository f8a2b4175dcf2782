"""A year's register and totals together: what every document, table and export is made from."""

from dataclasses import dataclass

from frivilligrapport.aggregation.register import Register, register
from frivilligrapport.aggregation.totals import Scope, Total, totals, totals_by_forvaltning
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.counting.counting import count
from frivilligrapport.counting.reporting import print_order


@dataclass(frozen=True)
class Tally:
    """Hold a year's register, its totals, and each forvaltning's own totals by id."""

    scope: Scope
    register: Register
    totals: tuple[Total, ...]
    by_forvaltning: dict[str, tuple[Total, ...]]


def tally(samling: Samling, aargang: Aargang) -> Tally:
    """Count a year."""
    scope = scope_of(samling, aargang)
    table = register(count(samling, aargang))
    return Tally(scope, table, totals(table, scope), totals_by_forvaltning(table, scope))


def scope_of(samling: Samling, aargang: Aargang) -> Scope:
    """Give the forvaltninger of a year in print order, and what is printed for each."""
    network = samling.network(aargang.aar)
    names = {str(one.id): str(one.forkortelse) for one in samling.forvaltninger(aargang.aar)}
    if network:
        names[str(network.id)] = str(network.forkortelse)
    return Scope(print_order(samling, aargang), names, str(network.id) if network else "")
