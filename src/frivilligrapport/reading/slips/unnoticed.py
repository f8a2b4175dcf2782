"""Slips that YAML reads past without a word: what is lost, swallowed or changed while the file can still be read."""

import re
from collections.abc import Iterator
from functools import lru_cache

from frivilligrapport.danish import quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_events
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.field_names import Holds
from frivilligrapport.reading.slips import shapes
from frivilligrapport.reading.slips.parser_stop import FIELD, INDENT_STEP, is_in_list, opens_group, text_column
from frivilligrapport.reading.slips.quoting import in_quotes, quoted, write_quoted
from frivilligrapport.reading.source import Source, SourceSpan
from frivilligrapport.reading.tree import MappingEntry

_DASHED = pattern(r"\s*- \s*\S.*")
# What is taken for the | that opens a text, alone behind a colon.
_LIKE_A_BAR = frozenset(("I", "l", "1", "i", "/", "\\", "¦", "!", "||", "│"))
# A line that one of these may be, as it begins, and where a value may have lost its tail.
_DOUBTFUL = (
    re.compile(
        r"\n[^\S\n]*+(?:(?:- +)*+[^\W\d][\w ]*+:[^\s:/]|-[^\W\d]|(?:- +)*+[^\W\d]\w++ *+(?:[-=–]{1,2}>|→|⇒|:?=|[;：])"
        rf"|[{shapes.BULLETS}>][ \t]+\S)"
    ),
    re.compile(r"#\S"),
)
_NUMBER = pattern(r"(?:(?:ca|cirka|omkring|over|mere end|under|mindst|højst|op mod|op til|knap|godt|næsten)\.? )?[0-9]")
_LOST_TAIL = pattern(r"[ \t]+(?P<tail>#\S[^\n]*)")
_ITEM_WITH_TAIL = pattern(r"\[(?:[^,#\]]*,)*[ \t]*(?P<item>[^,#\]\s](?:[^,#\]]*[^,#\]\s])?)[ \t]+#\S.*\]")
_SIGNED_NUMBER = pattern(r"[&!]\s*(?P<number>[0-9][0-9.,]*)")
_ESCAPE = pattern(r"\\[^\"\\\n]")  # only these two stand for themselves; \n and the like become another character
_QUOTABLE = (None, "", "'", '"')  # a block text, and a list, cannot be put in quotation marks


def doubtful_lines(source: Source) -> frozenset[int]:
    """Give the lines, from 0, on which a value without quotation marks may have lost something or swallowed a field."""
    text = f"\n{source.text}"
    return frozenset(source.line_at(found.end() - 2) for pattern in _DOUBTFUL for found in pattern.finditer(text))


def swallowed_lines(source: Source, span: SourceSpan) -> Iterator[Problem]:
    """Yield a finding for each line such as `antal:15` or `-borgere` that was taken into a text without `|`.

    And one for a list that became one line of a text, or for the sign that stands where the | should.
    """
    line = source.lines[span.line] if span.line < len(source.lines) else ""
    before = line[: span.column]
    is_below = not before or before.isspace()
    first = span.line if is_below else span.line + 1
    numbers = [number for number in range(first, span.end_line + 1) if source.lines[number].strip()]
    if not is_below and numbers and line[span.column :].strip() in _LIKE_A_BAR:
        yield _no_bar(source, span.line, span.column)
        return
    if not numbers:
        return
    is_numbered = len(numbers) > 1 and all(shapes.NUMBER.matches(source, number) for number in numbers)
    # A dash may stand first on a line of running text; where the first line has a bullet, the others are items too.
    is_list = is_numbered or shapes.BULLET.matches(source, span.line)
    key = FIELD.match(source.lines[_above(source, first)]) if is_below else None
    if key and (is_list or _has_items(source, numbers)) and source.names.holds(key["key"], Holds.PROSE):
        yield _no_bar(source, _above(source, first), key.end() - 1)
        return
    others = [shapes.OTHER_SIGN.find(source, number) for number in numbers] if is_below else []
    if others and all(others):
        yield from filter(None, others)
        return
    bullets = (shapes.NUMBER if is_numbered else shapes.BULLET,) if is_list else ()
    signs = (shapes.STUCK_GROUP, shapes.STUCK_COLON, shapes.STUCK_DASH, *bullets)
    stuck = [shapes.first_of(source, number, signs) for number in numbers]
    yield from filter(None, stuck)
    if key and source.names.holds(key["key"], Holds.LIST) and len(numbers) > 1 and not any(stuck):
        yield from filter(None, (missing_dash(source, number) for number in numbers))


