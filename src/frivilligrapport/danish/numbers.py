"""Numbers as a Dane writes them: a point between thousands, a comma before decimals."""

from decimal import Decimal

HARD_SPACE = "\u00a0"
NUMERALS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ORDINALS = (
    *("første", "anden", "tredje", "fjerde", "femte", "sjette"),
    *("syvende", "ottende", "niende", "tiende", "ellevte", "tolvte"),
)
_ENGLISH_TO_DANISH = str.maketrans(",.", ".,")


def format_number(value: Decimal | int) -> str:
    """Write a number with thousands points and as many decimals as it carries.

    2600 gives "2.600", Decimal("2.5") gives "2,5" and Decimal("2.50") gives "2,50".
    """
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return f"{Decimal(value):,f}".translate(_ENGLISH_TO_DANISH)


def format_percent(value: Decimal | int) -> str:
    """Write a percentage, with the hard space that keeps number and sign on one line.

    `value` is in percent: 15 gives "15 %", not "0,15".
    """
    return f"{format_number(value)}{HARD_SPACE}%"


def numeral(value: int, *, neuter: bool = False) -> str:
    """Write nul to tolv as a word and everything else in digits.

    One is "én", or "ét" before a neuter noun ("ét kursus").
    """
    if value == 1:
        return "ét" if neuter else "én"
    return NUMERALS[value] if 0 <= value < len(NUMERALS) else format_number(value)


def ordinal(value: int) -> str:
    """Write første to tolvte as a word and everything else in digits with a point: "13."."""
    return _ORDINALS[value - 1] if 1 <= value <= len(_ORDINALS) else f"{format_number(value)}."
