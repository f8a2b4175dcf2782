"""Numbers above tolv in words, such as "femogtyve": not accepted, but what they are in digits can be offered."""

import re

from frivilligrapport.danish import NUMERALS, format_number
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.grammar.quantity.words import NUMBER_WORDS

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
_WORD = rf"(?:hundrede?|tusinde?|{_either(_TENS | _FEW)})"
_RUN = rf"(?<!\w){_WORD}(?:(?:{_AND}| )?{_WORD})*(?!\w)"


def in_digits(text: str) -> str | None:
    """Write the numbers above tolv in a folded text in digits; None when words for numbers stand in no known order."""
    parts: list[str] = []
    done = 0
    for run in re.finditer(_RUN, text):
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
