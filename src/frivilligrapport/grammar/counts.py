"""Counts in running text: "21 projekter", "antallet af projekter er 21", "steget fra 12 til 21 projekter"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from frivilligrapport.danish import without_case
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.quantity import Quantity, parse_quantity
from frivilligrapport.grammar.quantity.number import (
    NUMBER,
    NUMBER_BEGINNING,
    NUMBER_IN_WORDS,
    NUMBER_SPELT_OUT,
    in_digits,
)
from frivilligrapport.grammar.quantity.words import RESERVATION_WORDS
from frivilligrapport.grammar.typed_text import fold_in_place
from frivilligrapport.problems import Fault

# "En frivillig" is an article more often than a count, "flere hundrede" is no hundred, and "en snes" is about twenty.
_NO_COUNTS = frozenset({"en", "et", "én", "ét", "een", "eet"})
_SPELT_OUT = rf"(?:{NUMBER_IN_WORDS}|{NUMBER_SPELT_OUT})".replace(" ", r"\s+")
_NUMBER = rf"(?:{NUMBER}|(?<!flere )(?<!nogle )(?<!par )(?<!mange )\b{_SPELT_OUT})"
_RESERVATION = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(RESERVATION_WORDS, key=len)[::-1])
_RESERVED = rf"(?:ca\.|~|{_RESERVATION})\s*"
_ONE = rf"(?:{_RESERVED})?{_NUMBER}"
# Each end stands once: a pattern is made at each start, and these are the dearest of all to make.
_AMOUNT = (
    rf"(?:(?P<between>mellem\s+)|(?P<from>fra\s+)|{_RESERVED})?{_NUMBER}"
    rf"(?P<upper>(?(between)\s+og\s+|(?(from)\s+til\s+|(?:\s*[-–]\s*|\s+til\s+))){_NUMBER})?"
    r"(?(upper)|(?(between)(?!)|(?(from)(?!))))"
)
# Numbers that name a thing: § 18, nr. 3, uge 34, 8. klasse; and a year, which has four digits and no point.
_NAMED = r"(?<![\w.,/§-])(?<!§\s)(?<!nr\.\s)(?<!uge\s)(?<!punkt\s)(?<!bilag\s)(?<!afsnit\s)(?<!kapitel\s)"
_LONGEST = 200  # characters; no amount with its reservation is longer
_LONGEST_SENTENCE = 1_000  # characters that are looked at on either side of a count
_A_YEAR = "(?:19|20)[0-9]{2}"
_YEAR = pattern(_A_YEAR)
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
_ENDS = r"(?=\s*(?:,(?![0-9])|[;!?()]|(?<!ca)\.(?![0-9])|$|\n|i\s+(?:alt|tallet|(?:19|20)[0-9]{2})\b))"
_GONE = r"steg|steget|voksede|vokset|faldt|faldet|gik|gået|kom|kommet|nåede|nået|sank|sunket|øget|udvidet|reduceret"
_STATED = pattern(
    r"(?::(?=[^\S\n]+\S)|(?:\s+(?:i|for|på)\s+\w+)?\s+(?:er|var|blev|udgør|udgjorde|nåede)"
    rf"(?:\s+(?:nu|i\s+alt|altså|dermed))*(?:\s+(?:(?:oppe|nede)\s+på|(?:{_GONE})(?:\s+(?:op|ned))?\s+(?:til|på)))?"
    rf"|\s+(?:har\s+)?(?:{_GONE})(?:\s+(?:op|ned))?\s+(?:til|på))(?:\s+(?:nu|i\s+alt|hele))*"
    rf"(?:[^\S\n]|\n(?=\S))+(?P<amount>[^;:!?()\n]{{1,40}}?){_ENDS}",
    re.IGNORECASE,
)
# A movement: what there was, when that was, and what there is.
_WHEN = (
    rf"(?:\s*+\(?(?:(?:i|for|ved)\s++)?(?:(?:primo|medio|ultimo|udgangen\s++af|starten\s++af)\s++)?{_A_YEAR}\b\)?"
    r"|\s++(?:i\s++(?:fjor|år|dag)|(?:sidste|forrige|foregående)\s++år|året\s++(?:før|forinden)"
    r"|(?:et\s++)?år(?:et)?\s++tidligere|tidligere|før|oprindeligt|nu)\b)"
)
_WHEN_NEXT = pattern(_WHEN, re.IGNORECASE)
_ONLY = r"(?:\s++(?:nu|i\s++dag|i\s++år|i\s++alt|hele|kun|blot|tidligere|de))*\s++"
_THERE_ARE = r"(?:er|har|var|blev|havde)\s++(?:der|vi|de|tallet)"
_UP_TO = rf",?(?:\s++(?:og|helt|op|ned|frem))*\s++(?:til|{_THERE_ARE}(?:\s++nu)?\s++(?:oppe|nede)\s++på){_ONLY}"
_AND_NOW = rf"(?:(?:→|[-=]>)\s*+|(?<!\w)(?:nu|i\s++(?:år|dag|{_A_YEAR}))\s++{_THERE_ARE}{_ONLY})"
_AGAINST = rf"(?<!\w)(?:i?mod|(?:(?:op|ned)\s++)?fra|i\s++forhold\s++til|sammenlignet\s++med){_ONLY}"
_JOIN = r"\s*+[,;.(]?(?:\s*+(?:og|men|mens))?\s*+"
# Where the unit stands elsewhere, the number is of nothing else: "12 til 25 år", "15 frivillige fra 12 foreninger".
_OF_NOTHING_ELSE = (
    rf"(?!\.\s*(?-i:[a-zæøå]))(?=\)|\s+[–—-]\s|{_WHEN}|{_ENDS}"
    r"|\s+(?:og|eller|men|som|så|hvilket|der|da|fordi|altså|dvs|på|i|ved|efter|mens|uden|takket|er|var|har)\b)"
)
# "Fra 20 til 30 frivillige" is a range, where nothing is said to move.
_MOVES = pattern(
    r"\b(?:steg|steget|stiger?|voksede|vokset|vokser?|faldt|faldet|falde[rt]?|gået|sank|sunket|øge[rst]?|øgedes?"
    r"|udvide\w*|reducere\w*|stigning\w*|vækst\w*|fald|nedgang|fremgang|tilbagegang|udvikl\w*|ændre\w*|fordobl\w*"
    r"|halver\w*|antal(?:let)?|tallet)\b|(?<=\w):\s+fra\b",
    re.IGNORECASE,
)
# Without these nothing moves: to look costs a hundredth of the patterns that are made for a text's own units.
_MAY_MOVE = pattern(rf"(?:{_AND_NOW}|{_AGAINST})(?:{_RESERVED})?{NUMBER_BEGINNING}", re.IGNORECASE)
_NUMBER_BEGINS = pattern(NUMBER_BEGINNING, re.IGNORECASE)
_FROM_AND_TO = ("fra ", "mellem ")  # "De frivillige er mellem 18 og 75" tells how old they are
_MONEY = pattern(rf"\.?(?<!\.\.)\s+(?P<amount>{NUMBER})(?!\w)", re.IGNORECASE)


class Then(NamedTuple):
    """Tell what a movement says that there was before, and when that was, "" where it does not say."""

    quantity: Quantity
    when: str


class FoundCount(NamedTuple):
    """Hold one count: where it stands, as it was typed, the unit as it was asked for, and the sentence around it.

    `amount` is the part of what was typed that says how many, and `before` and `after` what of the sentence stands
    around it. `is_of_all` tells that the sentence says how many there were of the unit, and not only names some.
    `when` is what is said behind it of when that was, "" for nothing: "i 2014", "sidste år".
    `then` is what there was before, where the count is where a movement ends: "steget fra 12 til 21 projekter".
    """

    start: int
    typed: str
    unit: str
    quantity: Quantity
    sentence: str
    amount: str
    before: str
    after: str
    when: str = ""
    is_of_all: bool = False
    then: Then | None = None

    @property
    def sentence_start(self) -> int:
        """Give where the sentence around it begins."""
        return self.start - len(self.before)

    @property
    def end(self) -> int:
        """Give where it ends."""
        return self.start + len(self.typed)


def find_counts(text: str, units: Iterable[str]) -> tuple[FoundCount, ...]:
    """Give the counts of some units, given in the plural, each once and in order; `text` is NFC.

    A count is a number in digits or words, with or without a reservation, before the unit or behind it, or where a
    movement ends. What cannot be read as one quantity is left alone, and so are years and numbers that name something.
    """
    names = _names_in(text, units)
    words = "|".join(names)
    ways = [_movements, _before_the_unit] if names else []
    ways += [_behind_the_unit] if _may_stand_behind(text, names) else []
    found: list[FoundCount] = []
    for one in sorted((one for way in ways for one in way(text, words)), key=lambda one: (one.start, -one.end)):
        if not found or found[-1].end <= one.start:
            found.append(one)
    return tuple(found)


def _before_the_unit(text: str, words: str) -> Iterator[FoundCount]:
    """Yield "65 foreninger"; an adjective that takes nothing away may stand between: "65 frivillige foreninger"."""
    for match in re.finditer(rf"(?<!\w)(?P<unit>{words})s?(?![\w-])", text, re.IGNORECASE):
        before = _AMOUNT_AT_END.search(text, max(0, match.start() - _LONGEST), match.start())
        amount, unit = " ".join(before["amount"].split()) if before else "", " ".join(match["unit"].split()).lower()
        quantity = _quantity(amount) if before and not _YEAR.fullmatch(amount) else None
        if before and quantity and (unit not in _ADJECTIVES or _AFTER_A_NOUN.match(text, match.end())):
            yield _found(text, before.start(), match.end(), unit, amount, quantity)


def _may_stand_behind(text: str, names: Iterable[str]) -> bool:
    """Tell whether something is said behind a unit as numbers are; what stands before it takes a pattern to tell."""
    named = (
        one.end() for name in names for one in re.finditer(rf"(?<!\w){name}(?:ne(?:s\s+antal)?)?", text, re.IGNORECASE)
    )
    return any(_STATED.match(text, end) or _MONEY.match(text, end) for end in named)


def _behind_the_unit(text: str, words: str) -> Iterator[FoundCount]:
    """Yield "antallet af foreninger var 65" and "foreninger: 65"."""
    for match in re.finditer(rf"{_in_front(words)}|(?<!\w)(?P<kr>(?=kr\b)(?:{words}))(?!\w)", text, re.IGNORECASE):
        said = (_MONEY if match["kr"] else _STATED).match(text, match.end())
        if said is None:
            continue
        amount, unit = " ".join(said["amount"].split()), _one_of(match, "some", "all", "they", "row", "kr")
        quantity = _quantity(amount) if not _YEAR.fullmatch(amount) else None
        is_age = amount.lower().startswith(_FROM_AND_TO) and (match["all"] or match["they"])
        if quantity and not is_age:
            found = _found(text, match.start(), said.end(), unit, amount, quantity)
            yield found._replace(is_of_all=not match["kr"])


def _movements(text: str, words: str) -> Iterator[FoundCount]:
    """Yield where movements end: "projekterne steg fra 12 til nu 21", "21 projekter (mod 12 året før)".

    A movement is two numbers, and no range: "fra 12 til 2.600" can be read in one way. "Fra 20 til 30 frivillige" is
    one only where something is said to move.
    """
    if not _MAY_MOVE.search(text) or len(_NUMBER_BEGINS.findall(text)) < len(("first", "second")):
        return
    first, second = (
        rf"(?P<{end}>{_ONE})(?:\s+(?:(?:{_BETWEEN})\s+)?(?P<of_{end}>{words})(?![\w-]))?" for end in ("first", "second")
    )
    first, second = rf"{first}(?P<when_first>{_WHEN})?", rf"{second}(?(of_second)|{_OF_NOTHING_ELSE})"
    for match in re.finditer(rf"(?<!\w)fra\s+{first}{_UP_TO}{second}", text, re.IGNORECASE):
        then, now = _end(match, "first"), _end(match, "second")
        found = _moved(text, words, match.span(), then, now, is_range=True) if _is_noun(match) else None
        if found and (then.unit or then.when or found.when or _MOVES.search(found.sentence)):
            yield found
    joined = rf"(?:{_AND_NOW}|(?P<against>{_AGAINST})){second}(?P<when_second>{_WHEN})?\)?"
    behind = pattern(rf"{_NAMED}{first}{_JOIN}\Z", re.IGNORECASE)
    for match in re.finditer(joined, text, re.IGNORECASE):
        other = behind.search(text, max(0, match.start() - _LONGEST), match.start())
        ends = [_end(other, "first"), _end(match, "second")] if other else []
        if match["against"]:
            ends.reverse()
        if all(_YEAR.search(one.when) for one in ends):
            ends.sort(key=lambda one: one.when[-len("2014") :])
        found = _moved(text, words, (other.start(), match.end()), *ends) if other and _is_noun(match) else None
        if found:
            yield found


class _End(NamedTuple):
    """Hold one end of a movement as it was typed: how many, the unit where it stands there, and when it was."""

    amount: str
    unit: str
    when: str


def _end(match: re.Match[str], name: str) -> _End:
    said = match.groupdict("")
    return _End(*(" ".join(said.get(one, "").strip(" ,()").split()) for one in (name, f"of_{name}", f"when_{name}")))


def _is_noun(match: re.Match[str]) -> bool:
    """Tell a unit at a movement's last end from the adjective that it may be: "fra 12 frivillige foreninger"."""
    unit = match["of_second"] or ""
    return unit.lower() not in _ADJECTIVES or _AFTER_A_NOUN.match(match.string, match.end("of_second")) is not None


