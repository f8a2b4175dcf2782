"""The file as written: what a person typed, before anything was mended or left out.

A field that was typed and could not be read has been told of already; it must not be called absent too.
"""

from collections.abc import Iterator

from frivilligrapport.danish import nearest_word
from frivilligrapport.models.base import Felter
from frivilligrapport.models.unknown_fields import field_names
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode, SequenceNode, TreeNode


def entry_of(tree: TreeNode | None, group: Felter, field: str) -> MappingEntry | None:
    """Give the entry that was typed for a field of `group`, also under a misspelt name; None when there is none."""
    written = next((one for one in _mappings(tree) if one.location == group.location), group.node)
    names = field_names(type(group))
    open_names = [name for name in names if written.get(name) is None]
    misspelt = (one for one in written.entries if one.key not in names and nearest_word(one.key, open_names) == field)
    return written.get(field) or next(misspelt, None)


def is_typed(tree: TreeNode | None, group: Felter, field: str) -> bool:
    """Tell whether something was typed for a field, whatever became of it."""
    entry = entry_of(tree, group, field)
    return entry is not None and not (isinstance(entry.value, ScalarNode) and entry.value.empty)


def _mappings(tree: TreeNode | None) -> Iterator[MappingNode]:
    if isinstance(tree, MappingNode):
        yield tree
        for entry in tree.entries:
            yield from _mappings(entry.value)
    elif isinstance(tree, SequenceNode):
        for item in tree.items:
            yield from _mappings(item)
