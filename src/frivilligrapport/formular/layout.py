"""Where the parts of a status file stand in its text, and which characters to cut so that all others stay."""

import re
from typing import NamedTuple

from frivilligrapport.fast_start import pattern
from frivilligrapport.formular.places import PageText
from frivilligrapport.models.fields.base import Field
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.reading.comments import MARK
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import End, MappingEntry, ScalarNode, SequenceNode, TreeNode

_MARK = pattern(rf"\s*#(?P<more>.*?)(?P<mark>\b{MARK}\b[:\s]*(?P<asks>.*))$", re.IGNORECASE)
_REMARK = pattern(r"(?:^|\s)#.*")
_SIGN = pattern(r"[|>][0-9+-]*")


class Asked(NamedTuple):
    """Hold a mark that asks for a value: the characters to cut when it is answered, and what it asks."""

    begin: int
    end: int
    asks: str


class Cut(NamedTuple):
    """Say what to put in place of which characters, so that something is gone."""

    begin: int
    end: int
    instead: str = ""


class Layout:
    """Find the parts of one text; lines and columns count from zero, as everywhere in the tree."""

    def __init__(self, text: PageText, source: Source) -> None:
        self.text, self.lines = text, source.lines
        self._has_marks = MARK in source.text.upper()

    def behind_name(self, entry: MappingEntry) -> End:
        """Give the place behind the colon of a field's name."""
        line, column = entry.location.line - 1, entry.location.column - 1 + entry.location.length
        while (found := self.lines[line].find(":", column)) < 0 and line < entry.value.end[0]:
            line, column = line + 1, 0
        return line, found + 1

    def block_sign(self, node: TreeNode) -> re.Match[str] | None:
        """Find the `|` of a text that stands below it; None for other values."""
        if not isinstance(node, ScalarNode) or node.plain:
            return None
        return _SIGN.match(self.lines[node.location.line - 1], node.location.column - 1)

    def is_in_brackets(self, node: SequenceNode) -> bool:
        """Tell whether a list stands in [ and ]."""
        return self.lines[node.location.line - 1].startswith("[", node.location.column - 1)

    def begin(self, node: TreeNode) -> int:
        """Give the offset of a node's first character."""
        return self.text.offset(node.location.line - 1, node.location.column - 1)

    def end(self, node: TreeNode) -> int:
        """Give the offset behind a node's last character; of a `|` with no text below it, behind the sign."""
        sign, line = self.block_sign(node), node.location.line - 1
        return self.text.offset(*((line, sign.end()) if sign and node.end[0] == line else node.end))

    def asked(self, entry: MappingEntry) -> Asked | None:
        """Find the mark that asks for a field's value, behind the value or behind the name."""
        if not self._has_marks:
            return None
        node, places = entry.value, dict((self.behind_name(entry),))
        if isinstance(node, ScalarNode | SequenceNode):
            sign = self.block_sign(node)
            places |= {node.location.line - 1: sign.end()} if sign else dict((node.end,))
        return next((found for line, column in places.items() if (found := self._mark(line, column))), None)

    def _mark(self, line: int, column: int) -> Asked | None:
        match = _MARK.match(self.lines[line], column)
        if match is None:
            return None
        # What else the comment says stays.
        begin = match.start("mark") if match["more"].strip() else column
        return Asked(self.text.offset(line, begin), self.text.line_end(line), match["asks"].strip())

    def first_line(self, item: TreeNode) -> int:
        """Give the line of the dash before an item of a list."""
        line, before = item.location.line - 1, self.lines[item.location.line - 1][: item.location.column - 1]
        while not before.rstrip().endswith("-") and line:
            line -= 1
            before = _REMARK.sub("", self.lines[line])
        return line

    def last_remark(self, line: int, indent: int) -> int:
        """Give the last line of the remarks that belong to a field that ends on a line; without any, that line.

        They are moved in below its name, which stands in the column `indent`; those of a part of the file may also
        stand right under it, with an empty line after them.
        """
        last = line
        is_close = indent == 0
        for number in range(line + 1, len(self.lines)):
            text = self.lines[number].strip()
            if text and not text.startswith("#"):
                return last
            is_close = is_close and bool(text)
            ends = not "".join(self.lines[number + 1 : number + 2]).strip()
            if text and (self.lines[number].index("#") > indent or (is_close and ends)):
                last = number
        return last

    def cut(self, first: int, last: int) -> Cut:
        """Cut whole lines; those that end the text are cut with the line end before them."""
        begin, end = self.text.line_begin(first), self.text.line_begin(last + 1)
        if end == self.text.line_end(last) and first:
            begin = self.text.line_end(first - 1)
        return Cut(begin, end)

    def without(self, field: Field, entry: MappingEntry, first: int, last: int) -> Cut | None:
        """Take away all that a field holds, the lines `first` to `last`; remarks between it and the name stay.

        The name goes too, or is answered with `uoplyst`. None where a field has to be there, or begins an item.
        """
        line, column = self.behind_name(entry)
        end = self.cut(first, last).end
        if field.answerable:
            begin = self.text.offset(line, column)
            return Cut(begin, end, f" {UOPLYST}{self.text.cut(begin, self.text.line_begin(first))}")
        if field.required or self.lines[line][: entry.location.column - 1].strip():
            return None
        if first <= line + 1:
            return self.cut(line, last)
        kept = self.text.cut(self.text.line_begin(line + 1), self.text.line_begin(first))
        return Cut(self.text.line_begin(line), end, kept)
