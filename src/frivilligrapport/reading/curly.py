"""Fields in curly brackets, and the same fields on lines of their own."""

import yaml

from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.extent import Extent
from frivilligrapport.reading.quoting import in_quotes, quoted
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.stop import STEP, text_column

_MESSAGE = "Felter kan ikke skrives i krøllede parenteser."
_HINT = "Skriv hvert felt på sin egen linje."


def curly(source: Source, extent: Extent) -> Problem:
    """Report fields in curly brackets; `extent` goes from the first bracket to the last."""
    place = extent.place(source)
    if extent.line < extent.end_line:
        bracket = Location(place.file, place.line, place.column)
        return Problem(bracket, kinds.FLOW_MAPPING, _MESSAGE, _HINT)
    line = source.lines[extent.line]
    before, typed = line[: extent.column], line[extent.column : extent.end_column]
    if "[" in before:
        return Problem(place, kinds.FLOW_MAPPING, _MESSAGE, _HINT)
    if ":" not in typed:
        return Problem(place, kinds.FLOW_MAPPING, _MESSAGE, in_quotes(typed), instead=(quoted(typed),))
    is_item = not before.strip(" -")
    written = _written(_composed(typed), typed, extent.column if is_item else text_column(line))
    text = written.lstrip() if is_item else f"\n{written}"
    return Problem(place, kinds.FLOW_MAPPING, _MESSAGE, _HINT, instead=(text,) if written else ())


def _composed(typed: str) -> yaml.Node | None:
    try:
        return yaml.compose(typed, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None


def _written(node: yaml.Node | None, typed: str, column: int) -> str:
    """Write fields on lines of their own; "" where one has no value, as the last part of "1,5" in curly brackets."""
    lines = []
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        is_group = isinstance(value, yaml.MappingNode)
        text = _written(value, typed, column + STEP) if is_group else _typed(value, typed)
        if not text or not isinstance(key, yaml.ScalarNode) or (not is_group and "{" in text):
            return ""
        lines.append(f"{' ' * column}{_typed(key, typed)}:{chr(10) if is_group else ' '}{text}")
    return "\n".join(lines)


def _typed(node: yaml.Node, typed: str) -> str:
    return typed[node.start_mark.column : node.end_mark.column].strip()
