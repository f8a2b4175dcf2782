"""Slips in how lines are put together: tabs, indentation, a colon or a space that is missing."""

from frivilligrapport.danish import plural, quote
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.problems import Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips.parser_stop import (
    FIELD,
    INDENT_STEP,
    ParserStop,
    indent_of,
    opens_group,
    text_column,
)
from frivilligrapport.reading.slips.runs import askew_block, is_prose, told_of_block
from frivilligrapport.reading.slips.unnoticed import stuck_sign

_OTHER_SIGN = pattern(r"^(?P<indent>\s*(?:- +)*)(?P<key>\w+) *(?P<sign>[=;：]) *(?P<value>.*)$")
_BARE = pattern(r"^(?P<indent>\s*(?:- +)*)(?P<key>\w+)(?: +(?P<value>[^:]+))?$")
_DASH = pattern(r"^\s*-(?=\s|$)")
_NUMBERED_ID = pattern(r" *(?P<whole>(?P<number>[0-9]{1,2}[.)]) +id)(?= *:)")
_TAB_AFTER_DASH = pattern(r" *- ?(?P<tab>\t+)")
_NO_COLON = "could not find expected ':'"
_OPENS_BLOCK = pattern(r"[|>]-?\s*$")
_SHORT = 60


def tab(stop: ParserStop) -> Problem | None:
    """Find a tab in the indentation."""
    for number in (stop.line, stop.began_line):
        line = stop.text(number)
        if after := _TAB_AFTER_DASH.match(line):
            message, hint = "Der står en tabulator efter bindestregen.", "Skriv ét mellemrum i stedet."
            return stop.found(kinds.TAB, number, after.span("tab"), message, hint, " ")
        indent = line[: indent_of(line)]
        if "\t" in indent:
            start = indent.index("\t")
            wanted = _column_after(stop, number) - start
            spaces = plural(wanted, "ét mellemrum", f"{wanted} mellemrum")
            hint = f"Skriv {spaces} i stedet." if wanted > 0 else "Skriv mellemrum i stedet."
            instead = (" " * wanted,) if wanted >= 0 else ()
            message = "Linjen er rykket ind med tabulator."
            return stop.found(kinds.TAB, number, (start, len(indent)), message, hint, *instead)
    return None


def _column_after(stop: ParserStop, number: int) -> int:
    """Guess where a line begins from the line above it: below a field without a value, else as far in."""
    above = stop.text(stop.before(number))
    match = FIELD.match(above)
    if opens_group(above):
        return text_column(above)
    if _DASH.match(stop.text(number)):
        lines = (stop.text(n) for n in range(number - 1, -1, -1))
        return next((indent_of(line) for line in lines if _DASH.match(line)), text_column(above))
    return match.start("key") if match else indent_of(above)


def stuck(stop: ParserStop) -> Problem | None:
    """Find a colon or a dash without a space after it, or a bullet: `antal:15`, `-titel: Byhave`, `• titel: Byhave`."""
    lines = [number for number in stop.suspects() if stop.text(number)]
    found = (stuck_sign(stop.source, n, is_field=FIELD.match(stop.text(n)) is not None) for n in lines)
    return next(filter(None, found), None)


def no_colon(stop: ParserStop) -> Problem | None:
    """Find a field whose colon is missing, or is written as another sign."""
    for number in stop.suspects():
        line = stop.text(number)
        other = _OTHER_SIGN.match(line)
        match = other or _BARE.match(line)
        if match is None or FIELD.match(line) or is_prose(line):
            continue
        value = (match["value"] or "").strip().removeprefix("- ")
        alone = not value and (_NO_COLON not in stop.problem or number != stop.began_line)
        if alone or (not other and _OPENS_BLOCK.search(stop.text(stop.before(number)))):
            continue
        sign = f"Der står {match['sign']} i stedet for kolon" if other else "Kolon mangler"
        written = f"{match['key']}: {value}".rstrip()
        hint = f"Skriv {written}" if len(value) < _SHORT else f"Skriv {match['key']}: foran teksten."
        span = (match.start("key"), len(line.rstrip()))
        return stop.found(kinds.NO_COLON, number, span, f"{sign} efter {quote(match['key'])}.", hint, written)
    return None


