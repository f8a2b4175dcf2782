"""Slips in how lines are put together: tabs, indentation, a colon or a space that is missing."""

import re

from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.stop import KEY, Stop

_GLUED = re.compile(r"^(?P<indent>\s*(?:- +)*)(?P<key>[^\W\d][\w ]*):(?P<value>[^\s:/].*)$")
_EQUALS = re.compile(r"^(?P<indent>\s*(?:- +)*)(?P<key>\w+) *= *(?P<value>.*)$")
_BARE = re.compile(r"^(?P<indent>\s*(?:- +)*)(?P<key>\w+) +(?P<value>[^:]+)$")
_NEAR = 4  # how many keys above a line may show where it should begin


def tab(stop: Stop) -> Problem | None:
    """Find a tab in the indentation."""
    for number in (stop.line, stop.began_line):
        line = stop.text(number)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            start = indent.index("\t")
            message = "Linjen er rykket ind med tabulator."
            return stop.found(kinds.TAB, number, (start, len(indent)), message, "Skriv mellemrum i stedet.")
    return None


def glued(stop: Stop) -> Problem | None:
    """Find a colon without a space after it: `antal:15`."""
    for number in dict.fromkeys((stop.began_line, stop.line, stop.before(stop.line))):
        match = _GLUED.match(stop.text(number))
        if match and not KEY.match(stop.text(number)):
            message = f"Mellemrum mangler efter »{match['key']}:«."
            hint = f"Skriv {match['key']}: {match['value'].strip()}"
            return stop.found(kinds.NO_SPACE, number, (match.start("key"), match.end()), message, hint)
    return None


def no_colon(stop: Stop) -> Problem | None:
    """Find a field whose colon is missing, or is written as `=`."""
    for number in dict.fromkeys((stop.began_line, stop.line, stop.before(stop.line))):
        line = stop.text(number)
        equals = _EQUALS.match(line)
        match = equals or _BARE.match(line)
        above = stop.text(stop.before(number)).rstrip()
        if match is None or KEY.match(line) or above.endswith(("|", ">", "|-", ">-")):
            continue
        sign = "Der står = i stedet for kolon" if equals else "Kolon mangler"
        hint = f"Skriv {match['key']}: {match['value'].strip()}"
        span = (match.start("key"), match.end("key"))
        return stop.found(kinds.NO_COLON, number, span, f"{sign} efter »{match['key']}«.", hint)
    return None


def list_on_line(stop: Stop) -> Problem | None:
    """Find a list that begins on the line of its field."""
    if "block sequence entries" not in stop.problem:
        return None
    message = "En liste med bindestreg begynder på linjen under feltets navn."
    span = (stop.column, len(stop.text(stop.line).rstrip()))
    return stop.found(kinds.INDENT, stop.line, span, message, "Flyt bindestregen ned på næste linje, og ryk den ind.")


def second_file(stop: Stop) -> Problem | None:
    """Find `...`, which ends the file too early."""
    above = stop.before(stop.line)
    if "document start" not in stop.problem or not stop.text(above).startswith("..."):
        return None
    return stop.found(kinds.MANY_DOCUMENTS, above, (0, 3), "Linjen »...« slutter filen her.", "Slet linjen.")


def flush_block(stop: Stop) -> Problem | None:
    """Find a text after `|` that is not further in than its field."""
    for number in (stop.began_line, stop.line):
        above = stop.text(stop.before(number)).rstrip()
        line = stop.text(number)
        if above.endswith((": |", ": |-", ": >", ": >-")) and not KEY.match(line):
            message = "Teksten under feltet er ikke rykket ind."
            hint = "Ryk hele teksten to mellemrum længere ind end feltets navn."
            return stop.found(kinds.INDENT, number, (_indent_of(line), len(line.rstrip())), message, hint)
    return None


def indent(stop: Stop) -> Problem | None:
    """Find a line that is not as far in as those it belongs with."""
    here = _indent_of(stop.text(stop.line))
    columns = _key_columns(stop, stop.before(stop.line))
    if not columns or here in columns:
        return None
    best = min(columns, key=lambda column: (abs(column - here), column))
    message = f"Linjen er rykket {here} mellemrum ind, og det passer ikke med linjerne over."
    hint = f"Ryk linjen {best} mellemrum ind." if best else "Begynd linjen helt til venstre."
    return stop.found(kinds.INDENT, stop.line, (0, max(here, 1)), message, hint)


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key_columns(stop: Stop, line: int) -> list[int]:
    """Give the columns where keys begin on the nearest lines above: where a line may well begin."""
    columns: list[int] = []
    while line >= 0 and len(columns) < _NEAR:
        match = KEY.match(stop.text(line))
        if match:
            columns.append(match.start("key"))
        line = stop.before(line)
    return columns
