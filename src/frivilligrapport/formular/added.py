"""What a form adds to a file: the lines that a group begins with, its fields empty."""

from collections.abc import Collection

from frivilligrapport.danish import normal_key, slug_of
from frivilligrapport.models.fields.base import Field
from frivilligrapport.models.fields.leaves import Slug


def new_lines(field: Field, indent: int, taken: Collection[str] = ()) -> list[str]:
    """Give the lines to put below a field's name for one group more, moved in by `indent`.

    `taken` are the ids, or the names, of those that are there.
    """
    if field.keyed_by:
        return [f"{' ' * indent}{_new_key(field, taken)}:"]
    every = field.kind.fields.values()
    wanted = [one for one in every if one.required] or [one for one in every if one.usual]
    own = f"ny-{slug_of(field.each[1] if field.each else field.name)}"
    lines = [f"{one.spelled}: {unused(own, taken)}" if one.kind is Slug else f"{one.spelled}:" for one in wanted]
    dash = ("- ", "  ") if field.holds_list else ("", "")
    return [f"{' ' * indent}{dash[bool(number)]}{line}" for number, line in enumerate(lines)]


def _new_key(field: Field, taken: Collection[str]) -> str:
    """Take the key of the field's example; where it is taken, the same with a mark of its own."""
    first = field.example.partition(":")[0]
    keys = {normal_key(one) for one in taken}
    return first if normal_key(first) not in keys else unused(f"{first} (ny)", taken)


def unused(name: str, taken: Collection[str]) -> str:
    """Give a name that is not taken, with a number where it has to have one."""
    number, free = 1, name
    while free in taken:
        number, free = number + 1, f"{name}-{number + 1}"
    return free
