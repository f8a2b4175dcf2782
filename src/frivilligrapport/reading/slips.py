"""What a person most likely did when YAML cannot be read: from the parser's stop to one finding in plain Danish.

The parser tells where it gave up, which is often a line later than the slip. Each detector looks at the lines around
that place and recognises one slip; the first that recognises something is believed.
"""

from frivilligrapport.problems import Problem
from frivilligrapport.reading import line_slips, text_slips, value_slips
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.proof import proven
from frivilligrapport.reading.stop import Detector, Stop, indent_of

_DETECTORS: tuple[Detector, ...] = (
    line_slips.tab,
    value_slips.open_quote,
    value_slips.backslash,
    value_slips.bracket,
    value_slips.after_quote,
    value_slips.after_bracket,
    line_slips.glued,
    value_slips.special_start,
    line_slips.list_on_line,
    line_slips.second_file,
    text_slips.loose_text,
    text_slips.colon_in_long_text,
    line_slips.no_colon,
    value_slips.colon_in_text,
    line_slips.indent,
)


def explain_stop(stop: Stop) -> Problem:
    """Give the one finding for a file that stops being readable."""
    for detect in _DETECTORS:
        found = detect(stop)
        if found:
            return proven(found, stop)
    # What should have been a field began on an earlier line.
    number = stop.began_line if "expected ':'" in stop.problem else stop.line
    line = stop.text(number)
    hint = "Sammenlign med linjerne omkring. Skriv et felt som navn, kolon, mellemrum og værdi."
    return stop.found(
        kinds.UNREADABLE, number, (indent_of(line), len(line.rstrip())), "Denne linje kan ikke læses.", hint
    )
