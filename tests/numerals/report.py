"""All that warrants a numeral in a year's report."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.count import count
from frivilligrapport.figures.tally import tally
from frivilligrapport.rules.run import examine_for_build
from numerals.figures import figures_of
from numerals.material import declared, prose
from numerals.page import Warrant
from numerals.registered import counted


def warrants(samling: Samling, aargang: Aargang) -> Iterator[Warrant]:
    """Yield the warrants of a year's report, those first that say most exactly what a numeral is."""
    figures = count(samling, aargang)
    before = samling.aargang(aargang.aar - 1)
    earlier = count(samling, before) if before else ()
    yield from prose(samling, aargang)
    yield from declared(samling, aargang, examine_for_build(samling, aargang))
    yield from figures_of((*figures, *earlier), tally(samling, aargang)).warrants()
    yield from counted(samling, aargang, figures)
