"""Counts in running text: "21 projekter", "ca. 15 frivillige", "ti workshops"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frivilligrapport.danish import NUMERALS, without_case
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.grammar.quantity import Quantity, parse_quantity
from frivilligrapport.grammar.quantity.number import NUMBER
from frivilligrapport.grammar.quantity.words import RESERVATION_WORDS
from frivilligrapport.problems import Fault

# "En frivillig" is an article more often than a count, and one of several is seldom all of them.
_WORDS = "|".join(NUMERALS[2:])
_NUMBER = rf"(?:{NUMBER}|(?:{_WORDS})\b)"
_RESERVATION = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(RESERVATION_WORDS, key=len)[::-1])
_AMOUNT = (
    rf"(?:mellem\s+{_NUMBER}\s+og\s+{_NUMBER}|fra\s+{_NUMBER}\s+til\s+{_NUMBER}"
    rf"|(?:(?:ca\.|~|{_RESERVATION})\s*)?{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?)"
)
# Numbers that name a thing: § 18, nr. 3, uge 34, 8. klasse; and a year, which has four digits and no point.
_NAMED = r"(?<![\w.,/§-])(?<!§\s)(?<!nr\.\s)(?<!uge\s)(?<!punkt\s)(?<!bilag\s)(?<!afsnit\s)(?<!kapitel\s)"
_LONGEST = 200  # characters; no amount with its reservation is longer
_YEAR = pattern(r"(?:19|20)[0-9]{2}")
_SENTENCE_END = pattern(r"[.!?:](?=\s+[A-ZÆØÅ»])|\n\s*\n")
# These are adjectives too: "61 frivillige foreninger". Only before such words do they stand for people by themselves.
_ADJECTIVES = ("frivillige", "ansatte")
# Between the number and the unit these take nothing away: "65 lokale foreninger" are all of them, "12 nye" are not.
_BETWEEN = "frivillige|lokale|aktive|forskellige|deltagende|medvirkende|engagerede|tilmeldte|ulønnede"
_AMOUNT_AT_END = pattern(rf"{_NAMED}(?P<amount>{_AMOUNT})\s+(?:(?:{_BETWEEN})\s+)?\Z", re.IGNORECASE)
_AFTER_A_NOUN = pattern(
    r"\s*(?:[^\w\s]|$|(?:og|eller|samt|men|i|på|med|fra|til|ved|for|om|hos|uden|der|som|har|havde|er|var|blev|bliver"
    r"|deltog|deltager|hjalp|hjælper|mødte|møder|kom|kommer|gav|ydede|stod|stillede|stiller)\b)"
)


class FoundCount(NamedTuple):
    """Hold one count: where it stands, as it was typed, the unit as it was asked for, and the sentence around it."""

    start: int
    typed: str
    unit: str
    quantity: Quantity
    sentence: str


def find_counts(text: str, units: Iterable[str]) -> Iterator[FoundCount]:
    """Yield the counts of some units, given in the plural, in order; `text` is NFC.

    A count is a number in digits or a word from to to tolv, with or without a reservation, before the unit; an
    adjective that takes nothing away may stand between, as in "65 frivillige foreninger". What
    cannot be read as one quantity is left alone, and so are years and numbers that name something.
    """
    said = without_case(text)  # a name whose first word is not there is not looked for
    names = sorted((name for name in set(units) if without_case(name.partition(" ")[0]) in said), key=len, reverse=True)
    if not names:
        return
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    for match in re.finditer(rf"(?<!\w)(?P<unit>{words})(?![\w-])", text, re.IGNORECASE):
        before = _AMOUNT_AT_END.search(text, max(0, match.start() - _LONGEST), match.start())
        amount, unit = " ".join(before["amount"].split()) if before else "", " ".join(match["unit"].split()).lower()
        quantity = _quantity(amount) if before and not _YEAR.fullmatch(amount) else None
        if before and quantity and (unit not in _ADJECTIVES or _AFTER_A_NOUN.match(text, match.end())):
            typed = text[before.start() : match.end()]
            yield FoundCount(before.start(), typed, unit, quantity, _sentence(text, before.start(), match.end()))


def _quantity(amount: str) -> Quantity | None:
    try:
        return parse_quantity(amount)
    except Fault:
        return None


def _sentence(text: str, first: int, last: int) -> str:
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= first), default=0)
    return text[start : min((end for end in ends if end >= last), default=len(text))]
