"""Slips inside a value: quotation marks, brackets, signs with a meaning of their own, a colon in a text."""

import re

from frivilligrapport.danish import normal_key, quote
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips.parser_stop import FIELD, ParserStop, indent_of, is_in_list, text_column
from frivilligrapport.reading.slips.quoting import quoted, write_quoted
from frivilligrapport.reading.slips.unnoticed import lost_tail_in_list

_QUOTED_VALUE = pattern(r"(?:^|:|-)\s+(?P<value>[\"'].*)$")
_BRACKET_VALUE = pattern(r"(?:^|:|-)\s+(?P<value>[\[{].*)$")
_LAST_IN_LIST = pattern(r"[\"'](?P<text>[^\"',\]]+)\]")
_COMMENT = pattern(r"(?<=\S)\s+#(?:\s.*)?$")
# Signs that stand for a word before a number, or after it.
_NUMBERS = (
    (pattern(r">\s*(?P<number>[0-9].*)"), "over {}"),
    (pattern(r">=\s*(?P<number>[0-9].*)"), "mindst {}"),
    (pattern(r"%\s*(?P<number>[0-9][0-9.,]*)"), "{} %"),
)
# Fields that hold other fields, so that a colon after them is no part of a text.
_GROUPS = ("tal", "heraf", "kontakt", "perspektiver", "faelles", "barrierer", "netvaerk")
_ONE_WORD = ("art", "tilstand", "periode", "filstatus", "id", "aar", "forvaltning", "metode", "varighed", "frekvens")
_IDS = ("id", "hoerer_til", "taeller_hos")
_ID = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SECOND_FIELD = pattern(r"(?P<value>[^:]+?) +(?P<field>[^\W\d]\w*:(?: .*)?)")
_FIELD_IN_VALUE = pattern(r"[^\W\d][\w ()]*:(?:\s|$)")
_SPECIAL = (
    "cannot start any token", "block scalar", "directive", "anchor", "alias", "tag", "expected node content",
    "mapping keys are not allowed",
)  # fmt: skip


def open_quote(stop: ParserStop) -> Problem | None:
    """Find a quotation mark that is never closed, or only by the next one, lines below."""
    number, start = stop.began_line, stop.began_column
    if stop.quotation and stop.quotation.end_line == stop.line:
        number, start = stop.quotation.line, stop.quotation.column
    elif "quoted scalar" not in stop.context or "end of stream" not in stop.problem:
        return None
    value = stop.text(number)[start:].rstrip()
    last = _LAST_IN_LIST.fullmatch(value)
    hint, *instead = "Slut teksten med et anførselstegn.", *([f"{quoted(last['text'])}]"] if last else [])
    if "]" not in value:
        hint, *instead = write_quoted(value[1:].rstrip("“”„"))
    message = "Anførselstegnet foran teksten bliver ikke sluttet."
    return stop.found(kinds.OPEN_QUOTE, number, (start, start + len(value)), message, hint, *instead)


def backslash(stop: ParserStop) -> Problem | None:
    """Find a backslash in a text with double quotation marks."""
    if "escape" not in stop.problem:
        return None
    line = stop.text(stop.line)
    value = line[stop.began_column :].strip()
    at = max(line.rfind("\\", 0, (stop.column or len(line)) + 1), 0)
    span = (at, at + 1)
    hint = "Skriv teksten uden anførselstegn eller med enkelte: '…'."
    instead: list[str] = []
    if stop.began_line == stop.line and value.count('"') > 1 and value.endswith('"'):
        span = (stop.began_column, stop.began_column + len(value))
        hint, *instead = write_quoted(value[1:-1])
    message = "Tegnet \\ betyder noget særligt i en tekst med dobbelte anførselstegn."
    return stop.found(kinds.UNREADABLE_LINE, stop.line, span, message, hint, *instead)


def after_value(stop: ParserStop) -> Problem | None:
    """Find text after a closing quotation mark, a text that begins with a word in brackets, or a bracket too many."""
    line = stop.text(stop.line)
    found = (pattern.search(line) for pattern in (_QUOTED_VALUE, _BRACKET_VALUE))
    match = next((one for one in found if one and stop.column > one.start("value")), None)
    if match is None or not ("expected key" in stop.problem or "'-' indicator" in stop.problem):
        return None
    value = match["value"]
    if value[0] in "\"'":
        kind, message = kinds.AFTER_QUOTE, "Der står tekst efter det afsluttende anførselstegn."
    elif line[stop.column :].strip() in {"]", "}"}:
        message = f"Der står en {line[stop.column]} for meget."
        return stop.found(kinds.UNREADABLE_LINE, stop.line, (stop.column, stop.column + 1), message, "Slet den.", "")
    else:
        kind, message = kinds.SPECIAL_START, f"Værdien begynder med »{value[0]}«, som betyder noget særligt."
    return stop.found(kind, stop.line, (match.start("value"), len(line.rstrip())), message, *write_quoted(value))


