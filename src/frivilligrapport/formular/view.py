"""A status file's text as the form that shows it: every declared field with its value and where that stands.

The form is a view of the text: whoever changes a value writes over its characters, and nothing else moves. All offsets
are as JavaScript counts them. What stands in another shape than its field's is shown as it is, locked.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from frivilligrapport.collection.earlier_files import EarlierFiles, unused
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.fast_start import NOTHING
from frivilligrapport.formular.additions import HeldEvent, held_events, new_lines
from frivilligrapport.formular.declared import Json, declarations, one_of
from frivilligrapport.formular.layout import Cut, Layout
from frivilligrapport.formular.places import PageText
from frivilligrapport.formular.values import STEP, locked, mark, shown_value
from frivilligrapport.models.enheder import ENHEDER
from frivilligrapport.models.fields.base import Felter, Field, NextYear, in_words
from frivilligrapport.models.fields.leaves import Henvisning
from frivilligrapport.models.fields.names import names_of
from frivilligrapport.models.fields.naming import own_name
from frivilligrapport.models.lister import answer_in, is_unanswered
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.reading.decoding import with_line_feeds
from frivilligrapport.reading.parsing import parse
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode, SequenceNode, TreeNode
from frivilligrapport.rendering.typography import upper_first

# The parts of the form that everybody fills in, in their order; the others come last.
_PARTS = ("kontakt", "status", "perspektiver", "indsatser", "forslag", "historier", "mangler", "filstatus")


class Known(NamedTuple):
    """Say what is known beside the text: what was handed in before, and the names that fields may refer to."""

    before: EarlierFiles | None = None
    names: Mapping[str, tuple[str, ...]] = NOTHING


def known_from(samling: Samling, aar: int, before: EarlierFiles | None) -> Known:
    """Take the names that a file of a year may refer to from the municipality's register."""
    kommune, units = samling.kommune, [one.flertal for one in ENHEDER]
    names = {"forvaltninger": tuple(str(one.forkortelse) for one in samling.forvaltninger(aar))}
    if samling.kommune_is_read:
        units += [str(one.enhed) for one in kommune.enheder if one.holds_in(aar)]
        lists = {"tema": kommune.temaer, "bydele": kommune.bydele}
        names |= {name: tuple(map(str, words)) for name, words in lists.items()}
        names["lokaludvalg"] = tuple(str(one.navn) for one in kommune.lokaludvalg)
    return Known(before, {**names, "enheder": tuple(units)})


def view(text: str, tree: TreeNode | None, source: Source | None, known: Known | None = None) -> Json | None:
    """Show a file as a form; None for one that cannot be read. `tree` and `source` are what was read of `text`."""
    page = PageText(text)
    if source is None or not isinstance(tree, MappingNode) or not page.is_of(source):
        return None
    known = known or Known()
    walk = _Walk(Layout(page, source), known.before)
    before = next(iter(known.before.statusfiler), None) if known.before else None
    children = {one["felt"]: one for one in walk.children(Statusfil, tree, "", before)}
    rest = [one for name, one in children.items() if name not in _PARTS]
    entry = tree.get("indsatser")
    names = {**known.names, "id": _ids(entry.value) if entry else ()}
    return {
        "dele": [*(children[name] for name in _PARTS), *rest],
        "om": declarations(Statusfil, names),
        "skabeloner": walk.snippets,
        "aar_før": known.before.aar if known.before else None,
    }


class _Room(NamedTuple):
    """Say where a field that is not there can be put in: in place of the characters from `at` to `until`.

    `indent` is the column of its name, `rest` what has to stand behind it.
    """

    at: int
    until: int
    indent: int
    rest: str = ""


class _Snippet(NamedTuple):
    """Hold lines that may be added, each after a line end, and the name under which they are shown."""

    name: str
    body: str


