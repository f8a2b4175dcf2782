"""Lines that have to be moved together: a text that lost its indentation, and a block that stands askew."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from frivilligrapport.danish import plural
from frivilligrapport.fast_start import pattern
from frivilligrapport.reading.field_names import Holds
from frivilligrapport.reading.slips.parser_stop import (
    DASH,
    FIELD,
    indent_of,
    open_above,
    open_columns,
    opens_group,
    text_column,
)
from frivilligrapport.reading.source import Source

_BLOCK = pattern(r":\s+[|>][-+0-9]*\s*$")
_NUMBERED_FIELD = pattern(r"\s*(?:[0-9]{1,2}|[a-zæøå])[.)] +(?P<key>\w+):(?=\s)")
_SMALL_WORD = pattern(
    "af|alle|at|da|de|den|der|det|disse|en|er|et|efter|eller|for|fra|har|i|ikke|ind|kan|med|men|når|og|om|på|samt|"
    "skal|som|så|til|var|ved|vi|vil"
)
_FEW_WORDS = 3  # a field without its colon: "tilstand i gang"
_MANY_WORDS = 5  # of a writer's own name for a part of a figure: "unge uden for en forening"


class Run(NamedTuple):
    """Hold lines that are moved together: by number (from zero), how they are written then."""

    lines: Mapping[int, str]
    column: int
    by: int

    @property
    def first(self) -> int:
        """Give the number of the first line."""
        return min(self.lines)

    @property
    def is_one(self) -> bool:
        """Tell that it is one line only."""
        return len(self.lines) == 1

    @property
    def named(self) -> str:
        """Name the lines as a person counts them."""
        first, last = self.first + 1, max(self.lines) + 1
        return "linjen" if self.is_one else f"linje {first} og {last}" if last == first + 1 else f"linje {first}-{last}"


def is_prose(line: str) -> bool:
    """Tell running text from a field that lacks its colon: field names are single words with a small first letter."""
    words = line.split()
    if not words:
        return False
    first, second = words[0], words[1] if len(words) > 1 else ""
    if not first[0].isalnum():
        return first[0] in "»“”\"'("
    if first[0].isdigit() or first[0].isupper() or _SMALL_WORD.fullmatch(first):
        return True
    return words[-1][-1] in ".!?" and not second[:1].isupper()


def is_remark(source: Source, number: int) -> bool:
    """Tell a sentence with a colon, such as "Bemærk: det er kun et udsnit", from a field of the file's own."""
    lines = source.lines
    line = lines[number]
    match = FIELD.match(line) if len(line.split()) > _FEW_WORDS else None
    if match is None or match["indent"].strip():
        return False
    key = match["key"].strip()
    if source.names.is_name(key):
        return (
            source.names.holds(key, Holds.GROUP) and goes_on(source, number) and not _is_only_one(source, number, key)
        )
    words = len(key.split())
    if words >= (_MANY_WORDS if match["indent"] else _FEW_WORDS) or (not match["indent"] and _is_capital_word(key)):
        return True
    return goes_on(source, number) and not source.names.is_misspelt(key)


def _is_only_one(source: Source, number: int, key: str) -> bool:
    """Tell whether a line is the only one that begins with a field of the margin: it is that field, ill written."""
    lines = source.lines
    others = (one for one in (*lines[:number], *lines[number + 1 :]) if one.startswith(f"{key}:"))
    return source.names.holds(key, Holds.AT_THE_MARGIN) and next(others, None) is None


def _is_capital_word(key: str) -> bool:
    return key[:1].isupper() and key.isalpha()


def goes_on(source: Source, number: int) -> bool:
    """Tell whether a line goes on with a sentence that the line right above it does not end."""
    lines = source.lines
    above = lines[number - 1] if number else ""
    words, field = above.split(), FIELD.match(above)
    is_field = field and source.names.is_name(field["key"]) and not source.names.holds(field["key"], Holds.GROUP)
    return len(words) > _FEW_WORDS and not is_field and words[-1][-1] not in ".!?" and words[0] not in {"-", "#"}


def opens_text(line: str) -> bool:
    """Tell whether a field's text stands below it, after `|` or `>`."""
    return _BLOCK.search(line) is not None


def block_above(lines: Sequence[str], number: int) -> int:
    """Give the line whose | opens the text right above a line, or -1."""
    least: int | None = None
    for above in range(number - 1, -1, -1):
        line = lines[above]
        match = FIELD.match(line)
        if match and opens_text(line):
            return above if least is None or match.start("key") < least else -1
        if line.strip():
            least = indent_of(line) if least is None else min(least, indent_of(line))
        if least == 0:
            return -1
    return -1


