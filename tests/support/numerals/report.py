"""All that warrants a numeral in a year's report."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.register import Registers
from frivilligrapport.rules.run import examine_for_build
from support.numerals.figures import figures_of
from support.numerals.material import declared, prose
from support.numerals.page import Warrant
from support.numerals.registered import counted


def warrants(samling: Samling, aargang: Aargang) -> Iterator[Warrant]:
    """Yield the warrants of a year's report, those first that say most exactly what a numeral is."""
    registers = Registers(samling)
    register = registers.of(aargang)
    before = samling.aargang(aargang.aar - 1)
    earlier = registers.of(before).figures if before else ()
    yield from prose(samling, aargang)
    yield from declared(samling, aargang, examine_for_build(samling, aargang))
    yield from figures_of((*register.figures, *earlier), register).warrants()
    yield from counted(samling, aargang, register.figures)