class _At:
    """Hold a field where it stands in the text: its key in the form, and what it held last year."""

    __slots__ = ("earlier", "entry", "field", "sti")

    def __init__(self, field: Field, entry: MappingEntry, sti: str, earlier: object = None) -> None:
        self.field, self.entry, self.sti, self.earlier = field, entry, sti, earlier

    def below(self, name: str) -> Json:
        """Begin to show one of a list."""
        return {"sti": name, "om": "", "felt": self.field.name, "sjælden": False, "ét": one_of(self.field)}


class _Walk:
    """Walk the tree of one text; `snippets` collects what may be added, by its text."""

    def __init__(self, layout: Layout, before: EarlierFiles | None) -> None:
        self.layout, self.text = layout, layout.text
        self.newline = layout.text.newline
        self.before = before
        self.indsatser_before = before.indsatser if before else {}
        self.snippets: dict[str, Json] = {}

    def children(self, model: type[Felter], node: MappingNode, sti: str, before: Felter | None) -> list[Json]:
        """Show the fields of a group that is in the text; a new one is put below the one that it comes after."""
        above = node.entries[0].value.end if node.entries else node.end
        indent = node.location.column - 1
        found = []
        for field in model.fields.values():
            entry = node.by_key.get(field.name)
            at = self.text.line_end(self.layout.last_remark(above[0], indent))
            found.append(self.child(field, entry, _Room(at, at, indent), sti, before))
            above = entry.value.end if entry else above
        if len(node.entries) == 1:
            _keep(found)
        return found

    def child(self, field: Field, entry: MappingEntry | None, room: _Room, above: str, before: Felter | None) -> Json:
        """Show one field of a group, there or not."""
        sti = f"{above}/{field.name}" if above else field.name
        is_usual = field.required or field.usual or field.next_year is NextYear.ASKED or sti in _PARTS
        said = {"sti": sti, "om": field.full_name, "felt": field.name, "sjælden": not is_usual and entry is None}
        earlier = before.__dict__.get(field.name) if before else None
        if field.group is None:
            return {"type": "felt", **said, **self._leaf(field, entry, room, earlier)}
        if entry is None:
            return said | self._absent(field, room)
        at, node = _At(field, entry, sti, earlier), entry.value
        if isinstance(node, ScalarNode) and (node.empty or (field.answerable and answer_in(node.text))):
            return said | self._answered(at, room.indent)
        return said | self._present(at)

    def _present(self, at: _At) -> Json:
        node = at.entry.value
        if isinstance(node, MappingNode):
            if at.field.keyed_by:
                return self._keyed(at, node)
            if not at.field.holds_list:
                return self.single(at, node)
        if isinstance(node, SequenceNode) and at.field.holds_list and not at.field.keyed_by:
            return self._list(at, node)
        return {"type": "felt", **locked(self.layout, node), **mark(self.layout, at.entry)}

    def _leaf(self, field: Field, entry: MappingEntry | None, room: _Room, earlier: object) -> Json:
        last = {"sidst": self._last_year(field, earlier)}
        if entry:
            return shown_value(self.layout, field, entry, room.indent) | last
        return self._lacking(field, room, [] if field.holds_list else "") | last

    def _lacking(self, field: Field, room: _Room, nothing: object) -> Json:
        """Say what to write around a value so that a field is there."""
        before = f"{self.newline}{' ' * room.indent}{field.spelled}: "
        lacking = {"ved": room.at, "slet_til": room.until, "før": before, "efter": room.rest}
        where = {"start": -1, "slut": -1, "indryk": room.indent + STEP}
        return {"værdi": nothing, **where, "mangler": lacking, "mærke": None}

    def _last_year(self, field: Field, earlier: object) -> str:
        if isinstance(earlier, bool):
            return "ja" if earlier else "nej"
        words = in_words(earlier).strip()
        if isinstance(earlier, tuple) and issubclass(field.kind, Henvisning):
            told = self.indsatser_before
            words = join_words([str(told[str(one)].navn if str(one) in told else one) for one in earlier])
        return "" if is_unanswered(words) else words

    def _absent(self, field: Field, room: _Room) -> Json:
        """Show a list or a group that is not in the text."""
        # The parts of a file stand apart, where it has them so.
        apart = self.newline if room.indent == 0 and self.newline * 2 in self.text.text else ""
        prefix = f"{apart}{self.newline}{' ' * room.indent}{field.spelled}:"
        body = self._snippet(field, room.indent + STEP)
        answer = _answer(self._lacking(field, room, "")) if field.answerable else None
        added = _added(room.at, room.until, body, prefix, room.rest)
        return _nothing_in(field) | {"svar_felt": answer, "tilføj": added}

    def _answered(self, at: _At, indent: int) -> Json:
        """Show a list or a group with a word instead of content, or with nothing."""
        field, node = at.field, at.entry.value
        value = shown_value(self.layout, field, at.entry, indent)
        word = node.text.strip() if isinstance(node, ScalarNode) and not node.empty else ""
        behind = self.text.offset(*self.layout.behind_name(at.entry))
        end = max(value["slut"], behind)
        said = _nothing_in(field) | mark(self.layout, at.entry)
        said["tilføj"] = self._in_place(at, behind, end, indent)
        if field.answerable:
            said |= {"svar": answer_in(word) or None, "svar_felt": _answer(value | {"værdi": word})}
        asked = self.layout.asked(at.entry)
        answer = [behind, asked.end if asked and not self.text.cut(end, asked.begin).strip() else end]
        return said | {"børn": self._held(at, indent + STEP, answer)}

    def _in_place(self, at: _At, begin: int, end: int, indent: int) -> Json:
        """Put a group, or the first of a list, in place of what stands behind its name; the line's remark stays."""
        asked, line_end = self.layout.asked(at.entry), self.text.line_end(at.entry.value.end[0])
        remark = self.text.cut(end, asked.begin if asked and asked.begin >= end else line_end).rstrip()
        return _added(begin, line_end, self._snippet(at.field, indent + STEP), remark)

    def single(self, at: _At, node: MappingNode) -> Json:
        """Show a group that is not one of a list."""
        first = at.entry.location.line - 1
        cut = self.layout.without(at.field, at.entry, first + 1, node.end[0])
        return self._group(at, node, at.field.label, first) | mark(self.layout, at.entry) | {"fjern": cut}

    def _group(self, at: _At, node: MappingNode, title: str, first: int) -> Json:
        before = at.earlier if isinstance(at.earlier, Felter) else None
        begin, end = self.text.line_begin(first), self.text.line_begin(node.end[0] + 1)
        children = self.children(at.field.kind, node, at.sti, before)
        return {"type": "gruppe", "titel": title, "start": begin, "slut": end, "børn": children}

    def _list(self, at: _At, node: SequenceNode) -> Json:
        """Show a list of groups, and what was held last year at its end."""
        said: Json = {"type": "liste", "svar": None, "svar_felt": None, **mark(self.layout, at.entry)}
        if self.layout.is_in_brackets(node):
            behind, end = self.text.offset(*self.layout.behind_name(at.entry)), self.text.offset(*node.end)
            if not node.items:
                return said | {"børn": [], "tilføj": self._in_place(at, behind, end, at.entry.location.column - 1)}
            unread = {"type": "felt", **at.below(f"{at.sti}/1"), **locked(self.layout, node)}
            return said | {"børn": [unread], "tilføj": None}
        names: set[str] = set()
        children = [self.item(at, node, number, names) for number in range(len(node.items))]
        place, column = self.text.line_end(node.end[0]), node.location.column - 1
        added = _added(place, place, self._snippet(at.field, column, _ids(node)))
        return said | {"børn": [*children, *self._held(at, column)], "tilføj": added}

    def item(self, at: _At, node: SequenceNode, number: int, names: set[str]) -> Json:
        """Show one of a list of groups; `names` are those that the others before it have in the form."""
        item, field = node.items[number], at.field
        own_id = _id(item)
        sti = unused(f"{at.sti}/{own_id or number + 1}", names)
        names.add(sti)
        if not isinstance(item, MappingNode):
            return {"type": "felt", **at.below(sti), **locked(self.layout, item)}
        first, last = self.layout.first_line(item), item.end[0]
        title = own_name(item, field.kind) or f"{upper_first(one_of(field))} {number + 1}"
        inside = _At(field, at.entry, sti, self._same_before(at, own_id, title))
        return (
            at.below(sti) | self._group(inside, item, title, first) | {"fjern": self._gone(at, node.items, first, last)}
        )

    def _same_before(self, at: _At, own_id: str, title: str) -> Felter | None:
        """Find what was told last year: of an indsats by its id, of a section by its heading; others are told once."""
        if at.sti == "indsatser":
            return self.indsatser_before.get(own_id)
        sections = at.earlier if at.sti == "status" and isinstance(at.earlier, tuple) else ()
        return next((one for one in sections if str(one.overskrift) == title), None)

    def _gone(self, at: _At, all_of_them: Collection[object], first: int, last: int) -> Cut | None:
        """Say what to cut so that one of a list is gone, and the list too when it was the only one."""
        if len(all_of_them) > 1:
            return self.layout.cut(first, last)
        return self.layout.without(at.field, at.entry, first, last)

    def _keyed(self, at: _At, node: MappingNode) -> Json:
        """Show groups whose names are the writer's own words."""
        earlier = at.earlier if isinstance(at.earlier, tuple) else ()
        before = {normal_key(getattr(one, one.key)): one for one in earlier}
        children = []
        for one in node.entries:
            shown = self.under_key(_At(at.field, one, f"{at.sti}/{one.key}", before.get(one.key)))
            cut = self._gone(at, node.entries, one.location.line - 1, one.value.end[0])
            children.append(shown | {"fjern": cut})
        place = self.text.line_end(node.end[0])
        body = self._snippet(at.field, node.location.column - 1, [one.typed for one in node.entries])
        said = {"type": "liste", "svar": None, "svar_felt": None, **mark(self.layout, at.entry)}
        return said | {"børn": children, "tilføj": _added(place, place, body)}

    def under_key(self, at: _At) -> Json:
        """Show a group under a word of the writer's own, with its one value or its fields."""
        entry, node, first = at.entry, at.entry.value, at.entry.location.line - 1
        if isinstance(node, MappingNode):
            group = self._group(at, node, entry.typed, first)
        else:
            begin, end = self.text.line_begin(first), self.text.line_begin(node.end[0] + 1)
            group = {"type": "gruppe", "titel": entry.typed, "start": begin, "slut": end, "børn": self._in_short(at)}
        return at.below(at.sti) | group | {"børn": [self._key(at), *group["børn"]]}

    def _key(self, at: _At) -> Json:
        own: Field = getattr(at.field.kind, at.field.kind.key)
        line, column = at.entry.location.line - 1, at.entry.location.column - 1
        begin, end = self.text.offset(line, column), self.text.offset(line, column + at.entry.location.length)
        said = {"type": "felt", "sti": f"{at.sti}/{own.name}", "om": own.full_name, "felt": own.name, "sjælden": False}
        where = {"start": begin, "slut": end, "indryk": column + STEP, "mangler": None}
        return said | where | {"værdi": at.entry.typed, "sidst": "", "mærke": None}

    def _in_short(self, at: _At) -> list[Json]:
        """Show `frivillige: 15`: its one value, and the others, which begin the long form above that value."""
        entry, node, model = at.entry, at.entry.value, at.field.kind
        indent = entry.location.column - 1 + STEP
        begin = end = self.text.offset(*self.layout.behind_name(entry))
        if not (isinstance(node, ScalarNode) and node.empty):
            end = self.layout.begin(node)
        rest = f"{self.newline}{' ' * indent}{model.fields[at.field.keyed_by].spelled}: "
        room = _Room(begin, end, indent, rest)
        before = at.earlier if isinstance(at.earlier, Felter) else None
        there = {at.field.keyed_by: entry}
        shown = [self.child(field, there.get(name), room, at.sti, before) for name, field in model.fields.items()]
        _keep(shown)
        return shown

    def _snippet(self, field: Field, indent: int, taken: Collection[str] = ()) -> _Snippet:
        """Write what a group begins with, each line after a line end."""
        body = "".join(f"{self.newline}{line}" for line in new_lines(field, indent, taken))
        return _Snippet(self._shown(field, body), body)

    def _shown(self, field: Field, body: str) -> str:
        """Show a group among the snippets, and give the name that it has there."""
        name = f"{field.full_name}{body}"
        if name not in self.snippets:
            shown, inside = _shown_alone(field, body)
            self.snippets |= {**inside, name: shown}
        return name

    def _held(self, at: _At, column: int, answer: list[int] | None = None) -> list[Json]:
        """Show last year's events, which stand below the list as comments; `answer` stands in their place now."""
        if at.sti != "indsatser":
            return []
        found = held_events(self.layout.lines, at.entry.value.end[0], column)
        return [self._event(at.field, one, answer) for one in found]

    def _event(self, field: Field, one: HeldEvent, answer: list[int] | None) -> Json:
        body = "".join(f"{self.newline}{line}" for line in one.lines)
        name = self._shown(field, body)
        begin, end = self.text.line_begin(one.first), self.text.line_end(one.last)
        text, ahead = body.removeprefix(self.newline), -len(self.newline)
        said = {"type": "afholdt", "sti": f"afholdt/{one.first}", "navn": self.snippets[name]["titel"]}
        where = {"start": begin, "slut": end, "også": answer}
        return said | where | {"tekst": text, "visning": name, "forskud": ahead}


