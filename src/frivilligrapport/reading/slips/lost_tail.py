"""What a value loses without a word: a `#` right after a space begins a remark, and the line is not read on."""

import re
from collections.abc import Iterator

from frivilligrapport.danish import quote
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.event_span import EventSpan
from frivilligrapport.reading.slips.parser_stop import is_in_list
from frivilligrapport.reading.slips.quoting import in_quotes, quoted
from frivilligrapport.reading.source import Source

_LOST_TAIL = re.compile(r"[ \t]+(?P<tail>#\S[^\n]*)")
_ITEM_WITH_TAIL = re.compile(r"\[(?:[^,#\]]*,)*[ \t]*(?P<item>[^,#\]\s](?:[^,#\]]*[^,#\]\s])?)[ \t]+#\S.*\]")


def lost_tail(source: Source, span: EventSpan, text: str) -> Iterator[Problem]:
    """Yield a finding when the value without quotation marks ends at ` #1`."""
    tail = _LOST_TAIL.match(source.lines[span.end_line], span.end_column) if text else None
    if tail is None:
        return
    message = f"{quote(tail['tail'])} læses ikke med."
    lost = tail["tail"].rstrip()
    if span.line < span.end_line:
        place = Location(source.file, span.end_line + 1, tail.start("tail") + 1, len(lost))
        hint = in_quotes(f"{text}{tail.group()}".replace("\n", " "))
        yield Problem(place, kinds.LOST_TAIL, message, hint)
        return
    whole = f"{text}{tail.group().rstrip()}"
    is_item = is_in_list(source.lines[span.line][: span.column])
    whole = re.split(r"[,\]]", whole)[0].rstrip() if is_item else whole
    hint, *instead = _quoted(whole) if is_item else _kept(text, whole, f"{text} # {lost[1:]}")
    place = Location(source.file, span.line + 1, span.column + 1, len(whole))
    yield Problem(place, kinds.LOST_TAIL, message, hint, instead=tuple(instead))


def _quoted(whole: str) -> tuple[str, ...]:
    return in_quotes(whole), quoted(whole)


def _kept(text: str, whole: str, remark: str) -> tuple[str, ...]:
    """Say how to write the whole value, or a value and a remark; after the hint, what to write.

    A number can only have a remark, and `#1` is no remark.
    """
    as_remark = f"{remark}, hvis det er en bemærkning"
    if text[0].isdigit():
        return f"Skriv {as_remark}", remark
    if remark.removeprefix(f"{text} # ")[0].isdigit():
        return _quoted(whole)
    return f"{in_quotes(whole).rstrip('.')}, eller {as_remark}", quoted(whole), remark


def lost_tail_in_list(source: Source, line: int, column: int) -> Problem | None:
    """Find `[borgere, projekt #1]`, a list whose end is lost too; it begins at `column`, counted from zero."""
    found = _ITEM_WITH_TAIL.match(source.lines[line], column)
    if found is None:
        return None
    span = EventSpan(line, found.start("item"), line, found.end("item"))
    return next(lost_tail(source, span, found["item"]), None)
