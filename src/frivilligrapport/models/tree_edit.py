"""Change one place of a tree, giving a new tree: how a file with faults is still read as far as it goes."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Mappings
from dataclasses import replace

from frivilligrapport.models.units_of_fields import into_their_units
from frivilligrapport.reading.tree import (
    MappingEntry,
    MappingNode,
    ScalarNode,
    SequenceNode,
    TreeNode,
    TreePath,
    node_at,
)

Edit = Callable[[TreeNode, str | int], TreeNode]


def edit_all(tree: TreeNode, edits: Mappings[TreePath, Edit]) -> TreeNode:
    """Carry out one edit a place, from the end, so that leaving out an item does not move those still to be edited."""
    for path in sorted(edits, key=_order, reverse=True):
        tree = _edit(tree, path, edits[path])
    return tree


def _order(path: TreePath) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _edit(tree: TreeNode, path: TreePath, change: Edit) -> TreeNode:
    """Let `change` remake the container that `path` ends in; a path that leads nowhere changes nothing."""
    if len(path) == 1:
        return change(tree, path[0])
    return _changed(tree, path[0], lambda node: _edit(node, path[1:], change))


def _changed(node: TreeNode, step: str | int, change: Callable[[TreeNode], TreeNode]) -> TreeNode:
    if isinstance(node, MappingNode):
        entries = tuple(
            replace(entry, value=change(entry.value)) if step in {index, entry.key} else entry
            for index, entry in enumerate(node.entries)
        )
        return replace(node, entries=entries)
    if isinstance(node, SequenceNode):
        items = tuple(change(item) if index == step else item for index, item in enumerate(node.items))
        return replace(node, items=items)
    return node


def remove(node: TreeNode, step: str | int) -> TreeNode:
    """Leave out one entry or item; the other items keep their numbers."""
    if isinstance(node, MappingNode):
        kept = tuple(entry for index, entry in enumerate(node.entries) if step not in {index, entry.key})
        return replace(node, entries=kept)
    if isinstance(node, SequenceNode):
        left = [(node.number(index), item) for index, item in enumerate(node.items) if index != step]
        return replace(node, items=tuple(item for _, item in left), numbers=tuple(number for number, _ in left))
    return node


def rename(key: str) -> Edit:
    """Make an edit that reads an entry under another key."""

    def change(node: TreeNode, step: str | int) -> TreeNode:
        if not isinstance(node, MappingNode):
            return node
        entries = tuple(replace(entry, key=key) if entry.key == step else entry for entry in node.entries)
        return replace(node, entries=entries)

    return change


def fill(text: str) -> Edit:
    """Make an edit that adds a field with `text` as its value, placed where the group begins."""

    def change(node: TreeNode, step: str | int) -> TreeNode:
        if not isinstance(node, MappingNode) or not isinstance(step, str):
            return node
        entry = MappingEntry(step, step, node.location, ScalarNode(text, node.location))
        kept = tuple(entry for entry in node.entries if entry.key != step)
        return replace(node, entries=(*kept, entry))

    return change


def put(text: str) -> Edit:
    """Make an edit that reads what stands at a place as `text`."""

    def changed(value: TreeNode) -> TreeNode:
        return replace(value, text=text) if isinstance(value, ScalarNode) else ScalarNode(text, value.location)

    return lambda node, step: _changed(node, step, changed)


def as_list(node: TreeNode, step: str | int) -> TreeNode:
    """Read a value as a list: words between commas one by one, a group of fields as the only item."""

    def listed(value: TreeNode) -> TreeNode:
        if isinstance(value, ScalarNode):
            return SequenceNode(tuple(_words(value)), value.location)
        return SequenceNode((value,), value.location) if isinstance(value, MappingNode) else value

    return _changed(node, step, listed)


def into_units(fields: tuple[str, ...]) -> Edit:
    """Make an edit that reads fields of a figure that stand beside its unit as standing under it."""

    def placed(value: TreeNode) -> TreeNode:
        return into_their_units(value, fields) if isinstance(value, MappingNode) else value

    return lambda node, step: _changed(node, step, placed)


def _words(scalar: ScalarNode) -> list[ScalarNode]:
    found = re.finditer(r"[^,\s\[\]](?:[^,\[\]]*[^,\s\[\]])?", scalar.text)
    return [ScalarNode(match.group(), scalar.place(match.start(), len(match.group()))) for match in found]


def as_group(node: TreeNode, step: str | int) -> TreeNode:
    """Read a list of fields as the group it was meant to be; one that holds anything else is left out."""
    value = node_at(node, (step,))
    groups = value.items if isinstance(value, SequenceNode) else ()
    entries = tuple(entry for group in groups if isinstance(group, MappingNode) for entry in group.entries)
    are_fields = all(isinstance(group, MappingNode) for group in groups)
    if not entries or not are_fields or len({entry.key for entry in entries}) < len(entries):
        return remove(node, step)
    return _changed(node, step, lambda found: MappingNode(entries, found.location))
