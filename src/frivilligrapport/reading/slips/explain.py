"""Why a file stops being readable: the first detector that knows the place says so, and what it offers is tried."""

from itertools import islice

from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips import lines, shapes, texts, values
from frivilligrapport.reading.slips.parser_stop import ParserStop, SlipDetector, indent_of, stop_from
from frivilligrapport.reading.yaml_events import MarkedYAMLError, events

_MOVED = (kinds.TAB, kinds.WRONG_INDENT)
_MOST_EVENTS = 50_000


_DETECTORS: tuple[SlipDetector, ...] = (
    lines.tab,
    lines.cut_off,
    values.open_quote,
    values.backslash,
    lines.item_on_line,
    values.bracket,
    values.after_value,
    shapes.DECORATED_NAME.detect,
    shapes.QUOTED_LINE.detect,
    shapes.DOUBLE_DASH.detect,
    lines.ornament,
    shapes.NO_BAR.detect,
    lines.stuck,
    values.empty_item,
    values.special_start,
    lines.list_on_line,
    shapes.FILE_END.detect,
    texts.loose_text,
    lines.no_dash,
    lines.bare_item,
    texts.colon_in_long_text,
    lines.no_colon,
    values.colon_in_text,
    shapes.COMMENTED_NAME.detect,
    lines.first_dash,
    lines.value_and_fields,
    lines.dash_too_many,
    lines.indent,
)


def explain_stop(stop: ParserStop) -> Problem:
    """Give the one finding for a file that stops being readable."""
    for detect in _DETECTORS:
        found = detect(stop)
        if found:
            return found._replace(instead=tuple(text for text in found.instead if _goes_on(found, text, stop)))
    # What should have been a field began on an earlier line.
    number = stop.began_line if "expected ':'" in stop.problem else stop.line
    line = stop.text(number)
    hint = "Sammenlign med linjerne omkring. Skriv et felt som navn, kolon, mellemrum og værdi."
    return stop.found(
        kinds.UNREADABLE_LINE, number, (indent_of(line), len(line.rstrip())), "Denne linje kan ikke læses.", hint
    )


def _goes_on(problem: Problem, text: str, stop: ParserStop) -> bool:
    """Tell whether a suggestion lets the reading go on, past the slip and past where it stopped."""
    place = problem.location
    source = stop.source._replace(text=stop.source.pasted(place, text))
    try:
        for _ in islice(events(source.text), _MOST_EVENTS):
            pass
    except MarkedYAMLError as error:
        line = stop_from(error, source).line - text.count("\n")
        # A line that was moved alone, away from those below it, is no help.
        below = place.line if problem.kind in _MOVED else stop.line
        return line not in {place.line - 1, stop.line, below}
    return True
