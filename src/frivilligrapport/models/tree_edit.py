"""Change one place of a tree, giving a new tree: how a file with faults is still read as far as it goes."""

from collections.abc import Callable
from dataclasses import replace

from frivilligrapport.reading.tree import Entry, Mapping, Node, Path, Scalar, Sequence

Edit = Callable[[Node, str | int], Node]


def edit(tree: Node, path: Path, change: Edit) -> Node:
    """Let `change` remake the container that `path` ends in; a path that leads nowhere changes nothing."""
    if len(path) == 1:
        return change(tree, path[0])
    step, rest = path[0], path[1:]
    if isinstance(tree, Mapping):
        entries = tuple(
            replace(entry, value=edit(entry.value, rest, change)) if step in {index, entry.key} else entry
            for index, entry in enumerate(tree.entries)
        )
        return replace(tree, entries=entries)
    if isinstance(tree, Sequence):
        items = tuple(edit(item, rest, change) if index == step else item for index, item in enumerate(tree.items))
        return replace(tree, items=items)
    return tree


def remove(node: Node, step: str | int) -> Node:
    """Leave out one entry or item."""
    if isinstance(node, Mapping):
        kept = tuple(entry for index, entry in enumerate(node.entries) if step not in {index, entry.key})
        return replace(node, entries=kept)
    if isinstance(node, Sequence):
        return replace(node, items=tuple(item for index, item in enumerate(node.items) if index != step))
    return node


def rename(key: str) -> Edit:
    """Make an edit that reads an entry under another key."""

    def change(node: Node, step: str | int) -> Node:
        if not isinstance(node, Mapping):
            return node
        entries = tuple(replace(entry, key=key) if entry.key == step else entry for entry in node.entries)
        return replace(node, entries=entries)

    return change


def fill(text: str) -> Edit:
    """Make an edit that adds a field with `text` as its value, placed where the group begins."""

    def change(node: Node, step: str | int) -> Node:
        if not isinstance(node, Mapping) or not isinstance(step, str):
            return node
        entry = Entry(step, step, node.location, Scalar(text, node.location))
        kept = tuple(entry for entry in node.entries if entry.key != step)
        return replace(node, entries=(*kept, entry))

    return change
