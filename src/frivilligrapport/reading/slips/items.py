"""Items of a list that lost the line or the dash that begins them, so that they are read as part of another."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frivilligrapport.danish import join_words, normal_key, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.field_names import Holds
from frivilligrapport.reading.slips.parser_stop import FIELD, INDENT_STEP, indent_of, opens_group
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingEntry, ScalarNode

_REMARK = pattern(r"^\s*#+ *(?P<begins>(?P<dash>- +)?(?P<key>[^\W\d][\w ]*?):(?:[ \t]+(?P<value>\S.*?))?)[ \t]*$")
_ON_A_LINE = pattern(r".*\w(?:.*[^\s:-])?(?P<whole>[ \t]+(?P<item>- +(?P<key>[^\W\d]\w*):(?:[ \t].*)?))")
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
        elif item and entry.key == entries[0].key and _begins_another(entries[number:], seen):
            problems.append(_repeated(source, entry, first.location, item))
            groups.append([entry])
            seen = {entry.key: entry}
        elif item is None and isinstance(first.value, ScalarNode) and not isinstance(entry.value, ScalarNode):
            # The group is the one that has the name by right.
            problems.append(_other_meant(source, first, entry))
            groups[-1][groups[-1].index(first)] = seen[entry.key] = entry
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


def _other_meant(source: Source, wrong: MappingEntry, right: MappingEntry) -> Problem:
    """Report a word that stands under the name of a group, which stands there too."""
    typed = wrong.value.text if isinstance(wrong.value, ScalarNode) else ""
    message = f"Feltet {quote(wrong.typed)} står to gange. Det står også i linje {right.location.line}."
    if better := source.names.name_for(typed):
        hint = f"Skriv {better} her, hvis »{typed}« er filens egen status. Slet ellers linjen."
        return Problem(wrong.location, kinds.DUPLICATE_KEY, message, hint, instead=(better,))
    return Problem(wrong.location, kinds.DUPLICATE_KEY, message, "Slet den ene, eller skriv et andet feltnavn her.")


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


def on_the_line_above(source: Source, number: int) -> Problem | None:
    """Find an item that stands behind the end of a line (from 0): `… for alle.  - id: byhave`, as others begin."""
    line = source.lines[number]
    match = _ON_A_LINE.fullmatch(line)
    if match is None:
        return None
    field = FIELD.match(line)
    here = field.start("key") if field else indent_of(line)
    alike = [one for one in source.lines if one.lstrip().startswith(f"- {match['key']}:") and indent_of(one) < here]
    if not alike:
        return None
    begins = f"- {match['key']}"
    message = f"Punktet, der begynder med {quote(begins)}, står på samme linje som det, der kommer før."
    hint = f"Flyt {quote(match['item'])} ned på en linje for sig, lige under de andre bindestreger."
    written = f"\n{' ' * indent_of(alike[0])}{match['item']}"
    return Problem(source.location(number, *match.span("whole")), kinds.WRONG_INDENT, message, hint, instead=(written,))


def lost_beginning(source: Source, entries: Entries) -> Problem | None:
    """Find an item whose first line, or all but that, is read as something else, so that fields are another's or alone.

    Its first line stands behind the end of a text, or some of its lines are remarks still.
    """
    keys = [one.key for one in entries]
    again = next((one for at, one in enumerate(entries) if one.key in keys[:at]), None)
    if again is None:
        return _rest_in_remarks(source, entries)
    return _first_line_in_remark(source, again) or _behind_a_text(source, again)


def _behind_a_text(source: Source, again: MappingEntry) -> Problem | None:
    number = again.location.line - 2
    while number >= 0 and not source.lines[number].strip():
        number -= 1
    return on_the_line_above(source, number) if number >= 0 else None


def _first_line_in_remark(source: Source, again: MappingEntry) -> Problem | None:
    """Find an item that begins in lines that are remarks still, while its other fields stand below them and are read.

    It shows at the first of these that the item above has too.
    """
    column = again.location.column - 1
    number = again.location.line - 2
    while number >= 0 and not source.lines[number].lstrip().startswith("#"):
        if source.lines[number].strip() and indent_of(source.lines[number]) < column:
            return None
        number -= 1
    last = number
    while number >= 0 and (match := _REMARK.match(source.lines[number])) and not match["dash"]:
        number -= 1
    match = _REMARK.match(source.lines[number]) if number >= 0 else None
    if match is None or not match["dash"]:
        return None
    typed = f"- {match['key']}: {match['value']}"
    message = "Linjen er en bemærkning, fordi den begynder med #, så felterne under den hører til punktet ovenfor."
    hint = f"Slet #, så der står {typed}, eller gør linjerne under den til bemærkninger igen."
    instead: tuple[str, ...] = (f"{' ' * max(0, column - INDENT_STEP)}{typed}",)
    if last > number:
        message = "Linjerne er bemærkninger, fordi de begynder med #, så felterne under dem hører til punktet ovenfor."
        hint = "Slet # foran dem, eller gør linjerne under dem til bemærkninger igen."
        instead = ()
    place = source.location(number, 0, len(source.lines[number].rstrip()))
    return Problem(place, kinds.LOST_TAIL, message, hint, instead=instead)


def _rest_in_remarks(source: Source, entries: Entries) -> Problem | None:
    """Find an item whose first line alone was read, while its other fields are remarks still: their `#` is left."""
    if len(entries) != 1 or not source.names.holds(entries[0].key, Holds.ID):
        return None
    first = entries[0].location.line
    names = [match["key"] for _, match in _remarks(source, first)]
    if "navn" not in map(normal_key, names):
        return None
    line = source.lines[first]
    message = "Linjerne er bemærkninger, fordi de begynder med #, så punktet ovenfor mangler sine felter."
    hint = f"Slet # foran dem, eller skriv også # foran linje {first}."
    place = source.location(first, indent_of(line), len(line.rstrip()))
    return Problem(place, kinds.LOST_TAIL, message, hint)


def uncommented(source: Source, number: int) -> dict[int, str]:
    """Give the fields that stand in a line that is a remark, and in those right below it, as they are without `#`."""
    found = list(_remarks(source, number, with_dash=True))
    below = next((FIELD.match(line) for line in source.lines[number + len(found) :] if line.strip()), None)
    beside = below if found and found[0][1]["dash"] else FIELD.match(source.lines[number - 1]) if number else None
    if not found or beside is None:
        return {}
    by = beside.start("key") - found[0][1].start("key")
    lines = ((at, match, source.lines[at]) for at, match in found)
    return {at: " " * max(0, match.start("begins") + by) + line[match.start("begins") :] for at, match, line in lines}


def _remarks(source: Source, number: int, *, with_dash: bool = False) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the fields in a run of remarks, each with its line; only the first of them may begin an item."""
    for at in range(number, len(source.lines)):
        match = _REMARK.match(source.lines[at])
        if (
            match is None
            or (match["dash"] and not (with_dash and at == number))
            or not source.names.is_name(match["key"])
        ):
            return
        yield at, match
