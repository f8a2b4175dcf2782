"""Bytes to tree: the text of a file, what it says, and every slip in it."""

from typing import NamedTuple

from frivilligrapport.problems import Problem
from frivilligrapport.reading.decoding import decode
from frivilligrapport.reading.field_names import NO_NAMES, FieldNames
from frivilligrapport.reading.parsing import parse
from frivilligrapport.reading.recovery import Recovery, recover
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import TreeNode


class Reading(NamedTuple):
    """Give what a file's bytes came to. `tree` is None when the file cannot be read; `problems` then says why.

    `recovery` is what a copy of such a file says, mended as well as may be. Nothing in it counts: it is there only so
    that what else is wrong with the file can be told at once.
    """

    file: str
    source: Source | None
    tree: TreeNode | None
    problems: tuple[Problem, ...]
    recovery: Recovery | None = None


def read(data: bytes, file: str, names: FieldNames = NO_NAMES) -> Reading:
    """Read a YAML file's bytes; never raises for what the bytes hold. `names` are as for a `Source`."""
    decoded = decode(data, file)
    if decoded.source is None or decoded.is_torn:
        return Reading(file, decoded.source, None, decoded.problems)
    source = decoded.source._replace(names=names)
    parsing = parse(source)
    if parsing.slip is None:
        return Reading(file, source, parsing.tree, (*decoded.problems, *parsing.findings))
    recovery, found = recover(source, parsing)
    return Reading(file, source, None, (*decoded.problems, *found), recovery)
