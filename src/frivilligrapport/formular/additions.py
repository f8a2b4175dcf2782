"""What a form can put into a file: the lines that a new group begins with, and last year's events that are held again.

`new` writes the events of last year as comments below the list of indsatser.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from frivilligrapport.collection.earlier_files import unused
from frivilligrapport.danish import normal_key, slug_of
from frivilligrapport.fast_start import pattern
from frivilligrapport.formular.declared import one_of
from frivilligrapport.models.fields.base import Field
from frivilligrapport.models.fields.leaves import Slug
from frivilligrapport.models.fields.names import names_of
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.reading.parsing import parse
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingNode, SequenceNode

_BEGINS = pattern(r"(?P<indent>\s*)# ?- +id:")
_COMMENT = pattern(r"\s*#(?: |$)?")


def new_lines(field: Field, indent: int, taken: Collection[str] = ()) -> list[str]:
    """Give the lines to put below a field's name for one group more, moved in by `indent`.

    `taken` are the ids, or the names, of those that are there.
    """
    if field.keyed_by:
        return [f"{' ' * indent}{_new_key(field, taken)}:"]
    every = field.kind.fields.values()
    wanted = [one for one in every if one.required] or [one for one in every if one.usual]
    own = f"ny-{slug_of(one_of(field))}"
    lines = [f"{one.spelled}: {unused(own, taken)}" if one.kind is Slug else f"{one.spelled}:" for one in wanted]
    dash = ("- ", "  ") if field.holds_list else ("", "")
    return [f"{' ' * indent}{dash[bool(number)]}{line}" for number, line in enumerate(lines)]


def _new_key(field: Field, taken: Collection[str]) -> str:
    """Take the key of the field's example; where it is taken, the same with a mark of its own."""
    first = field.example.partition(":")[0]
    keys = {normal_key(one) for one in taken}
    return first if normal_key(first) not in keys else unused(f"{first} (ny)", taken)


class HeldEvent(NamedTuple):
    """Hold an event that stands as a comment on the lines `first` to `last`, from zero.

    `lines` are those that can be put in their place, indented as items of the list.
    """

    first: int
    last: int
    lines: tuple[str, ...]


def held_events(lines: Sequence[str], below: int, column: int) -> Iterator[HeldEvent]:
    """Yield the events below a line, up to the next field of the file; the list's dashes stand in `column`."""
    rest = range(below + 1, len(lines))
    under = [*takewhile(lambda number: lines[number][:1] in {"", " ", "#"}, rest)]
    for first in under:
        begins = _BEGINS.match(lines[first])
        if begins:
            run = [first, *takewhile(lambda number: _goes_on(lines[number]), under[under.index(first) + 1 :])]
            bare = tuple(" " * column + _COMMENT.sub("", lines[number], count=1) for number in run)
            if _is_one_group(bare):
                yield HeldEvent(first, run[-1], bare)


def _goes_on(line: str) -> bool:
    """Tell whether a line is the rest of the event above it: a comment that is indented further than its dash."""
    match = _COMMENT.match(line)
    return match is not None and line[match.end() :].startswith("  ")


def _is_one_group(lines: tuple[str, ...]) -> bool:
    tree = parse(Source("", "\n".join(lines), names_of(Statusfil))).tree
    return isinstance(tree, SequenceNode) and len(tree.items) == 1 and isinstance(tree.items[0], MappingNode)
