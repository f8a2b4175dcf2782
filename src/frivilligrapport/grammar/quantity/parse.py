"""The grammar of a quantity: a reservation and an amount, or a few words; and why a text is none of them.

Number grammar, section 1.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from frivilligrapport.danish import format_number, full_stop, join_words, nearest_word, normal_key, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.no_answer import is_no_answer
from frivilligrapport.grammar.quantity import kinds
from frivilligrapport.grammar.quantity.amount import WRITE_A_SHARE, check_range, read_amount, read_bounds
from frivilligrapport.grammar.quantity.number import (
    DIGITS,
    NUMBER,
    in_digits,
    read_number,
    refuse_number,
)
from frivilligrapport.grammar.quantity.refusals import below_zero, refuse_movement, refuse_strange, refuse_unit
from frivilligrapport.grammar.quantity.value import Precision, Quantity
from frivilligrapport.grammar.quantity.words import (
    RESERVATION_WORDS,
    RESERVED_AFTER,
    RESERVED_OTHERWISE,
    SAID_OTHERWISE,
    UNSPECIFIED_WORDS,
    WHOLE_PHRASES,
    Reservation,
    reservation_of,
)
from frivilligrapport.grammar.typed_text import TypedText, fold_in_place, typed_text
from frivilligrapport.problems import Fault, Kind

_LONGEST = 200
_OPEN_ABOVE = {Precision.MORE_THAN, Precision.AT_LEAST, Precision.JUST_OVER}
_BELOW_THE_NUMBER = {Precision.FEWER, Precision.JUST_UNDER}
_NEAR_THE_NUMBER = {Precision.JUST_UNDER, Precision.JUST_OVER}
_TWO_THINGS = "siger to ting på én gang."
_NOT_WITH_SHARE = "har et forbehold, der ikke kan stå ved en andel."
_EXAMPLES = "fx 15, ca. 15, over 100, op mod 10.000, 20-30, mange eller uoplyst"
# No word for a number is guessed at: "seksten" is near to seks, and "null" to nul.
_WHOLE = (*UNSPECIFIED_WORDS, "uoplyst", "ikke relevant")
_TYPED_AMISS = 0.8  # "cika" is cirka; "unge" is not under, nor "mænd" mindst
_DIGIT = pattern(r"\d")
_DIGIT_OF_ANY_SCRIPT = pattern(r"(?![0-9])\d")
_FIRST_DIGIT = pattern(r"[0-9½¼¾]")
_EDGE = tuple(" 0123456789")
_MARKS = " .,:;!?*_()[]»«”“\"'’"
# How a number was found; "(ca.)" says what it is.
_REMARK = pattern(
    r"(?P<count>.*\S) ?\((?:et )?(?:skøn\w*|anslå\w*|estim\w*|opta\w*|optæl\w*|registrer\w*|oplyst|foreløbigt?)\)",
    re.IGNORECASE,
)
_EITHER = pattern(rf"(?P<one>{NUMBER}) ?(?:eller|\.\.+) ?(?P<two>{NUMBER})")
_LETTER_FOR_DIGIT = pattern(r"(?<=[0-9])(?:[oO]|[lI](?=[0-9oO.,]))(?=[0-9oO.,]|$)|(?<=[0-9][oO])[oO]$")
_HALF_APART = pattern(r"(?<=[0-9]) ?(1/2|1/4|3/4|[½¼¾])(?![0-9/])")
_HALVES = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
_RANGES = {"mellem", "fra"}
_NOT = ("ikke ", "ej ")
_MOST_SLIPS = 3  # in one text, each of which is mended before the next is seen


def parse_quantity(text: str) -> Quantity:
    """Read a quantity as it is typed in a file; empty text is "uoplyst".

    Raises Fault with one of QUANTITY_KINDS, a message that quotes the text as typed and a hint that says what
    to write instead. Number grammar, sections 1 and 1.2.
    """
    outcome = _outcome(text)
    if isinstance(outcome, Quantity):
        return outcome
    raise _Unread(outcome.kind, outcome.message, text)


class _Unread(Fault):
    """A text that is no quantity. What to write instead is found when it is asked for: it costs more than reading."""

    def __init__(self, kind: Kind, message: str, text: str) -> None:
        Exception.__init__(self, message)
        self.kind, self.message, self._text = kind, message, text

    def __getattr__(self, name: str) -> Any:
        """Find what to write instead, and of which characters."""
        if name not in {"hint", "start", "length", "instead"}:
            raise AttributeError(name)
        found = _advised(self._text)
        self.hint, self.start, self.length, self.instead = found.hint, found.start, found.length, found.instead
        return getattr(self, name)


@lru_cache(maxsize=1024)
def _outcome(text: str) -> Quantity | Fault:
    """Read a text, or give the fault that is raised anew for each place where it stands."""
    try:
        return _read(text.strip())
    except Fault as fault:
        return fault.with_traceback(None)


@lru_cache(maxsize=1024)
def _advised(text: str) -> Fault:
    """Give the fault of a text that cannot be read, with what to write instead."""
    typed, outcome = text.strip(), _outcome(text)
    if isinstance(outcome, Quantity):
        raise TypeError(f"nothing is wrong with {text!r}")
    fault = Fault(
        outcome.kind,
        outcome.message,
        outcome.hint,
        start=outcome.start,
        length=outcome.length,
        instead=outcome.instead,
    )
    if not fault.hint:
        fault.instead = _meant(typed)
        fault.hint = full_stop(f"Skriv {join_words(fault.instead, 'eller') or _EXAMPLES}")
    elif fault.instead and fault.length < len(typed) and "\n" not in typed:
        _offer_for_whole(typed, fault)
    fault.start += len(text) - len(text.lstrip())
    return fault


def _meant(typed: str) -> tuple[str, ...]:
    """Guess what was meant by misspelt or different words; a guess is only given when it can be read.

    No guess leaves out a number, nor what is said about it.
    """
    otherwise = "uoplyst" if is_no_answer(typed) else SAID_OTHERWISE.get(normal_key(typed))
    if otherwise is None and not _DIGIT.search(typed):
        otherwise = nearest_word(typed, _WHOLE, alike=_TYPED_AMISS)
    if otherwise:
        return (otherwise,)
    if set_right := _without_slips(typed):
        return set_right
    digits = in_digits(fold_in_place(_DIGIT_OF_ANY_SCRIPT.sub(lambda found: str(int(found[0])), typed)))
    if digits is None:
        return ()
    written = _reserved_otherwise(" ".join(digits.split()))
    return (_readings(written) or ()) if written and written != typed else ()


def _without_slips(typed: str) -> tuple[str, ...]:
    """Give a text without signs about it, a remark in brackets, letters for digits, "eller" for a range, or "1 1/2".

    None of these changes the number that stands there.
    """
    bare = typed.strip(_MARKS).removeprefix("+")
    said = _REMARK.fullmatch(typed.strip())
    either = _EITHER.fullmatch(typed)
    digits = _LETTER_FOR_DIGIT.sub(lambda found: "0" if found[0] in "oO" else "1", typed)
    whole = _HALF_APART.sub(lambda found: _HALVES.get(found[1], found[1]), typed)
    written = (bare, said["count"] if said else "", f"{either['one']}-{either['two']}" if either else "", digits, whole)
    found = next((one for one in written if one and one != typed and _readings(one, 0)), "")
    return (found, f"ca. {found}") if found[:1].isdigit() and typed.endswith("?") else (found,) if found else ()


def _reserved_otherwise(text: str) -> str:
    """Write the words around a number as a reservation of the grammar's, "" where they are none; `text` is folded."""
    tail = _FIRST_DIGIT.search(text)
    if tail is None:
        return text
    head, rest = text[: tail.start()].rstrip(" ,;:."), text[tail.start() :]
    after = next((one for one in RESERVED_AFTER if rest.endswith(one) and rest.removesuffix(one)[-1:] in _EDGE), None)
    if after and not head:
        return f"{RESERVED_AFTER[after]} {rest.removesuffix(after).rstrip()}".lstrip()
    if not head or head in _RANGES:
        return text
    reservation, end = reservation_of(f"{head} ")
    if reservation and end > len(head):
        return f"{reservation.text} {rest}"
    before = RESERVED_OTHERWISE.get(normal_key(head))
    if before is None:
        # "Ikke over" is no misspelling of "over": every word must have its own.
        before = nearest_word(head, RESERVATION_WORDS, alike=_TYPED_AMISS)
        if before is None or len(before.split()) != len(head.split()) or head.startswith(_NOT):
            return ""
    return f"{before} {rest}".lstrip()


