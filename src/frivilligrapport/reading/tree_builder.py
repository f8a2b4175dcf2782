"""A field that stands twice in the same group."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml
from yaml import events

from frivilligrapport.danish import normal_key, quote
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.characters import unscramble
from frivilligrapport.reading.event_span import EventSpan, span_of
from frivilligrapport.reading.slips.lost_tail import lost_tail
from frivilligrapport.reading.slips.parser_stop import INDENT_STEP, text_column
from frivilligrapport.reading.slips.quoting import in_quotes, quoted
from frivilligrapport.reading.slips.signs import bullet_for_dash, dash_without_space, field_without_space
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ReportedNode, ScalarNode, SequenceNode, TreeNode


def repeated(source: Source, again: ScalarNode, first: Location, item: Location | None) -> Problem:
    """Report the second time; `item` is where the group begins when it is an item of a list and lost its dash here."""
    message = f"Feltet {quote(again.text)} står to gange. Det står også i linje {first.line}."
    if item is None:
        return Problem(again.location, kinds.DUPLICATE_KEY, message, "Behold den ene linje, og slet den anden.")
    hint = f"Skriv - {again.text}, hvis her begynder et nyt punkt i listen. Ellers slet linjen."
    dash = source.lines[item.line - 1].rfind("-", 0, item.column - 1)
    line, column = source.lines[again.location.line - 1], again.location.column - 1
    if dash < 0 or line[dash:column].strip():
        return Problem(again.location, kinds.DUPLICATE_KEY, message, hint)
    end = column + again.location.length
    place = replace(again.location, column=dash + 1, length=end - dash)
    written = f"-{' ' * (column - dash - 1)}{line[column:end]}"
    return Problem(place, kinds.DUPLICATE_KEY, message, hint, instead=(written,))


_QUOTABLE = (None, "", "'", '"')  # a block text, and a list, cannot be put in quotation marks


def strange_start(source: Source, event: events.ScalarEvent | events.CollectionStartEvent) -> Problem | None:
    """Report a value that begins with & or !; None for one that does not.

    A sign that belongs to a text is kept by quotation marks. One that YAML is meant to read, as the & that a * refers
    to, is to be left out.
    """
    if event.anchor is None and event.tag is None:
        return None
    found = span_of(event)
    place = found.place(source)
    line = source.lines[found.line]
    value = line[found.column : found.end_column if found.end_line == found.line else len(line)].rstrip()
    token = value.split(" ")[0]
    kind = kinds.TAG if event.anchor is None else kinds.ANCHOR
    message = f"Værdien begynder med »{value[:1]}«, som betyder noget særligt."
    is_text = isinstance(event, events.ScalarEvent) and event.style in _QUOTABLE and found.line == found.end_line
    is_mark = token.startswith("!!") or (event.anchor is not None and f"*{event.anchor}" in source.text)
    if is_text and not is_mark:
        return Problem(place, kind, message, in_quotes(value), instead=(quoted(value),))
    return Problem(replace(place, length=max(1, len(token))), kind, message, f"Slet {quote(token)}.", instead=("",))


# Only these two stand for themselves; \n and the like become another character.
_ESCAPE = re.compile(r"\\[^\"\\\n]")


def swallowed_lines(source: Source, span: EventSpan) -> Iterator[Problem]:
    """Yield a finding for each line such as `antal:15` or `-borgere` that was taken into a text without `|`."""
    before = source.lines[span.line][: span.column]
    first = span.line if not before or before.isspace() else span.line + 1
    # A dash may stand first on a line of running text; where the first line has a bullet, the others are items too.
    is_list = bullet_for_dash(source.lines[span.line]) is not None
    for number in range(first, span.end_line + 1):
        line = source.lines[number]
        slip = field_without_space(line) or dash_without_space(line) or (bullet_for_dash(line) if is_list else None)
        if slip:
            yield slip.at(source, number)


def changed_signs(source: Source, span: EventSpan) -> Iterator[Problem]:
    r"""Yield a finding for the first `\n` or the like in double quotation marks: it stands in paths (`F:\nyt`)."""
    for number in range(span.line, span.end_line + 1):
        line = source.lines[number]
        start = span.column if number == span.line else 0
        end = span.end_column if number == span.end_line else len(line)
        match = _ESCAPE.search(line, start, end)
        if match:
            message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
            if span.line < span.end_line:
                place = Location(source.file, number + 1, match.start() + 1)
                yield Problem(place, kinds.UNREADABLE_LINE, message, "Brug / i stedet.")
                return
            text = line[start + 1 : end - 1]
            place = Location(source.file, number + 1, start + 1, end - start)
            yield Problem(place, kinds.UNREADABLE_LINE, message, in_quotes(text), instead=(quoted(text),))
            return


_MESSAGE = "Felter kan ikke skrives i krøllede parenteser."
_HINT = "Skriv hvert felt på sin egen linje."


def curly(source: Source, span: EventSpan) -> Problem:
    """Report fields in curly brackets; `span` goes from the first bracket to the last."""
    place = span.place(source)
    if span.line < span.end_line:
        bracket = Location(place.file, place.line, place.column)
        return Problem(bracket, kinds.FLOW_MAPPING, _MESSAGE, _HINT)
    line = source.lines[span.line]
    before, typed = line[: span.column], line[span.column : span.end_column]
    if "[" in before:
        return Problem(place, kinds.FLOW_MAPPING, _MESSAGE, _HINT)
    if ":" not in typed:
        return Problem(place, kinds.FLOW_MAPPING, _MESSAGE, in_quotes(typed), instead=(quoted(typed),))
    is_item = not before.strip(" -")
    written = _written(_composed(typed), typed, span.column if is_item else text_column(line))
    text = written.lstrip() if is_item else f"\n{written}"
    return Problem(place, kinds.FLOW_MAPPING, _MESSAGE, _HINT, instead=(text,) if written else ())


def _composed(typed: str) -> yaml.Node | None:
    try:
        return yaml.compose(typed, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None


def _written(node: yaml.Node | None, typed: str, column: int) -> str:
    """Write fields on lines of their own; "" where one has no value, as the last part of "1,5" in curly brackets."""
    lines = []
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        is_group = isinstance(value, yaml.MappingNode)
        text = _written(value, typed, column + INDENT_STEP) if is_group else _typed(value, typed)
        if not text or not isinstance(key, yaml.ScalarNode) or (not is_group and "{" in text):
            return ""
        lines.append(f"{' ' * column}{_typed(key, typed)}:{chr(10) if is_group else ' '}{text}")
    return "\n".join(lines)


def _typed(node: yaml.Node, typed: str) -> str:
    return typed[node.start_mark.column : node.end_mark.column].strip()


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
    curly: EventSpan | None
    items: list[TreeNode] = field(default_factory=list)
    entries: list[MappingEntry] = field(default_factory=list)
    key: tuple[str, str, Location] | None = None
    seen: dict[str, Location] = field(default_factory=dict)
    repeats: bool = False

    def close(self, last: EventSpan) -> TreeNode:
        """Make the node; a list on one line, `[a, b]`, is underlined to where it ends (`last`)."""
        if self.told:
            return ReportedNode(self.location)
        if self.is_mapping:
            return MappingNode(tuple(self.entries), self.location)
        ends_here = self.is_on_line and last.end_line == self.location.line - 1
        length = last.end_column - self.location.column + 1 if ends_here else 1
        return SequenceNode(tuple(self.items), replace(self.location, length=length))


class TreeBuilder:
    """Take events in order; `take` returns False when reading must stop."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: list[_Open] = []
        self._problems: list[Problem] = []
        self._documents = 0
        self.root: TreeNode | None = None
        self.quotation: EventSpan | None = None
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
                self._add(ReportedNode(place))
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
        self._open.append(_Open(place, is_mapping, told or is_curly, is_on_line, span_of(event) if is_curly else None))
        return True

    def _end(self, event: events.Event) -> None:
        done, last = self._open.pop(), span_of(event)
        if done.curly:
            whole = replace(done.curly, end_line=last.end_line, end_column=last.end_column)
            self._problems.append(curly(self._source, whole))
        self._add(done.close(last))

    def _check_start(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        found = strange_start(self._source, event)
        self._problems += [found] if found else []

    def _add(self, node: TreeNode) -> None:
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
                parent.entries.append(MappingEntry(key, typed, place, node))

    def _take_key(self, parent: _Open, node: TreeNode) -> None:
        parent.key = (_NO_KEY, "", node.location)
        if parent.told or isinstance(node, ReportedNode):
            parent.told = True
        elif not isinstance(node, ScalarNode):
            self._report(kinds.STRANGE_KEY, node.location, "Her skal stå et feltnavn.", "Skriv navn, kolon og værdi.")
        elif node.text == "<<":
            self._report(kinds.MERGE_KEY, node.location, "»<<« kan ikke bruges som felt.", "Skriv felterne helt ud.")
        else:
            key = normal_key(node.text)
            if key in parent.seen:
                self._repeated(parent, node, key)
            parent.key = (key, node.text, node.location)

    def _repeated(self, parent: _Open, node: ScalarNode, key: str) -> None:
        """Report a field that stands twice; where an item's first field does, the whole item has lost its dash."""
        if parent.repeats:
            return
        in_list = len(self._open) > 1 and not self._open[-2].is_mapping
        parent.repeats = in_list and next(iter(parent.seen)) == key
        item = parent.location if parent.repeats else None
        self._problems.append(repeated(self._source, node, parent.seen[key], item))

    def _scalar(self, event: events.ScalarEvent) -> ScalarNode | ReportedNode:
        found = span_of(event)
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
            return ReportedNode(place)
        body = self._body(found, event.value) if event.style == "|" else None
        # Misread letters have been told, once; here they are what they were, so that no field is unknown for it.
        return ScalarNode(unscramble(event.value), place, plain=not event.style, body=body)

    def _body(self, found: EventSpan, text: str) -> Location | None:
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
        return span_of(event).place(self._source, length)

    def _report(self, kind: Kind, place: Location, message: str, hint: str, *instead: str) -> None:
        self._problems.append(Problem(place, kind, message, hint, instead=instead))