def no_dash(stop: ParserStop) -> Problem | None:
    """Find the first field of an item of a list that lost its dash, or is numbered: `id` where others have `- id`."""
    for number in (stop.line, stop.before(stop.line)):
        match, numbered = FIELD.match(stop.text(number)), _NUMBERED_ID.match(stop.text(number))
        if not numbered and (match is None or match["key"] != "id" or match["indent"].strip()):
            continue
        here = numbered.start("whole") if numbered else indent_of(stop.text(number))
        lines = (stop.text(n) for n in range(number - 1, -1, -1))
        above = next((line for line in lines if line.strip() and indent_of(line) <= here), "")
        below = stop.text(number + 1)
        is_item = _DASH.match(above) is not None and indent_of(above) == here
        if (is_item or opens_group(above)) and indent_of(below) == here + INDENT_STEP and FIELD.match(below):
            message = "Bindestregen mangler foran »id«, som begynder et nyt punkt i listen."
            if numbered:
                message = f"Punktet begynder med »{numbered['number']}« og ikke med en bindestreg."
            span = numbered.span("whole") if numbered else (here, here + 2)
            return stop.found(kinds.WRONG_INDENT, number, span, message, "Skriv - id.", "- id")
    return None


def list_on_line(stop: ParserStop) -> Problem | None:
    """Find a list that begins on the line of its field."""
    if "block sequence entries" not in stop.problem:
        return None
    message = "En liste med bindestreg begynder på linjen under feltets navn."
    line = stop.text(stop.line)
    key = FIELD.match(line)
    below = indent_of(stop.text(stop.line + 1)) - INDENT_STEP
    column = below if key and below >= key.start("key") else text_column(line)
    instead = f"\n{' ' * column}{line[stop.column :].rstrip()}"
    hint = "Flyt bindestregen ned på næste linje, og ryk den ind."
    return stop.found(kinds.WRONG_INDENT, stop.line, (stop.column, len(line.rstrip())), message, hint, instead)


def second_file(stop: ParserStop) -> Problem | None:
    """Find `...`, which ends the file too early."""
    above = stop.before(stop.line)
    if "document start" not in stop.problem or not stop.text(above).startswith("..."):
        return None
    return stop.found(kinds.MANY_DOCUMENTS, above, (0, 3), "Linjen »...« slutter filen her.", "Slet linjen.", "")


def indent(stop: ParserStop) -> Problem | None:
    """Find a line that is not as far in as those it belongs with."""
    number, here = stop.line, indent_of(stop.text(stop.line))
    columns = _open_columns(stop)
    first = next((n for n, line in enumerate(stop.source.lines) if line.strip() and line.lstrip()[0] != "#"), 0)
    if not here and indent_of(stop.text(first)):
        number, here, columns = first, indent_of(stop.text(first)), [0]
    above = FIELD.match(stop.text(stop.before(stop.line)))
    if _DASH.match(stop.text(number)) and above and here == above.start("key"):
        message = "Bindestregen begynder et nyt punkt, men linjen står under felterne i punktet ovenfor."
        hint = "Slet bindestregen, hvis feltet hører til samme punkt. Ryk ellers linjen ud til de andre bindestreger."
        return stop.found(kinds.WRONG_INDENT, number, (here, here + INDENT_STEP), message, hint, "")
    if not columns or here in columns:
        return None
    best = min(columns, key=lambda column: abs(column - here))
    message = f"Linjen er rykket {here} mellemrum ind, og det passer ikke med linjerne omkring."
    run = askew_block(stop.source.lines, number, best)
    if not run.is_one:
        hint = f"{told_of_block(run)}, så den første begynder med {best} mellemrum."
        return stop.found(kinds.WRONG_INDENT, number, (0, max(here, 1)), message, hint)
    hint = f"Ryk linjen {best} mellemrum ind." if best else "Begynd linjen helt til venstre."
    # A line that begins at the margin has no indentation to underline, but its first sign.
    instead = " " * best + stop.text(number)[: 0 if here else 1]
    return stop.found(kinds.WRONG_INDENT, number, (0, max(here, 1)), message, hint, instead)


def _open_columns(stop: ParserStop) -> list[int]:
    """Give the columns where a line like this one may begin, the nearest line's first.

    They are those of the fields that are still open above it; for an item of a list, those of the dashes.
    """
    is_item = _DASH.match(stop.text(stop.line)) is not None
    columns: list[int] = []
    for number in range(stop.line - 1, -1, -1):
        line = stop.text(number)
        match = _DASH.match(line) if is_item else FIELD.match(line)
        if match:
            column = indent_of(line) if is_item else match.start("key")
            if not columns or column < columns[-1]:
                columns.append(column)
    return columns
