"""Items of a list that lost the line or the dash that begins them, so that they are read as part of another."""

from collections.abc import Sequence
from typing import NamedTuple

from frivilligrapport.danish import join_words, normal_key, quote
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips import fields
from frivilligrapport.reading.slips.parser_stop import INDENT_STEP, indent_of, opens_group
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingEntry, ScalarNode

_REMARK = pattern(r"^\s*#+(?P<indent> *)(?P<dash>- +)?(?P<key>[^\W\d][\w ]*?):[ \t]+(?P<value>[^\s|>\[{].*?)[ \t]*$")
Entries = Sequence[MappingEntry]


class Parted(NamedTuple):
    """Give the groups that the fields of one mapping belong to, and what is to be said of it."""

    groups: Sequence[Entries]
    problems: Sequence[Problem] = ()


def parted(source: Source, entries: Entries, item: Location | None) -> Parted:
    """Tell apart items that were read as one, and say of every field that stands twice in the same group.

    `item` is where the group begins when it is an item of a list.
    """
    groups: list[list[MappingEntry]] = [[]]
    problems: list[Problem] = []
    seen: dict[str, MappingEntry] = {}
    is_repeated = False
    for number, entry in enumerate(entries):
        first = seen.get(entry.key)
        if first is None:
            seen[entry.key] = entry
            groups[-1].append(entry)
        elif item and (begun := _begun_by_remark(source, entry)):
            line, lost, told = begun
            moved = [one for one in groups[-1] if one.location.line > line]
            groups[-1] = [one for one in groups[-1] if one.location.line < line]
            groups.append([*lost, *moved, entry])
            seen = {one.key: one for one in groups[-1]}
            problems.append(told)
        elif item and entry.key == entries[0].key and _begins_another(entries[number:], seen):
            problems.append(_repeated(source, entry, first.location, item))
            groups.append([entry])
            seen = {entry.key: entry}
        elif not is_repeated:
            # Where an item's first field stands twice, the whole item has lost its dash.
            is_repeated = item is not None and entry.key == entries[0].key
            problems.append(_repeated(source, entry, first.location, item if is_repeated else None))
    return Parted([one for one in groups if one], problems)


def without_dashes(entries: Entries) -> Parted | None:
    """Tell apart the items of a list whose dashes are all missing; None where it is one group."""
    starts = [number for number, one in enumerate(entries) if one.key == entries[0].key]
    if len(starts) == 1 or not _begins_another(entries[starts[1] :], {one.key: one for one in entries[: starts[1]]}):
        return None
    groups = [entries[start:end] for start, end in zip(starts, [*starts[1:], len(entries)], strict=True)]
    first = entries[0]
    lines = join_words([str(entries[number].location.line) for number in starts])
    message = f"Bindestregen mangler foran {quote(first.typed)}, som begynder hvert punkt i listen (linje {lines})."
    hint = f"Sæt - foran {first.typed} de steder, og lad de øvrige felter stå, hvor de står."
    return Parted([_once_each(one) for one in groups], [Problem(first.location, kinds.WRONG_INDENT, message, hint)])


def two_files(entries: Entries) -> Parted | None:
    """Find where the fields of a file begin once more, as in one whose text was pasted twice; None in most files."""
    seen: dict[str, MappingEntry] = {}
    for number, entry in enumerate(entries):
        if entry.key in seen and entry.key == entries[0].key and _begins_another(entries[number:], seen):
            line = seen[entry.key].location.line
            message = f"Her begynder en ny fil: Felterne fra {quote(entry.typed)} og ned står også fra linje {line}."
            hint = "Slet det, der står herfra og ned, hvis det er det samme. Gem det ellers som en fil for sig."
            return Parted([entries[:number]], [Problem(entry.location, kinds.MANY_DOCUMENTS, message, hint)])
        seen.setdefault(entry.key, entry)
    return None


def _once_each(entries: Entries) -> Entries:
    return tuple({one.key: one for one in reversed(entries)}.values())[::-1]


def _begins_another(entries: Entries, seen: dict[str, MappingEntry]) -> bool:
    """Tell whether a field that stands once more begins another group of the same kind: others stand once more too."""
    return any(one.key in seen for one in entries[1:] if one.key != entries[0].key)


