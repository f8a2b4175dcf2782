"""Slips in how lines are put together: tabs, indentation, a colon or a space that is missing."""

from functools import partial

from frivilligrapport.danish import plural, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Problem
from frivilligrapport.reading import file_kinds
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.field_names import Holds
from frivilligrapport.reading.slips import shapes
from frivilligrapport.reading.slips.items import on_the_line_above
from frivilligrapport.reading.slips.parser_stop import (
    DASH,
    FIELD,
    INDENT_STEP,
    ParserStop,
    indent_of,
    open_columns,
    opens_group,
    text_column,
)
from frivilligrapport.reading.slips.runs import askew_block, goes_on, is_prose, loose_text, told_of_block
from frivilligrapport.reading.slips.shapes import first_of
from frivilligrapport.reading.slips.unnoticed import missing_dash

_ORNAMENT = pattern(r"^\s*(?P<whole>[-=*_~.·•#]{3,}|(?://|<!--|/\*|%%|--).*)$")
_NUMBERED_ID = pattern(r" *(?P<whole>(?P<number>(?:[0-9]{1,2}|[a-zæøå])[.)]) +id)(?= *:)")
_NO_COLON = "could not find expected ':'"
_OPENS_BLOCK = pattern(r"[|>]-?\s*$")
_CUT_WORD = pattern(r"(?:- )?[^\W\d]\w*")
_STUCK_FIELD = pattern(r"\s*\S?\s*[^\W\d]\w*:(?=\s|$)")


def tab(stop: ParserStop) -> Problem | None:
    """Find a tab in the indentation, or after an item's dash."""
    for number in (stop.line, stop.began_line):
        line = stop.text(number)
        if after := shapes.TAB_AFTER_DASH.find(stop.source, number):
            return after
        indent = line[: indent_of(line)]
        if "\t" in indent:
            start = indent.index("\t")
            wanted = _column_after(stop, number) - start
            spaces = plural(wanted, "ét mellemrum", f"{wanted} mellemrum")
            hint = (
                f"Skriv {spaces} i stedet."
                if wanted > 0
                else "Slet den."
                if not wanted
                else "Skriv mellemrum i stedet."
            )
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
    if DASH.match(stop.text(number)):
        lines = (stop.text(n) for n in range(number - 1, -1, -1))
        return next((indent_of(line) for line in lines if DASH.match(line)), text_column(above))
    return match.start("key") if match else indent_of(above)


def cut_off(stop: ParserStop) -> Problem | None:
    """Find the beginning of a field at the end of a file that was not saved to its end."""
    last = len(stop.source.lines) - 1
    word = stop.text(last).strip()
    is_last = last in {stop.line, stop.began_line} and not stop.source.text.endswith("\n")
    if not is_last or not _CUT_WORD.fullmatch(word) or stop.names.is_name(word) or is_prose(word):
        return None
    span = (indent_of(stop.text(last)), len(stop.text(last).rstrip()))
    hint = file_kinds.HINTS[file_kinds.CUT_SHORT.code]
    return stop.found(file_kinds.CUT_SHORT, last, span, "Filen slutter her, midt i en linje.", hint)


def stuck(stop: ParserStop) -> Problem | None:
    """Find a colon or a dash without a space after it, or a bullet: `antal:15`, `-titel: Byhave`, `• titel: Byhave`."""
    runs = (loose_text(stop.source, n) for n in stop.suspects())
    loose = {n for run in runs if run for n in run.lines}
    lines = [n for n in stop.suspects() if stop.text(n) and (n not in loose or _STUCK_FIELD.match(stop.text(n)))]
    signs = (shapes.STUCK_DASH, shapes.BULLET)
    tried = (signs if FIELD.match(stop.text(n)) else (shapes.STUCK_GROUP, shapes.STUCK_COLON, *signs) for n in lines)
    return next(filter(None, map(partial(first_of, stop.source), lines, tried)), None)


