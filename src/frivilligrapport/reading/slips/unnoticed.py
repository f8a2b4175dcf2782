"""Slips that YAML reads past without a word: what is lost, swallowed or changed while the file can still be read."""

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml
from yaml import events

from frivilligrapport.danish import quote
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips.parser_stop import INDENT_STEP, is_in_list, opens_group, text_column
from frivilligrapport.reading.slips.quoting import in_quotes, quoted, write_quoted
from frivilligrapport.reading.source import Source, SourceSpan
from frivilligrapport.reading.tree import ScalarNode

_STUCK_FIELD = pattern(r"\s*(?:- +)*(?P<whole>(?P<key>[^\W\d][\w ]*):(?P<value>[^\s:/].*))")
_STUCK_DASH = pattern(r"\s*(?P<whole>-(?P<value>[^\W\d].*))")
_BULLET = pattern(r"\s*(?P<whole>(?P<sign>[•·–—*‣▪◦○])[ \t]+(?P<value>\S.*))")
# A line that one of the three may be, as it begins, and where a value may have lost its tail.
_DOUBTFUL = (
    pattern(r"\n[^\S\n]*+(?:(?:- +)*+[^\W\d][\w ]*+:[^\s:/]|-[^\W\d]|[•·–—*‣▪◦○][ \t]+\S)"),
    pattern(r"#\S"),
)
_SHORT = 60
_LOST_TAIL = pattern(r"[ \t]+(?P<tail>#\S[^\n]*)")
_ITEM_WITH_TAIL = pattern(r"\[(?:[^,#\]]*,)*[ \t]*(?P<item>[^,#\]\s](?:[^,#\]]*[^,#\]\s])?)[ \t]+#\S.*\]")
_ESCAPE = pattern(r"\\[^\"\\\n]")  # only these two stand for themselves; \n and the like become another character
_QUOTABLE = (None, "", "'", '"')  # a block text, and a list, cannot be put in quotation marks


def doubtful_lines(source: Source) -> frozenset[int]:
    """Give the lines, from 0, on which a value without quotation marks may have lost something or swallowed a field."""
    text = f"\n{source.text}"
    return frozenset(source.line_at(found.end() - 2) for pattern in _DOUBTFUL for found in pattern.finditer(text))


def stuck_sign(source: Source, number: int, *, is_field: bool = False, is_item: bool = True) -> Problem | None:
    """Find `antal:15`, `-borgere` or a bullet as a word processor makes them: the line (from 0) is taken for text.

    Not the first where the line is a field already, nor the last where bullets may be part of a text.
    """
    line = source.lines[number].rstrip()
    kind = kinds.NO_SPACE
    if not is_field and (match := _STUCK_FIELD.fullmatch(line)):
        before = f"{match['key'].rstrip()}: "
        message = f"Mellemrum mangler efter {quote(before)}."
    elif match := _STUCK_DASH.fullmatch(line):
        before, message = "- ", "Mellemrum mangler efter bindestregen."
    elif is_item and (match := _BULLET.fullmatch(line)):
        kind, before = kinds.BULLET, "- "
        message = f"Punktet begynder med »{match['sign']}« og ikke med en almindelig bindestreg."
    else:
        return None
    value = match["value"]
    hint = f"Skriv {before}{value if len(value) < _SHORT else '…'}"
    return Problem(source.location(number, *match.span("whole")), kind, message, hint, instead=(before + value,))


def swallowed_lines(source: Source, span: SourceSpan) -> Iterator[Problem]:
    """Yield a finding for each line such as `antal:15` or `-borgere` that was taken into a text without `|`."""
    before = source.lines[span.line][: span.column]
    first = span.line if not before or before.isspace() else span.line + 1
    # A dash may stand first on a line of running text; where the first line has a bullet, the others are items too.
    is_list = first <= span.end_line and _BULLET.fullmatch(source.lines[span.line].rstrip()) is not None
    found = (stuck_sign(source, number, is_item=is_list) for number in range(first, span.end_line + 1))
    yield from filter(None, found)


