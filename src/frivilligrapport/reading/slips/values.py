"""Slips inside a value: quotation marks, brackets, signs with a meaning of their own, a colon in a text."""

import re

from frivilligrapport.danish import join_words, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.field_names import Holds
from frivilligrapport.reading.slips.parser_stop import FIELD, ParserStop, indent_of, is_in_list, text_column
from frivilligrapport.reading.slips.quoting import quoted, write_quoted
from frivilligrapport.reading.slips.unnoticed import lost_tail_in_list

_QUOTED_VALUE = pattern(r"(?:^|:|-)\s+(?P<value>[\"'].*)$")
_BRACKET_VALUE = pattern(r"(?:^|:|-)\s+(?P<value>[\[{].*)$")
_LAST_IN_LIST = pattern(r"[\"'](?P<text>[^\"',\]]+)\]")
_ROW = pattern(r"\|(?P<cells>[^|]*\|[^\n]*[^|])\|")
_TWO_CELLS = 2
_COMMENT = pattern(r"(?<=\S)\s+#(?:\s.*)?$")
# Signs that stand for a word before a number, or after it.
_NUMBERS = (
    (pattern(r">\s*(?P<number>[0-9].*)"), "over {}"),
    (pattern(r">=\s*(?P<number>[0-9].*)"), "mindst {}"),
    (pattern(r"%\s*(?P<number>[0-9][0-9.,]*)"), "{} %"),
    (pattern(r"[&!*#@~|]\s*(?P<number>[0-9][0-9.,]*)"), "{}"),  # no part of it
)
_COUNT = pattern(r"(?:[^\W\d]+\.? )?[0-9][0-9.]*(?: ?%)?")
_NUMBER_AND_COLON = pattern(r"(?P<number>[0-9][0-9.,]*):")
_CIRCA_AND_COLON = pattern(r"[Cc](?:a|irka): *(?P<number>[0-9][0-9.,-]*)")
_SHORT_YEAR = pattern(r"'(?P<year>[0-9]{2})")
_UNQUOTED = pattern(r"(?!.*(?::\s|\s#|:$))[^\W_].*")
_ID = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SECOND_FIELD = pattern(r"(?P<value>[^:]+?)(?P<gap> +)(?P<field>(?P<key>[^\W\d]\w*):(?: .*)?)")
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
    key, below = FIELD.match(stop.text(number)), stop.text(number + 1)
    goes_on = bool(key) and bool(below.strip()) and indent_of(below) > text_column(stop.text(number)) - 1
    bare = value[1:].strip()
    field = FIELD.match(bare)
    if not key and (not bare or (field and stop.names.is_name(field["key"]))):
        hint, *instead = "Slet anførselstegnet.", value[1:]
    elif key and (year := _SHORT_YEAR.fullmatch(value)) and stop.names.holds(key["key"], Holds.YEAR):
        hint, *instead = _just(f"20{year['year']}")
    elif goes_on and not bare:
        hint, *instead = "Skriv | i stedet for anførselstegnet.", "|"
    elif goes_on and not FIELD.match(below) and _UNQUOTED.fullmatch(bare):
        hint, *instead = "Slet anførselstegnet foran teksten.", bare
    elif "]" not in value:
        hint, *instead = write_quoted(bare.rstrip("“”„"))
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
        key, only = FIELD.match(line), typed[1:].strip()
        if key and not stop.names.holds(key["key"], Holds.LIST) and "," not in only and _UNQUOTED.fullmatch(only):
            message, hint, *instead = "Der står en [ for meget foran værdien.", f"Skriv {only}", only
        elif typed.endswith(("[", ",")):
            hint, *instead = ("Skriv ] efter listens sidste ord.",)
        else:
            hint, *instead = f"Skriv {typed}]", f"{typed}]"
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
    if row := _ROW.fullmatch(value):
        return _table_row(stop, row)
    if is_in_list(line[: stop.began_column]):
        value = re.split(r"[,\]]", value)[0].rstrip()
    span = (stop.began_column, stop.began_column + len(value))
    message = f"Værdien begynder med »{value[0]}«, som betyder noget særligt."
    rest = value[1:].strip()
    if not rest:
        key = FIELD.match(line)
        words = stop.names.words_of(key["key"]) if key else ()
        hint = f"Skriv {join_words(words, 'eller')}" if words else "Skriv uoplyst, hvis svaret ikke kendes."
        return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, hint, *(words or ("uoplyst",)))
    if number := _meant_number(value):
        hint, *instead = _just(number)
    elif value[0] in "|>":
        message = f"Efter »{value[0]}« begynder teksten på næste linje."
        hint = f"Flyt {quote(rest)} ned på næste linje, og ryk den ind."
        # Where the lines begin that the text goes on with, or else where they should.
        below, column = stop.text(stop.began_line + 1), text_column(line)
        column = column if FIELD.match(below) else max(indent_of(below), column)
        instead = [f"{value[0]}\n{' ' * column}{rest}"]
    else:
        hint, *instead = _as_id(stop, line, rest) or write_quoted(value)
    return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, hint, *instead)