def no_colon(stop: ParserStop) -> Problem | None:
    """Find a field whose colon is missing, or is written as another sign."""
    for number in stop.suspects():
        line = stop.text(number)
        if not line or FIELD.match(line) or is_prose(line) or goes_on(stop.source, number):
            continue
        if other := shapes.OTHER_SIGN.find(stop.source, number):
            return other
        match = shapes.NO_COLON.looks.fullmatch(line.rstrip())
        value = (match["value"] or "").strip() if match else ""
        opens = (
            match is not None and stop.names.is_name(match["key"]) and indent_of(stop.text(stop.line)) > indent_of(line)
        )
        alone = not value and not opens and (_NO_COLON not in stop.problem or number != stop.began_line)
        if match is None or alone or _OPENS_BLOCK.search(stop.text(stop.before(number))):
            continue
        return shapes.NO_COLON.find(stop.source, number)
    return None


def item_on_line(stop: ParserStop) -> Problem | None:
    """Find an item that stands behind the end of the line above its own."""
    found = (on_the_line_above(stop.source, number) for number in stop.suspects() if stop.text(number))
    return next(filter(None, found), None)


def ornament(stop: ParserStop) -> Problem | None:
    """Find a line that is only for the eye, or a remark as it is written elsewhere: `-----`, `// husk`."""
    for number in (stop.line, stop.began_line):
        match = _ORNAMENT.match(stop.text(number))
        if match:
            whole = match["whole"].rstrip()
            remark = f"# {whole.strip('/<>!*-% ') or whole}"
            hint = f"Skriv {remark}, hvis linjen er en bemærkning, eller slet den."
            span = (match.start("whole"), match.start("whole") + len(whole))
            return stop.found(kinds.UNREADABLE_LINE, number, span, "Linjen er ikke et felt.", hint, remark)
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
        is_item = DASH.match(above) is not None and indent_of(above) == here
        if (is_item or opens_group(above)) and indent_of(below) == here + INDENT_STEP and FIELD.match(below):
            message = "Bindestregen mangler foran »id«, som begynder et nyt punkt i listen."
            if numbered:
                message = f"Punktet begynder med »{numbered['number']}« og ikke med en bindestreg."
            span = numbered.span("whole") if numbered else (here, here + 2)
            return stop.found(kinds.WRONG_INDENT, number, span, message, "Skriv - id.", "- id")
    return None


def first_dash(stop: ParserStop) -> Problem | None:
    """Find the first item of a list that lost its dash: the others have theirs."""
    here = indent_of(stop.text(stop.line))
    if not DASH.match(stop.text(stop.line)):
        return None
    above = range(stop.line - 1, -1, -1)
    opener = next((n for n in above if stop.text(n).strip() and indent_of(stop.text(n)) <= here), -1)
    first = next((n for n in range(opener + 1, stop.line) if stop.text(n).strip()), stop.line)
    match = FIELD.match(stop.text(first))
    if opener < 0 or not opens_group(stop.text(opener)) or match is None or match["indent"].strip():
        return None
    if (above_it := FIELD.match(stop.text(opener))) and stop.names.holds(above_it["key"], Holds.GROUP):
        return None
    start = match.start("key")
    if start - INDENT_STEP != here:
        return None
    message = f"Bindestregen mangler foran {quote(match['key'])}, som begynder det første punkt i listen."
    written = f"- {match['key']}"
    return stop.found(kinds.WRONG_INDENT, first, (here, match.end("key")), message, f"Skriv {written}.", written)


def bare_item(stop: ParserStop) -> Problem | None:
    """Find an item that lost its dash, among others of a word or two."""
    for number in (stop.line, stop.began_line, stop.before(stop.line)):
        line, above = stop.text(number), stop.text(stop.before(number))
        is_item = DASH.match(above) is not None and not FIELD.match(above) and indent_of(above) == indent_of(line)
        if line and is_item and not FIELD.match(line) and (found := missing_dash(stop.source, number)):
            return found
    return None


