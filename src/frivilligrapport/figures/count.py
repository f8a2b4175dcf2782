"""A year's figures, each with what it counts for: the one source of the register."""

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.families import settle_families
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.ownership import settle_ownership
from frivilligrapport.figures.reports import reported


def count(samling: Samling, aargang: Aargang) -> tuple[Figure, ...]:
    """Give every figure of the year in print order, settled: shared things first, then families."""
    names = {str(one.id): str(one.forkortelse) for one in samling.kommune.forvaltninger} if samling.kommune else {}
    return settle_families(settle_ownership(reported(samling, aargang), names))
