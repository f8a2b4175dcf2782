"""Try a suggestion before it is offered."""

from dataclasses import replace
from itertools import islice

import yaml

from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.stop import Stop, stop_of

_MOVED = (kinds.TAB, kinds.INDENT)
_MOST_EVENTS = 50_000


def proven(problem: Problem, stop: Stop) -> Problem:
    """Keep of what a finding offers only what lets the reading go on, past the slip and past where it stopped."""
    kept = tuple(text for text in problem.instead if _goes_on(problem, text, stop))
    return replace(problem, instead=kept)


def _goes_on(problem: Problem, text: str, stop: Stop) -> bool:
    place = problem.location
    source = Source(place.file, stop.source.pasted(place, text))
    try:
        for _ in islice(yaml.parse(source.text, Loader=yaml.CSafeLoader), _MOST_EVENTS):
            pass
    except yaml.MarkedYAMLError as error:
        line = stop_of(error, source).line - text.count("\n")
        # A line that was moved alone, away from those below it, is no help.
        below = place.line if problem.kind in _MOVED else stop.line
        return line not in {place.line - 1, stop.line, below}
    return True
