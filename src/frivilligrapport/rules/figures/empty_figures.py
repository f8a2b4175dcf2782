"""Figures that were begun and never filled in (FR213)."""

from collections.abc import Iterator
from dataclasses import replace

from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.tree import ScalarNode
from frivilligrapport.rules.rule import INDSATS, Rule, warning
from frivilligrapport.rules.walk import Year

EMPTY = warning(
    "FR213",
    "Et tal er ikke udfyldt",
    "Der står ikke noget efter kolon. Programmet læser det som »uoplyst«, men det kan også være glemt. Skriv tallet, "
    "0, hvis der ingen var, eller »uoplyst«, hvis det ikke kendes, så læseren kan se forskel.",
    INDSATS + "    tal:\n      gæster:",
    INDSATS + "    tal:\n      gæster: uoplyst",
)
_QUANTITIES = ("antal", "forrige_aar", "paa_vej", "mindst", "hoejst", "andel")


def _empty(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Tal):
        for key, value in _begun(piece.group):
            if value.empty:
                message = f"Der står ikke noget tal efter »{key.text}«."
                hint = "Skriv tallet, eller uoplyst, hvis det ikke kendes"
                place = _to_colon(key.location, value.location)
                is_plain = key.location.length == len(key.text) and place != key.location
                instead = (f"{key.text}: uoplyst",) if is_plain else ()
                yield piece.problem(EMPTY, place, message, hint, instead=instead)


def _begun(tal: Tal) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """Yield the name and the value of each quantity of a figure, as typed."""
    if tal.antal and not tal.node.entries:
        yield tal.enhed_og_maerke.scalar, tal.antal.scalar
    for entry in tal.node.entries:
        if entry.key in _QUANTITIES and isinstance(entry.value, ScalarNode):
            yield ScalarNode(entry.typed, entry.location), entry.value
    for part in tal.heraf:
        yield part.navn.scalar, part.antal.scalar


def _to_colon(key: Location, value: Location) -> Location:
    """Underline a field's name and its colon, which an empty value stands right behind."""
    return replace(key, length=value.column - key.column) if value.line == key.line else key


EMPTY_FIGURE_RULES = (Rule(EMPTY, _empty),)
