"""A file's lines while they are being repaired: what is not repaired keeps every byte."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.field_names import NO_NAMES, FieldNames
from frivilligrapport.reading.parsing import Parsing, parse
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode

_LINE_END = re.compile(r"\r\r\n|\r\n|\r|\n")


class Repair(NamedTuple):
    """Say in Danish what is repaired, on which line (from 1); line 0 is the whole file."""

    line: int
    what: str


class LineEdit(NamedTuple):
    """Put `text` in place of the characters from `start` to `end` of a line; all are counted from zero."""

    number: int
    start: int
    end: int
    text: str
    what: str


# Edits that only make sense together, in the order of their lines.
EditGroup = tuple[LineEdit, ...]


@dataclass(frozen=True)
class Draft:
    """Hold a file's lines apart from their ends. Repairs change lines and never their number.

    `names` are as for a `Source`.
    """

    lines: tuple[str, ...]
    ends: tuple[str, ...]
    repairs: tuple[Repair, ...] = ()
    names: FieldNames = NO_NAMES

    @property
    def text(self) -> str:
        """Give the lines as findings are placed in them: a line feed as the only line end."""
        return "\n".join(self.lines)

    @cached_property
    def source(self) -> Source:
        """Give the text as slips are looked for in it."""
        return Source("", self.text, self.names)

    @property
    def data(self) -> bytes:
        """Give the file's bytes, in UTF-8."""
        return "".join(line + end for line, end in zip(self.lines, self.ends, strict=True)).encode()

    def with_lines(self, new: Mapping[int, str], what: Mapping[int, str]) -> "Draft":
        """Put new lines in (numbers from zero), each with what is said of it; a line that stays as it is is no repair.

        Two repairs of one line that are worded alike are told once.
        """
        changed = {number: line for number, line in new.items() if self.lines[number] != line}
        told = [Repair(number + 1, what[number]) for number in sorted(changed)]
        lines = tuple(changed.get(number, line) for number, line in enumerate(self.lines))
        return replace(self, lines=lines, repairs=tuple(dict.fromkeys((*self.repairs, *told))))

    def with_edits(self, groups: Iterable[EditGroup]) -> "Draft":
        """Carry out edits, at most one on each line."""
        edits = {edit.number: edit for group in groups for edit in group}
        lines = {n: self.lines[n][: edit.start] + edit.text + self.lines[n][edit.end :] for n, edit in edits.items()}
        return self.with_lines(lines, {number: edit.what for number, edit in edits.items()})

    def with_note(self, what: str) -> "Draft":
        """Add a repair of the file as a whole."""
        return replace(self, repairs=(*self.repairs, Repair(0, what)))

    @cached_property
    def parsing(self) -> Parsing:
        """Read the draft as a file's text."""
        source = decode(self.data, "").readable
        return parse(source._replace(names=self.names)) if source else Parsing(None, ())

    @property
    def progress(self) -> tuple[bool, int, int]:
        """Give how far the draft can be read: the larger, the further. One that is read to its end is furthest.

        Within a line it is what remains of it that counts, since a repair may move the rest.
        """
        if self.parsing.tree is not None:
            return (True, 0, 0)
        if self.parsing.slip is None:
            return (False, -1, 0)
        line, column = self.parsing.stopped
        return (False, line, column - len(self.lines[line]))

    @property
    def meaning(self) -> str:
        """Give what the draft says as far as it can be read, as `meaning_of` does."""
        if self.parsing.tree is None:
            above = draft_from_text("\n".join(self.lines[: self.parsing.stopped[0]]))
            return meaning_of(replace(above, names=self.names).parsing.tree)
        return meaning_of(self.parsing.tree)


def draft_from_text(text: str) -> Draft:
    """Take a text apart into lines and their ends: CRLF, CR and LF, as the reader does."""
    return Draft(tuple(_LINE_END.split(text)), (*_LINE_END.findall(text), ""))


def meaning_of(node: TreeNode | None) -> str:
    """Give what a tree says, without places, in a form that is easy to compare."""
    match node:
        case MappingNode():
            return "{" + ",".join(f"{entry.key!r}:{meaning_of(entry.value)}" for entry in node.entries) + "}"
        case SequenceNode():
            return "[" + ",".join(map(meaning_of, node.items)) + "]"
        case ScalarNode():
            return repr(node.text)
    return "?"
