"""Tree to model in one walk, with every fault of the file as a finding of our own.

Each field is read where it stands. What cannot be read is told, mended or left out, and the walk goes on, so that one
slip hides nothing else: a misspelt field is read as the one that was meant, a missing required field as uoplyst, a
value that cannot be read as not there.
"""

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Mappings
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeVar

from frivilligrapport.danish import slug_of
from frivilligrapport.models.fields import explaining, kinds
from frivilligrapport.models.fields.base import Felter, Field, Trail, answered, required_names
from frivilligrapport.models.fields.leaves import Leaf, Text
from frivilligrapport.models.fields.lists_as_values import text_expected
from frivilligrapport.models.fields.unknown import (
    as_meant,
    beside_their_group,
    into_their_units,
    meant,
    misspelt,
    moved_in,
    not_moved_in,
    of_another_list,
    out_of_its_unit,
    unknown,
)
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.problems import Fault, Kind, Location, Problem
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ReportedNode, ScalarNode, SequenceNode, TreeNode

Model = TypeVar("Model", bound=Felter)
_NOTHING: Mappings[str, str] = MappingProxyType({})


# Values of one kind in a file that are told what to be written as; nobody reads further.
_MOST_ADVISED = 2_000
_NUMBER_AS_KEY = re.compile(r"[0-9][0-9.]*")
_ABSENT: Final = object()  # nothing is there, and nothing must be
_UNREADABLE: Final = object()  # what is wrong with it has been told


class ModelReading(NamedTuple, Generic[Model]):
    """Give what a tree came to. `model` is None when nothing sensible is left; `problems` are in no order."""

    model: Model | None
    problems: tuple[Problem, ...]


def read_model(model: type[Model], tree: TreeNode, known: Mappings[str, str] = _NOTHING) -> ModelReading[Model]:
    """Read a tree as `model`; never raises for what the tree holds.

    `known` are values for the file's own fields (normalised name: text) that are put where the file has none that can
    be read, so that the rest of it can: the year is known from the folder.
    """
    reading = _Reading(model)
    at = Trail(None, None, tree, tree.location)
    if isinstance(tree, MappingNode):
        found = reading.group(model, at, tree, known)
    else:
        found = None
        told = isinstance(tree, ReportedNode)
        reading.problems += () if told else (explaining.file_of_another_shape(at, model),)
    return ModelReading(found, tuple(reading.problems))


