"""Gross totals: what everyone said, before shared things are counted once (number grammar, section 3 rule 5)."""

from frivilligrapport.aggregation.register import register
from frivilligrapport.aggregation.totals import Scope, Total, totals
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.counting.families import settle_families
from frivilligrapport.counting.reporting import reported


def gross_totals(samling: Samling, aargang: Aargang, scope: Scope) -> tuple[Total, ...]:
    """Add up the year's figures with every reporter's figure of a shared thing in the sum.

    Families count as in the net totals, and each figure still counts for its owner, so that the coverage is the same.
    """
    return totals(register(settle_families(reported(samling, aargang))), scope)
