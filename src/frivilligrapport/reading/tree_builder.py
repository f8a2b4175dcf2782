"""Build the tree from YAML events, refusing what a status file may not hold."""

from dataclasses import dataclass, field, replace

from yaml import events

from frivilligrapport.danish import normal_key, quote
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.curly import curly
from frivilligrapport.reading.extent import Extent, extent
from frivilligrapport.reading.first_signs import strange_start
from frivilligrapport.reading.lost_tail import lost_tail
from frivilligrapport.reading.mojibake import unscramble
from frivilligrapport.reading.plain_text import changed_signs, swallowed_lines
from frivilligrapport.reading.repeats import repeated
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import Entry, Hole, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 30
_NO_KEY = "\0"  # cannot be typed: the reader refuses it


@dataclass
class _Open:
    """Collect the parts of one list or mapping until its end event.

    `told` says that it has been reported as a whole, so that nothing inside it is reported again; `curly` is where it
    begins when it is fields in curly brackets.
    """

    location: Location
    is_mapping: bool
    told: bool
    is_on_line: bool
    curly: Extent | None
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    key: tuple[str, str, Location] | None = None
    seen: dict[str, Location] = field(default_factory=dict)
    repeats: bool = False

    def close(self, last: Extent) -> Node:
        """Make the node; a list on one line, `[a, b]`, is underlined to where it ends (`last`)."""
        if self.told:
            return Hole(self.location)
        if self.is_mapping:
            return Mapping(tuple(self.entries), self.location)
        ends_here = self.is_on_line and last.end_line == self.location.line - 1
        length = last.end_column - self.location.column + 1 if ends_here else 1
        return Sequence(tuple(self.items), replace(self.location, length=length))


class TreeBuilder:
    """Take events in order; `take` returns False when reading must stop."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: list[_Open] = []
        self._problems: list[Problem] = []
        self._documents = 0
        self.root: Node | None = None
        self.quotation: Extent | None = None
        self.finished = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has been found so far."""
        return tuple(self._problems)

    def take(self, event: events.Event) -> bool:
        """Take one event; False when reading must stop."""
        match event:
            case events.ScalarEvent():
                self._check_start(event)
                self._add(self._scalar(event))
            case events.MappingStartEvent() | events.SequenceStartEvent():
                return self._begin(event)
            case events.MappingEndEvent() | events.SequenceEndEvent():
                self._end(event)
            case events.AliasEvent():
                place = self._place(event)
                name = event.anchor or ""
                message = f"{quote('*' + name)} henviser til et andet sted i filen."
                self._report(kinds.ANCHOR, place, message, "Skriv værdien helt ud, eller sæt den i anførselstegn.")
                self._add(Hole(place))
            case events.DocumentStartEvent():
                return self._document(event)
            case events.StreamEndEvent():
                self.finished = True
        return True

    def _document(self, event: events.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents > 1:
            place = self._place(event, 3)
            self._report(kinds.MANY_DOCUMENTS, place, "Linjen »---« begynder en ny fil.", "Slet linjen.", "")
            self.finished = True
            return False
        return True

    def _begin(self, event: events.MappingStartEvent | events.SequenceStartEvent) -> bool:
        place = self._place(event, 1)
        if len(self._open) >= MAX_DEPTH:
            message = f"Her er mere end {MAX_DEPTH} lag inden i hinanden."
            self._report(kinds.TOO_DEEP, place, message, "Skriv det fladere.")
            return False
        self._check_start(event)
        is_mapping = isinstance(event, events.MappingStartEvent)
        told = bool(self._open and self._open[-1].told)
        is_curly = is_mapping and bool(event.flow_style) and not told
        is_on_line = bool(event.flow_style)
        self._open.append(_Open(place, is_mapping, told or is_curly, is_on_line, extent(event) if is_curly else None))
        return True

    def _end(self, event: events.Event) -> None:
        done, last = self._open.pop(), extent(event)
        if done.curly:
            whole = replace(done.curly, end_line=last.end_line, end_column=last.end_column)
            self._problems.append(curly(self._source, whole))
        self._add(done.close(last))

    def _check_start(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        found = strange_start(self._source, event)
        self._problems += [found] if found else []

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._take_key(parent, node)
        else:
            key, typed, place = parent.key
            parent.key = None
            if key != _NO_KEY and key not in parent.seen:
                parent.seen[key] = place
                parent.entries.append(Entry(key, typed, place, node))

    def _take_key(self, parent: _Open, node: Node) -> None:
        parent.key = (_NO_KEY, "", node.location)
        if parent.told or isinstance(node, Hole):
            parent.told = True
        elif not isinstance(node, Scalar):
            self._report(kinds.STRANGE_KEY, node.location, "Her skal stå et feltnavn.", "Skriv navn, kolon og værdi.")
        elif node.text == "<<":
            self._report(kinds.MERGE_KEY, node.location, "»<<« kan ikke bruges som felt.", "Skriv felterne helt ud.")
        else:
            key = normal_key(node.text)
            if key in parent.seen:
                self._repeated(parent, node, key)
            parent.key = (key, node.text, node.location)

    def _repeated(self, parent: _Open, node: Scalar, key: str) -> None:
        """Report a field that stands twice; where an item's first field does, the whole item has lost its dash."""
        if parent.repeats:
            return
        in_list = len(self._open) > 1 and not self._open[-2].is_mapping
        parent.repeats = in_list and next(iter(parent.seen)) == key
        item = parent.location if parent.repeats else None
        self._problems.append(repeated(self._source, node, parent.seen[key], item))

    def _scalar(self, event: events.ScalarEvent) -> Scalar | Hole:
        found = extent(event)
        place = found.place(self._source)
        self.quotation = found if event.style in {"'", '"'} and found.end_line > found.line else None
        spoiled: tuple[Problem, ...] = ()
        if not event.style and event.value:
            self._problems += lost_tail(self._source, found, event.value)
            spoiled = tuple(swallowed_lines(self._source, found))
        elif event.style == '"':
            spoiled = tuple(changed_signs(self._source, found))
        if spoiled:
            self._problems += spoiled
            return Hole(place)
        body = self._body(found, event.value) if event.style == "|" else None
        # Misread letters have been told, once; here they are what they were, so that no field is unknown for it.
        return Scalar(unscramble(event.value), place, plain=not event.style, body=body)

    def _body(self, found: Extent, text: str) -> Location | None:
        """Find where a block text begins: the first line below its `|` that is not blank."""
        for number in range(found.line + 1, min(found.end_line + 1, len(self._source.lines))):
            line = self._source.lines[number]
            if line.strip():
                kept = text.lstrip("\n")
                inside = len(kept) - len(kept.lstrip(" "))
                blank = len(text) - len(kept)
                return Location(self._source.file, number + 1 - blank, len(line) - len(line.lstrip(" ")) - inside + 1)
        return None

    def _place(self, event: events.Event, length: int = 0) -> Location:
        return extent(event).place(self._source, length)

    def _report(self, kind: Kind, place: Location, message: str, hint: str, *instead: str) -> None:
        self._problems.append(Problem(place, kind, message, hint, instead=instead))
