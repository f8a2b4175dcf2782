"""The grammar of a quantity: a reservation and an amount, or a few words (number grammar, section 1)."""

import unicodedata
from dataclasses import replace

from frivilligrapport.danish import format_number, full_stop, normal_key, quote
from frivilligrapport.problems import Fault
from frivilligrapport.reading import quantity_kinds as kinds
from frivilligrapport.reading.quantity_amount import Amount, amount_in
from frivilligrapport.reading.quantity_number import number_in
from frivilligrapport.reading.quantity_piece import Piece, piece_of
from frivilligrapport.reading.quantity_range import check_range
from frivilligrapport.reading.quantity_slips import below_zero, refuse_number, refuse_strange, refuse_unit
from frivilligrapport.reading.quantity_value import Precision, Quantity
from frivilligrapport.reading.quantity_words import WHOLE_PHRASES, Reservation, reservation_at

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
    piece = piece_of(unicodedata.normalize("NFC", text))
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


def _plain(piece: Piece, amount: Amount) -> Quantity:
    return Quantity(
        typed=piece.typed,
        wording=amount.text,
        precision=amount.precision,
        low=amount.low,
        high=amount.high,
        share=amount.share,
        base=amount.base,
    )


def _with_reservation(piece: Piece, amount: Amount, reservation: Reservation) -> Quantity:
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


def _not_understood(piece: Piece, rest: Piece) -> Fault:
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
