"""A year's figures, each with what it counts for: the one source of the register."""

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.counting.families import settle_families
from frivilligrapport.counting.figure import Figure
from frivilligrapport.counting.ownership import settle_ownership
from frivilligrapport.counting.reporting import reported


def count(samling: Samling, aargang: Aargang) -> tuple[Figure, ...]:
    """Give every figure of the year in print order, settled: shared things first, then families."""
    names = {str(one.id): str(one.forkortelse) for one in samling.kommune.forvaltninger} if samling.kommune else {}
    return settle_families(settle_ownership(reported(samling, aargang), names))
