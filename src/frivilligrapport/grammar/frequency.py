"""How often something happens (`hyppighed`, `opfølges`): hvert år, hver 6. måned, to gange om året, løbende."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from frivilligrapport.danish import NUMERALS
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.typed_text import fold_words

_MONTHS_IN_A_YEAR = 12
# Months in each unit of time; a week is a 52nd of a year and a day a 365th.
_UNITS = {
    "dag": Fraction(12, 365),
    "uge": Fraction(12, 52),
    "maaned": Fraction(1),
    "kvartal": Fraction(3),
    "halvaar": Fraction(6),
    "aar": Fraction(12),
}
_ORDINALS = {
    **dict.fromkeys(("anden", "andet"), 2),
    **{
        word: number
        for number, word in enumerate(
            ("tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende"), start=3
        )
    },
}
_COUNTS = {word: number for number, word in enumerate(NUMERALS) if number} | {"et": 1}
_ADVERBS = {
    "daglig": "dag",
    "ugentlig": "uge",
    "maanedlig": "maaned",
    "kvartalsvis": "kvartal",
    "kvartalsmaessig": "kvartal",
    "halvaarlig": "halvaar",
    "aarlig": "aar",
}
_ONGOING = frozenset({"loebende", "efter behov", "hele aaret", "hele tiden"})
_UNIT = "dage?|uger?|maaned|kvartal|halvaar|aar"
_FIRST = pattern(r"^(?:mindst|ca\.|cirka|omkring|normalt|som regel) ")
_EVERY = pattern(rf"(?:en gang )?hvert? (?:(?P<which>[a-z]+|[0-9]{{1,2}}\.) )?(?P<unit>{_UNIT})")
_TIMES = pattern(
    rf"(?P<count>[a-z]+|[0-9]{{1,3}}) gange? (?:(?:om|pr\.?|hvert?) (?P<unit>{_UNIT})(?:et|en)?|(?P<adverb>[a-z]+))"
)
_BETWEEN = pattern(r" ?/ ?| (?:eller|og) ")


class Frequency(NamedTuple):
    """Hold how often something happens.

    `months` is the time from one to the next, None where the words do not say: "løbende", "uoplyst" and words of
    one's own. `readings` are the different things that the words say when they say several at once, else empty.
    """

    typed: str
    months: Fraction | None = None
    ongoing: bool = False
    readings: tuple[str, ...] = ()

    def latest_after(self, year: int) -> int | None:
        """Give the last year in which the next one comes after one in `year`; None where the words do not say.

        Only years are known of most documents: what happens twice a year comes in the next year at the latest.
        """
        return None if self.months is None else year + max(1, ceil(self.months / _MONTHS_IN_A_YEAR))


def parse_frequency(text: str) -> Frequency:
    """Read how often something happens; every text is accepted, and one that says no interval has no `months`."""
    typed = " ".join(text.split())
    words = fold_words(typed).replace("é", "e").rstrip(".")
    if words in _ONGOING:
        return Frequency(typed, ongoing=True)
    months = _months(words)
    if months is not None:
        return Frequency(typed, months)
    parts = _BETWEEN.split(words)
    read = [_months(part) for part in parts]
    if len(parts) > 1 and None not in read and len(set(read)) > 1:
        return Frequency(typed, readings=tuple(_BETWEEN.split(typed)))
    return Frequency(typed)


def _months(words: str) -> Fraction | None:
    """Give the months from one time to the next, None for words that say no such thing."""
    bare = _FIRST.sub("", words)
    if every := _EVERY.fullmatch(bare):
        which, each = every["which"] or "", _unit(every["unit"])
        if which == "halve":
            return each / 2
        number = _number(which.removesuffix("."), _ORDINALS) if which else 1
        return each * number if number else None
    if times := _TIMES.fullmatch(bare):
        unit = times["unit"] or _ADVERBS.get(times["adverb"].removesuffix("t"), "")
        number = _number(times["count"], _COUNTS)
        return _unit(unit) / number if number and unit else None
    return _UNITS.get(_ADVERBS.get(bare.removesuffix("t"), ""))


def _number(word: str, names: Mapping[str, int]) -> int:
    return int(word) if word.isdecimal() else names.get(word, 0)


def _unit(word: str) -> Fraction:
    return _UNITS[word] if word in _UNITS else _UNITS[word.removesuffix("e").removesuffix("r")]