def _moved(
    text: str, words: str, place: tuple[int, int], then: _End, now: _End, *, is_range: bool = False
) -> FoundCount | None:
    """Give the end of a movement, None where it is of no unit, or of two.

    What may be a range (`is_range`) is of a unit in front of other words only where these say that something moves:
    "antallet af møder om onsdagen fra 17 til 21" tells when they are held.
    """
    start, end = place
    units = {one.unit.lower() for one in (then, now) if one.unit}
    close = rf"{_in_front(words)}:?(?P<between>(?:\s+(?!antal(?:let)?\s+af\b)\w+){{0,6}}?)\s*[:,(–—-]?\s*\Z"
    in_front = None if units else re.compile(close, re.IGNORECASE).search(text, max(0, start - _LONGEST), start)
    if in_front and is_range and in_front["between"] and not _MOVES.search(in_front["between"]):
        in_front = None
    if in_front:
        units, start = {_one_of(in_front, "some", "all", "they", "row")}, in_front.start()
    was, there_is = (None if _YEAR.fullmatch(one.amount) else _quantity(one.amount) for one in (then, now))
    if len(units) != 1 or was is None or there_is is None:
        return None
    found = _found(text, start, end, units.pop(), now.amount, there_is)
    return found._replace(is_of_all=in_front is not None, when=now.when or found.when, then=Then(was, then.when))