def _table_row(stop: ParserStop, row: re.Match[str]) -> Problem:
    """Report a row of a table where fields should stand: one with two cells may be one."""
    cells = [one.strip() for one in row["cells"].split("|")]
    message = "Linjen er en række i en tabel, men her skal der stå felter, hvert med navn, kolon og værdi."
    span = (stop.began_column, stop.began_column + len(row.group()))
    written = f"{cells[0]}: {cells[1]}"
    if len(cells) == _TWO_CELLS and all(cells) and ":" not in cells[0]:
        return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, f"Skriv {written}", written)
    return stop.found(kinds.SPECIAL_START, stop.began_line, span, message, "Skriv hver celle som et felt for sig.")


def _meant_number(value: str) -> str:
    """Give the number behind a sign, with the word that the sign stands for; "" for no number."""
    numbers = ((pattern.fullmatch(value), words) for pattern, words in _NUMBERS)
    return next((words.format(match["number"]) for match, words in numbers if match), "")


def _just(text: str) -> tuple[str, str]:
    """Say that something is written as it is."""
    return f"Skriv {text}", text


def _as_id(stop: ParserStop, line: str, rest: str) -> tuple[str, str] | None:
    """Say how an id is written that has a sign before it; None where the line's field holds none."""
    key = FIELD.match(line)
    is_id = key is not None and stop.names.holds(key["key"], Holds.ID) and _ID.fullmatch(rest)
    return _just(rest) if is_id else None


def colon_in_text(stop: ParserStop) -> Problem | None:
    """Find a colon inside a text without quotation marks, or a field on the line of the one that holds it."""
    line, below = stop.text(stop.line), stop.text(stop.line + 1)
    match = FIELD.match(line)
    if "mapping values" not in stop.problem or match is None or stop.column < match.end():
        return None
    typed = line[match.end() :]
    value = _COMMENT.sub("", typed).strip()
    start = match.end() + len(typed) - len(typed.lstrip())
    kind, message, hint, *instead = _colon(stop, match, value, below)
    return stop.found(kind, stop.line, (start, start + len(value)), message, hint, *instead)


def _number_with_colon(value: str) -> tuple[str, str, str] | None:
    """Say of a colon that belongs to no number that it is too much; None for any other value."""
    if number := _NUMBER_AND_COLON.fullmatch(value):
        return f"Der står et kolon for meget efter {number['number']}.", *_just(number["number"])
    if about := _CIRCA_AND_COLON.fullmatch(value):
        return "Der står kolon efter »ca« og ikke punktum.", *_just(f"ca. {about['number']}")
    return None


def _is_field(stop: ParserStop, second: re.Match[str]) -> bool:
    """Tell whether what follows on a line is a field of its own: after a number, or set apart, or never in a text."""
    if _COUNT.fullmatch(second["value"].rstrip(" ,;")):
        return True
    return stop.names.is_one_word(second["key"]) or (len(second["gap"]) > 1 and stop.names.is_name(second["key"]))


def _colon(stop: ParserStop, match: re.Match[str], value: str, below: str) -> tuple[Kind, str, str, *tuple[str, ...]]:
    """Say what a value with a colon in it is; after the hint, what to write instead. `below` is the next line."""
    name, kind = match["key"].strip(), kinds.COLON_IN_TEXT
    message = f"Teksten {quote(value)} indeholder et kolon."
    if stop.names.holds(name, Holds.GROUP) and _FIELD_IN_VALUE.match(value):  # `tal: frivillige: 15`
        column = text_column(match.string)
        column = indent_of(below) if indent_of(below) > column and not value.endswith(":") else column
        message = f"Felterne under {quote(name)} skal begynde på næste linje."
        hint = f"Flyt {quote(value)} ned på næste linje, og ryk det ind."
        return kinds.WRONG_INDENT, message, hint, f"\n{' ' * column}{value}"
    if colon := _number_with_colon(value):
        return kind, *colon
    second = _SECOND_FIELD.fullmatch(value)
    if second and (stop.names.is_name(second["key"]) if stop.names.is_one_word(name) else _is_field(stop, second)):
        message = f"Der står to felter på linjen: {quote(name)} og {quote(second['field'].partition(':')[0])}."
        hint = f"Flyt {quote(second['field'])} ned på næste linje, lige under {quote(name)}."
        return kind, message, hint, f"{second['value'].rstrip(' ,;')}\n{' ' * match.start('key')}{second['field']}"
    if indent_of(below) > match.start("key") and not FIELD.match(below):
        hint = "Skriv |, og flyt teksten ned på næste linje, rykket ind."
        return kind, message, hint, f"|\n{' ' * indent_of(below)}{value}"
    if stop.names.is_one_word(name):
        return kind, message, "Slet kolonet og det, der ikke hører til i feltet."
    return kind, message, *write_quoted(value)
