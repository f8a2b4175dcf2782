"""One Danish number: points between thousands, a comma before decimals, ½ ¼ ¾, nul to tolv and snese in words.

And why digits are none, with what was probably meant; numbers above tolv in words, such as "femogtyve", are not
accepted, but what they are in digits can be offered.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from frivilligrapport.danish import NUMERALS, format_number, full_stop, join_words
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.quantity import kinds
from frivilligrapport.grammar.quantity.value import places
from frivilligrapport.grammar.quantity.words import NUMBER_WORDS
from frivilligrapport.grammar.typed_text import TypedText, typed_text
from frivilligrapport.problems import Fault

DIGITS = pattern(r"[0-9.]+")  # a text of nothing else is a number, or nothing at all
_FEW_DIGITS = pattern(r"[1-9][0-9]{0,11}")  # a count as most are typed, which no rule about numbers speaks of
LIMIT = Decimal(10) ** 12
MOST_DECIMALS = 6
_GROUP = 3  # digits after each point between thousands
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_MILLION, _MILLIARD = (10**6, "mio."), (10**9, "mia.")
# Thousands, hundreds and scores in words are printed in digits: "20 tusind" is 20.000.
_SCALES = {
    "mio": _MILLION,
    "million": _MILLION,
    "millioner": _MILLION,
    "mill": _MILLION,
    "mia": _MILLIARD,
    "milliard": _MILLIARD,
    "milliarder": _MILLIARD,
    "tusind": (1000, ""),
    "tusinde": (1000, ""),
    "hundrede": (100, ""),
    "snes": (20, ""),
    "snese": (20, ""),
    "dusin": (12, ""),
}

_WHOLE = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]*|0)"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
NUMBER = rf"(?:{_WHOLE}(?:,[0-9]+|[½¼¾])?|[½¼¾])(?: ?(?:{_SCALE})\b\.?)?"
_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_HALF = r"(?:en halv|et halvt)"
NUMBER_IN_WORDS = rf"(?:halvand(?:en|et)|{_HALF}|(?:{_WORD})(?: (?:og )?{_HALF})?)\b(?: (?:{_SCALE})\b\.?)?"
_IN_WORDS = pattern(
    rf"(?:(?P<one>halvand(?:en|et))|(?P<none>{_HALF})|(?P<whole>{_WORD})(?P<half> (?:og )?{_HALF})?)(?P<rest> [a-z].*)?"
)
_PARTS = pattern(rf"(?P<whole>{_WHOLE})?(?:,(?P<decimals>[0-9]+)|(?P<vulgar>[½¼¾]))?(?: ?(?P<scale>{_SCALE})\b\.?)?")


class Number(NamedTuple):
    """Hold one number and how it is printed; a number typed with decimals keeps them, also zeros."""

    value: Decimal
    text: str


def read_number(piece: TypedText) -> Number | None:
    """Read a number, or give None when the piece is not a Danish number.

    Raises Fault for a number above one billion (10^12) or with more than six decimals (FR212), and for "2,600",
    which is 2.600 in English (FR201).
    """
    text = piece.text
    if _FEW_DIGITS.fullmatch(text):
        return Number(Decimal(text), format_number(int(text)))
    word = NUMBER_WORDS.get(text)
    if word is not None:
        return Number(word, format_number(word))
    parts = _PARTS.fullmatch(_with_digits(text))
    if parts is None or not (parts["whole"] or parts["vulgar"]) or (parts["decimals"] and not parts["whole"]):
        return None
    _refuse_english_thousands(piece, parts["whole"], parts["decimals"])
    digits = (parts["whole"] or "0").replace(".", "").replace(" ", "")
    _refuse_large(piece, Decimal(digits), len(parts["decimals"] or ""))
    typed = Decimal(f"{digits}.{parts['decimals']}" if parts["decimals"] else digits)
    return _scaled(piece, typed, parts["vulgar"] or "", *_SCALES.get(parts["scale"] or "", (1, "")))


def _with_digits(text: str) -> str:
    """Turn "to millioner" into "2 millioner", "halvandet hundrede" into "1½ hundrede" and "to en halv" into "2½"."""
    found = _IN_WORDS.fullmatch(text)
    if found is None:
        return text
    whole = "1" if found["one"] else "" if found["none"] else NUMBER_WORDS[found["whole"]]
    half = "" if found["whole"] and not found["half"] else "½"
    return f"{whole}{half}{found['rest'] or ''}"


def _scaled(piece: TypedText, typed: Decimal, vulgar: str, factor: int, scale: str) -> Number | None:
    value = (typed + _VULGAR.get(vulgar, Decimal(0))) * factor
    if factor > 1 and value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    _refuse_large(piece, value, places(value))
    if factor > 1 and not scale:
        return None if places(value) else Number(value, format_number(value))
    whole = "" if vulgar and not typed else format_number(typed)
    return Number(value, f"{whole}{vulgar} {scale}".rstrip())


def _refuse_english_thousands(piece: TypedText, whole: str | None, decimals: str | None) -> None:
    if whole and decimals and whole.isdecimal() and whole != "0" and len(whole) <= _GROUP == len(decimals):
        # A fourth decimal says that the comma is meant: 12,3450.
        bare = decimals.rstrip("0")
        exact = f"{whole},{bare if len(bare) < _GROUP else bare + '0'}".removesuffix(",")
        after = piece.typed[len(whole) + 1 + _GROUP :]
        instead = (f"{whole}.{decimals}{after}", f"{exact}{after}")
        hint = full_stop(f"Skriv {instead[0]} eller {instead[1]}")
        raise piece.fault(kinds.AMBIGUOUS, "kan læses på to måder.", hint, *instead)


def _refuse_large(piece: TypedText, value: Decimal, decimals: int) -> None:
    if value > LIMIT:
        says = f"er større end {format_number(LIMIT)}."
        raise piece.fault(kinds.NUMBER_TOO_LARGE, says, "Kontrollér, om der er et ciffer for meget.")
    if decimals > MOST_DECIMALS:
        raise piece.fault(kinds.NUMBER_TOO_LARGE, "har flere end seks decimaler.", "Skriv færre decimaler.")


_ZERO_FIRST = pattern(r"0+(?=[0-9])([0-9][0-9.]*)")
_DIGITS_AND_SIGNS = pattern(
    rf"(?P<digits>[.,]?[0-9](?:[0-9.,' ½¼¾]*[0-9.,½¼¾])?(?:,-)?)(?P<scale> ?(?:{_SCALE})\b\.?)?"
)


def refuse_number(piece: TypedText) -> None:
    """Raise Fault for digits that are no Danish number: a zero in front (FR205) or signs misplaced (FR202)."""
    text = piece.text
    zero = _ZERO_FIRST.fullmatch(text)
    if zero:
        instead = (zero[1],) if _is_number(zero[1]) else ()
        rest = zero[1] if instead else "tallet uden nul forrest"
        hint = f"Skriv {rest}. Er det et nummer og ikke et antal, hører det til i teksten."
        raise piece.fault(kinds.LEADING_ZERO, "begynder med nul.", hint, *instead)
    signs = _DIGITS_AND_SIGNS.fullmatch(text)
    if signs and ".." not in text:
        scale = signs["scale"] or ""
        # "1.2 mio." is seldom as much as 1.200 mio., which comes last.
        likely = _likely_numbers(signs["digits"])[:: -1 if scale else 1]
        meant = list(dict.fromkeys(filter(_is_number, (f"{one}{scale}" for one in likely))))
        example = "med punktum mellem tusinder og komma foran decimaler, fx 2.600 eller 2,6"
        hint = full_stop(f"Skriv {join_words(meant, 'eller') or example}")
        raise piece.fault(kinds.NOT_DANISH, "er ikke et dansk tal.", hint, *meant)


def _likely_numbers(text: str) -> tuple[str, ...]:
    """List what digits may have been meant as, without a word after them; not all of them are numbers."""
    bare = text.strip(".,- ")
    if " " in bare:
        return (re.sub(" +", ".", re.sub(" +(?=[½¼¾])", "", bare)),)
    if _is_number(bare):
        return (f"0,{bare}",) if text[0] in ".," else (bare,)
    first, *groups = bare.split(".")
    if not groups or "," in bare:
        return (bare.translate(str.maketrans(",.'", ".,.")),)
    last = groups[-1]
    if len(groups) == 1:
        decimals = last.rstrip("0")
        decimal = f"{first},{decimals}" if decimals else first
        is_group = len(last) <= _GROUP and len(first) <= _GROUP
        return (f"{first}.{last:0<3}" if is_group else _points(first + last), decimal)
    if any(len(group) == _GROUP for group in groups):
        # In English, and from a till, the last point is a comma.
        decimal = f"{'.'.join([first, *groups[:-1]])},{last}" if len(last) < _GROUP else ""
        return (".".join([first, *(f"{g:0<3}" for g in groups)]), decimal, _points(first + "".join(groups)))
    return ()


def _points(digits: str) -> str:
    return format_number(int(digits)) if digits.isdecimal() and len(digits) < len(str(LIMIT)) else ""


def _is_number(text: str) -> bool:
    try:
        return read_number(typed_text(text)) is not None
    except Fault:
        return False


_ONES = {word: int(value) for word, value in NUMBER_WORDS.items() if 1 <= value < 10}  # noqa: PLR2004 - one digit
_TEENS = ("tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
_FEW = _ONES | {word: value for value, word in enumerate((*NUMERALS, *_TEENS)) if value >= 10}  # noqa: PLR2004 - the rest
_SCORES = {"halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90}
_TENS = (
    {"tyve": 20, "tredive": 30, "tredve": 30, "fyrre": 40, "fyrretyve": 40}
    | _SCORES
    | {f"{word}indstyve": value for word, value in _SCORES.items()}
    # Common misspellings of these two; no other number is near.
    | {"halvtres": 50, "halvfjers": 70}
)


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_AND = "(?: og |-og-|og)"
_TWO_DIGITS = rf"(?:(?:(?P<one>{_either(_ONES)}){_AND})?(?P<ten>{_either(_TENS)})|(?P<few>{_either(_FEW)}))"
# Two patterns that only a number in words is held against; the library compiles them when that happens.
_THREE_DIGITS = rf"(?:(?P<hundreds>{_either(_FEW)})? ?(?P<hundred>hundrede?)(?:{_AND}| |$)?)?(?P<rest>{_TWO_DIGITS})?"
_THOUSANDS = pattern(rf"(?P<thousands>.*?) ?tusinde?(?:{_AND}| |$)?(?P<rest>.*)")
_NUMBER_WORD = rf"(?:hundrede?|tusinde?|{_either(_TENS | _FEW)})"
NUMBER_SPELT_OUT = rf"(?<!\w)(?:(?:(?<!\w)|(?<=\w)(?:{_AND}| )?){_NUMBER_WORD})+(?!\w)"
# What every count begins with, in digits or words; not all that begins so is one, but "en frivillig" is none.
_ARTICLE = rf"(?:en|et|én|ét)\s+(?!og|halv|hundred|{_SCALE})"
NUMBER_BEGINNING = (
    rf"(?:[0-9½¼¾]+|(?<!\w)(?!{_ARTICLE})(?:{_NUMBER_WORD}|nul|ingen|halvand(?:en|et))+(?:(?!\w)|(?=og)))"
)


def in_digits(text: str) -> str | None:
    """Write the numbers above tolv in a folded text in digits; None when words for numbers stand in no known order."""
    parts: list[str] = []
    done = 0
    for run in re.finditer(NUMBER_SPELT_OUT, text):
        value = None if run.group() in NUMBER_WORDS else _value(run.group())
        if run.group() not in NUMBER_WORDS and value is None:
            return None
        parts += [text[done : run.start()], run.group() if value is None else format_number(value)]
        done = run.end()
    return "".join([*parts, text[done:]])


def _value(words: str) -> int | None:
    found = _THOUSANDS.fullmatch(words)
    if found is None:
        return _below_thousand(words)
    thousands = _below_thousand(found["thousands"]) if found["thousands"] else 1
    rest = _below_thousand(found["rest"]) if found["rest"] else 0
    return None if thousands is None or rest is None else thousands * 1000 + rest


def _below_thousand(words: str) -> int | None:
    found = re.fullmatch(_THREE_DIGITS, words)
    if found is None or not words:
        return None
    hundreds = (_FEW[found["hundreds"]] if found["hundreds"] else 1) if found["hundred"] else 0
    two = _TENS.get(found["ten"], 0) + _ONES.get(found["one"], 0) + _FEW.get(found["few"], 0)
    return hundreds * 100 + two
