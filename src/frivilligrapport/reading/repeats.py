"""A field that stands twice in the same group."""

from dataclasses import replace

from frivilligrapport.danish import quote
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import Scalar


def repeated(source: Source, again: Scalar, first: Location, item: Location | None) -> Problem:
    """Report the second time; `item` is where the group begins when it is an item of a list and lost its dash here."""
    message = f"Feltet {quote(again.text)} står to gange. Det står også i linje {first.line}."
    if item is None:
        return Problem(again.location, kinds.DUPLICATE_KEY, message, "Behold den ene linje, og slet den anden.")
    hint = f"Skriv - {again.text}, hvis her begynder et nyt punkt i listen. Ellers slet linjen."
    dash = source.lines[item.line - 1].rfind("-", 0, item.column - 1)
    line, column = source.lines[again.location.line - 1], again.location.column - 1
    if dash < 0 or line[dash:column].strip():
        return Problem(again.location, kinds.DUPLICATE_KEY, message, hint)
    end = column + again.location.length
    place = replace(again.location, column=dash + 1, length=end - dash)
    written = f"-{' ' * (column - dash - 1)}{line[column:end]}"
    return Problem(place, kinds.DUPLICATE_KEY, message, hint, instead=(written,))
