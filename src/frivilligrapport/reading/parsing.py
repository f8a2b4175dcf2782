"""Text to tree, as far as it goes.

The tree is built from PyYAML's events, one at a time, so that depth and size are bounded before anything is built, and
every scalar stays the text that was typed (YAML's own typing turns 2.600 into 2.6 and 13:30 into 810).
"""

from typing import NamedTuple, NoReturn

import yaml
from yaml import events

from frivilligrapport.danish import format_number, normal_key, quote
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.characters import unscramble
from frivilligrapport.reading.slips import unnoticed
from frivilligrapport.reading.slips.explain import explain_stop
from frivilligrapport.reading.slips.parser_stop import joins_two_files, stop_from
from frivilligrapport.reading.slips.texts import read_as_field
from frivilligrapport.reading.source import Source, SourceSpan
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ReportedNode, ScalarNode, SequenceNode, TreeNode

MAX_EVENTS = 50_000
MAX_DEPTH = 30


class Parsing(NamedTuple):
    """Tell how far a text could be read.

    `tree` is None when it could not be read to its end. `slip` is then what stopped it, if that is a slip of the hand
    on some line, and `stopped` the line and column, from 0, that the parser had come to; `problems` are the others.
    `events` says what the reading has cost, and `values` where each single value or name stands.
    """

    tree: TreeNode | None
    problems: tuple[Problem, ...]
    slip: Problem | None = None
    events: int = 0
    values: tuple[SourceSpan, ...] = ()
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
    builder = _TreeBuilder(source)
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        stop = stop_from(error, source, builder.quotation)
        stopped = (stop.line, stop.column)
        return Parsing(None, tuple(builder.problems), explain_stop(stop), builder.taken, stopped=stopped)
    except _Refused:
        *others, last = builder.problems
        if last.kind is not kinds.MANY_DOCUMENTS:
            return Parsing(None, tuple(builder.problems), events=builder.taken)
        # A line that begins a new file can be overlooked, and the rest be read.
        stopped = (last.location.line - 1, last.location.column - 1)
        return Parsing(None, tuple(others), last, builder.taken, stopped=stopped)
    if root is None or (isinstance(root, ScalarNode) and root.empty):
        message = "Filen har ikke andet end bemærkninger." if "#" in source.text else "Filen er tom."
        hint = file_kinds.HINTS[file_kinds.EMPTY_FILE.code]
        return Parsing(None, (Problem(Location(source.file), file_kinds.EMPTY_FILE, message, hint),))
    return Parsing(root, tuple(builder.problems), events=builder.taken, values=tuple(builder.values))


class _Refused(Exception):  # noqa: N818 - a file that may not be read on, as the last problem says
    pass