def bracket(stop: ParserStop) -> Problem | None:
    """Find a list that is not closed, or fields in curly brackets."""
    line = stop.text(stop.began_line).rstrip()
    typed = line[stop.began_column :]
    if "flow sequence" in stop.context:
        lost = lost_tail_in_list(stop.source, stop.began_line, stop.began_column)
        if lost:
            return lost
        kind, message = kinds.OPEN_BRACKET, "Listen begynder med [, men bliver ikke sluttet."
        is_open = typed.endswith(("[", ","))
        hint, *instead = ("Skriv ] efter listens sidste ord.",) if is_open else (f"Skriv {typed}]", f"{typed}]")
    elif "flow mapping" in stop.context:
        kind, message = kinds.FLOW_MAPPING, "Felter kan ikke skrives i krøllede parenteser."
        hint, *instead = ("Skriv hvert felt på sin egen linje, eller sæt teksten i anførselstegn.",)
    else:
        return None
    return stop.found(kind, stop.began_line, (stop.began_column, len(line)), message, hint, *instead)


def empty_item(stop: ParserStop) -> Problem | None:
    """Find a comma in a list with nothing before it."""
    line, at = stop.text(stop.began_line), stop.began_column
    if not (is_in_list(line[:at]) and line[at : at + 1] == ","):
        return None
    message = "Der står et komma for meget."
    return stop.found(kinds.UNREADABLE_LINE, stop.began_line, (at, at + 1), message, "Slet det.", "")


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
    rest = value[1:].strip()
    numbers = ((pattern.fullmatch(value), words) for pattern, words in _NUMBERS)
    meant = next((words.format(match["number"]) for match, words in numbers if match), "")
    if not rest:
        hint, instead = "Skriv uoplyst, hvis svaret ikke kendes.", "uoplyst"
    elif meant:
        hint, instead = f"Skriv {meant}", meant
    elif value[0] in "|>":
        message = f"Efter »{value[0]}« begynder teksten på næste linje."
        hint = f"Flyt {quote(rest)} ned på næste linje, og ryk den ind."
        # Where the lines begin that the text goes on with, or else where they should.
        below, column = stop.text(stop.began_line + 1), text_column(line)
        column = column if FIELD.match(below) else max(indent_of(below), column)
        instead = f"{value[0]}\n{' ' * column}{rest}"
    else:
        hint, instead = _as_id(line, rest) or write_quoted(value)
    span = (stop.began_column, stop.began_column + len(value))
    return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, hint, instead)


def _as_id(line: str, rest: str) -> tuple[str, str] | None:
    """Say how an id is written that has a sign before it; None where the line's field holds none."""
    key = FIELD.match(line)
    is_id = key is not None and normal_key(key["key"]) in _IDS and _ID.fullmatch(rest)
    return (f"Skriv {rest}", rest) if is_id else None


def colon_in_text(stop: ParserStop) -> Problem | None:
    """Find a colon inside a text without quotation marks, or a field on the line of the one that holds it."""
    line, below = stop.text(stop.line), stop.text(stop.line + 1)
    match = FIELD.match(line)
    if "mapping values" not in stop.problem or match is None or stop.column < match.end():
        return None
    name = match["key"].strip()
    typed = line[match.end() :]
    value = _COMMENT.sub("", typed).strip()
    kind, message = kinds.COLON_IN_TEXT, f"Teksten {quote(value)} indeholder et kolon."
    if normal_key(name) in _GROUPS and _FIELD_IN_VALUE.match(value):  # `tal: frivillige: 15`
        column = text_column(line)
        column = indent_of(below) if indent_of(below) > column and not value.endswith(":") else column
        kind, message = kinds.WRONG_INDENT, f"Felterne under {quote(name)} skal begynde på næste linje."
        hint, instead = f"Flyt {quote(value)} ned på næste linje, og ryk det ind.", f"\n{' ' * column}{value}"
    elif normal_key(name) in _ONE_WORD and (second := _SECOND_FIELD.fullmatch(value)):
        message = f"Der står to felter på linjen: {quote(name)} og {quote(second['field'].partition(':')[0])}."
        hint = f"Flyt {quote(second['field'])} ned på næste linje, lige under {quote(name)}."
        instead = f"{second['value']}\n{' ' * match.start('key')}{second['field']}"
    elif indent_of(below) > match.start("key") and not FIELD.match(below):
        hint = "Skriv |, og flyt teksten ned på næste linje, rykket ind."
        instead = f"|\n{' ' * indent_of(below)}{value}"
    else:
        hint, instead = write_quoted(value)
    start = match.end() + len(typed) - len(typed.lstrip())
    return stop.found(kind, stop.line, (start, start + len(value)), message, hint, instead)
