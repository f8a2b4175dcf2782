"""Find CPR numbers in what is read: in the text as it stands, in values as YAML joins them, and in files' names."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from frivilligrapport.collection import kinds
from frivilligrapport.collection.folder import FoundFile, readable
from frivilligrapport.danish import format_number
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Location, Problem
from frivilligrapport.problems.personal_data import (
    CprNumber,
    cpr_numbers,
    cpr_numbers_over_line_ends,
    cpr_numbers_over_lines,
    joined_lines,
    mask,
    masked,
    may_hold_numbers,
    other_numbers,
)
from frivilligrapport.reading.characters import may_be_misread
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode, every_scalar

_HINT = "Slet nummeret. Er filen allerede delt, så giv jeres databeskyttelsesrådgiver besked."
_OTHERWISE = "Er det et andet nummer, så accepter FR901 for »{}« i rapport.yaml."
_DATE, _HIDDEN = 6, "••••"
_DATE_ENDS = pattern(r"[0-9]{6}[-\"' ]*(?:\n|[,\]])")
_DATE_AT_END = pattern(r"(?<![0-9.,/-])(?P<date>[0-9]{6})[ -]*$")
_LAST_DIGITS = pattern(r"[ -]*(?P<digits>[0-9]{4})(?![0-9.,/-])")
_FIGURES = frozenset(("tal", "heraf", "noegletal", "indstillinger"))
MOST_NUMBERS = 1_000  # that are told of in one file; all are hidden
_DIGIT = pattern(r"\d")
_OTHER_DELIMITER = pattern(r"[;\t|]")
_LINE_BEGIN = pattern(r"\n(?!\n)")
_COMMENT_GOES_ON = pattern(r"\n[ \t]*#+")
_COMMENT = pattern(r"^[^#\n]*+#[^\n]*+(?:\n[ \t]*+#[^\n]*+)+", re.MULTILINE)
_RUNNING_TEXT = (".md", ".txt", ".html", ".htm", ".md.j2", ".html.j2")
# Drawings and embedded files are numbers that nobody reads. A word's letters are looked at before what is before it.
_DRAWN_IN = [rf"{name}(?<!\w{name})" for name in ("d", "points", "viewBox", "transform")]
_DRAWN = pattern(
    "|".join([*(rf"""{name}\s*=\s*(?:"[^"]*"|'[^']*')""" for name in _DRAWN_IN), ";base64,[A-Za-z0-9+/=]+"])
)
_DRAWING = (".html", ".htm", ".j2", ".svg", ".css")


class Searched(NamedTuple):
    """Hold what a search came to: the findings, the numbers' digits, and the text with nothing of them to be quoted."""

    problems: tuple[Problem, ...]
    digits: frozenset[str]
    source: Source


def search(source: Source, tree: TreeNode | None = None) -> Searched:
    """Look for CPR numbers in a file's text, in its values where these are read otherwise, and over two values."""
    found = _search(source, tree)
    split = tuple(_split_numbers(tree)) if tree is not None and _DATE_ENDS.search(source.text) else ()
    for field, place, number in split:
        if number not in found.digits:
            at, text = source.offset(place), found.source.text
            text = text[:at] + _DIGIT.sub("•", text[at : at + place.length]) + text[at + place.length :]
            told = _worded([(place, field, f"{number[:_DATE]} {_HIDDEN}")])
            found = Searched((*found.problems, *told), found.digits | {number}, source._replace(text=text))
    return found


def _search(source: Source, tree: TreeNode | None) -> Searched:
    """Look for CPR numbers in a file's text, and in its values where these are not written as they are read.

    The subject of a finding is the field or, outside fields, the line: a report may accept it for that one place.
    """
    name, text = source.file.lower(), source.text
    looked_at = _looked_at(name, text)
    # As values are read, misread letters can be signs between digits, and tags over several lines shorter.
    is_read_otherwise = tree is not None and ("<" in text or may_be_misread(text))
    if not (is_read_otherwise or any(map(may_hold_numbers, {text, looked_at}))):
        return Searched((), frozenset(), source)
    joins = joined_lines if name.endswith(_RUNNING_TEXT) else _with_comments_joined
    typed = tuple(cpr_numbers_over_lines(looked_at, joins(looked_at)))
    joined = [one.text for one in every_scalar(tree) if not one.on_one_line or "\n" in one.text] if tree else []
    if not typed and not any(any(cpr_numbers_over_lines(one)) for one in joined):
        return Searched((), frozenset(other_numbers(text)), source)
    fields = list(_values(tree)) if tree else []
    told = typed[:MOST_NUMBERS]
    names = _field_names(told, source, fields)
    found = [(_place_of(source, one), name, one.masked(text)) for one, name in zip(told, names, strict=True)]
    shown, digits, unsure_from = masked(text, typed), {one.digits for one in typed}, len(text)
    as_typed = frozenset(digits)
    for field, scalar in fields:
        if scalar.on_one_line and "\n" not in scalar.text:
            continue
        # In lines that stand in the file as they are read, all has been found.
        search_in = cpr_numbers_over_line_ends if _is_as_typed(scalar, text) else cpr_numbers_over_lines
        for one in search_in(scalar.text):
            if one.digits not in as_typed:
                found.append((scalar.location._replace(length=1), field, one.masked(scalar.text)))
                digits.add(one.digits)
                # How the value is written is not known: none of its digits may be seen.
                unsure_from = min(unsure_from, source.offset(scalar.location))
    shown = shown[:unsure_from] + _DIGIT.sub("•", shown[unsure_from:])
    problems = (*_worded(found), *_more(source, typed[MOST_NUMBERS:]))
    return Searched(problems, frozenset((*digits, *other_numbers(text))), source._replace(text=shown))


