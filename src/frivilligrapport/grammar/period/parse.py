"""Periods: when something happened, from what was typed to the days it covers."""

import unicodedata

from frivilligrapport.danish import quote
from frivilligrapport.grammar.period.kinds import NOT_A_PERIOD
from frivilligrapport.grammar.period.slips import explain
from frivilligrapport.grammar.period.spans import folded, read_period
from frivilligrapport.grammar.period.value import Period
from frivilligrapport.problems import Fault

LONGEST = 100


def parse_period(text: str) -> Period:
    """Read a period as it is typed in a file; empty text is "uoplyst".

    A season has three months (spring from March), primo, medio and ultimo are thirds, and a school year runs
    from 1 August to 31 July. Raises Fault with one of PERIOD_KINDS, a message that quotes the text as typed
    and a hint that says what to write instead. Number grammar, section 2.
    """
    stripped = text.strip()
    if len(stripped) > LONGEST:
        message = f"{quote(stripped)} er for langt til at være en periode."
        raise Fault(NOT_A_PERIOD, message, "Skriv kun perioden her og resten i »beskrivelse«.")
    typed = unicodedata.normalize("NFC", stripped)
    period = read_period(folded(typed), typed)
    if period is None:
        fault = explain(folded(typed), typed)
        fault.start += len(text) - len(text.lstrip())
        raise fault
    return period
