"""Why a text is no quantity: the slips that people make with numbers, each with what to write instead."""

import re
from decimal import Decimal

from frivilligrapport.danish import format_number, join_words, nearest_word
from frivilligrapport.grammar.piece import TypedText, typed_text
from frivilligrapport.grammar.quantity import kinds
from frivilligrapport.grammar.quantity.number import LIMIT, NUMBER, number_in
from frivilligrapport.grammar.quantity.words import NUMBER_WORDS, UNSPECIFIED_WORDS, WHOLE_PHRASES
from frivilligrapport.problems import Fault

_POWER = re.compile(r"([0-9]+(?:[.,][0-9]+)?)e\+?([0-9]{1,2})|[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]+")
_HEXADECIMAL = re.compile(r"0[xob][0-9a-f]+")
_UNDERSCORES = re.compile(r"[0-9]+(?:_[0-9]+)+")
_THOUSANDS_AS_K = re.compile(r"([0-9]+)k")
_TIME = re.compile(r"(?:kl\.? ?[0-9]|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9]))")
_NEGATIVE = re.compile(r"(?:-|minus) ?[0-9½¼¾]")
_ZERO_FIRST = re.compile(r"0+(?=[0-9])([0-9][0-9.]*)")
_DIGITS_AND_SIGNS = re.compile(r"[.,]?[0-9][0-9.,' ½¼¾]*(?:,-)?")
_AMOUNTS = (
    rf"(?:mellem|fra) {NUMBER} ?(?:og|til) ?{NUMBER}",
    r"[0-9]{1,3} ?/ ?[0-9]{1,3}",
    rf"{NUMBER} ?%",
    rf"{NUMBER}(?: ?(?:-|til) ?{NUMBER})?",
    rf"(?:{'|'.join(sorted((*UNSPECIFIED_WORDS, *NUMBER_WORDS), key=len, reverse=True))})(?= )",
)
# After these words the amount is not over yet, so what follows is no unit.
_GOES_ON = (
    r"(?!(?:og|eller|af|til|i|plus|samt|pct|procent|end|pr|om|hver|x|gange|par|hundreder?|tusinde?r?|mi[ol]|mia)\b)"
)
_UNIT = rf" *{_GOES_ON}[a-zæøå]| [0-9]+\. ?[a-zæøå]"
_WITH_UNIT = re.compile(rf"(?P<amount>{'|'.join(_AMOUNTS)})(?={_UNIT})")
_GROUP = 3  # digits after each point between thousands


def refuse_strange(piece: TypedText) -> None:
    """Raise Fault for what is written for computers (FR211), a time of day (FR206) or below zero (FR207)."""
    text = piece.text
    if any(p.fullmatch(text) for p in (_POWER, _HEXADECIMAL, _UNDERSCORES, _THOUSANDS_AS_K)):
        raise piece.fault(kinds.COMPUTER_NOTATION, "er ikke skrevet som et almindeligt tal.", *_written_out(text))
    if _TIME.search(text):
        hint = "Skriv et antal her, og skriv klokkeslættet i »beskrivelse«."
        raise piece.fault(kinds.TIME_OF_DAY, "er et klokkeslæt og ikke et antal.", hint)
    if _NEGATIVE.match(text):
        raise below_zero(piece)


def below_zero(piece: TypedText) -> Fault:
    """Make the fault for a number, or a claim, below zero."""
    hint = "Skriv et antal, der er nul eller større. En nedgang vises med »forrige_år«."
    return piece.fault(kinds.NEGATIVE, "er mindre end nul.", hint)


def refuse_unit(piece: TypedText, quantity_start: int) -> None:
    """Raise Fault (FR204) when a readable amount is followed by words; reservations begin at `quantity_start`."""
    found = _WITH_UNIT.match(piece.text)
    if found is None or (found["amount"] in {"en", "et"} and nearest_word(piece.text, WHOLE_PHRASES)):
        return
    amount = piece.whole[quantity_start : piece.start + found.end("amount")]
    everything = TypedText(piece.whole, quantity_start, piece.end)
    hint = f"Skriv kun {amount} her; enheden står foran kolon, fx »frivillige: {amount}«."
    raise everything.fault(kinds.NUMBER_WITH_UNIT, "er både tal og enhed.", hint, amount)


def refuse_number(piece: TypedText) -> None:
    """Raise Fault for digits that are no Danish number: a zero in front (FR205) or signs misplaced (FR202)."""
    text = piece.text
    zero = _ZERO_FIRST.fullmatch(text)
    if zero:
        instead = (zero[1],) if _is_number(zero[1]) else ()
        rest = zero[1] if instead else "tallet uden nul forrest"
        hint = f"Skriv {rest}. Er det et nummer og ikke et antal, hører det til i teksten."
        raise piece.fault(kinds.LEADING_ZERO, "begynder med nul.", hint, *instead)
    if _DIGITS_AND_SIGNS.fullmatch(text):
        meant = list(dict.fromkeys(filter(_is_number, _likely_numbers(text))))
        example = "med punktum mellem tusinder og komma foran decimaler, fx 2.600 eller 2,6"
        hint = f"Skriv {join_words(meant, 'eller') or example}."
        raise piece.fault(kinds.NOT_DANISH, "er ikke et dansk tal.", hint, *meant)


def _likely_numbers(text: str) -> tuple[str, ...]:
    """List what may have been meant, the likeliest first; not all of them are numbers."""
    bare = text.strip(".,- ")
    if " " in bare:
        return (re.sub(" +", ".", bare),)
    if _is_number(bare):
        return (f"0,{bare}",) if text[0] in ".," else (bare,)
    first, *groups = bare.split(".")
    if len(groups) == 1 and "," not in bare:
        decimals = groups[0].rstrip("0")
        decimal = f"{first},{decimals}" if decimals else first
        thousands = f"{first}.{groups[0]:0<3}" if len(groups[0]) <= _GROUP else _points(first + groups[0])
        return (thousands, decimal)
    if any(len(group) == _GROUP for group in groups) and "," not in bare:
        return (".".join([first, *(f"{g:0<3}" for g in groups)]), _points(first + "".join(groups)))
    return (bare.translate(str.maketrans(",.'", ".,.")),)


def _written_out(text: str) -> tuple[str, ...]:
    """Say how a number is written in full; after the hint, the number itself where it is known."""
    power = _POWER.fullmatch(text)
    value = None
    if power and power[1]:
        value = Decimal(power[1].replace(",", ".")).scaleb(int(power[2]))
    elif _THOUSANDS_AS_K.fullmatch(text):
        value = Decimal(text[:-1]).scaleb(3)
    elif _UNDERSCORES.fullmatch(text):
        value = Decimal(text.replace("_", ""))
    if value is None or value > LIMIT or value != value.to_integral_value():
        return ("Skriv tallet helt ud med almindelige cifre, fx 1.000.",)
    written = format_number(value.quantize(Decimal(1)))
    return f"Skriv {written}.", written


def _points(digits: str) -> str:
    return format_number(int(digits)) if digits.isdecimal() and len(digits) < len(str(LIMIT)) else ""


def _is_number(text: str) -> bool:
    try:
        return number_in(typed_text(text)) is not None
    except Fault:
        return False