def _split_numbers(tree: TreeNode) -> Iterator[tuple[str, Location, str]]:
    """Yield the CPR numbers whose date ends one value and whose last digits begin the next in the same group or list.

    With the name of the place of the second, where its digits stand, and all ten. Not of figures, which may look so.
    """
    date, above = "", ""
    for field, scalar in _values(tree):
        group = field.rpartition(" ")[0]
        end = _LAST_DIGITS.match(scalar.text) if scalar.on_one_line else None
        if end and date and group == above and _FIGURES.isdisjoint(field.split()):
            yield field, scalar.place(end.start("digits"), len(end["digits"])), f"{date}{end['digits']}"
        begin = _DATE_AT_END.search(scalar.text)
        above, date = group, begin["date"] if begin and any(cpr_numbers(f"{begin['date']}-0000")) else ""


def _looked_at(name: str, text: str) -> str:
    """Give what is looked at of a file's text, of the same length: nothing of drawings, and commas as what they are."""
    if name.endswith(_DRAWING):
        text = _DRAWN.sub(lambda match: "\n" * len(match.group()), text)
    if name.endswith(".json") or (name.endswith(".csv") and not _OTHER_DELIMITER.search(text.partition("\n")[0])):
        text = text.replace(",", ";")  # between two values, not before decimals
    return text


def _is_as_typed(scalar: ScalarNode, text: str) -> bool:
    """Tell whether the lines of a block text stand in the file just so, below each other."""
    if scalar.body is None:
        return False
    return _LINE_BEGIN.sub("\n" + " " * (scalar.body.column - 1), scalar.text.strip("\n")) in text


def _more(source: Source, left: Sequence[CprNumber]) -> Iterator[Problem]:
    """Say at the first of the numbers that are not told of how many they are; no report can accept them."""
    if left:
        message = f"Her og længere nede i filen ligner {format_number(len(left))} mere CPR-numre. De bliver ikke vist."
        yield Problem(_place_of(source, left[0]), kinds.PERSONAL_DATA, message, _HINT)


def _with_comments_joined(text: str) -> str:
    """Read a comment that goes on on the next line as one; the length stays the same."""
    return _COMMENT.sub(lambda run: _COMMENT_GOES_ON.sub(lambda end: " " * len(end[0]), run[0]), text)


def search_name(found: FoundFile) -> Iterator[Problem]:
    """Look for a CPR number in the names of a file and of the folders that it lies in."""
    if not readable(found.path.as_posix()).endswith(found.shown):
        message = "Navnet på filen eller dens mappe indeholder noget, der ligner et CPR-nummer."
        yield Problem(Location(found.shown), kinds.PERSONAL_DATA, message, "Giv filen eller mappen et andet navn.")


def _place_of(source: Source, number: CprNumber) -> Location:
    return source.place(number.start, number.end - number.start)


def _field_names(
    numbers: Sequence[CprNumber], source: Source, fields: Sequence[tuple[str, ScalarNode]]
) -> Iterator[str]:
    """Name the field that each number stands in; the line where it stands in none."""
    end = max((one.end for one in numbers), default=0)
    starts = [(scalar.location.line, scalar.location.column) for _, scalar in fields]
    inside: dict[int, frozenset[str]] = {}
    for number in numbers:
        place = source.place(number.start)
        at = bisect_right(starts, (place.line, place.column)) - 1
        if at >= 0 and at not in inside:
            scalar = fields[at][1]
            # A value is no longer than it is typed: what stands after the last of the numbers is not looked at.
            read = scalar.text[: end - source.offset(scalar.location) + 1]
            inside[at] = frozenset(one.digits for one in cpr_numbers_over_lines(read))
        yield fields[at][0] if at >= 0 and number.digits in inside[at] else f"linje {place.line}"


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
