"""Find CPR numbers in what is read: in the text as it stands, in values as YAML joins them, and in files' names."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from frivilligrapport.collection import kinds
from frivilligrapport.collection.folder import FoundFile
from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.personal_data import CprNumber, cpr_numbers, joined_lines, mask, masked, other_numbers
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode

_HINT = "Slet nummeret. Er filen allerede delt, så giv jeres databeskyttelsesrådgiver besked."
_OTHERWISE = "Er det et andet nummer, så accepter FR901 for »{}« i rapport.yaml."
_DIGIT = re.compile(r"\d")
_RUNNING_TEXT = (".md", ".txt", ".html", ".htm", ".md.j2", ".html.j2")
# Drawings and embedded files are numbers that nobody reads.
_DRAWN = re.compile(r"""\b(?:d|points|viewBox|transform)\s*=\s*(?:"[^"]*"|'[^']*')|;base64,[A-Za-z0-9+/=]+""")
_DRAWING = (".html", ".htm", ".j2", ".svg", ".css")


@dataclass(frozen=True, slots=True)
class Searched:
    """Hold what a search came to: the findings, the numbers' digits, and the text with nothing of them to be quoted."""

    problems: tuple[Problem, ...]
    digits: frozenset[str]
    source: Source


def search(source: Source, tree: TreeNode | None = None) -> Searched:
    """Look for CPR numbers in a file's text, and in its values where these are not written as they are read.

    The subject of a finding is the field or, outside fields, the line: a report may accept it for that one place.
    """
    name, text = source.file.lower(), source.text
    looked_at = _DRAWN.sub(lambda match: "\n" * len(match.group()), text) if name.endswith(_DRAWING) else text
    typed = tuple(cpr_numbers(joined_lines(looked_at) if name.endswith(_RUNNING_TEXT) else looked_at))
    fields = list(_values(tree)) if tree else []
    found = [(_place_of(source, one), _field_of(one, source, fields), one.masked(text)) for one in typed]
    shown, digits = masked(text, typed), {one.digits for one in typed}
    for field, scalar in fields:
        if scalar.on_one_line and "\n" not in scalar.text:
            continue
        joined = joined_lines(scalar.text)
        for one in cpr_numbers(joined):
            if one.digits not in {number.digits for number in typed}:
                found.append((replace(scalar.location, length=1), field, one.masked(joined)))
                digits.add(one.digits)
                at = source.offset(scalar.location)
                # How the value is written is not known: none of its digits may be seen.
                shown = shown[:at] + _DIGIT.sub("•", shown[at:])
    return Searched(tuple(_worded(found)), frozenset((*digits, *other_numbers(text))), replace(source, text=shown))


def search_name(found: FoundFile) -> Iterator[Problem]:
    """Look for a CPR number in the names of a file and of the folders that it lies in."""
    if not unicodedata.normalize("NFC", found.path.as_posix()).endswith(found.shown):
        message = "Navnet på filen eller dens mappe indeholder noget, der ligner et CPR-nummer."
        yield Problem(Location(found.shown), kinds.PERSONAL_DATA, message, "Giv filen eller mappen et andet navn.")


def _place_of(source: Source, number: CprNumber) -> Location:
    return source.place(number.start, number.end - number.start)


def _field_of(number: CprNumber, source: Source, fields: Iterable[tuple[str, ScalarNode]]) -> str:
    """Name the field that a number stands in; the line where it stands in none."""
    place = source.place(number.start)
    before = [one for one in fields if (one[1].location.line, one[1].location.column) <= (place.line, place.column)]
    if before and number.digits in {one.digits for one in cpr_numbers(joined_lines(before[-1][1].text))}:
        return before[-1][0]
    return f"linje {place.line}"


def _values(node: TreeNode, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ScalarNode]]:
    """Yield every value with the name of its place: the fields from the top, in lists the item's id or number."""
    if isinstance(node, ScalarNode):
        yield " ".join(above), node
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _values(entry.value, (*above, mask(entry.key)))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            named = item.get("id") if isinstance(item, MappingNode) else None
            id_ = named.value.text if named and isinstance(named.value, ScalarNode) else ""
            yield from _values(item, (*above, mask(id_) or str(node.number(index))))


def _worded(found: Iterable[tuple[Location, str, str]]) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for place, name, shown in found:
        seen[name] += 1
        subject = name if seen[name] == 1 else f"{name} nr. {seen[name]}"
        typed = " ".join(shown.split())
        hint = f"{_HINT} {_OTHERWISE.format(subject)}"
        yield Problem(place, kinds.PERSONAL_DATA, f"»{typed}« ligner et CPR-nummer.", hint, subject)
