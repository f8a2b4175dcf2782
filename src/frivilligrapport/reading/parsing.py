"""Text to tree, as far as it goes.

The tree is built from PyYAML's events, one at a time, so that depth and size are bounded before anything is built, and
every scalar stays the text that was typed (YAML's own typing turns 2.600 into 2.6 and 13:30 into 810).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from frivilligrapport.danish import format_number, normal_key, quote
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.characters import may_be_misread, unscramble
from frivilligrapport.reading.field_names import Holds
from frivilligrapport.reading.slips import items, shapes, unnoticed
from frivilligrapport.reading.slips.explain import explain_stop
from frivilligrapport.reading.slips.parser_stop import joins_two_files, stop_from
from frivilligrapport.reading.slips.texts import read_as_field
from frivilligrapport.reading.source import Source, SourceSpan
from frivilligrapport.reading.tree import (
    End,
    MappingEntry,
    MappingNode,
    ReportedNode,
    ScalarNode,
    SequenceNode,
    TreeNode,
)
from frivilligrapport.reading.yaml_events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    events,
    following,
)

MAX_EVENTS = 50_000
MAX_DEPTH = 30
_MENDED = (kinds.MANY_DOCUMENTS, kinds.WRONG_INDENT, kinds.LOST_TAIL)


class Parsing(NamedTuple):
    """Tell how far a text could be read.

    `tree` is None when it could not be read to its end. `slip` is then what stopped it, if that is a slip of the hand
    on some line, and `stopped` the line and column, from 0, that the parser had come to; `problems` are the others.
    `events` says what the reading has cost.
    """

    tree: TreeNode | None
    problems: tuple[Problem, ...]
    slip: Problem | None = None
    events: int = 0
    stopped: tuple[int, int] = (0, 0)

    @property
    def findings(self) -> tuple[Problem, ...]:
        """Give everything that was found; the slip stands once, also where it was told on the way."""
        slip = self.slip
        if slip is None:
            return self.problems
        here = (slip.location.line, slip.location.column)
        at_it = [one for one in self.problems if (one.location.line, one.location.column) == here]
        if any(one.kind is slip.kind for one in at_it):
            return self.problems
        # What stops the reading says more of the same characters than what was told on the way to it.
        return (*(one for one in self.problems if one not in at_it), slip)


def parse(source: Source) -> Parsing:
    """Read a text; never raises for what it holds."""
    builder = _TreeBuilder(source)
    try:
        root = builder.build()
    except MarkedYAMLError as error:
        stop = stop_from(error, source, builder.quotation)
        stopped = (stop.line, stop.column)
        return Parsing(None, tuple(builder.problems), explain_stop(stop), builder.taken, stopped=stopped)
    except _Refused:
        *others, last = builder.problems
        if last.kind not in _MENDED:
            return Parsing(None, tuple(builder.problems), events=builder.taken)
        # Such a line can be overlooked, be moved in or be a remark no more, and the rest be read.
        stopped = (last.location.line - 1, last.location.column - 1)
        return Parsing(None, tuple(others), last, builder.taken, stopped=stopped)
    if root is None or (isinstance(root, ScalarNode) and root.empty):
        message = "Filen har ikke andet end bemærkninger." if "#" in source.text else "Filen er tom."
        hint = file_kinds.HINTS[file_kinds.EMPTY_FILE.code]
        return Parsing(None, (Problem(Location(source.file), file_kinds.EMPTY_FILE, message, hint),))
    return Parsing(root, tuple(builder.problems), events=builder.taken)


def spans_of_values(source: Source) -> Iterator[SourceSpan]:
    """Yield where each single value or name of a text stands that can be read."""
    return (_span(one) for one in events(source.text) if isinstance(one, ScalarEvent))


class _Refused(Exception):  # noqa: N818 - a file that may not be read on, as the last problem says
    pass


class _TreeBuilder:
    """Build the tree of one text; what has been found before an exception stays in `problems`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._file = source.file
        self._lines = source.lines
        self._doubtful = unnoticed.doubtful_lines(source)
        self._is_misread = may_be_misread(source.text)
        self._following = following(source.text)
        self.taken = 0
        self.problems: list[Problem] = []
        self._others: list[MappingNode] = []  # items that were read as part of the one before them
        self._last: Any = None
        self._end: End = (0, 0)  # of the last value, name or bracket that was read

    @property
    def quotation(self) -> SourceSpan | None:
        """Give where the value or name that was read last stands, if it is in quotation marks over several lines."""
        span = _span(self._last) if self._last and self._last.style in {"'", '"'} else None
        return span if span and span.end_line > span.line else None

    def build(self) -> TreeNode | None:
        """Read the whole text, None when there is nothing in it.

        Raises _Refused after the problem that says why, and MarkedYAMLError where YAML stops.
        """
        self._next()
        if not isinstance(self._next(), DocumentStartEvent):
            return None
        root = self._node(self._next())
        self._next()
        event = self._next()
        if isinstance(event, DocumentStartEvent):
            place = _span(event).place(self._source, 3)
            message = "Linjen »---« begynder en ny fil."
            if joins_two_files(self._lines, place.line - 1):
                hint = "Flyt det, der står under linjen, til en fil for sig, og slet linjen."
                self._refuse(kinds.MANY_DOCUMENTS, place, message, hint)
            self._refuse(kinds.MANY_DOCUMENTS, place, message, "Slet linjen.", "")
        return root

    def _next(self) -> Any:
        """Take the next event, whose marks are always there, which PyYAML's types do not promise."""
        if self.taken == MAX_EVENTS:
            self.problems.clear()
            message = f"Filen har flere end {format_number(MAX_EVENTS)} felter."
            self._refuse(kinds.TOO_MANY, Location(self._file), message, "Del indholdet op.")
        event = self._following()
        self.taken += 1
        return event

    def _node(self, event: Any, depth: int = 0, *, told: bool = False, is_item: bool = False, of: str = "") -> TreeNode:
        """Build what begins with an event, inside so many others, under the field `of`.

        `told` says that the whole has been reported, so that nothing inside it is reported again.
        """
        if isinstance(event, ScalarEvent):
            return self._scalar(event, told=told)
        if isinstance(event, AliasEvent) and told:
            return ReportedNode(_span(event).place(self._source), _end_of(event))
        if isinstance(event, AliasEvent):
            message = f"{quote(f'*{event.anchor}')} henviser til et andet sted i filen."
            place = _span(event).place(self._source)
            self._report(kinds.ANCHOR, place, message, "Skriv værdien helt ud, eller sæt den i anførselstegn.")
            self._end = _end_of(event)
            return ReportedNode(place, self._end)
        start = event.start_mark
        place = Location(self._file, start.line + 1, start.column + 1)
        if depth >= MAX_DEPTH:
            message = f"Her er mere end {MAX_DEPTH} lag inden i hinanden."
            self._refuse(kinds.TOO_DEEP, place, message, "Skriv det fladere.")
        if strange := self._strange_start(event):
            self.problems.append(strange)
        if isinstance(event, SequenceStartEvent):
            is_dash = is_item and not event.flow_style and not told
            twice = shapes.DOUBLE_DASH.find(self._source, start.line) if is_dash else None
            sequence = self._sequence(event, place, depth + 1, told=told or twice is not None)
            self.problems += [twice] if twice else []
            return sequence
        return self._mapping(event, place, depth + 1, told=told, is_item=is_item, of=of)

    def _sequence(self, first: Any, place: Location, depth: int, *, told: bool) -> SequenceNode | ReportedNode:
        found: list[TreeNode] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            found.append(self._node(event, depth, told=told, is_item=True))
            found += self._others
            self._others = []
        if first.flow_style:
            self._end = _end_of(event)
        if told:
            return ReportedNode(place, self._end)
        if first.flow_style and (last := _span(event)).end_line == place.line - 1:
            # A list on one line, `[a, b]`, is underlined to where it ends.
            place = place._replace(length=last.end_column - place.column + 1)
        return SequenceNode(tuple(found), place, end=self._end)

    def _mapping(
        self, first: Any, place: Location, depth: int, *, told: bool, is_item: bool, of: str
    ) -> MappingNode | SequenceNode | ReportedNode:
        is_curly = first.flow_style and not told
        told = told or is_curly
        entries: list[MappingEntry] = []
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._node(event, depth, told=told)
            told = told or isinstance(name, ReportedNode)
            key = None if told else self._key(name)
            # What stands under a name that is none has been told with it.
            value = self._node(self._next(), depth, told=told or key is None, of=key or "")
            value = self._once(key, value)
            if key is not None and not isinstance(name, ReportedNode):
                typed = name.text if isinstance(name, ScalarNode) else key
                entries.append(MappingEntry(key, typed, name.location, value))
        if first.flow_style:
            self._end = _end_of(event)
        if is_curly:
            last = _span(event)
            whole = _span(first)._replace(end_line=last.end_line, end_column=last.end_column)
            self.problems.append(unnoticed.curly(self._source, whole))
        if told or not entries:
            return ReportedNode(place, self._end) if told else MappingNode((), place, self._end)
        return self._in_groups(entries, place, depth, is_item=is_item, of=of)

    def _in_groups(
        self, entries: list[MappingEntry], place: Location, depth: int, *, is_item: bool, of: str
    ) -> MappingNode | SequenceNode:
        """Make the mapping of its fields; those that begin an item of their own are kept for the list it stands in."""
        is_lone = is_item and len(entries) == 1
        if len({one.key for one in entries}) == len(entries) and not is_lone:
            return MappingNode(tuple(entries), place, self._end)
        if is_item and (lost := items.lost_beginning(self._source, entries)):
            self.problems.append(lost)
            raise _Refused
        flat = items.without_dashes(entries) if not is_item and self._source.names.holds(of, Holds.GROUPS) else None
        parted = flat or (items.two_files(entries) if depth == 1 else None)
        parted = parted or items.parted(self._source, entries, place if is_item else None)
        self.problems += parted.problems
        first, *others = (
            MappingNode(tuple(one), one[0].location if number else place, self._end)
            for number, one in enumerate(parted.groups)
        )
        if flat:
            return SequenceNode((first, *others), place, end=self._end)
        self._others = others
        return first

    def _once(self, key: str | None, value: TreeNode) -> TreeNode:
        """Read a field that stands once more right under itself as one."""
        if not isinstance(value, MappingNode) or not value.entries or value.entries[0].key != key:
            return value
        again, *others = value.entries
        if others and not isinstance(again.value, MappingNode):
            return value
        self.problems.append(unnoticed.under_itself(self._source, again, is_alone=not others))
        if not isinstance(again.value, MappingNode):
            return again.value
        names = {one.key for one in again.value.entries}
        entries = (*again.value.entries, *(one for one in others if one.key not in names))
        return MappingNode(entries, value.location, value.end)

    def _key(self, name: TreeNode) -> str | None:
        """Give a field's name in its one spelling; None, after saying so, for what is no name."""
        if (only := self._bracketed(name)) is not None:
            message, hint = f"Der står [ ] om feltnavnet {quote(only)}.", f"Skriv {only}"
            self._report(kinds.DECORATED_NAME, name.location, message, hint, only)
            return normal_key(only)
        if not isinstance(name, ScalarNode):
            self._report(kinds.STRANGE_KEY, name.location, "Her skal stå et feltnavn.", "Skriv navn, kolon og værdi.")
        elif name.text == "<<":
            self._report(kinds.MERGE_KEY, name.location, "»<<« kan ikke bruges som felt.", "Skriv felterne helt ud.")
        elif loose := read_as_field(self._source, name.location.line - 1):
            self.problems.append(loose)
            raise _Refused
        else:
            return normal_key(name.text)
        return None

    def _bracketed(self, name: TreeNode) -> str | None:
        """Give the field's name in `[navn]: Byhave`; None for anything else."""
        place = name.location
        only = name.items[0] if isinstance(name, SequenceNode) and len(name.items) == 1 else None
        after = self._source.lines[place.line - 1][place.column - 1 + place.length :]
        return only.text if isinstance(only, ScalarNode) and after.startswith(":") else None

    def _scalar(self, event: Any, *, told: bool) -> ScalarNode | ReportedNode:
        self._last = event
        value, style, start, end = event.value, event.style, event.start_mark, event.end_mark
        line, column, end_line = start.line, start.column, end.line
        length = (end.column if end_line == line else len(self._lines[line])) - column
        place = Location(self._file, line + 1, column + 1, max(length, 1))
        self._end = (end_line, end.column) if line == end_line < len(self._lines) else self._last_line(event)
        strange = self._strange_start(event)
        if style or strange or end_line > line or line in self._doubtful:
            # What was found inside says more than the sign that it begins with.
            spoiled = self._spoiled(event) or ([strange] if strange else [])
            if spoiled and told:
                return ReportedNode(place, self._end)
            if spoiled:
                self.problems += spoiled
                return ReportedNode(place, self._end)
        body = self._body(_span(event), value) if style == "|" else None
        # Misread letters have been told, once; here they are what they were, so that no field is unknown for it.
        return ScalarNode(unscramble(value) if self._is_misread else value, place, not style, body, self._end)

    def _last_line(self, event: Any) -> End:
        """Go up from where YAML ends a text to the end of its last line that is not blank."""
        line, column = min(_end_of(event), (len(self._lines) - 1, len(self._lines[-1])))
        while line > event.start_mark.line and not self._lines[line][:column].strip():
            line -= 1
            column = len(self._lines[line])
        return line, column

    def _strange_start(self, event: Any) -> Problem | None:
        if event.anchor is None and event.tag is None:
            return None
        return unnoticed.strange_start(self._source, event, _span(event))

    def _spoiled(self, event: Any) -> list[Problem]:
        """Give what a value has lost or swallowed, so that it is no longer to be read."""
        span = _span(event)
        if not event.style:
            lost = unnoticed.lost_tail(self._source, span, event.value)
            return [*lost, *(unnoticed.swallowed_lines(self._source, span) if event.value else ())]
        return list(unnoticed.changed_signs(self._source, span)) if event.style == '"' else []

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


def _end_of(event: Any) -> End:
    return event.end_mark.line, event.end_mark.column


def _span(event: Any) -> SourceSpan:
    start, end = event.start_mark, event.end_mark
    return SourceSpan(start.line, start.column, end.line, end.column)