def missing_dash(source: Source, number: int) -> Problem | None:
    """Find an item of a list that stands on a line of its own without its dash."""
    line = source.lines[number].rstrip()
    value = line.strip().rstrip(",;")
    if not value or _DASHED.fullmatch(line) or "," in value or value[0] in "[]#":
        return None
    written = f"- {value}"
    message = f"Bindestregen mangler foran {quote(value)}."
    place = source.location(number, len(line) - len(line.lstrip()), len(line))
    return Problem(place, kinds.WRONG_INDENT, message, f"Skriv {written}", instead=(written,))


def _above(source: Source, number: int) -> int:
    """Give the nearest line above that is neither blank nor a remark."""
    lines = ((n, source.lines[n].strip()) for n in range(number - 1, -1, -1))
    return next((n for n, text in lines if text and text[0] != "#"), 0)


def _has_items(source: Source, numbers: list[int]) -> bool:
    """Tell whether a text that was read as one line has a list in it."""
    return len(numbers) > 1 and sum(_DASHED.fullmatch(source.lines[number]) is not None for number in numbers) > 1


def _no_bar(source: Source, number: int, column: int) -> Problem:
    """Report a text over several lines without the | that keeps them apart; `column` is that of what stands instead."""
    line = source.lines[number]
    typed = line[column:].rstrip()
    if typed.startswith(":"):
        message, hint, text = "Linjerne under feltet bliver til én, når | mangler.", "Sæt | efter kolon.", ": |"
        end = column + 1
    else:
        message, hint, text = f"Her skal stå | og ikke {quote(typed)} foran teksten.", "Skriv |", "|"
        end = column + len(typed)
    return Problem(source.location(number, column, end), kinds.LONG_TEXT_SIGN, message, hint, instead=(text,))


def lost_tail(source: Source, span: SourceSpan, text: str) -> Iterator[Problem]:
    """Yield a finding when a value without quotation marks ends at ` #1`, which begins a remark."""
    # Nothing at the very end of a file stands on no line.
    line = source.lines[span.end_line] if span.end_line < len(source.lines) else ""
    tail = _LOST_TAIL.match(line, span.end_column)
    if tail is None:
        return
    message = f"{quote(tail['tail'])} læses ikke med."
    lost = tail["tail"].rstrip()
    if span.line < span.end_line:
        place = source.location(span.end_line, tail.start("tail"), tail.start("tail") + len(lost))
        yield Problem(place, kinds.LOST_TAIL, message, in_quotes(f"{text}{tail.group()}".replace("\n", " ")))
        return
    whole = f"{text}{tail.group().rstrip()}".lstrip()
    if is_in_list(line[: span.column]):
        whole = re.split(r"[,\]]", whole)[0].rstrip()
        hint, *instead = write_quoted(whole)
    else:
        key = FIELD.match(line)
        hint, *instead = _with_tail(
            text, whole, lost, is_one_word=key is not None and source.names.is_one_word(key["key"])
        )
    start = span.column if text else tail.start("tail")
    place = source.location(span.line, start, start + len(whole))
    yield Problem(place, kinds.LOST_TAIL, message, hint, instead=tuple(instead))


def _with_tail(text: str, whole: str, lost: str, *, is_one_word: bool) -> tuple[str, ...]:
    """Say how a value is written with what is lost of it, and give what may be written."""
    remark = f"{text} # {lost[1:]}".lstrip()
    as_remark = f"{remark}, hvis det er en bemærkning"
    if not text and re.fullmatch(r"#[0-9][0-9.,]*", lost):
        return f"Skriv {lost[1:]}", lost[1:]
    if _NUMBER.match(text) or (text and is_one_word):  # which can only have a remark
        return f"Skriv {as_remark}", remark
    if lost[1].isdigit():  # `#1` is no remark
        return write_quoted(whole)
    return f"{in_quotes(whole).rstrip('.')}, eller {as_remark}", quoted(whole), *([remark] if text else [])


def lost_tail_in_list(source: Source, line: int, column: int) -> Problem | None:
    """Find `[borgere, projekt #1]`, a list whose end is lost too; it begins at `column`, counted from zero."""
    found = _ITEM_WITH_TAIL.match(source.lines[line], column)
    if found is None:
        return None
    span = SourceSpan(line, found.start("item"), line, found.end("item"))
    return next(lost_tail(source, span, found["item"]), None)


def changed_signs(source: Source, span: SourceSpan) -> Iterator[Problem]:
    r"""Yield a finding for the first `\n` or the like in double quotation marks: it stands in paths (`F:\nyt`)."""
    message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
    for number in range(span.line, span.end_line + 1):
        line = source.lines[number]
        start = span.column if number == span.line else 0
        end = span.end_column if number == span.end_line else len(line)
        match = _ESCAPE.search(line, start, end)
        if match and span.line < span.end_line:
            place = source.location(number, match.start(), match.start())
            yield Problem(place, kinds.UNREADABLE_LINE, message, "Brug / i stedet.")
        elif match:
            hint, text = write_quoted(line[start + 1 : end - 1])
            yield Problem(source.location(number, start, end), kinds.UNREADABLE_LINE, message, hint, instead=(text,))
        if match:
            return