def _keep(shown: list[Json]) -> None:
    """Say of the one value that a group has that it is emptied, and not taken out: the group would go with it."""
    for one in shown:
        if one["type"] == "felt" and not one.get("mangler"):
            one["bliver"] = True


def _nothing_in(field: Field) -> Json:
    said: Json = {"børn": [], "svar": None, "svar_felt": None}
    if field.holds_list:
        return {"type": "liste", **said}
    return {"type": "gruppe", "titel": field.label, "start": -1, "slut": -1, "fjern": None, **said}


def _answer(value: Json) -> Json:
    said = {"type": "felt", "sti": "svar", "om": "svar", "felt": "svar", "sjælden": False, "sidst": ""}
    return said | value


def _added(at: int, until: int, snippet: _Snippet, prefix: str = "", rest: str = "") -> Json:
    said = {"ved": at, "slet_til": until, "tekst": f"{prefix}{snippet.body}{rest}"}
    return said | {"visning": snippet.name, "forskud": len(prefix)}


def _ids(node: TreeNode) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_id, node.items)))) if isinstance(node, SequenceNode) else ()


def _id(item: TreeNode) -> str:
    entry = item.get("id") if isinstance(item, MappingNode) else None
    return entry.value.text if entry and isinstance(entry.value, ScalarNode) else ""


@lru_cache(maxsize=512)
def _shown_alone(field: Field, body: str) -> tuple[Json, Mapping[str, Json]]:
    """Show one group that may be put under a field's name as it would be shown there, and the snippets inside it.

    `body` begins with a line end; offsets count from its first character.
    """
    name = "x:"
    source = Source("", with_line_feeds(f"{name}{body}"), names_of(Statusfil))
    tree, page = parse(source).tree, PageText(f"{name}{body}", -len(name))
    if not isinstance(tree, MappingNode):
        raise TypeError(f"a snippet that cannot be read: {body!r}")
    walk = _Walk(Layout(page, source), None)
    entry = tree.entries[0]
    at, node = _At(field, entry, field.name), entry.value
    if isinstance(node, SequenceNode):
        return walk.item(at, node, 0, set()), walk.snippets
    if field.keyed_by and isinstance(node, MappingNode):
        return walk.under_key(_At(field, node.entries[0], field.name)), walk.snippets
    return walk.child(field, entry, _Room(0, 0, 0), "", None), walk.snippets
