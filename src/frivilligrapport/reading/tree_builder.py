"""Build the tree from YAML events, refusing what a status file may not hold."""

from dataclasses import dataclass, field

from yaml import events

from frivilligrapport.danish import normal_key
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.extent import Extent, extent
from frivilligrapport.reading.plain_text import plain_losses
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import Entry, Hole, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 30
_NO_KEY = "\0"  # cannot be typed: the reader refuses it


@dataclass
class _Open:
    """Collect the parts of one list or mapping until its end event."""

    location: Location
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    key: tuple[str, str, Location] | None = None
    seen: dict[str, Location] = field(default_factory=dict)

    def close(self) -> Node:
        if self.is_mapping:
            return Mapping(tuple(self.entries), self.location)
        return Sequence(tuple(self.items), self.location)


class TreeBuilder:
    """Take events in order; `take` returns False when reading must stop."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: list[_Open] = []
        self._problems: list[Problem] = []
        self._documents = 0
        self.root: Node | None = None
        self.finished = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has been found so far."""
        return tuple(self._problems)

    def take(self, event: events.Event) -> bool:
        """Take one event; False when reading must stop."""
        match event:
            case events.ScalarEvent():
                self._check_node(event)
                self._add(self._scalar(event))
            case events.MappingStartEvent() | events.SequenceStartEvent():
                return self._begin(event)
            case events.MappingEndEvent() | events.SequenceEndEvent():
                done = self._open.pop()
                self._add(done.close())
            case events.AliasEvent():
                place = self._place(event)
                name = event.anchor or ""
                message = f"»*{name}« henviser til et andet sted i filen."
                self._report(kinds.ANCHOR, place, message, "Skriv værdien helt ud.")
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
            self._report(kinds.MANY_DOCUMENTS, place, "Linjen »---« begynder en ny fil.", "Slet linjen.")
            self.finished = True
            return False
        return True

    def _begin(self, event: events.MappingStartEvent | events.SequenceStartEvent) -> bool:
        place = self._place(event, 1)
        if len(self._open) >= MAX_DEPTH:
            message = f"Her er mere end {MAX_DEPTH} lag inden i hinanden."
            self._report(kinds.TOO_DEEP, place, message, "Skriv det fladere.")
            return False
        self._check_node(event)
        is_mapping = isinstance(event, events.MappingStartEvent)
        if is_mapping and event.flow_style:
            self._report(
                kinds.FLOW_MAPPING, place, "Felter kan ikke skrives i krøllede parenteser.",
                "Skriv hvert felt på sin egen linje: navn, kolon, mellemrum og værdi.",
            )  # fmt: skip
        self._open.append(_Open(place, is_mapping))
        return True

    def _check_node(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        place = self._place(event, 1)
        if event.anchor is not None:
            hint = f"Slet »&{event.anchor}«, eller sæt hele teksten i anførselstegn."
            self._report(kinds.ANCHOR, place, f"»&{event.anchor}« er et genvejsnavn.", hint)
        if event.tag is not None:
            message = "Værdien begynder med »!«, som betyder noget særligt."
            self._report(kinds.TAG, place, message, "Slet udråbstegnet, eller sæt hele teksten i anførselstegn.")

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
        if not isinstance(node, Scalar):
            self._report(kinds.STRANGE_KEY, node.location, "Her skal stå et feltnavn.", "Skriv navn, kolon og værdi.")
            parent.key = (_NO_KEY, "", node.location)
            return
        key = normal_key(node.text)
        parent.key = (key, node.text, node.location)
        if node.text == "<<":
            self._report(kinds.MERGE_KEY, node.location, "»<<« kan ikke bruges som felt.", "Skriv felterne helt ud.")
            parent.key = (_NO_KEY, "", node.location)
        elif key in parent.seen:
            self._report(
                kinds.DUPLICATE_KEY,
                node.location,
                f"Feltet »{node.text}« står to gange. Det står også i linje {parent.seen[key].line}.",
                "Behold den ene linje, og slet den anden.",
            )

    def _scalar(self, event: events.ScalarEvent) -> Scalar:
        found = extent(event)
        if not event.style:
            self._problems += plain_losses(self._source, found, event.value)
        body = self._body(found, event.value) if event.style in {"|", ">"} else None
        return Scalar(event.value, found.place(self._source), plain=not event.style, body=body)

    def _body(self, found: Extent, text: str) -> Location | None:
        """Find where a block text begins: the first line below its `|` that is not blank."""
        for number in range(found.line + 1, min(found.end_line + 1, len(self._source.lines))):
            line = self._source.lines[number]
            if line.strip():
                blank = len(text) - len(text.lstrip("\n"))
                return Location(self._source.file, number + 1 - blank, len(line) - len(line.lstrip(" ")) + 1)
        return None

    def _place(self, event: events.Event, length: int = 0) -> Location:
        return extent(event).place(self._source, length)

    def _report(self, kind: Kind, place: Location, message: str, hint: str) -> None:
        self._problems.append(Problem(place, kind, message, hint))
