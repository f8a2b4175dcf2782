"""Slips inside a value: quotation marks, brackets, signs with a meaning of their own, a colon in a text."""

import re

from frivilligrapport.danish import normal_key, quote
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips.parser_stop import FIELD, ParserStop, indent_of, is_in_list, text_column
from frivilligrapport.reading.slips.quoting import quoted, write_quoted
from frivilligrapport.reading.slips.unnoticed import lost_tail_in_list

_QUOTED_VALUE = re.compile(r"(?:^|:|-)\s+(?P<value>[\"'].*)$")
_BRACKET_VALUE = re.compile(r"(?:^|:|-)\s+(?P<value>[\[{].*)$")
_LAST_IN_LIST = re.compile(r"[\"'](?P<text>[^\"',\]]+)\]")
_COMMENT = re.compile(r"(?<=\S)\s+#(?:\s.*)?$")
# Signs that stand for a word before a number, or after it.
_NUMBERS = (
    (re.compile(r">\s*(?P<number>[0-9].*)"), "over {}"),
    (re.compile(r">=\s*(?P<number>[0-9].*)"), "mindst {}"),
    (re.compile(r"%\s*(?P<number>[0-9][0-9.,]*)"), "{} %"),
)
# Fields that hold other fields, so that a colon after them is no part of a text.
_GROUPS = ("tal", "heraf", "kontakt", "perspektiver", "faelles", "barrierer", "netvaerk")
_FIELD = re.compile(r"[^\W\d][\w ()]*:(?:\s|$)")
_SPECIAL = (
    "cannot start any token", "block scalar", "directive", "anchor", "alias", "tag", "expected node content",
    "mapping keys are not allowed",
)  # fmt: skip


def open_quote(stop: ParserStop) -> Problem | None:
    """Find a quotation mark that is never closed, or only by the next one, lines below."""
    line_number, start = stop.began_line, stop.began_column
    if stop.quotation and stop.quotation.end_line == stop.line:
        line_number, start = stop.quotation.line, stop.quotation.column
    elif "quoted scalar" not in stop.context or "end of stream" not in stop.problem:
        return None
    line = stop.text(line_number)
    value = line[start:].rstrip()
    span = (start, start + len(value))
    message = "Anførselstegnet foran teksten bliver ikke sluttet."
    if "]" not in value:
        text = value[1:].rstrip("“”„")
        return stop.found(kinds.OPEN_QUOTE, line_number, span, message, *write_quoted(text))
    last = _LAST_IN_LIST.fullmatch(value)
    instead = (f"{quoted(last['text'])}]",) if last else ()
    hint = "Slut teksten med et anførselstegn."
    return stop.found(kinds.OPEN_QUOTE, line_number, span, message, hint, *instead)


def backslash(stop: ParserStop) -> Problem | None:
    """Find a backslash in a text with double quotation marks."""
    if "escape" not in stop.problem:
        return None
    line = stop.text(stop.line)
    value = line[stop.began_column :].strip()
    whole = stop.began_line == stop.line and value.count('"') > 1 and value.endswith('"')
    message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
    if whole:
        text, span = value[1:-1], (stop.began_column, stop.began_column + len(value))
        return stop.found(kinds.UNREADABLE_LINE, stop.line, span, message, *write_quoted(text))
    at = max(line.rfind("\\", 0, (stop.column or len(line)) + 1), 0)
    hint = "Skriv teksten uden anførselstegn eller med enkelte: '…'."
    return stop.found(kinds.UNREADABLE_LINE, stop.line, (at, at + 1), message, hint)


def after_quote(stop: ParserStop) -> Problem | None:
    """Find text after a closing quotation mark."""
    line = stop.text(stop.line)
    match = _QUOTED_VALUE.search(line)
    if not _expected_a_field(stop) or match is None or stop.column <= match.start("value"):
        return None
    message = "Der står tekst efter det afsluttende anførselstegn."
    span = (match.start("value"), len(line.rstrip()))
    return stop.found(kinds.AFTER_QUOTE, stop.line, span, message, *write_quoted(match["value"]))


def after_bracket(stop: ParserStop) -> Problem | None:
    """Find a text that begins with a word in brackets, or one bracket too many."""
    line = stop.text(stop.line)
    match = _BRACKET_VALUE.search(line)
    if not _expected_a_field(stop) or match is None or stop.column <= match.start("value"):
        return None
    if line[stop.column :].strip() in {"]", "}"}:
        message = f"Der står en {line[stop.column]} for meget."
        return stop.found(kinds.UNREADABLE_LINE, stop.line, (stop.column, stop.column + 1), message, "Slet den.", "")
    message = f"Værdien begynder med »{match['value'][0]}«, som betyder noget særligt."
    span = (match.start("value"), len(line.rstrip()))
    return stop.found(kinds.SPECIAL_START, stop.line, span, message, *write_quoted(match["value"]))


