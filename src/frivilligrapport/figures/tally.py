"""A year's register and totals together: what every document, table and export is made from."""

from dataclasses import dataclass

from frivilligrapport.collection.organisation import print_order
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.control import Telling, control
from frivilligrapport.figures.count import count
from frivilligrapport.figures.register import Register, register
from frivilligrapport.figures.totals import Scope, Total, gross_totals, totals, totals_by_forvaltning


@dataclass(frozen=True)
class Tally:
    """Hold a year's register, its totals, and each forvaltning's own totals by id.

    `gross` are the totals with everyone's figures of shared things; `control` is what everyone said of these.
    """

    scope: Scope
    register: Register
    totals: tuple[Total, ...]
    by_forvaltning: dict[str, tuple[Total, ...]]
    gross: tuple[Total, ...] = ()
    control: tuple[Telling, ...] = ()


def tally(samling: Samling, aargang: Aargang) -> Tally:
    """Count a year."""
    scope = scope_of(samling, aargang)
    table = register(count(samling, aargang))
    return Tally(
        scope=scope,
        register=table,
        totals=totals(table, scope),
        by_forvaltning=totals_by_forvaltning(table, scope),
        gross=gross_totals(samling, aargang, scope),
        control=control(table, scope),
    )


def scope_of(samling: Samling, aargang: Aargang) -> Scope:
    """Give the forvaltninger of a year in print order, and what is printed for each."""
    network = samling.network(aargang.aar)
    names = {str(one.id): str(one.forkortelse) for one in samling.forvaltninger(aargang.aar)}
    if network:
        names[str(network.id)] = str(network.forkortelse)
    return Scope(print_order(samling, aargang), names, str(network.id) if network else "")