def _in_front(words: str) -> str:
    """Give the pattern for a unit whose number stands behind it."""
    return (
        rf"(?<!\w)(?:antal(?:let)?\s+(?:af\s+)?(?:(?:{_BETWEEN})\s+)?(?P<some>{words})(?!\w)"
        rf"|(?<!\bi )(?<!\bpå )(?<!\bfor )(?<!\bved )(?<!\bmed )(?<!\baf )(?P<all>{words})ne(?:s\s+antal)?\b"
        rf"|(?<=\bde )(?P<they>{words})(?!\w)|(?<![^\n])(?:(?:{_BETWEEN})\s+)?(?P<row>{words})(?=:|\s+i\s+alt:))"
    )


def _one_of(match: re.Match[str], *groups: str) -> str:
    return next(" ".join(match[one].split()).lower() for one in groups if match[one])


def _names_in(text: str, units: Iterable[str]) -> list[str]:
    """Give a pattern for each of the units that a text may name, the longest first."""
    said = without_case(text)  # a name whose first word is not there is not looked for
    names = sorted((name for name in set(units) if without_case(name.partition(" ")[0]) in said), key=len, reverse=True)
    return [re.escape(name).replace(r"\ ", r"\s+") for name in names]


def _found(text: str, first: int, last: int, unit: str, amount: str, quantity: Quantity) -> FoundCount:
    start, end = sentence_around(text, first, last)
    before, after = text[start:first], text[last:end]
    when = _WHEN_NEXT.match(after)
    said = " ".join(when[0].strip(" ()").split()) if when else ""
    return FoundCount(first, text[first:last], unit, quantity, text[start:end], amount, before, after, said)


def _quantity(amount: str) -> Quantity | None:
    if amount.lower() in _NO_COUNTS or "snes" in amount.lower():
        return None
    with suppress(Fault):
        return parse_quantity(amount)
    with suppress(Fault):
        return parse_quantity(in_digits(fold_in_place(amount)) or amount)
    return None


def sentence_around(text: str, first: int, last: int) -> tuple[int, int]:
    """Give where the sentence around some characters begins and ends, or as much as is near them of an endless one."""
    ends = _sentence_ends(text)
    before, after = bisect_right(ends, first), bisect_left(ends, last)
    start, end = ends[before - 1] if before else 0, ends[after] if after < len(ends) else len(text)
    return max(start, first - _LONGEST_SENTENCE), min(end, last + _LONGEST_SENTENCE)


@lru_cache(maxsize=1)  # a text is asked about for each of its counts, which may be thousands
def _sentence_ends(text: str) -> tuple[int, ...]:
    return tuple(found.end() for found in _SENTENCE_END.finditer(text))
