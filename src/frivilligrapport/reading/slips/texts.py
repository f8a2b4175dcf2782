"""Slips in a text over several lines: lines of it that stand too far to the left, and a colon in it."""

import re

from frivilligrapport.danish import quote
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips.parser_stop import FIELD, ParserStop, indent_of, text_column

_BLOCK = re.compile(r":\s+[|>][-+0-9]*\s*$")
_FIELD_WITHOUT_VALUE = re.compile(r":\s*$")
_SMALL_WORD = re.compile(
    "af|alle|at|da|de|den|der|det|disse|en|er|et|efter|eller|for|fra|har|i|ikke|ind|kan|med|men|når|og|om|på|samt|"
    "skal|som|så|til|var|ved|vi|vil"
)


def is_prose(line: str) -> bool:
    """Tell running text from a field that lacks its colon: field names are single words with a small first letter."""
    words = line.split()
    if not words:
        return False
    first, second = words[0], words[1] if len(words) > 1 else ""
    if not first[0].isalnum():
        return first[0] in "»“”\"'("
    if first[0].isdigit() or first[0].isupper() or _SMALL_WORD.fullmatch(first):
        return True
    return words[-1][-1] in ".!?" and not second[:1].isupper()


def loose_text(stop: ParserStop) -> Problem | None:
    """Find a line of a text that is not as far in as the rest of it."""
    for number in (stop.began_line, stop.line):
        line = stop.text(number)
        if FIELD.match(line) or not line.strip():
            continue
        opener = _block_above(stop, number)
        if opener >= 0 and stop.before(number) == opener:
            message = "Teksten under feltet er ikke rykket ind."
            hint = "Ryk hele teksten to mellemrum længere ind end feltets navn."
            return _indent(stop, number, message, hint, text_column(stop.text(opener)))
        belongs = is_prose(line) or (opener >= 0 and not line.lstrip()[0].isalnum())
        column = _text_column(stop, number, opener) if belongs else None
        if column is not None:
            message = "Linjen er hverken et felt eller rykket ind under teksten ovenfor."
            return _indent(stop, number, message, f"Ryk linjen {column} mellemrum ind.", column)
    return None


def _indent(stop: ParserStop, number: int, message: str, hint: str, column: int) -> Problem:
    line = stop.text(number)
    here = indent_of(line)
    instead = " " * (column - here) + line.strip()
    return stop.found(kinds.WRONG_INDENT, number, (here, len(line.rstrip())), message, hint, instead)


def _block_above(stop: ParserStop, number: int) -> int:
    """Give the line whose | opens the text right above a line, or -1."""
    least = len(stop.source.text)
    for above in range(number - 1, -1, -1):
        line = stop.text(above)
        match = FIELD.match(line)
        if match and _BLOCK.search(line):
            return above if match.start("key") < least else -1
        least = min(least, indent_of(line)) if line.strip() else least
    return -1


def _text_column(stop: ParserStop, number: int, opener: int) -> int | None:
    """Give the column that a line of the text above should begin in; None when there is no such text."""
    if opener >= 0:
        return indent_of(stop.text(next(n for n in range(opener + 1, number) if stop.text(n).strip())))
    above = stop.text(stop.before(number))
    match = FIELD.match(above)
    if match is None or is_prose(match["key"]) or _FIELD_WITHOUT_VALUE.search(above):
        return None
    return text_column(above)


def colon_in_long_text(stop: ParserStop) -> Problem | None:
    """Find a text below its field, without `|`, that has a colon in it."""
    number = stop.before(stop.began_line)
    opener = stop.before(number)
    match = FIELD.match(stop.text(number))
    field = FIELD.match(stop.text(opener))
    if match is None or field is None or not is_prose(match["key"]) or not is_prose(stop.text(stop.began_line)):
        return None
    if not _FIELD_WITHOUT_VALUE.search(field.string):
        return None
    name = field["key"].strip()
    message = f"Teksten under {quote(name)} indeholder et kolon (i linje {number + 1})."
    hint = f"Skriv {name}: |, og lad teksten stå på linjerne under."
    return stop.found(kinds.COLON_IN_TEXT, opener, (field.start("key"), field.end()), message, hint, f"{name}: |")
