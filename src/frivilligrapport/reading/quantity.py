"""Quantities: from what an office worker typed to what it certainly says."""

from frivilligrapport.danish import full_stop, join_words, nearest_word, normal_key
from frivilligrapport.problems import Fault
from frivilligrapport.reading.quantity_bounds import Bounds
from frivilligrapport.reading.quantity_grammar import read_quantity
from frivilligrapport.reading.quantity_kinds import QUANTITY_KINDS
from frivilligrapport.reading.quantity_value import CA_MARGIN, Precision, Quantity
from frivilligrapport.reading.quantity_words import (
    NUMBER_WORDS,
    RESERVATION_WORDS,
    SAID_OTHERWISE,
    UNSPECIFIED_WORDS,
)

__all__ = ["CA_MARGIN", "QUANTITY_KINDS", "Bounds", "Precision", "Quantity", "parse_quantity"]

_COMMON_FORMS = ("15", "ca. 15", "over 100", "op mod 10.000", "20-30", "mange", "uoplyst")
_WHOLE = (*UNSPECIFIED_WORDS, *NUMBER_WORDS, "uoplyst", "ikke relevant")


def parse_quantity(text: str) -> Quantity:
    """Read a quantity as it is typed in a file; empty text is "uoplyst".

    Raises Fault with one of QUANTITY_KINDS, a message that quotes the text as typed and a hint that says what
    to write instead. Number grammar, sections 1 and 1.2.
    """
    typed = text.strip()
    try:
        return read_quantity(typed)
    except Fault as fault:
        hint, instead = (fault.hint, fault.instead) if fault.hint else _hint(typed)
        start = fault.start + len(text) - len(text.lstrip())
        raise Fault(fault.kind, fault.message, hint, start=start, length=fault.length, instead=instead) from None


def _hint(typed: str) -> tuple[str, tuple[str, ...]]:
    """Say what to write instead of a text that is not understood, and give it where it is known."""
    meant = _meant(typed)
    if meant:
        return full_stop(f"Skriv {meant}"), (meant,)
    return f"Skriv fx {join_words(_COMMON_FORMS, 'eller')}.", ()


def _meant(typed: str) -> str | None:
    """Guess what was meant by a misspelt or a different word; a guess is only given when it can be read."""
    otherwise = SAID_OTHERWISE.get(normal_key(typed)) or nearest_word(typed, _WHOLE)
    if otherwise:
        return otherwise
    words = typed.split()
    tail = next((n for n, word in enumerate(words) if word[0].isdigit()), 0)
    reservation = nearest_word(" ".join(words[:tail]), RESERVATION_WORDS) if tail else None
    guess = " ".join([reservation, *words[tail:]]) if reservation else ""
    return guess if guess and _can_be_read(guess) else None


def _can_be_read(text: str) -> bool:
    try:
        read_quantity(text)
    except Fault:
        return False
    return True