class _Reading:
    """Walk one file, collecting what is wrong with it."""

    def __init__(self, root: type[Felter]) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unread: Counter[Kind] = Counter()

    def group(
        self, model: type[Model], at: Trail, node: MappingNode, known: Mappings[str, str] = _NOTHING, **key: Text
    ) -> Model | None:
        """Read a group of fields; None when one that must be there cannot be made up."""
        if strange := _strange(model, node):
            if self._is_of_another_list(model, at, strange):
                return None
            node = self._moved_in(model, at, node)
            strange = _strange(model, node)
            node = self._told_apart(model, at, node, [one for one in strange if not _is_empty(one.value)])
        at = at if at.node is node else at.to(node)
        values: dict[str, Any] = dict(key)
        left_out: list[str] = []
        made_up: dict[str, ScalarNode] = {}
        written = node.by_key
        for name, field in model.fields.items():
            value = self._field(field, at, written.get(name)) if name in written or field.required else _ABSENT
            if value is _UNREADABLE and field.required:
                made_up[name] = ScalarNode(known.get(name, UOPLYST), node.location)
                value = _made_of(field, made_up[name])
            if value is _UNREADABLE:
                left_out.append(name)
            elif value is not _ABSENT:
                values[name] = value
        node = _as_read(node, values, {*left_out, *made_up}, made_up)
        if strange:
            node = self._told_apart(model, at, node, [one for one in strange if _is_empty(one.value)])
            node = node._replace(entries=tuple(one for one in node.entries if one.key in model.fields))
        is_whole = all(name in values for name in made_up)
        return model(node=node, trail=at, **values) if is_whole else None

    def _is_of_another_list(self, model: type[Felter], at: Trail, strange: list[MappingEntry]) -> bool:
        """Tell of a whole item that stands in the wrong list; nothing else is told of it."""
        elsewhere = of_another_list(at, strange, self.root, model)
        self.problems += (elsewhere,) if elsewhere else ()
        return elsewhere is not None

    def _moved_in(self, model: type[Felter], at: Trail, node: MappingNode) -> MappingNode:
        """Tell of fields beside the group that they belong under, and read them there."""
        groups = tuple(beside_their_group(model, node))
        self.problems += (not_moved_in(at, above, inside) for above, inside in groups)
        return moved_in(node, groups) if groups else node

    def _told_apart(
        self, model: type[Felter], at: Trail, node: MappingNode, strange: list[MappingEntry]
    ) -> MappingNode:
        """Tell unknown fields, and read those as another that it is near to; of two near the same one, the first.

        Those with nothing in them are told last, when it is known which fields the group lacks.
        """
        lacking = [name for name in model.fields if node.get(name) is None]
        found: dict[str, Field] = {}
        for entry in strange[:_MOST_ADVISED]:
            better = meant(self.root, model, entry.key, lacking)
            if better and model.fields[better] not in found.values():
                found[entry.key] = model.fields[better]
        entries = (as_meant(one, found[one.key]) if one.key in found else one for one in node.entries)
        node = node._replace(entries=tuple(entries))
        at = at.to(node)
        for entry in strange:
            field = found.get(entry.key)
            told = misspelt(at, entry, field) if field else unknown(at, entry, self.root, model)
            self.problems.append(told)
        return node

    def _field(self, field: Field, group: Trail, entry: MappingEntry | None) -> Any:
        """Read one field of a group; one left empty counts as not there."""
        if entry is None or _is_empty(entry.value):
            if not field.required:
                return _ABSENT
            self.problems.append(explaining.missing_field(group, field))
            return _UNREADABLE
        if field.answerable and answered(entry.value):
            return _ABSENT
        if field.group is None and not field.holds_list:
            value = self._leaf(group, field, entry.value, entry.location, entry.typed)
        else:
            value = self._groups(field, Trail(group, field, entry.value, entry.location, entry.typed))
        if field.required and not field.may_be_blank and _is_blank(value):
            self.problems.append(explaining.missing_field(group, field))
            return _UNREADABLE
        return value

    def _groups(self, field: Field, at: Trail) -> Any:
        if isinstance(at.node, ReportedNode):
            return _UNREADABLE
        if field.keyed_by:
            return self._keyed(field, at)
        return self._list(field, at) if field.holds_list else self._group(field, at)

    def _leaf(
        self, above: Trail, field: Field, node: TreeNode, place: Location, typed: str = "", number: int = 0
    ) -> Any:
        """Read a single value; the way to it is only traced when there is something to tell of it."""
        if isinstance(node, ScalarNode):
            try:
                return field.read(node)
            except Fault as fault:
                return self._refused(Trail(above, field, node, place, typed, number), field, node, fault)
        if not isinstance(node, ReportedNode):
            self.problems.append(text_expected(Trail(above, field, node, place, typed, number)))
        return field.read(ScalarNode(field.unreadable, node.location)) if field.unreadable else _UNREADABLE

    def _refused(self, at: Trail, field: Field, node: ScalarNode, fault: Fault) -> Any:
        """Tell what is wrong with a value, and read what may stand in its place."""
        self.unread[fault.kind] += 1
        is_told = self.unread[fault.kind] <= _MOST_ADVISED
        self.problems.append(
            explaining.bad_value(at, node, fault) if is_told else Problem(node.location, fault.kind, fault.message)
        )
        slug = slug_of(node.text) if fault.kind is kinds.BAD_SLUG else ""
        instead = field.unreadable or slug
        return field.read(node._replace(text=instead)) if instead else _UNREADABLE

    def _group(self, field: Field, at: Trail) -> Any:
        """Read a group of fields; a list of such is read as the one that it was meant to be."""
        if field.group is None:
            return _UNREADABLE
        if not isinstance(at.node, MappingNode):
            self.problems.append(explaining.fields_expected(at))
            at = at.to(_merged(at.node))
        found = self.group(field.group, at, at.node) if isinstance(at.node, MappingNode) else None
        return _UNREADABLE if found is None else found

    def _list(self, field: Field, at: Trail) -> Any:
        """Read a list, item by item; words between commas and a single group are read as one."""
        if not isinstance(at.node, SequenceNode):
            self.problems.append(explaining.list_expected(at))
            if field.group and not explaining.is_item(at.node, field.group):
                return _UNREADABLE
            words = tuple(_words(at.node)) if isinstance(at.node, ScalarNode) else (at.node,)
            at = at.to(SequenceNode(words, at.node.location))
        if field.group:
            at = self._joined(field, field.group, at)
        items = (self._item(field, at, one, number) for number, one in _numbered(at.node))
        return tuple(one for one in items if one is not _UNREADABLE)

    def _joined(self, field: Field, model: type[Felter], at: Trail) -> Trail:
        """Read as one item those that a dash too many has parted, and tell of the dash."""
        if not isinstance(at.node, SequenceNode):
            return at
        items: list[TreeNode] = []
        for number, item in enumerate(at.node.items):
            last = items[-1] if items else None
            if isinstance(item, MappingNode) and isinstance(last, MappingNode) and _goes_on(model, last, item):
                here = Trail(at, field, item, item.location, number=at.node.number(number))
                self.problems.append(explaining.another_dash(here, item))
                items[-1] = last._replace(entries=(*last.entries, *item.entries))
            else:
                items.append(item)
        return at if len(items) == len(at.node.items) else at.to(at.node._replace(items=tuple(items)))

    def _item(self, field: Field, above: Trail, node: TreeNode, number: int) -> Any:
        if isinstance(node, ReportedNode):
            return _UNREADABLE
        if field.group and not _is_empty(node):
            return self._group(field, Trail(above, field, node, node.location, number=number))
        value = _UNREADABLE if field.group else self._leaf(above, field, node, node.location, number=number)
        if field.group or _is_blank(value):
            self.problems.append(explaining.empty_item(Trail(above, field, node, node.location, number=number)))
            return _UNREADABLE
        return value

    def _keyed(self, field: Field, at: Trail) -> Any:
        """Read a group whose keys are the writer's own words (a unit, a subset's name) as a list of groups."""
        model, node = field.kind, at.node
        if not isinstance(node, MappingNode):
            self.problems.append(explaining.fields_expected(at))
            node = _merged(node)
        if not isinstance(node, MappingNode):
            return _UNREADABLE
        strays = [number for number, entry in enumerate(node.entries) if _is_field_of_item(model, entry.key)]
        if strays:
            first = node.entries[strays[0]]
            fault = out_of_its_unit(node, strays)
            self.problems.append(explaining.bad_value(at.to(node), ScalarNode(first.typed, first.location), fault))
            node = into_their_units(node, tuple(model.fields))
        group = at.to(node)
        found = (self._under_key(field, group, entry) for entry in node.entries)
        return tuple(one for one in found if one is not _UNREADABLE)

    def _under_key(self, field: Field, at: Trail, entry: MappingEntry) -> Any:
        """Read the group at such a key, or its one value in the short form."""
        model, content = field.kind, field.kind.fields[field.keyed_by]
        at = Trail(at, field, entry.value, entry.location, entry.typed)
        key = {model.key: getattr(model, model.key).read(ScalarNode(entry.typed, entry.location))}
        if isinstance(entry.value, MappingNode):
            found = self.group(model, at, entry.value, **key)
            return _UNREADABLE if found is None else found
        if (
            _NUMBER_AS_KEY.fullmatch(entry.typed)
            and isinstance(entry.value, ScalarNode)
            and entry.value.text.strip().isalpha()
        ):
            self.problems.append(explaining.number_before_unit(at, entry, entry.value))
            return _UNREADABLE
        value = self._leaf(at, content, entry.value, entry.location, entry.typed)
        if value is _UNREADABLE:
            return value
        return model(node=MappingNode((), entry.location), trail=at, **key, **{content.name: value})


