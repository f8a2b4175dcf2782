"""Text to tree: the only place that touches YAML.

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
from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.slips import explain_stop
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.stop import stop_of
from frivilligrapport.reading.tree import Node, Scalar
from frivilligrapport.reading.tree_builder import TreeBuilder

MAX_EVENTS = 50_000


@dataclass(frozen=True, slots=True)
class Reading:
    """Give what a file's bytes came to. `tree` is None when the file cannot be read; `problems` then says why."""

    file: str
    source: Source | None
    tree: Node | None
    problems: tuple[Problem, ...]


def read(data: bytes, file: str) -> Reading:
    """Read a YAML file's bytes; never raises for what the bytes hold."""
    decoded = decode(data, file)
    if decoded.source is None:
        return Reading(file, None, None, decoded.problems)
    tree, problems = _parse(decoded.source)
    return Reading(file, decoded.source, tree, (*decoded.problems, *problems))


def _parse(source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    builder = TreeBuilder(source)
    try:
        for event in islice(yaml.parse(source.text, Loader=yaml.CSafeLoader), MAX_EVENTS):
            if not builder.take(event):
                return None, builder.problems
        if not builder.finished:
            message = f"Filen har flere end {format_number(MAX_EVENTS)} felter."
            return None, (Problem(Location(source.file), kinds.TOO_MANY, message, "Del indholdet op."),)
    except yaml.MarkedYAMLError as error:
        return None, _with_stop(builder.problems, explain_stop(stop_of(error, source, builder.quotation)))
    if builder.root is None or (isinstance(builder.root, Scalar) and builder.root.empty):
        message = "Filen har ikke andet end bemærkninger." if "#" in source.text else "Filen er tom."
        hint = file_kinds.HINTS[file_kinds.EMPTY.code]
        return None, (Problem(Location(source.file), file_kinds.EMPTY, message, hint),)
    return builder.root, builder.problems


def _with_stop(found: tuple[Problem, ...], stop: Problem) -> tuple[Problem, ...]:
    """Add what stopped the reading, unless the very same slip has been told on the way."""
    places = {(one.kind, one.location.line, one.location.column) for one in found}
    told = (stop.kind, stop.location.line, stop.location.column) in places
    return found if told else (*found, stop)