def _offer_for_whole(typed: str, fault: Fault) -> None:
    """Offer what may be written instead of the whole text, where only a part of it is at fault.

    Nothing is offered where one of the readings of that part leaves a text that nobody can tell the meaning of.
    """
    before, after = typed[: fault.start], typed[fault.start + fault.length :]
    readings = [_readings(f"{before}{text}{after}") for text in fault.instead]
    offered = _all_of(readings)
    parts, whole = join_words(fault.instead, "eller"), join_words(offered, "eller")
    fault.instead = offered
    if offered:
        hint = full_stop(fault.hint.rstrip(".").replace(parts.rstrip("."), whole.rstrip("."), 1))
        fault.hint, fault.start, fault.length = hint, 0, len(typed)
    else:
        fault.hint = full_stop(f"Skriv {_EXAMPLES}")


def _readings(text: str, slips: int = _MOST_SLIPS) -> tuple[str, ...] | None:
    """Give what a text may mean, each as it can be read: nothing for what cannot be, None when that is not known."""
    try:
        _read(text)
    except Fault as fault:
        if fault.kind is kinds.NUMBER_TOO_LARGE or fault.hint == WRITE_A_SHARE:
            return ()
        # A range that comes out reversed was meant in some other way.
        if not slips or not fault.instead or fault.kind is kinds.REVERSED_RANGE:
            return None
        before, after = text[: fault.start], text[fault.start + fault.length :]
        return _all_of([_readings(f"{before}{one}{after}", slips - 1) for one in fault.instead]) or None
    return (text,)


