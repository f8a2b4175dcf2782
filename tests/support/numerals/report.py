"""All that warrants a numeral in a year's report."""

from collections.abc import Iterator

from frivilligrapport.aggregation.tally import tally
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.counting.counting import count
from frivilligrapport.pipeline.examining import examine_for_build
from support.numerals.figures import figures_of
from support.numerals.material import declared, prose
from support.numerals.page import Warrant
from support.numerals.registered import counted


def warrants(samling: Samling, aargang: Aargang) -> Iterator[Warrant]:
    """Yield the warrants of a year's report, those first that say most exactly what a numeral is."""
    figures = count(samling, aargang)
    before = samling.aargang(aargang.aar - 1)
    earlier = count(samling, before) if before else ()
    yield from prose(samling, aargang)
    yield from declared(samling, aargang, examine_for_build(samling, aargang))
    yield from figures_of((*figures, *earlier), tally(samling, aargang)).warrants()
    yield from counted(samling, aargang, figures)