def strange_start(source: Source, event: yaml_events.NodeEvent, span: SourceSpan) -> Problem:
    """Report a value that begins with & or !.

    A sign that belongs to a text is kept by quotation marks. One that YAML is meant to read, as the & that a * refers
    to, is to be left out.
    """
    anchor = event.anchor
    place = span.place(source)
    value = source.lines[span.line][span.column : span.end_column if span.end_line == span.line else None].rstrip()
    number = _SIGNED_NUMBER.fullmatch(value)
    token = value.split(" ")[0]
    kind = kinds.TAG if anchor is None else kinds.ANCHOR
    message = f"Værdien begynder med »{value[:1]}«, som betyder noget særligt."
    is_text = isinstance(event, yaml_events.ScalarEvent) and event.style in _QUOTABLE and span.line == span.end_line
    is_mark = token.startswith("!!") or (anchor is not None and anchor in _referred(source.text))
    if number and not is_mark:
        return Problem(place, kind, message, f"Skriv {number['number']}", instead=(number["number"],))
    if is_text and not is_mark:
        hint, text = write_quoted(value)
        return Problem(place, kind, message, hint, instead=(text,))
    return Problem(place._replace(length=max(1, len(token))), kind, message, f"Slet {quote(token)}.", instead=("",))


@lru_cache(maxsize=4)
def _referred(text: str) -> frozenset[str]:
    """Give the names that a `*` stands before in a text."""
    return frozenset(re.findall(r"\*([^\s,\[\]{}*]+)", text))


def under_itself(source: Source, again: MappingEntry, *, is_alone: bool) -> Problem:
    """Report a field that stands once more right under itself: what stands there belongs to the first."""
    place, value = again.location, again.value.location
    line = source.lines[place.line - 1]
    start = place.column - 1
    end = value.column - 1 if value.line == place.line else len(line[:start]) + len(line[start:].rstrip())
    if value.line != place.line and not opens_group(line):
        end = line.index(":", start) + 1
    message = f"Feltet {quote(again.typed)} står også lige over, og det er det samme felt."
    if not is_alone:
        hint = "Slet linjen, og ryk det, der står under den, to mellemrum mod venstre."
        return Problem(place, kinds.DUPLICATE_KEY, message, hint)
    hint = f"Slet {again.typed}: her, og lad resten stå."
    return Problem(source.location(place.line - 1, start, end), kinds.DUPLICATE_KEY, message, hint, instead=("",))


def curly(source: Source, span: SourceSpan) -> Problem:
    """Report fields in curly brackets; `span` goes from the first bracket to the last."""
    place = span.place(source)
    line = source.lines[span.line]
    before, typed = line[: span.column], line[span.column : span.end_column]
    if not typed.startswith("{") and span.line == span.end_line:  # a field alone in a list: [kajakroere: klub A]
        hint, *instead = write_quoted(typed)
        message = f"Teksten {quote(typed)} indeholder et kolon."
        return Problem(place, kinds.COLON_IN_TEXT, message, hint, instead=tuple(instead))
    hint = "Skriv hvert felt på sin egen linje."
    instead = []
    if span.line < span.end_line:
        place = place._replace(length=1)
    elif ":" not in typed and "," in typed and "[" not in before:
        written = f"[{typed.strip('{} ')}]"
        hint, instead = f"Skriv {written}", [written]
    elif ":" not in typed and "[" not in before:
        hint, *instead = write_quoted(typed)
    elif "[" not in before:
        is_item = not before.strip(" -")
        written = _on_lines(typed, span.column if is_item else text_column(line))
        instead = [written.lstrip() if is_item else f"\n{written}"] if written else []
    message = "Felter kan ikke skrives i krøllede parenteser."
    return Problem(place, kinds.FLOW_MAPPING, message, hint, instead=tuple(instead))


def _on_lines(typed: str, column: int) -> str:
    """Write fields on lines of their own; "" where one has no value, as the last part of "1,5" in curly brackets."""

    def as_typed(node: yaml_events.Node) -> str:
        return typed[node.start_mark.column : node.end_mark.column].strip()

    def written(group: yaml_events.Node | None, column: int) -> str:
        lines = []
        for key, value in group.value if isinstance(group, yaml_events.MappingNode) else ():
            is_group = isinstance(value, yaml_events.MappingNode)
            text = written(value, column + INDENT_STEP) if is_group else as_typed(value)
            if not text or not isinstance(key, yaml_events.ScalarNode) or (not is_group and "{" in text):
                return ""
            lines.append(f"{' ' * column}{as_typed(key)}:{chr(10) if is_group else ' '}{text}")
        return "\n".join(lines)

    try:
        return written(yaml_events.composed(typed), column)
    except yaml_events.YAMLError:
        return ""