def list_on_line(stop: ParserStop) -> Problem | None:
    """Find a list that begins on the line of its field."""
    if "block sequence entries" not in stop.problem:
        return None
    message = "En liste med bindestreg begynder på linjen under feltets navn."
    line = stop.text(stop.line)
    key = FIELD.match(line)
    span = (stop.column, len(line.rstrip()))
    words = line[stop.column :].strip().removeprefix("-").strip()
    if key and words and ":" not in words:
        if not stop.names.holds(key["key"], Holds.LIST):
            message = "Der står en bindestreg foran værdien."
            return stop.found(kinds.WRONG_INDENT, stop.line, span, message, f"Skriv {words}", words)
        if " - " in words:
            written = f"[{', '.join(one.strip() for one in words.split(' - '))}]"
            return stop.found(kinds.WRONG_INDENT, stop.line, span, message, f"Skriv {written}", written)
    below = indent_of(stop.text(stop.line + 1)) - INDENT_STEP
    column = below if key and below >= key.start("key") else text_column(line)
    instead = f"\n{' ' * column}{line[stop.column :].rstrip()}"
    hint = "Flyt bindestregen ned på næste linje, og ryk den ind."
    return stop.found(kinds.WRONG_INDENT, stop.line, span, message, hint, instead)


def value_and_fields(stop: ParserStop) -> Problem | None:
    """Find a group of fields, such as a figure, that has a value on the line of its name as well."""
    number = stop.before(stop.line)
    above, below = FIELD.match(stop.text(number)), FIELD.match(stop.text(stop.line))
    if above is None or below is None or not _holds_fields(stop, above["key"]) or opens_group(above.string):
        return None
    is_deeper = below.start("key") > above.start("key") and stop.names.is_name(below["key"])
    around = FIELD.match(stop.text(stop.before(number)))
    is_in_place = around is not None and around.start("key") <= above.start("key")
    if "mapping values" not in stop.problem or not is_deeper or not is_in_place or above["indent"].strip():
        return None
    typed = above.string[above.end() :]
    value, start = typed.strip(), above.end() + len(typed) - len(typed.lstrip())
    name = above["key"].strip()
    message = f"Feltet {quote(name)} har både en værdi på sin egen linje og felter under sig."
    span = (start, start + len(value))
    if below["key"].strip() == "antal":
        return stop.found(kinds.WRONG_INDENT, number, span, message, f"Slet {value}, hvis det er det samme antal.", "")
    if not value[:1].isdigit():
        return stop.found(kinds.WRONG_INDENT, number, span, message, "Flyt værdien ned i det felt, den hører til.")
    hint = f"Flyt {value} ned på næste linje som antal: {value}, lige over {below['key'].strip()}."
    written = f"\n{' ' * below.start('key')}antal: {value}"
    return stop.found(kinds.WRONG_INDENT, number, span, message, hint, written)


def dash_too_many(stop: ParserStop) -> Problem | None:
    """Find a dash that begins an item where there is no list: at the margin, or before a field of a group.

    That shows at the field below it, which stands as far in as the dash.
    """
    number = stop.line if DASH.match(stop.text(stop.line)) else stop.before(stop.line)
    key, here = FIELD.match(stop.text(number)), indent_of(stop.text(number))
    if key is None or not DASH.match(key.string) or here != indent_of(stop.text(stop.line)):
        return None
    if number == stop.line:
        items = (FIELD.match(stop.text(n)) for n in range(number) if DASH.match(stop.text(n)))
        is_alone = all(one is None or one["key"] != key["key"] for one in items)
        is_wrong = not here and stop.names.holds(key["key"], Holds.AT_THE_MARGIN) and is_alone
    else:
        opener = FIELD.match(stop.text(stop.before(number)))
        is_wrong = opener is not None and opens_group(opener.string) and _holds_fields(stop, opener["key"])
    if not is_wrong:
        return None
    message = f"Bindestregen foran {quote(key['key'])} begynder et punkt i en liste, men feltet hører ikke til en."
    hint = "Slet bindestregen og mellemrummet efter den."
    return stop.found(kinds.WRONG_INDENT, number, (here, key.start("key")), message, hint, "")