def lost_tail(source: Source, span: SourceSpan, text: str) -> Iterator[Problem]:
    """Yield a finding when a value without quotation marks ends at ` #1`, which begins a remark."""
    tail = _LOST_TAIL.match(source.lines[span.end_line], span.end_column) if text else None
    if tail is None:
        return
    message = f"{quote(tail['tail'])} læses ikke med."
    lost = tail["tail"].rstrip()
    if span.line < span.end_line:
        place = source.location(span.end_line, tail.start("tail"), tail.start("tail") + len(lost))
        yield Problem(place, kinds.LOST_TAIL, message, in_quotes(f"{text}{tail.group()}".replace("\n", " ")))
        return
    whole = f"{text}{tail.group().rstrip()}"
    remark = f"{text} # {lost[1:]}"
    as_remark = f"{remark}, hvis det er en bemærkning"
    if is_in_list(source.lines[span.line][: span.column]):
        whole = re.split(r"[,\]]", whole)[0].rstrip()
        hint, *instead = write_quoted(whole)
    elif text[0].isdigit():  # a number can only have a remark
        hint, *instead = f"Skriv {as_remark}", remark
    elif lost[1].isdigit():  # `#1` is no remark
        hint, *instead = write_quoted(whole)
    else:
        hint, *instead = f"{in_quotes(whole).rstrip('.')}, eller {as_remark}", quoted(whole), remark
    place = source.location(span.line, span.column, span.column + len(whole))
    yield Problem(place, kinds.LOST_TAIL, message, hint, instead=tuple(instead))


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


def strange_start(source: Source, event: events.NodeEvent, span: SourceSpan) -> Problem:
    """Report a value that begins with & or !.

    A sign that belongs to a text is kept by quotation marks. One that YAML is meant to read, as the & that a * refers
    to, is to be left out.
    """
    anchor = event.anchor
    place = span.place(source)
    value = source.lines[span.line][span.column : span.end_column if span.end_line == span.line else None].rstrip()
    token = value.split(" ")[0]
    kind = kinds.TAG if anchor is None else kinds.ANCHOR
    message = f"Værdien begynder med »{value[:1]}«, som betyder noget særligt."
    is_text = isinstance(event, events.ScalarEvent) and event.style in _QUOTABLE and span.line == span.end_line
    is_mark = token.startswith("!!") or (anchor is not None and anchor in _referred(source.text))
    if is_text and not is_mark:
        hint, text = write_quoted(value)
        return Problem(place, kind, message, hint, instead=(text,))
    return Problem(place._replace(length=max(1, len(token))), kind, message, f"Slet {quote(token)}.", instead=("",))


@lru_cache(maxsize=4)
def _referred(text: str) -> frozenset[str]:
    """Give the names that a `*` stands before in a text."""
    return frozenset(re.findall(r"\*([^\s,\[\]{}*]+)", text))


def repeated(source: Source, again: ScalarNode, first: Location, item: Location | None) -> Problem:
    """Report a field that stands twice in the same group.

    `item` is where the group begins when it is an item of a list and lost its dash here.
    """
    message = f"Feltet {quote(again.text)} står to gange. Det står også i linje {first.line}."
    if item is None:
        hint = "Behold den ene linje, og slet den anden."
        if opens_group(source.lines[first.line - 1]) and opens_group(source.lines[again.location.line - 1]):
            hint = f"Flyt det, der står under den, op under {again.text} i linje {first.line}, og slet linjen."
        return Problem(again.location, kinds.DUPLICATE_KEY, message, hint)
    hint = f"Skriv - {again.text}, hvis her begynder et nyt punkt i listen. Ellers slet linjen."
    dash = source.lines[item.line - 1].rfind("-", 0, item.column - 1)
    number, column = again.location.line - 1, again.location.column - 1
    line = source.lines[number]
    if dash < 0 or line[dash:column].strip():
        return Problem(again.location, kinds.DUPLICATE_KEY, message, hint)
    end = column + again.location.length
    written = f"-{' ' * (column - dash - 1)}{line[column:end]}"
    return Problem(source.location(number, dash, end), kinds.DUPLICATE_KEY, message, hint, instead=(written,))


def curly(source: Source, span: SourceSpan) -> Problem:
    """Report fields in curly brackets; `span` goes from the first bracket to the last."""
    place = span.place(source)
    line = source.lines[span.line]
    before, typed = line[: span.column], line[span.column : span.end_column]
    hint = "Skriv hvert felt på sin egen linje."
    instead: list[str] = []
    if span.line < span.end_line:
        place = place._replace(length=1)
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

    def as_typed(node: yaml.Node) -> str:
        return typed[node.start_mark.column : node.end_mark.column].strip()

    def written(group: yaml.Node | None, column: int) -> str:
        lines = []
        for key, value in group.value if isinstance(group, yaml.MappingNode) else ():
            is_group = isinstance(value, yaml.MappingNode)
            text = written(value, column + INDENT_STEP) if is_group else as_typed(value)
            if not text or not isinstance(key, yaml.ScalarNode) or (not is_group and "{" in text):
                return ""
            lines.append(f"{' ' * column}{as_typed(key)}:{chr(10) if is_group else ' '}{text}")
        return "\n".join(lines)

    try:
        return written(yaml.compose(typed, Loader=yaml.CSafeLoader), column)
    except yaml.YAMLError:
        return ""
