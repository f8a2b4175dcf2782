"""Slips in a text over several lines: lines of it that stand too far to the left, and a colon in it."""

from frivilligrapport.danish import quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.field_names import Holds
from frivilligrapport.reading.slips.parser_stop import FIELD, ParserStop, indent_of, text_column
from frivilligrapport.reading.slips.runs import Run, is_prose, is_remark, opens_text
from frivilligrapport.reading.slips.runs import loose_text as loose_run
from frivilligrapport.reading.source import Source

_FIELD_WITHOUT_VALUE = pattern(r":\s*$")


def loose_text(stop: ParserStop) -> Problem | None:
    """Find the lines of a text that are not as far in as the rest of it."""
    # Read as a field, a sentence takes the lines below it for its value, and the stop comes where those end.
    for number in stop.fields_above(stop.line):
        if run := _loose_sentence(stop.source, number):
            return _loose(stop, run)
    for number in (stop.began_line, stop.line):
        line = stop.text(number)
        above = stop.before(number)
        # A sentence with a colon above the line was read as a field, and belongs to the same text.
        if run := _loose_sentence(stop.source, above) or loose_run(stop.source, number):
            return _loose(stop, run)
        if FIELD.match(line) or not (is_prose(line) or _goes_on_value(stop, number)):
            continue
        column = _text_column(stop, number)
        if column is not None:
            message = "Linjen er hverken et felt eller rykket ind under teksten ovenfor."
            return _indent(stop, number, message, f"Ryk linjen {column} mellemrum ind.", column)
    return None


def read_as_field(source: Source, number: int) -> Problem | None:
    """Find a sentence with a colon below a text that it belongs to: it is read as a field."""
    lines = source.lines
    above = next((lines[n] for n in range(number - 1, -1, -1) if lines[n].strip() and lines[n][0] != "#"), "")
    # Every field is asked: what has no text right above it, which stands further in, is looked at no more.
    if indent_of(above) <= indent_of(lines[number]) and not opens_text(above):
        return None
    run = _loose_sentence(source, number)
    return _loose(ParserStop(source, "", "", number, 0, number, 0), run) if run else None


def _loose_sentence(source: Source, number: int) -> Run | None:
    return loose_run(source, number) if number >= 0 and is_remark(source, number) else None


def _loose(stop: ParserStop, run: Run) -> Problem:
    """Say of all lines of a text that lost their indentation at once where they begin; one alone can be pasted."""
    message = "Linjen er hverken et felt eller rykket ind under teksten ovenfor."
    if FIELD.match(stop.text(stop.before(run.first))):
        message = "Teksten under feltet er ikke rykket ind."
    elif not run.is_one:
        message = f"Teksten i {run.named} er ikke rykket ind under teksten ovenfor."
    if run.is_one:
        return _indent(stop, run.first, message, f"Ryk linjen {run.column} mellemrum ind.", run.column)
    line = stop.text(run.first)
    hint = f"Ryk teksten i {run.named} {run.by} mellemrum længere ind, så den begynder med {run.column} mellemrum."
    return stop.found(kinds.WRONG_INDENT, run.first, (indent_of(line), len(line.rstrip())), message, hint)


def _colon_below(stop: ParserStop, opener: int) -> int:
    """Give the first line with a colon of the text below a field, -1 where there is none, or other fields are."""
    field = FIELD.match(stop.text(opener))
    if field is None or not _FIELD_WITHOUT_VALUE.search(field.string):
        return -1
    below = range(opener + 1, stop.line + 1)
    number = next((n for n in below if FIELD.match(stop.text(n))), -1)
    match = FIELD.match(stop.text(number))
    is_text = (
        match is not None
        and not stop.names.is_name(match["key"])
        and (is_prose(match["key"]) or stop.names.holds(field["key"], Holds.PROSE))
    )
    others = [stop.text(n) for n in below if n != number and stop.text(n).strip()]
    return number if is_text and any(map(is_prose, others)) else -1


def _goes_on_value(stop: ParserStop, number: int) -> bool:
    """Tell whether a line goes on with the words of the field above it: it begins with no field's name."""
    words, above = stop.text(number).split(), FIELD.match(stop.text(stop.before(number)))
    if not words or not words[0][0].isalpha() or above is None or not stop.names.is_name(above["key"]):
        return False
    return not stop.names.is_name(words[0].rstrip("=:;,."))


def _indent(stop: ParserStop, number: int, message: str, hint: str, column: int) -> Problem:
    line = stop.text(number)
    here = indent_of(line)
    instead = " " * (column - here) + line.strip()
    return stop.found(kinds.WRONG_INDENT, number, (here, len(line.rstrip())), message, hint, instead)


def _text_column(stop: ParserStop, number: int) -> int | None:
    """Give the column that a line of the text above should begin in; None when there is no such text."""
    above = stop.text(stop.before(number))
    match = FIELD.match(above)
    if (
        match is None
        or is_prose(match["key"])
        or _FIELD_WITHOUT_VALUE.search(above)
        or stop.names.is_one_word(match["key"])
    ):
        return None
    return text_column(above)


def colon_in_long_text(stop: ParserStop) -> Problem | None:
    """Find a text below its field, without `|`, that has a colon in it."""
    found = ((opener, _colon_below(stop, opener)) for opener in stop.fields_above(stop.line))
    opener, number = next(((opener, number) for opener, number in found if number >= 0), (-1, -1))
    field = FIELD.match(stop.text(opener))
    if field is None:
        return None
    name = field["key"].strip()
    message = f"Teksten under {quote(name)} indeholder et kolon (i linje {number + 1})."
    hint = f"Skriv {name}: |, og lad teksten stå på linjerne under."
    return stop.found(kinds.COLON_IN_TEXT, opener, (field.start("key"), field.end()), message, hint, f"{name}: |")