def _repeated(source: Source, entry: MappingEntry, first: Location, item: Location | None) -> Problem:
    """Report a field that stands twice in the same group.

    `item` is where the group begins when it is an item of a list and lost its dash here.
    """
    again = entry.location
    message = f"Feltet {quote(entry.typed)} står to gange. Det står også i linje {first.line}."
    if item is None:
        hint = "Behold den ene linje, og slet den anden."
        if opens_group(source.lines[first.line - 1]) and opens_group(source.lines[again.line - 1]):
            hint = f"Flyt det, der står under den, op under {entry.typed} i linje {first.line}, og slet linjen."
        return Problem(again, kinds.DUPLICATE_KEY, message, hint)
    hint = f"Skriv - {entry.typed}, hvis her begynder et nyt punkt i listen. Ellers slet linjen."
    dash = source.lines[item.line - 1].rfind("-", 0, item.column - 1)
    number, column = again.line - 1, again.column - 1
    line = source.lines[number]
    if dash < 0 or line[dash:column].strip():
        return Problem(again, kinds.DUPLICATE_KEY, message, hint)
    end = column + again.length
    written = f"-{' ' * (column - dash - 1)}{line[column:end]}"
    return Problem(source.location(number, dash, end), kinds.DUPLICATE_KEY, message, hint, instead=(written,))


def _begun_by_remark(source: Source, again: MappingEntry) -> tuple[int, Entries, Problem] | None:
    """Report that the lines that begin an item are remarks still, where its other fields stand below and are read.

    `again` is the first of them that the item above has too, so that it shows. Gives the line of the last such remark,
    from 1, and the fields that stand in them.
    """
    column = again.location.column - 1
    number = again.location.line - 2
    while number >= 0 and not source.lines[number].lstrip().startswith("#"):
        if source.lines[number].strip() and indent_of(source.lines[number]) < column:
            return None
        number -= 1
    last = number
    lost: list[MappingEntry] = []
    while number >= 0 and (match := _REMARK.match(source.lines[number])):
        lost.append(_entry(source, number, match["key"], match["value"]))
        if match["dash"]:
            break
        number -= 1
    else:
        return None
    lost.reverse()
    typed = f"- {lost[0].typed}: {_text(lost[0])}"
    message = "Linjen er en bemærkning, fordi den begynder med #, så felterne under den hører til punktet ovenfor."
    hint = f"Slet #, så der står {typed}, eller gør linjerne under den til bemærkninger igen."
    instead: tuple[str, ...] = (f"{' ' * max(0, column - INDENT_STEP)}{typed}",)
    if last > number:
        message = "Linjerne er bemærkninger, fordi de begynder med #, så felterne under dem hører til punktet ovenfor."
        hint = "Slet # foran dem, eller gør linjerne under dem til bemærkninger igen."
        instead = ()
    place = source.location(number, 0, len(source.lines[number].rstrip()))
    return last + 1, lost, Problem(place, kinds.LOST_TAIL, message, hint, instead=instead)


def rest_in_remarks(source: Source, entries: Entries) -> tuple[Entries, Problem] | None:
    """Find an item whose first line alone was read, while its other fields are remarks still: their `#` is left.

    Gives those fields with the finding, None for a whole item.
    """
    if len(entries) != 1 or not fields.is_id(entries[0].key):
        return None
    first = entries[0].location.line
    lost: list[MappingEntry] = []
    for number in range(first, len(source.lines)):
        match = _REMARK.match(source.lines[number])
        if not source.lines[number].lstrip().startswith("#") or (match and match["dash"]):
            break
        if match and fields.is_name(match["key"]):
            lost.append(_entry(source, number, match["key"], match["value"]))
    if not any(one.key == "navn" for one in lost):
        return None
    line = source.lines[first]
    message = "Linjerne er bemærkninger, fordi de begynder med #, så punktet ovenfor mangler sine felter."
    hint = f"Slet # foran dem, eller skriv også # foran linje {first}."
    place = source.location(first, indent_of(line), len(line.rstrip()))
    return _once_each([*entries, *lost]), Problem(place, kinds.LOST_TAIL, message, hint)


def _entry(source: Source, number: int, key: str, value: str) -> MappingEntry:
    """Read a field in a remark, such as `# navn: Byhave`."""
    line = source.lines[number]
    start = line.index(key)
    at = line.index(value, start + len(key))
    scalar = ScalarNode(value.partition(" #")[0].rstrip(), source.location(number, at, at + len(value)))
    return MappingEntry(normal_key(key), key, source.location(number, start, start + len(key)), scalar)


def _text(entry: MappingEntry) -> str:
    return entry.value.text if isinstance(entry.value, ScalarNode) else ""