def _all_of(readings: Sequence[tuple[str, ...] | None]) -> tuple[str, ...]:
    """Put the readings of a text's parts together, none when one of them is not known."""
    known = [texts for texts in readings if texts is not None]
    return tuple(dict.fromkeys(text for texts in known for text in texts)) if len(known) == len(readings) else ()


def _read(text: str) -> Quantity:
    """Read a quantity by the letter of the grammar; the fault of a text that is not understood may lack a hint."""
    if len(text) > _LONGEST:
        message = f"{quote(text)} er for langt til at være et antal."
        raise Fault(kinds.NOT_UNDERSTOOD, message, "Skriv kun antallet her og resten i »bemærkning«.")
    piece = typed_text(unicodedata.normalize("NFC", text))
    reservation, rest = None, piece
    if not DIGITS.fullmatch(piece.text):
        phrase = WHOLE_PHRASES.get(normal_key(piece.text))
        if phrase:
            return Quantity(piece.typed, phrase[1], phrase[0])
        if bounds := read_bounds(piece):
            return bounds
        reservation, after = reservation_of(piece.text)
        rest = piece.part(after)
        if not DIGITS.fullmatch(rest.text):
            refuse_strange(rest)
    amount = read_amount(rest)
    if amount is None:
        raise _not_understood(piece, rest)
    if reservation is None or reservation.precision is Precision.APPROXIMATE:
        check_range(piece, amount, f"{reservation.text} " if reservation else "")
    return _reserved(piece, amount._replace(typed=piece.typed), reservation) if reservation else amount


def _reserved(piece: TypedText, amount: Quantity, reservation: Reservation) -> Quantity:
    wording = f"{reservation.text} {amount.text()}"
    counted = amount.precision is Precision.EXACT
    if reservation.precision is Precision.APPROXIMATE and amount.precision is not Precision.AT_LEAST:
        precision = Precision.APPROXIMATE if counted else amount.precision
        return amount._replace(wording=wording, precision=precision, approximate=True)
    if not counted:
        says = _NOT_WITH_SHARE if amount.share is not None else _TWO_THINGS
        raise piece.fault(kinds.NOT_UNDERSTOOD, says, *_one_thing(amount, reservation))
    if reservation.precision in _BELOW_THE_NUMBER and not amount.high:
        raise below_zero(piece)
    low = amount.low if reservation.precision in _OPEN_ABOVE else None
    high = None if reservation.precision in _OPEN_ABOVE else amount.high
    return Quantity(piece.typed, wording, reservation.precision, low, high)


def _one_thing(amount: Quantity, reservation: Reservation) -> tuple[str, ...]:
    """Say how to keep one of two reservations, or one of a reservation and a range; after the hint, what to write."""
    number = amount.low if reservation.precision in _OPEN_ABOVE else amount.high
    if amount.precision is Precision.RANGE and number is not None:
        kept = f"{reservation.text} {format_number(number)}"
        return f"Skriv {kept}, eller et interval uden »{reservation.text}«.", kept
    if amount.low is not None:
        kept = f"{reservation.text} {format_number(amount.low)}"
        return f"Skriv {amount.text()} eller {kept}.", amount.text(), kept
    if reservation.precision in _NEAR_THE_NUMBER:
        return full_stop(f"Skriv ca. {amount.text()}"), f"ca. {amount.text()}"
    return ("Skriv antallet med forbeholdet, fx over 100, eller uoplyst, hvis antallet ikke kendes.",)


def _not_understood(piece: TypedText, rest: TypedText) -> Fault:
    """Raise the fault that explains the text, or give the fault that says that nothing does."""
    second, _ = reservation_of(rest.text)
    if second and rest.start > piece.start:
        first = piece.typed[: rest.start - piece.start].strip()
        if first.lower() == second.text:
            return piece.fault(kinds.NOT_UNDERSTOOD, _TWO_THINGS, full_stop(f"Skriv {rest.typed}"), rest.typed)
        return piece.fault(kinds.NOT_UNDERSTOOD, _TWO_THINGS, f"Vælg det ene: »{first}« eller »{second.text}«.")
    if is_no_answer(piece.typed) or normal_key(piece.text) in SAID_OTHERWISE:
        return piece.fault(kinds.NOT_UNDERSTOOD, "kan ikke læses som et antal.", "")
    refuse_movement(piece)
    refuse_unit(rest, piece.start)
    first_word = rest.part(0, len(rest.text.split(" ", 1)[0]))
    is_ordinal = first_word != rest and first_word.text.endswith(".")
    if read_number(first_word) is None and not is_ordinal:
        refuse_number(first_word)
    return piece.fault(kinds.NOT_UNDERSTOOD, "kan ikke læses som et antal.", "")
