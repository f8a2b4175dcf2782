"""The open double counts of a year: those that the files leave open, and those that a rule suspects."""

from frivilligrapport.collection.values import Aargang
from frivilligrapport.figures.double_counts import DoubleCount
from frivilligrapport.figures.register import Registers
from frivilligrapport.rules.acceptance.severities import with_severities
from frivilligrapport.rules.figures.lookalikes import suspected
from frivilligrapport.rules.year import Year


def open_doubts(registers: Registers, aargang: Aargang) -> tuple[DoubleCount, ...]:
    """Give what may be counted twice and is not settled, also where the finding about it is accepted.

    What the municipality does not want to be asked about is left out.
    """
    kommune = registers.samling.kommune
    found = suspected(Year(registers.samling, aargang, registers))
    guesses = (one for one, problem in found if with_severities((problem,), kommune))
    return (*registers.of(aargang).double_counts, *guesses)
