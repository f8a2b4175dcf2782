"""Slips inside a value: quotation marks, brackets, signs with a meaning of their own, a colon in a text."""

import re

from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.stop import KEY, Stop


def _quoted(text: str) -> str:
    """Write a value in quotation marks, so that it can be pasted; an apostrophe does not end what it began."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1]
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', "'") + '"'


def open_quote(stop: Stop) -> Problem | None:
    """Find a quotation mark that is never closed."""
    if "quoted scalar" not in stop.context or "end of stream" not in stop.problem:
        return None
    line = stop.text(stop.began_line)
    value = line[stop.began_column :].rstrip()
    message = "Anførselstegnet foran teksten bliver ikke sluttet."
    return stop.found(
        kinds.OPEN_QUOTE,
        stop.began_line,
        (stop.began_column, len(line.rstrip())),
        message,
        f"Skriv {value + value[:1]}",
    )


def backslash(stop: Stop) -> Problem | None:
    """Find a backslash in a text with double quotation marks."""
    if "escape" not in stop.problem:
        return None
    message = "Tegnet \\ kan ikke stå i en tekst med dobbelte anførselstegn."
    hint = "Skriv teksten uden anførselstegn eller med enkelte: '…'."
    return stop.found(kinds.UNREADABLE, stop.line, (stop.column, stop.column + 1), message, hint)


def after_quote(stop: Stop) -> Problem | None:
    """Find text after a closing quotation mark."""
    line = stop.text(stop.line)
    match = re.search(r":\s+(?P<value>([\"']).*)$", line) or re.search(r"^\s*- +(?P<value>([\"']).*)$", line)
    if "expected key" not in stop.problem and "'-' indicator" not in stop.problem:
        return None
    if match is None or stop.column <= match.start("value"):
        return None
    message = "Der står tekst efter det afsluttende anførselstegn."
    span = (stop.column, len(line.rstrip()))
    return stop.found(kinds.AFTER_QUOTE, stop.line, span, message, f"Skriv {_quoted(match['value'])}")


def bracket(stop: Stop) -> Problem | None:
    """Find a list that is not closed, or fields in curly brackets."""
    line = stop.text(stop.began_line)
    span = (stop.began_column, len(line.rstrip()))
    if "flow sequence" in stop.context:
        message = "Listen begynder med [, men bliver ikke sluttet."
        return stop.found(kinds.OPEN_BRACKET, stop.began_line, span, message, f"Skriv {line[slice(*span)]}]")
    if "flow mapping" in stop.context:
        message = "Felter kan ikke skrives i krøllede parenteser."
        return stop.found(kinds.FLOW_MAPPING, stop.began_line, span, message, "Skriv hvert felt på sin egen linje.")
    return None


def special_start(stop: Stop) -> Problem | None:
    """Find a value whose first sign means something to YAML."""
    signs = ("cannot start any token", "block scalar", "directive", "anchor", "alias", "tag", "expected node content")
    if not any(sign in f"{stop.problem} {stop.context}" for sign in signs):
        return None
    line = stop.text(stop.began_line)
    start = stop.began_column
    value = line[start:].strip()
    if not value:
        return None
    span = (start, len(line.rstrip()))
    if value[0] == "|" or (value[0] == ">" and not value[1:2].isdigit()):
        message = f"Efter »{value[0]}« begynder teksten på næste linje."
        hint = f"Flyt »{value[1:].strip()}« ned på næste linje, og ryk den ind."
        return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, hint)
    words = {">": "over ", "<": "under "}.get(value[0])
    also = f" eller {words}{value[1:].strip()}" if words and value[1:].strip()[:1].isdigit() else ""
    message = f"Værdien begynder med »{value[0]}«, som betyder noget særligt."
    return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, f"Skriv {_quoted(value)}{also}")


def colon_in_text(stop: Stop) -> Problem | None:
    """Find a colon inside a text without quotation marks."""
    line = stop.text(stop.line)
    match = KEY.match(line)
    if "mapping values" not in stop.problem or match is None or stop.column < match.end():
        return None
    value = line[match.end() :]
    start = match.end() + len(value) - len(value.lstrip())
    message = f"Teksten »{value.strip()}« indeholder et kolon."
    hint = f"Sæt den i anførselstegn: {match['key']}: {_quoted(value)}"
    return stop.found(kinds.COLON_IN_TEXT, stop.line, (start, len(line.rstrip())), message, hint)
