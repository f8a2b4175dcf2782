"""Counts in running text: "21 projekter", "ca. 15 frivillige", "ti workshops"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frivilligrapport.danish import without_case
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.quantity import Quantity, parse_quantity
from frivilligrapport.grammar.quantity.number import NUMBER, in_digits
from frivilligrapport.grammar.quantity.words import RESERVATION_WORDS
from frivilligrapport.grammar.typed_text import fold_in_place
from frivilligrapport.problems import Fault

# "En frivillig" is an article more often than a count, and "flere hundrede" is no hundred.
_NO_COUNTS = frozenset({"en", "et", "én", "ét", "een", "eet"})
# Words that end as a number does: what they say, if anything, is found when they are read.
_ONES = "et|to|tre|fire|fem|seks|syv|otte|ni"
_IN_WORDS = (
    rf"(?:(?:en|{_ONES}|hundrede|tusind)\s+(?:og\s+)?)?"
    rf"\w*(?:{_ONES}|ti|elleve|tolv|ten|tyve|tredi?ve|fyrre|halvtreds|tres|halvfjerds|firs|halvfems|hundrede?|tusinde?)\b"
)
_NUMBER = rf"(?:{NUMBER}|(?<!flere )(?<!nogle )(?<!par )(?<!mange )\b{_IN_WORDS})"
_RESERVATION = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(RESERVATION_WORDS, key=len)[::-1])
_AMOUNT = (
    rf"(?:mellem\s+{_NUMBER}\s+og\s+{_NUMBER}|fra\s+{_NUMBER}\s+til\s+{_NUMBER}"
    rf"|(?:(?:ca\.|~|{_RESERVATION})\s*)?{_NUMBER}(?:\s*[-–]\s*{_NUMBER}|\s+til\s+{_NUMBER})?)"
)
# Numbers that name a thing: § 18, nr. 3, uge 34, 8. klasse; and a year, which has four digits and no point.
_NAMED = r"(?<![\w.,/§-])(?<!§\s)(?<!nr\.\s)(?<!uge\s)(?<!punkt\s)(?<!bilag\s)(?<!afsnit\s)(?<!kapitel\s)"
_LONGEST = 200  # characters; no amount with its reservation is longer
_YEAR = pattern(r"(?:19|20)[0-9]{2}")
_SENTENCE_END = pattern(r"[.!?:](?=\s+[A-ZÆØÅ»])|\n\s*\n")
# These are adjectives too: "61 frivillige foreninger". Only before such words do they stand for people by themselves.
_ADJECTIVES = ("frivillige", "ansatte")
# Between the number and the unit these take nothing away: "65 lokale foreninger" are all of them, "12 nye" are not.
_BETWEEN = "frivillige|lokale|aktive|forskellige|deltagende|medvirkende|engagerede|tilmeldte|ulønnede|glade|ivrige"
_AMOUNT_AT_END = pattern(rf"{_NAMED}(?P<amount>{_AMOUNT})\s+(?:(?:{_BETWEEN})\s+)?\Z", re.IGNORECASE)
_AFTER_A_NOUN = pattern(
    r"\s*(?:[^\w\s]|$|(?:og|eller|samt|men|i|på|med|fra|til|ved|for|om|hos|uden|der|som|har|havde|er|var|blev|bliver"
    r"|deltog|deltager|hjalp|hjælper|mødte|møder|kom|kommer|gav|giver|ydede|stod|står|stillede|stiller|tog|tager|gik|går"
    r"|holdt|holder|passer|rydder|vander|kører|bor|læser|spiller|samler|laver|bager|planter|støtter|bidrager|sørger"
    # What is done, or was: "passede haven", "mødtes"; not "frivillige pensionerede lærere".
    r"|\w{3,}[dt]es|\w{3,}(?:ede|te)(?!\s+\w+(?:er|ere)\b))\b)"
)


# What is said of a unit behind it; nothing may follow that the number could be one of.
_ENDS = r"(?=\s*(?:,(?![0-9])|[;!?)]|(?<!ca)\.(?![0-9])|$|\n|i\s+(?:alt|tallet|(?:19|20)[0-9]{2})\b))"
_STATED = pattern(
    r"(?:(?:\s+\w+){0,4}?\s+(?P<change>fra\s+[^;:!?()\n]{1,30}?\s+til\s+[^;:!?()\n]{1,30}?)"
    r"|(?::(?=[^\S\n]+\S)|(?:\s+(?:i|for|på)\s+\w+)?\s+(?:er|var|blev|udgør|udgjorde|nåede(?:\s+op)?\s+på)"
    rf"(?:\s+(?:nu|i\s+alt|altså|dermed))*)(?:[^\S\n]|\n(?=\S))+(?P<amount>[^;:!?()\n]{{1,40}}?)){_ENDS}",
    re.IGNORECASE,
)
_MONEY = pattern(rf"\.?(?<!\.\.)\s+(?P<amount>{NUMBER})(?!\w)", re.IGNORECASE)


class FoundCount(NamedTuple):
    """Hold one count: where it stands, as it was typed, the unit as it was asked for, and the sentence around it.

    `amount` is the part of what was typed that says how many, and `before` and `after` what of the sentence stands
    around it. `is_of_all` tells that the sentence says how many there were of the unit, and not only names some.
    """

    start: int
    typed: str
    unit: str
    quantity: Quantity
    sentence: str
    amount: str
    before: str
    after: str
    is_of_all: bool = False


def find_counts(text: str, units: Iterable[str]) -> Iterator[FoundCount]:
    """Yield the counts of some units, given in the plural, in order; `text` is NFC.

    A count is a number in digits or words, with or without a reservation, before the unit; an adjective that takes
    nothing away may stand between, as in "65 frivillige foreninger". What cannot be read as one quantity is left
    alone, and so are years and numbers that name something.
    """
    words = _names_in(text, units)
    if not words:
        return
    for match in re.finditer(rf"(?<!\w)(?P<unit>{words})s?(?![\w-])", text, re.IGNORECASE):
        before = _AMOUNT_AT_END.search(text, max(0, match.start() - _LONGEST), match.start())
        amount, unit = " ".join(before["amount"].split()) if before else "", " ".join(match["unit"].split()).lower()
        quantity = _quantity(amount) if before and not _YEAR.fullmatch(amount) else None
        if before and quantity and (unit not in _ADJECTIVES or _AFTER_A_NOUN.match(text, match.end())):
            yield _found(text, before.start(), match.end(), unit, amount, quantity)


def find_statements(text: str, units: Iterable[str]) -> Iterator[FoundCount]:
    """Yield the counts that stand behind the unit, in order: "Antallet af foreninger var 65", "foreninger: 65"."""
    words = _names_in(text, units)
    if not words:
        return
    named = (
        rf"(?<!\w)(?:antal(?:let)?\s+(?:af\s+)?(?P<some>{words})(?!\w)|(?P<all>{words})ne\b"
        rf"|(?<=\bde )(?P<they>{words})(?!\w)|(?<![^\n])(?P<row>{words})(?=:)|(?P<kr>(?=kr\b)(?:{words}))(?!\w))"
    )
    for match in re.finditer(named, text, re.IGNORECASE):
        said = (_MONEY if match["kr"] else _STATED).match(text, match.end())
        if said is None:
            continue
        amount = " ".join((said["amount"] if match["kr"] else said["amount"] or said["change"]).split())
        named_as = match.group("some", "all", "they", "row", "kr")
        unit = next(" ".join(one.split()).lower() for one in named_as if one)
        quantity = _quantity(amount) if not _YEAR.fullmatch(amount) else None
        if quantity:
            found = _found(text, match.start(), said.end(), unit, amount, quantity)
            yield found._replace(is_of_all=not match["kr"])


def _names_in(text: str, units: Iterable[str]) -> str:
    """Give the pattern for those of the units that a text may name, "" for none."""
    said = without_case(text)  # a name whose first word is not there is not looked for
    names = sorted((name for name in set(units) if without_case(name.partition(" ")[0]) in said), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


def _found(text: str, first: int, last: int, unit: str, amount: str, quantity: Quantity) -> FoundCount:
    start, end = sentence_around(text, first, last)
    return FoundCount(
        first, text[first:last], unit, quantity, text[start:end], amount, text[start:first], text[last:end]
    )


def _quantity(amount: str) -> Quantity | None:
    if amount.lower() in _NO_COUNTS:
        return None
    try:
        return parse_quantity(in_digits(fold_in_place(amount)) or amount)
    except Fault:
        return None


def sentence_around(text: str, first: int, last: int) -> tuple[int, int]:
    """Give where the sentence around some characters begins and ends."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= first), default=0)
    return start, min((end for end in ends if end >= last), default=len(text))
