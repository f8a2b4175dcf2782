"""A file's content as a tree in which every key and value knows its place, and every value is text."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from frivilligrapport.fast_start import Frozen
from frivilligrapport.problems import Location

# The line and the column, both from zero, behind the last character of something; (0, 0) where it is in no file.
End = tuple[int, int]


class ScalarNode(NamedTuple):
    """Hold one value as text, never typed by YAML.

    `location` is the value's first character (for a block text, its `|`). `plain` is False for quoted and block texts.
    `body` is the place of the first character of a block text's first line, None for other values. `end` is where it
    ends, a block text at the end of its last line that is not blank.
    """

    text: str
    location: Location
    plain: bool = True
    body: Location | None = None
    end: End = (0, 0)

    @property
    def empty(self) -> bool:
        """Tell whether nothing was typed."""
        return self.plain and self.text in {"", "~"}

    @property
    def on_one_line(self) -> bool:
        """Tell whether `location` underlines the whole value as it was typed."""
        marks = 0 if self.plain else 2
        return self.body is None and len(self.text) + marks <= self.location.length

    def is_as_typed(self, start: int, length: int) -> bool:
        """Tell whether so many characters of the text stand in the file just so, where `place` points at them."""
        marks = 0 if self.plain else 2
        if self.body is not None:
            return "\n" not in self.text[start : start + length]
        return len(self.text) + marks == self.location.length

    def place(self, offset: int, length: int = 1) -> Location:
        """Give the location of the character at `offset` of the text, as near as the way it was written allows.

        Where a value runs over several lines, or has signs that are written otherwise within quotes, the text's
        characters are not where they stand in the file; then it is the whole value that is pointed at.
        """
        if self.body is None:
            quote = 0 if self.plain else 1
            room = self.location.length - quote
            if room - quote != len(self.text):
                if offset or room < 1 < length:
                    return self.location
                length = min(length, room)
            return self.location._replace(column=self.location.column + quote + offset, length=max(length, 1))
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        return self.body._replace(line=self.body.line + line, column=self.body.column + column, length=max(length, 1))


class ReportedNode(NamedTuple):
    """Stand where something was that has already been reported, so that nothing more is said of it."""

    location: Location
    end: End = (0, 0)


class MappingEntry(NamedTuple):
    """Hold one key and its value. `key` is normalised (`kaldes_ogsaa`), `typed` is what stands in the file."""

    key: str
    typed: str
    location: Location
    value: "TreeNode"


class MappingNode(Frozen):
    """Hold keys and values in the file's order; no key stands twice. It ends where the last thing in it does."""

    entries: tuple[MappingEntry, ...]
    location: Location
    end: End = (0, 0)

    def get(self, key: str) -> MappingEntry | None:
        """Give the entry of a normalised key, None when there is none."""
        return self.by_key.get(key)

    @cached_property
    def by_key(self) -> Mapping[str, MappingEntry]:
        """Give the entries by their normalised keys."""
        return {entry.key: entry for entry in reversed(self.entries)}


class SequenceNode(NamedTuple):
    """Hold the items of a list in the file's order.

    `numbers` are the items' numbers in the file, where some of them have been left out. It ends behind its `]`, or
    where the last thing in it does.
    """

    items: tuple["TreeNode", ...]
    location: Location
    numbers: tuple[int, ...] = ()
    end: End = (0, 0)

    def number(self, index: int) -> int:
        """Give an item's number in the file, from 1."""
        return self.numbers[index] if self.numbers else index + 1


TreeNode = ScalarNode | MappingNode | SequenceNode | ReportedNode


def every_node(tree: TreeNode) -> Iterator[TreeNode]:
    """Yield a tree and all that is in it, in the file's order, each before what it holds."""
    left = [tree]
    while left:
        node = left.pop()
        yield node
        if isinstance(node, MappingNode):
            left += (entry.value for entry in reversed(node.entries))
        elif isinstance(node, SequenceNode):
            left += reversed(node.items)


def every_scalar(tree: TreeNode) -> list[ScalarNode]:
    """Give all single values in a tree, in the file's order."""
    return [one for one in every_node(tree) if isinstance(one, ScalarNode)]