def loose_text(source: Source, number: int) -> Run | None:
    """Find the lines of the text above, from line `number`, that do not stand as far in as the text does.

    They end where a field begins, or a remark. None when `number` is no such line.
    """
    lines = source.lines
    if not 0 <= number < len(lines) or not lines[number].strip():
        return None
    opener = block_above(lines, number)
    if opener < 0:
        return None
    body = next((n for n in range(opener + 1, number) if lines[n].strip()), None)
    column = text_column(lines[opener]) if body is None else indent_of(lines[body])
    columns = {0, *(one for at, key in open_above(lines, opener + 1, FIELD) for one in (key, indent_of(lines[at])))}
    if indent_of(lines[number]) >= column or _is_structure(source, number, columns, column):
        return None
    found = []
    for below in range(number, len(lines)):
        if not lines[below].strip() or indent_of(lines[below]) >= column:
            continue
        if below > number and _is_structure(source, below, columns, column):
            break
        found.append(below)
    by = column - min(indent_of(lines[n]) for n in found)
    return Run({n: " " * (indent_of(lines[n]) + by) + lines[n].lstrip() for n in found}, column, by)


def _is_structure(source: Source, number: int, columns: Collection[int], column: int) -> bool:
    """Tell a line of the file's own fields from one of a text that begins in `column`."""
    lines = source.lines
    line = lines[number]
    field, here = FIELD.match(line), indent_of(line)
    item = _NUMBERED_FIELD.match(line)
    is_numbered = item is not None and source.names.is_name(item["key"])
    if (
        line.lstrip()[0] in "#\t"
        or "\t" in line[:here]
        or line.startswith("---")
        or line.rstrip() == "..."
        or is_numbered
    ):
        return True
    if is_remark(source, number):
        return False
    if field:
        key = field["key"].strip()
        in_place = field.start("key") in columns or here in columns
        length = len(key.split())
        return (in_place or not is_prose(key)) if length == 1 else not (is_prose(key) or length >= _FEW_WORDS)
    words = line.split()
    if here not in columns or is_prose(line) or not words[0][0].isalpha():
        return False
    if goes_on(source, number) and (len(words) > _FEW_WORDS or not source.names.is_name(words[0])):
        return False
    below = next((lines[n] for n in range(number + 1, len(lines)) if lines[n].strip()), "")
    is_inside = indent_of(below) >= column and not FIELD.match(below)
    return not is_inside and (len(words) <= _FEW_WORDS or words[1][0].isupper())


def askew_block(lines: Sequence[str], number: int, column: int) -> Run:
    """Find the lines that are moved together with a line that is to begin in `column`: those below that follow it."""
    here, by = indent_of(lines[number]), column - indent_of(lines[number])
    found = [number]
    key, is_item = FIELD.match(lines[number]), DASH.match(lines[number]) is not None
    # The other fields of an item may stand where they belong, and only its dash does not; or all of it moves.
    after = next((one for one in lines[number + 1 :] if one.strip()), "")
    own = key.start("key") if key and FIELD.match(after) and is_item else -1
    # What is further in below a field that has its value is not that field's.
    is_alone = not is_item and key is not None and not opens_group(lines[number]) and indent_of(after) > here
    is_alone = is_alone or (own >= 0 and indent_of(after) == own + by)
    for below in () if is_alone else range(number + 1, len(lines)):
        line = lines[below]
        if not line.strip():
            continue
        indent, is_dashed = indent_of(line), DASH.match(line) is not None
        is_own = indent == own and not is_dashed
        if indent < here or (indent == here and is_dashed is not is_item) or (indent == column and not is_own):
            break
        found.append(below)
    # A remark below the last of them may be about what follows.
    while found[1:] and lines[found[-1]].lstrip().startswith("#"):
        found.pop()
    return Run({n: " " * max(0, indent_of(lines[n]) + by) + lines[n].lstrip() for n in found}, column, by)


def one_space_askew(lines: Sequence[str], number: int) -> Run | None:
    """Find a block that stands one space askew, as one does whose `#` was deleted without the space behind it."""
    here, columns = indent_of(lines[number]), open_columns(lines, number)
    near = [column for column in columns if abs(column - here) == 1]
    return askew_block(lines, number, near[0]) if len(near) == 1 and here not in columns else None


def told_of_block(run: Run) -> str:
    """Say how far, and which way, the lines of a block are moved."""
    spaces = plural(abs(run.by), "ét mellemrum", f"{abs(run.by)} mellemrum")
    return f"Ryk {run.named} {spaces} mod {'højre' if run.by > 0 else 'venstre'}"
