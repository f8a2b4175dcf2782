"""The grammar of a quantity: a reservation and an amount, or a few words (number grammar, section 1)."""

import unicodedata
from dataclasses import replace

from frivilligrapport.danish import format_number, full_stop, join_words, nearest_word, normal_key, quote
from frivilligrapport.grammar.piece import TypedText, typed_text
from frivilligrapport.grammar.quantity import kinds
from frivilligrapport.grammar.quantity.amount import Amount, amount_in, check_range
from frivilligrapport.grammar.quantity.number import number_in
from frivilligrapport.grammar.quantity.slips import below_zero, refuse_number, refuse_strange, refuse_unit
from frivilligrapport.grammar.quantity.value import Precision, Quantity
from frivilligrapport.grammar.quantity.words import (
    NUMBER_WORDS,
    RESERVATION_WORDS,
    SAID_OTHERWISE,
    UNSPECIFIED_WORDS,
    WHOLE_PHRASES,
    Reservation,
    reservation_at,
)
from frivilligrapport.problems import Fault

LONGEST = 200
_OPEN_ABOVE = {Precision.MORE_THAN, Precision.AT_LEAST, Precision.JUST_OVER}
_TWO_THINGS = "siger to ting på én gang."
_NOT_WITH_SHARE = "har et forbehold, der ikke kan stå ved en andel."
_BELOW_THE_NUMBER = {Precision.FEWER, Precision.JUST_UNDER}


def read_quantity(text: str) -> Quantity:
    """Read a quantity by the letter of the grammar.

    Raises Fault with one of QUANTITY_KINDS; the fault of a text that is not understood (FR208) may lack a hint.
    """
    if len(text) > LONGEST:
        message = f"{quote(text)} er for langt til at være et antal."
        raise Fault(kinds.NOT_UNDERSTOOD, message, "Skriv kun antallet her og resten i »bemærkning«.")
    piece = typed_text(unicodedata.normalize("NFC", text))
    phrase = WHOLE_PHRASES.get(normal_key(piece.text))
    if phrase:
        return Quantity(piece.typed, phrase[1], phrase[0])
    reservation, after = reservation_at(piece.text)
    rest = piece.part(after)
    refuse_strange(rest)
    amount = amount_in(rest)
    if amount is None:
        raise _not_understood(piece, rest)
    if reservation is None or reservation.precision is Precision.APPROXIMATE:
        check_range(piece, amount, f"{reservation.text} " if reservation else "")
    return _with_reservation(piece, amount, reservation) if reservation else _plain(piece, amount)


def _plain(piece: TypedText, amount: Amount) -> Quantity:
    return Quantity(
        typed=piece.typed,
        wording=amount.text,
        precision=amount.precision,
        low=amount.low,
        high=amount.high,
        share=amount.share,
        base=amount.base,
    )


def _with_reservation(piece: TypedText, amount: Amount, reservation: Reservation) -> Quantity:
    wording = f"{reservation.text} {amount.text}"
    counted = amount.precision is Precision.EXACT
    if reservation.precision is Precision.APPROXIMATE and amount.precision is not Precision.AT_LEAST:
        precision = Precision.APPROXIMATE if counted else amount.precision
        plain = _plain(piece, amount)
        return replace(plain, wording=wording, precision=precision, approximate=True)
    if not counted:
        says = _NOT_WITH_SHARE if amount.share is not None else _TWO_THINGS
        raise piece.fault(kinds.NOT_UNDERSTOOD, says, *_one_thing(amount, reservation))
    if reservation.precision in _BELOW_THE_NUMBER and not amount.high:
        raise below_zero(piece)
    low = amount.low if reservation.precision in _OPEN_ABOVE else None
    high = None if reservation.precision in _OPEN_ABOVE else amount.high
    return Quantity(piece.typed, wording, reservation.precision, low, high)


def _one_thing(amount: Amount, reservation: Reservation) -> tuple[str, ...]:
    """Say how to keep one of two reservations, or one of a reservation and a range; after the hint, what to write."""
    number = amount.low if reservation.precision in _OPEN_ABOVE else amount.high
    if amount.precision is Precision.RANGE and number is not None:
        kept = f"{reservation.text} {format_number(number)}"
        return f"Skriv {kept}, eller et interval uden »{reservation.text}«.", kept
    if amount.low is not None:
        kept = f"{reservation.text} {format_number(amount.low)}"
        return f"Skriv {amount.text} eller {kept}.", amount.text, kept
    return full_stop(f"Skriv {amount.text} eller ca. {amount.text}"), amount.text, f"ca. {amount.text}"


def _not_understood(piece: TypedText, rest: TypedText) -> Fault:
    """Raise the fault that explains the text, or give the fault that says that nothing does."""
    second, _ = reservation_at(rest.text)
    if second and rest.start > piece.start:
        first = piece.typed[: rest.start - piece.start].strip()
        return piece.fault(kinds.NOT_UNDERSTOOD, _TWO_THINGS, f"Vælg det ene: »{first}« eller »{second.text}«.")
    refuse_unit(rest, piece.start)
    first_word = rest.part(0, len(rest.text.split(" ", 1)[0]))
    is_ordinal = first_word != rest and first_word.text.endswith(".")
    if number_in(first_word) is None and not is_ordinal:
        refuse_number(first_word)
    return piece.fault(kinds.NOT_UNDERSTOOD, "kan ikke læses som et antal.", "")


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