def _expected_a_field(stop: ParserStop) -> bool:
    return "expected key" in stop.problem or "'-' indicator" in stop.problem


def bracket(stop: ParserStop) -> Problem | None:
    """Find a list that is not closed, or fields in curly brackets."""
    line = stop.text(stop.began_line)
    span = (stop.began_column, len(line.rstrip()))
    if "flow sequence" in stop.context:
        lost = lost_tail_in_list(stop.source, stop.began_line, stop.began_column)
        if lost:
            return lost
        message = "Listen begynder med [, men bliver ikke sluttet."
        typed = line[slice(*span)]
        if typed.endswith(("[", ",")):
            hint = "Skriv ] efter listens sidste ord."
            return stop.found(kinds.OPEN_BRACKET, stop.began_line, span, message, hint)
        return stop.found(kinds.OPEN_BRACKET, stop.began_line, span, message, f"Skriv {typed}]", f"{typed}]")
    if "flow mapping" in stop.context:
        message = "Felter kan ikke skrives i krøllede parenteser."
        hint = "Skriv hvert felt på sin egen linje, eller sæt teksten i anførselstegn."
        return stop.found(kinds.FLOW_MAPPING, stop.began_line, span, message, hint)
    return None


def special_start(stop: ParserStop) -> Problem | None:
    """Find a value whose first sign means something to YAML."""
    line = stop.text(stop.began_line)
    value = line[stop.began_column :].strip()
    only_dash = "block sequence entries" in stop.problem and value == "-"
    if not value or not (only_dash or any(sign in f"{stop.problem} {stop.context}" for sign in _SPECIAL)):
        return None
    if is_in_list(line[: stop.began_column]):
        value = re.split(r"[,\]]", value)[0].rstrip()
    message = f"Værdien begynder med »{value[0]}«, som betyder noget særligt."
    span = (stop.began_column, stop.began_column + len(value))
    rest = value[1:].strip()
    meant = _meant(value)
    if not rest:
        hint, instead = "Skriv uoplyst, hvis svaret ikke kendes.", "uoplyst"
    elif meant:
        hint, instead = f"Skriv {meant}", meant
    elif value[0] in "|>":
        message = f"Efter »{value[0]}« begynder teksten på næste linje."
        hint = f"Flyt {quote(rest)} ned på næste linje, og ryk den ind."
        instead = f"{value[0]}\n{' ' * _column_below(stop)}{rest}"
    else:
        hint, instead = write_quoted(value)
    return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, hint, instead)


def _meant(value: str) -> str:
    """Write a number that a sign stands before with the word for it; "" for anything else."""
    found = ((pattern.fullmatch(value), words) for pattern, words in _NUMBERS)
    return next((words.format(match["number"]) for match, words in found if match), "")


def _column_below(stop: ParserStop) -> int:
    """Give the column of the lines that a text goes on with, or else where they should begin."""
    opener, below = stop.text(stop.began_line), stop.text(stop.began_line + 1)
    column = text_column(opener)
    return max(indent_of(below), column) if not FIELD.match(below) else column


def colon_in_text(stop: ParserStop) -> Problem | None:
    """Find a colon inside a text without quotation marks."""
    line = stop.text(stop.line)
    match = FIELD.match(line)
    if "mapping values" not in stop.problem or match is None or stop.column < match.end():
        return None
    value = _COMMENT.sub("", line[match.end() :]).strip()
    start = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
    if normal_key(match["key"].strip()) in _GROUPS and _FIELD.match(value):
        return _fields_on_line(stop, match["key"].strip(), start, value)
    message = f"Teksten {quote(value)} indeholder et kolon."
    below = stop.text(stop.line + 1)
    if indent_of(below) > match.start("key") and not FIELD.match(below):
        hint = "Skriv |, og flyt teksten ned på næste linje, rykket ind."
        instead = f"|\n{' ' * indent_of(below)}{value}"
        return stop.found(kinds.COLON_IN_TEXT, stop.line, (start, start + len(value)), message, hint, instead)
    span = (start, start + len(value))
    return stop.found(kinds.COLON_IN_TEXT, stop.line, span, message, *write_quoted(value))


def _fields_on_line(stop: ParserStop, name: str, start: int, value: str) -> Problem:
    """Report a field on the line of the one that holds it: `tal: frivillige: 15`."""
    column = text_column(stop.text(stop.line))
    below = indent_of(stop.text(stop.line + 1))
    column = below if below > column and not value.endswith(":") else column
    message = f"Felterne under {quote(name)} skal begynde på næste linje."
    hint = f"Flyt {quote(value)} ned på næste linje, og ryk det ind."
    instead = f"\n{' ' * column}{value}"
    return stop.found(kinds.INDENT, stop.line, (start, start + len(value)), message, hint, instead)