def indent(stop: ParserStop) -> Problem | None:
    """Find a line that is not as far in as those it belongs with."""
    number, here = stop.line, indent_of(stop.text(stop.line))
    columns = open_columns(stop.source.lines, number)
    first = next((n for n, line in enumerate(stop.source.lines) if line.strip() and line.lstrip()[0] != "#"), 0)
    if not here and indent_of(stop.text(first)):
        number, here, columns = first, indent_of(stop.text(first)), [0]
    above = FIELD.match(stop.text(stop.before(stop.line)))
    is_dashed = DASH.match(stop.text(number)) is not None
    if (out := _too_far_out(stop)) is not None:
        number, columns, here = out, [here], indent_of(stop.text(out))
    elif is_dashed and above and here == above.start("key"):
        message = "Bindestregen begynder et nyt punkt, men linjen står under felterne i punktet ovenfor."
        hint = "Slet bindestregen, hvis feltet hører til samme punkt. Ryk ellers linjen ud til de andre bindestreger."
        return stop.found(kinds.WRONG_INDENT, number, (here, here + INDENT_STEP), message, hint, "")
    if not columns or here in columns:
        return None
    best = _best_column(stop, number, columns)
    begins = f"er rykket {plural(here, 'ét', str(here))} mellemrum ind" if here else "begynder helt til venstre"
    message = f"Linjen {begins}, og det passer ikke med linjerne omkring."
    run = askew_block(stop.source.lines, number, best)
    if not run.is_one:
        hint = f"{told_of_block(run)}, så den første begynder med {best} mellemrum."
        return stop.found(kinds.WRONG_INDENT, number, (0, max(here, 1)), message, hint)
    hint = f"Ryk linjen {best} mellemrum ind." if best else "Begynd linjen helt til venstre."
    # A line that begins at the margin has no indentation to underline, but its first sign.
    instead = " " * best + stop.text(number)[: 0 if here else 1]
    return stop.found(kinds.WRONG_INDENT, number, (0, max(here, 1)), message, hint, instead)


def _too_far_out(stop: ParserStop) -> int | None:
    """Give the line above where the reading stops, if that one stands too far out among lines that stand alike."""
    number = stop.before(stop.line)
    match, around = FIELD.match(stop.text(number)), FIELD.match(stop.text(stop.before(number)))
    here = FIELD.match(stop.text(stop.line))
    if not (match and around and here) or opens_group(match.string) or match["indent"].strip():
        return None
    are_alike = around.start("key") == here.start("key") == indent_of(here.string)
    if are_alike and match.start("key") < here.start("key"):
        return number
    # The first fields of a group, which stand beside its name and not below it.
    column = indent_of(here.string)
    opener = number
    while (above := FIELD.match(stop.text(opener))) and not opens_group(above.string):
        number, opener = opener, stop.before(opener)
    is_group = above is not None and _holds_fields(stop, above["key"]) and above.start("key") == match.start("key")
    return number if is_group and text_column(stop.text(opener)) == column else None


def _holds_fields(stop: ParserStop, key: str) -> bool:
    """Tell whether a field holds other fields, as a unit of the writer's own may do too."""
    return stop.names.holds(key, Holds.GROUP) or not stop.names.is_name(key)


def _best_column(stop: ParserStop, number: int, columns: list[int]) -> int:
    """Give the column where a line most likely belongs.

    That is the margin for a field that stands there in other files and not yet in this one, and for an item the column
    of those that begin with the same field; otherwise the nearest.
    """
    line, here = stop.text(number), indent_of(stop.text(number))
    key = FIELD.match(line)
    alike = [
        match for n in range(number) if key and (match := FIELD.match(stop.text(n))) and match["key"] == key["key"]
    ]
    if key and key["indent"].strip():
        items = (indent_of(match.string) for match in reversed(alike) if match["indent"].strip())
        same = [column for column in items if column in columns]
        return same[0] if same else min(columns, key=lambda column: abs(column - here))
    is_elsewhere = any(opens_group(match.string) is opens_group(line) for match in alike)
    above = FIELD.match(stop.text(stop.before(number)))
    if (
        key
        and above
        and stop.names.holds(above["key"], Holds.GROUP)
        and opens_group(above.string)
        and not stop.names.is_name(key["key"])
    ):
        return text_column(above.string)  # a unit, right below `tal:`
    # `indsatser: [a, b]` stands in a section; the file's own are a list below their name.
    is_short = line.rstrip().endswith("]")
    if key and 0 in columns and not is_elsewhere and not is_short and stop.names.is_only_at_the_margin(key["key"]):
        return 0
    return min(columns, key=lambda column: abs(column - here))
