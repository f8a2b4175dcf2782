"""What a value may not begin with: & and !, which YAML takes for marks of its own."""

from dataclasses import replace

from yaml import events

from frivilligrapport.danish import quote
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.extent import extent
from frivilligrapport.reading.quoting import in_quotes, quoted
from frivilligrapport.reading.source import Source

_QUOTABLE = (None, "", "'", '"')  # a block text, and a list, cannot be put in quotation marks


def strange_start(source: Source, event: events.ScalarEvent | events.CollectionStartEvent) -> Problem | None:
    """Report a value that begins with & or !; None for one that does not.

    A sign that belongs to a text is kept by quotation marks. One that YAML is meant to read, as the & that a * refers
    to, is to be left out.
    """
    if event.anchor is None and event.tag is None:
        return None
    found = extent(event)
    place = found.place(source)
    line = source.lines[found.line]
    value = line[found.column : found.end_column if found.end_line == found.line else len(line)].rstrip()
    token = value.split(" ")[0]
    kind = kinds.TAG if event.anchor is None else kinds.ANCHOR
    message = f"Værdien begynder med »{value[:1]}«, som betyder noget særligt."
    is_text = isinstance(event, events.ScalarEvent) and event.style in _QUOTABLE and found.line == found.end_line
    is_mark = token.startswith("!!") or (event.anchor is not None and f"*{event.anchor}" in source.text)
    if is_text and not is_mark:
        return Problem(place, kind, message, in_quotes(value), instead=(quoted(value),))
    return Problem(replace(place, length=max(1, len(token))), kind, message, f"Slet {quote(token)}.", instead=("",))