class _TreeBuilder:
    """Build the tree of one text; what has been found before an exception stays in `problems`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._events = yaml.parse(source.text, Loader=yaml.CSafeLoader)
        self.taken = 0
        self.problems: list[Problem] = []
        self.values: list[SourceSpan] = []
        self.quotation: SourceSpan | None = None

    def build(self) -> TreeNode | None:
        """Read the whole text, None when there is nothing in it.

        Raises _Refused after the problem that says why, and yaml.MarkedYAMLError where YAML stops.
        """
        self._next()
        if not isinstance(self._next(), events.DocumentStartEvent):
            return None
        root = self._node(self._next())
        self._next()
        event = self._next()
        if isinstance(event, events.DocumentStartEvent):
            place = _span(event).place(self._source, 3)
            message = "Linjen »---« begynder en ny fil."
            if joins_two_files(self._source.lines, place.line - 1):
                hint = "Flyt det, der står under linjen, til en fil for sig, og slet linjen."
                self._refuse(kinds.MANY_DOCUMENTS, place, message, hint)
            self._refuse(kinds.MANY_DOCUMENTS, place, message, "Slet linjen.", "")
        return root

    def _next(self) -> events.Event:
        if self.taken == MAX_EVENTS:
            self.problems.clear()
            message = f"Filen har flere end {format_number(MAX_EVENTS)} felter."
            self._refuse(kinds.TOO_MANY, Location(self._source.file), message, "Del indholdet op.")
        event: events.Event = next(self._events)
        self.taken += 1
        return event

    def _node(self, event: events.Event, depth: int = 0, *, told: bool = False, is_item: bool = False) -> TreeNode:
        """Build what begins with an event, inside so many others.

        `told` says that the whole has been reported, so that nothing inside it is reported again.
        """
        span = _span(event)
        if isinstance(event, events.AliasEvent):
            message = f"{quote(f'*{event.anchor}')} henviser til et andet sted i filen."
            place = span.place(self._source)
            self._report(kinds.ANCHOR, place, message, "Skriv værdien helt ud, eller sæt den i anførselstegn.")
            return ReportedNode(place)
        if isinstance(event, events.CollectionStartEvent) and depth >= MAX_DEPTH:
            message = f"Her er mere end {MAX_DEPTH} lag inden i hinanden."
            self._refuse(kinds.TOO_DEEP, span.place(self._source, 1), message, "Skriv det fladere.")
        self.problems += unnoticed.strange_start(self._source, event, span)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event, span)
        if isinstance(event, events.SequenceStartEvent):
            return self._sequence(event, span, depth + 1, told=told)
        return self._mapping(event, span, depth + 1, told=told, is_item=is_item)

    def _sequence(
        self, first: events.SequenceStartEvent, span: SourceSpan, depth: int, *, told: bool
    ) -> SequenceNode | ReportedNode:
        items = []
        while not isinstance(event := self._next(), events.SequenceEndEvent):
            items.append(self._node(event, depth, told=told, is_item=True))
        place = span.place(self._source, 1)
        if told:
            return ReportedNode(place)
        last = _span(event)
        # A list on one line, `[a, b]`, is underlined to where it ends.
        ends_here = first.flow_style and last.end_line == span.line
        return SequenceNode(tuple(items), place._replace(length=last.end_column - span.column if ends_here else 1))

    def _mapping(
        self, first: events.Event, span: SourceSpan, depth: int, *, told: bool, is_item: bool
    ) -> MappingNode | ReportedNode:
        is_curly = isinstance(first, events.MappingStartEvent) and bool(first.flow_style) and not told
        told = told or is_curly
        place = span.place(self._source, 1)
        entries: dict[str, MappingEntry] = {}
        is_repeated = False
        while not isinstance(event := self._next(), events.MappingEndEvent):
            name = self._node(event, depth, told=told)
            told = told or isinstance(name, ReportedNode)
            key = None if told else self._key(name)
            if key is not None and depth == 1 and (loose := read_as_field(self._source, name.location.line - 1)):
                self.problems.append(loose)
                key = None
            if key in entries and isinstance(name, ScalarNode) and not is_repeated:
                # Where an item's first field stands twice, the whole item has lost its dash.
                is_repeated = is_item and next(iter(entries)) == key
                item = place if is_repeated else None
                self.problems.append(unnoticed.repeated(self._source, name, entries[key].location, item))
            value = self._node(self._next(), depth, told=told)
            if key is not None and isinstance(name, ScalarNode):
                entries.setdefault(key, MappingEntry(key, name.text, name.location, value))
        if is_curly:
            last = _span(event)
            whole = span._replace(end_line=last.end_line, end_column=last.end_column)
            self.problems.append(unnoticed.curly(self._source, whole))
        return ReportedNode(place) if told else MappingNode(tuple(entries.values()), place)

    def _key(self, name: TreeNode) -> str | None:
        """Give a field's name in its one spelling; None, after saying so, for what is no name."""
        if not isinstance(name, ScalarNode):
            self._report(kinds.STRANGE_KEY, name.location, "Her skal stå et feltnavn.", "Skriv navn, kolon og værdi.")
        elif name.text == "<<":
            self._report(kinds.MERGE_KEY, name.location, "»<<« kan ikke bruges som felt.", "Skriv felterne helt ud.")
        else:
            return normal_key(name.text)
        return None

    def _scalar(self, event: events.ScalarEvent, span: SourceSpan) -> ScalarNode | ReportedNode:
        self.values.append(span)
        place = span.place(self._source)
        self.quotation = span if event.style in {"'", '"'} and span.end_line > span.line else None
        spoiled: list[Problem] = []
        if not event.style and event.value:
            self.problems += unnoticed.lost_tail(self._source, span, event.value)
            spoiled += unnoticed.swallowed_lines(self._source, span)
        elif event.style == '"':
            spoiled += unnoticed.changed_signs(self._source, span)
        if spoiled:
            self.problems += spoiled
            return ReportedNode(place)
        body = self._body(span, event.value) if event.style == "|" else None
        # Misread letters have been told, once; here they are what they were, so that no field is unknown for it.
        return ScalarNode(unscramble(event.value), place, plain=not event.style, body=body)

    def _body(self, span: SourceSpan, text: str) -> Location | None:
        """Find where a block text begins: the first line below its `|` that is not blank."""
        for number in range(span.line + 1, min(span.end_line + 1, len(self._source.lines))):
            line = self._source.lines[number]
            if line.strip():
                kept = text.lstrip("\n")
                inside = len(kept) - len(kept.lstrip(" "))
                blank = len(text) - len(kept)
                return Location(self._source.file, number + 1 - blank, len(line) - len(line.lstrip(" ")) - inside + 1)
        return None

    def _report(self, kind: Kind, place: Location, message: str, hint: str, *instead: str) -> None:
        self.problems.append(Problem(place, kind, message, hint, instead=instead))

    def _refuse(self, kind: Kind, place: Location, message: str, hint: str, *instead: str) -> NoReturn:
        self._report(kind, place, message, hint, *instead)
        raise _Refused


def _span(event: events.Event) -> SourceSpan:
    """Read an event's marks; PyYAML's types let them be absent, its parser never does."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return SourceSpan(0, 0, 0, 0)
    return SourceSpan(start.line, start.column, end.line, end.column)
