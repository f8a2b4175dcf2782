"""Slips inside a value: quotation marks, brackets, signs with a meaning of their own, a colon in a text."""

import re

from frivilligrapport.danish import quote
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.quoting import in_quotes
from frivilligrapport.reading.stop import KEY, Stop

_QUOTED_VALUE = re.compile(r"(?:^|:|-)\s+(?P<value>[\"'].*)$")
_BRACKET_VALUE = re.compile(r"(?:^|:|-)\s+(?P<value>[\[{].*)$")
_SPECIAL = (
    "cannot start any token", "block scalar", "directive", "anchor", "alias", "tag", "expected node content",
    "mapping keys are not allowed",
)  # fmt: skip


def open_quote(stop: Stop) -> Problem | None:
    """Find a quotation mark that is never closed, or only by the next one, lines below."""
    line_number, start = stop.began_line, stop.began_column
    if stop.quotation and stop.quotation.end_line == stop.line:
        line_number, start = stop.quotation.line, stop.quotation.column
    elif "quoted scalar" not in stop.context or "end of stream" not in stop.problem:
        return None
    line = stop.text(line_number)
    value = line[start:].rstrip()
    hint = "Slut teksten med et anførselstegn." if "]" in value else in_quotes(value[1:])
    message = "Anførselstegnet foran teksten bliver ikke sluttet."
    return stop.found(kinds.OPEN_QUOTE, line_number, (start, start + len(value)), message, hint)


def backslash(stop: Stop) -> Problem | None:
    """Find a backslash in a text with double quotation marks."""
    if "escape" not in stop.problem:
        return None
    line = stop.text(stop.line)
    value = line[stop.began_column :].strip()
    whole = stop.began_line == stop.line and value.count('"') > 1 and value.endswith('"')
    hint = in_quotes(value[1:-1]) if whole else "Skriv teksten uden anførselstegn eller med enkelte: '…'."
    message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
    at = max(line.rfind("\\", 0, (stop.column or len(line)) + 1), 0)
    return stop.found(kinds.UNREADABLE, stop.line, (at, at + 1), message, hint)


def after_quote(stop: Stop) -> Problem | None:
    """Find text after a closing quotation mark."""
    line = stop.text(stop.line)
    match = _QUOTED_VALUE.search(line)
    if not _expected_a_field(stop) or match is None or stop.column <= match.start("value"):
        return None
    message = "Der står tekst efter det afsluttende anførselstegn."
    span = (stop.column, len(line.rstrip()))
    return stop.found(kinds.AFTER_QUOTE, stop.line, span, message, in_quotes(match["value"]))


def after_bracket(stop: Stop) -> Problem | None:
    """Find a text that begins with a word in brackets, or one bracket too many."""
    line = stop.text(stop.line)
    match = _BRACKET_VALUE.search(line)
    if not _expected_a_field(stop) or match is None or stop.column <= match.start("value"):
        return None
    if line[stop.column :].strip() in {"]", "}"}:
        message = f"Der står en {line[stop.column]} for meget."
        return stop.found(kinds.UNREADABLE, stop.line, (stop.column, stop.column + 1), message, "Slet den.")
    message = f"Værdien begynder med »{match['value'][0]}«, som betyder noget særligt."
    span = (match.start("value"), len(line.rstrip()))
    return stop.found(kinds.SPECIAL_START, stop.line, span, message, in_quotes(match["value"]))


def _expected_a_field(stop: Stop) -> bool:
    return "expected key" in stop.problem or "'-' indicator" in stop.problem


def bracket(stop: Stop) -> Problem | None:
    """Find a list that is not closed, or fields in curly brackets."""
    line = stop.text(stop.began_line)
    span = (stop.began_column, len(line.rstrip()))
    if "flow sequence" in stop.context:
        message = "Listen begynder med [, men bliver ikke sluttet."
        typed = line[slice(*span)]
        hint = "Skriv ] efter listens sidste ord." if typed.endswith(("[", ",")) else f"Skriv {typed}]"
        return stop.found(kinds.OPEN_BRACKET, stop.began_line, span, message, hint)
    if "flow mapping" in stop.context:
        message = "Felter kan ikke skrives i krøllede parenteser."
        hint = "Skriv hvert felt på sin egen linje, eller sæt teksten i anførselstegn."
        return stop.found(kinds.FLOW_MAPPING, stop.began_line, span, message, hint)
    return None


def special_start(stop: Stop) -> Problem | None:
    """Find a value whose first sign means something to YAML."""
    line = stop.text(stop.began_line)
    value = line[stop.began_column :].strip()
    only_dash = "block sequence entries" in stop.problem and value == "-"
    if not value or not (only_dash or any(sign in f"{stop.problem} {stop.context}" for sign in _SPECIAL)):
        return None
    message = f"Værdien begynder med »{value[0]}«, som betyder noget særligt."
    hint = in_quotes(value)
    rest = value[1:].strip()
    if not rest:
        hint = "Skriv uoplyst, hvis svaret ikke kendes."
    elif value[0] == ">" and rest[0].isdigit():
        hint = f"Skriv over {rest}"
    elif value[0] in "|>":
        message = f"Efter »{value[0]}« begynder teksten på næste linje."
        hint = f"Flyt {quote(rest)} ned på næste linje, og ryk den ind."
    return stop.found(kinds.SPECIAL_START, stop.began_line, (stop.began_column, len(line.rstrip())), message, hint)


def colon_in_text(stop: Stop) -> Problem | None:
    """Find a colon inside a text without quotation marks."""
    line = stop.text(stop.line)
    match = KEY.match(line)
    if "mapping values" not in stop.problem or match is None or stop.column < match.end():
        return None
    value = line[match.end() :].strip()
    start = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
    message = f"Teksten {quote(value)} indeholder et kolon."
    hint = in_quotes(value).replace("Skriv ", f"Sæt den i anførselstegn: {match['key'].rstrip()}: ")
    return stop.found(kinds.COLON_IN_TEXT, stop.line, (start, len(line.rstrip())), message, hint)