def _goes_on(model: type[Felter], last: MappingNode, item: MappingNode) -> bool:
    """Tell whether an item is the rest of the one above it: it lacks what an item begins with, and has what that lacks.

    Nothing stands in both, and all that stands in it are fields of the same group.
    """
    needed = required_names(model)
    typed = {entry.key for entry in item.entries}
    if not needed or needed[0] in typed or last.get(needed[0]) is None or not typed <= set(model.fields):
        return False
    lacking = {name for name in needed if last.get(name) is None}
    return bool(lacking & typed or (lacking and typed)) and not any(last.get(key) for key in typed)


def _strange(model: type[Felter], node: MappingNode) -> list[MappingEntry]:
    return [one for one in node.entries if one.key not in model.fields]


def _is_empty(node: TreeNode) -> bool:
    return isinstance(node, ScalarNode) and node.empty


def _is_blank(value: object) -> bool:
    return isinstance(value, Text) and not value


def _is_field_of_item(model: type[Felter], key: str) -> bool:
    """Tell whether a key is a field of the item's, and so belongs further in; an item of one field may be called so."""
    return len(model.fields) > 1 and key in model.fields


def _numbered(node: TreeNode) -> Iterator[tuple[int, TreeNode]]:
    """Yield the items of a list with their numbers in the file."""
    if isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield node.number(index), item


