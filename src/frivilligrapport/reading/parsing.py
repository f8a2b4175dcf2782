"""Text to tree, as far as it goes: the only place that touches YAML.

The tree is built from PyYAML's events, one at a time, so that depth and size are bounded before anything is built, and
every scalar stays the text that was typed (YAML's own typing turns 2.600 into 2.6 and 13:30 into 810).
"""

from dataclasses import dataclass
from itertools import islice

import yaml

from frivilligrapport.danish import format_number
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.event_span import EventSpan, span_of
from frivilligrapport.reading.slips.explain import explain_stop
from frivilligrapport.reading.slips.parser_stop import stop_from
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import ScalarNode, TreeNode
from frivilligrapport.reading.tree_builder import TreeBuilder

MAX_EVENTS = 50_000


@dataclass(frozen=True, slots=True)
class Parsing:
    """Tell how far a text could be read.

    `tree` is None when it could not be read to its end. `slip` is then what stopped it, if that is a slip of the hand
    on some line, and `stopped` the line and column, from 0, that the parser had come to; `problems` are the others.
    `events` says what the reading has cost, and `values` where each single value or name stands.
    """

    tree: TreeNode | None
    problems: tuple[Problem, ...]
    slip: Problem | None = None
    events: int = 0
    values: tuple[EventSpan, ...] = ()
    stopped: tuple[int, int] = (0, 0)

    @property
    def findings(self) -> tuple[Problem, ...]:
        """Give everything that was found; the slip stands once, also where it was told on the way."""
        told = {(one.kind, one.location.line, one.location.column) for one in self.problems}
        slip = self.slip
        if slip is None or (slip.kind, slip.location.line, slip.location.column) in told:
            return self.problems
        return (*self.problems, slip)


def parse(source: Source) -> Parsing:
    """Read a text; never raises for what it holds."""
    builder = TreeBuilder(source)
    taken = 0
    values: list[EventSpan] = []
    try:
        for taken, event in enumerate(islice(yaml.parse(source.text, Loader=yaml.CSafeLoader), MAX_EVENTS), 1):
            if isinstance(event, yaml.ScalarEvent):
                values.append(span_of(event))
            if not builder.take(event):
                return _refused(builder.problems, taken)
        if not builder.finished:
            message = f"Filen har flere end {format_number(MAX_EVENTS)} felter."
            return Parsing(None, (Problem(Location(source.file), kinds.TOO_MANY, message, "Del indholdet op."),))
    except yaml.MarkedYAMLError as error:
        stop = stop_from(error, source, builder.quotation)
        return Parsing(None, builder.problems, explain_stop(stop), taken, stopped=(stop.line, stop.column))
    if builder.root is None or (isinstance(builder.root, ScalarNode) and builder.root.empty):
        message = "Filen har ikke andet end bemærkninger." if "#" in source.text else "Filen er tom."
        hint = file_kinds.HINTS[file_kinds.EMPTY_FILE.code]
        return Parsing(None, (Problem(Location(source.file), file_kinds.EMPTY_FILE, message, hint),))
    return Parsing(builder.root, builder.problems, events=taken, values=tuple(values))


def _refused(problems: tuple[Problem, ...], taken: int) -> Parsing:
    """Tell of a text that may not be read on; only a line that begins a new file can be overlooked."""
    *others, last = problems
    if last.kind is not kinds.MANY_DOCUMENTS:
        return Parsing(None, problems, events=taken)
    place = last.location
    return Parsing(None, tuple(others), last, taken, stopped=(place.line - 1, place.column - 1))
