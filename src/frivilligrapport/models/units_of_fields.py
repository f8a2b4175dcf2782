"""Fields of a figure (`antal`, `kilde`) that stand where its unit should, most often not far enough in."""

from collections.abc import Sequence as Items
from dataclasses import replace

from frivilligrapport.danish import quote
from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.problems import Fault
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode


def out_of_its_unit(group: MappingNode, strays: Items[int]) -> Fault:
    """Refuse the fields with the numbers `strays`, all at once: the unit is the empty one above the first of them."""
    first = group.entries[strays[0]]
    above = group.entries[strays[0] - 1] if strays[0] else None
    message = f"Feltet {quote(first.typed)} står, hvor der skal stå en enhed."
    if above is None or not _is_empty(above):
        hint = f"Skriv enheden på linjen over, fx frivillige:, og ryk {first.typed} to mellemrum længere ind"
        return Fault(kinds.UNKNOWN_FIELD, message, hint)
    if len(strays) > 1:
        hint = f"Ryk linjerne fra {first.typed} to mellemrum længere ind, så de står under {quote(above.typed)}"
        return Fault(kinds.UNKNOWN_FIELD, message, hint)
    hint = f"Ryk linjen to mellemrum længere ind, så den står under {quote(above.typed)}"
    return Fault(kinds.UNKNOWN_FIELD, message, hint, instead=(f"  {first.typed}",))


def into_their_units(group: MappingNode, fields: tuple[str, ...]) -> MappingNode:
    """Read such fields under the empty unit above them; those without one are left out."""
    entries: list[MappingEntry] = []
    for entry in group.entries:
        last = entries[-1] if entries else None
        if entry.key not in fields:
            entries.append(entry)
        elif last and _is_empty(last):
            entries[-1] = replace(last, value=MappingNode((entry,), entry.location))
        elif last and isinstance(last.value, MappingNode):
            entries[-1] = replace(last, value=replace(last.value, entries=(*last.value.entries, entry)))
    return replace(group, entries=tuple(entries))


def _is_empty(entry: MappingEntry) -> bool:
    return isinstance(entry.value, ScalarNode) and entry.value.empty