def _made_of(field: Field, scalar: ScalarNode) -> Any:
    """Read what is put where a required field cannot be read; nothing can be made up for a group."""
    if field.group:
        return _UNREADABLE
    try:
        return (field.read(scalar),) if field.holds_list else field.read(scalar)
    except Fault:
        return _UNREADABLE


def _as_read(
    node: MappingNode, values: Mappings[str, Any], gone: set[str], made_up: Mappings[str, ScalarNode]
) -> MappingNode:
    """Give the group's fields as they were read: without what could not be, with what was put in its place."""
    if not gone and all(_scalar_of(values.get(one.key), one.value) is one.value for one in node.entries):
        return node
    kept = (entry for entry in node.entries if entry.key not in gone)
    mended = (entry._replace(value=_scalar_of(values.get(entry.key), entry.value)) for entry in kept)
    added = (MappingEntry(name, name, node.location, one) for name, one in made_up.items())
    return node._replace(entries=(*mended, *added))


def _scalar_of(value: object, node: TreeNode) -> TreeNode:
    return value.scalar if isinstance(value, Leaf) else node


def _merged(node: TreeNode) -> TreeNode:
    """Read a list of fields as the group it was meant to be; one that holds anything else is no group."""
    groups = node.items if isinstance(node, SequenceNode) else ()
    entries = tuple(entry for group in groups if isinstance(group, MappingNode) for entry in group.entries)
    are_fields = all(isinstance(group, MappingNode) for group in groups)
    if not entries or not are_fields or len({entry.key for entry in entries}) < len(entries):
        return node
    return MappingNode(entries, node.location)


def _words(scalar: ScalarNode) -> Iterator[ScalarNode]:
    bare = explaining.unwrapped(scalar.text)
    first = scalar.text.index(bare)
    for match in re.finditer(r"[^,\s\[\]](?:[^,\[\]]*[^,\s\[\]])?", scalar.text[: first + len(bare)]):
        if match.start() < first:
            continue
        yield ScalarNode(match.group(), scalar.place(match.start(), len(match.group())))
