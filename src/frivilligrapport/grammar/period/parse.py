"""The grammar of a period: one unit of time, from one to another, or open; and why a text is none of them.

Number grammar, section 2.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from frivilligrapport.danish import MONTHS, fold_ascii, full_stop, nearest_word, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.no_answer import AROUND, is_no_answer
from frivilligrapport.grammar.period import kinds
from frivilligrapport.grammar.period.units import TimeSpan, read_unit
from frivilligrapport.grammar.period.value import Period, PeriodKind
from frivilligrapport.grammar.quantity import Precision, parse_quantity
from frivilligrapport.grammar.relative_time import find_relative_time
from frivilligrapport.grammar.typed_text import fold_words
from frivilligrapport.problems import Fault

_LONGEST = 100
_OPEN = pattern(r"(?:fra(?: og med)?|siden) (?P<first>.+?)(?: ?-)?|(?P<before>.+?) ?-")
_IN = pattern(r"^(?:i )?(?:hele )?(?=.*[0-9]{4})")
_SEPARATOR = pattern(r" ?- ?| til (?:og med )?")
_FROM = pattern(r"(?:fra|mellem) ")
_WORDS = {
    "": (PeriodKind.UNKNOWN, "uoplyst"),
    "uoplyst": (PeriodKind.UNKNOWN, "uoplyst"),
    "ikke oplyst": (PeriodKind.UNKNOWN, "uoplyst"),
    "loebende": (PeriodKind.ONGOING, "løbende"),
}


def parse_period(text: str) -> Period:
    """Read a period as it is typed in a file; empty text is "uoplyst".

    A season has three months (spring from March), primo, medio and ultimo are thirds, and a school year runs
    from 1 August to 31 July. Raises Fault with one of PERIOD_KINDS, a message that quotes the text as typed
    and a hint that says what to write instead.
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        message = f"{quote(stripped)} er for langt til at være en periode."
        raise Fault(kinds.NOT_A_PERIOD, message, "Skriv kun perioden her og resten i »beskrivelse«.")
    typed = unicodedata.normalize("NFC", stripped)
    period = _read(fold_words(typed), typed)
    if period is None:
        fault = _explained(fold_words(typed), typed)
        fault.start += len(text) - len(text.lstrip())
        raise fault
    return period


@lru_cache(maxsize=1024)
def _read(text: str, typed: str) -> Period | None:
    """Read a period, or give None when the text is none.

    `text` is folded. `typed` is kept in the period and quoted in the fault, which is raised for a date that does
    not exist (FR223), has the month first (FR222), or ends before it begins (FR224).
    """
    text = _IN.sub("", text)
    if text in _WORDS:
        kind, wording = _WORDS[text]
        return Period(typed, wording, kind)
    unit = read_unit(text, typed) or _read_span(text, typed)
    if unit:
        return Period(typed, unit.text, unit.kind, unit.start, unit.end)
    found = _OPEN.fullmatch(text)
    first = read_unit(found["first"] or found["before"], typed) if found else None
    return Period(typed, f"fra {first.text}", PeriodKind.OPEN, first.start) if first else None


def _read_span(text: str, typed: str) -> TimeSpan | None:
    """Try each place where the text may be cut in two; the first that gives two units is the right one."""
    bare = _FROM.sub("", text, count=1) if _FROM.match(text) else text
    separator = pattern(r" og ") if text.startswith("mellem ") else _SEPARATOR
    for cut in separator.finditer(bare):
        left, right = bare[: cut.start()], bare[cut.end() :]
        last = read_unit(right, typed)
        if last is None and left.startswith("uge "):
            right = f"uge {right}"
            last = read_unit(right, typed)
        first = _completed(left, right, typed) if last else None
        if first and last:
            return _span(first, last, left, typed)
    return None


def _completed(left: str, right: str, typed: str) -> TimeSpan | None:
    """Read the left end, which may leave out what it shares with the right one: "6." of "6.-10. maj 2014"."""
    alone = read_unit(left, typed)
    if alone:
        return alone
    words = right.split()
    tails = [" ".join(words[n:]) for n in range(1, len(words))]
    year = right[-4:]
    dot = "" if left.endswith(".") else "."
    for tail in (*(f" {tail}" for tail in tails), f"{dot}{year}"):
        unit = read_unit(left + tail, typed)
        if unit:
            return unit
    return None


def _span(first: TimeSpan, last: TimeSpan, left: str, typed: str) -> TimeSpan:
    if last.end < first.start:
        message = f"{quote(typed)} slutter, før den begynder."
        meant = _right_order(first, last, left)
        raise Fault(kinds.REVERSED_PERIOD, message, f"Skriv {' eller '.join(meant)}.", instead=meant)
    if (first.start, first.end) == (last.start, last.end):
        return last
    return TimeSpan(PeriodKind.SPAN, _span_text(first, last), first.start, last.end)


def _span_text(first: TimeSpan, last: TimeSpan) -> str:
    """Write the span, without repeating month or year when the short form is read as the same."""
    words, others = first.text.split(), last.text.split()
    shared = 0
    while shared < min(len(words), len(others)) - 1 and words[-1 - shared] == others[-1 - shared]:
        shared += 1
    short = " ".join(words[: len(words) - shared])
    if shared and _completed(fold_words(short), fold_words(last.text), "") == first:
        return f"{short}-{last.text}"
    return f"{first.text}-{last.text}"


def _right_order(first: TimeSpan, last: TimeSpan, left: str) -> tuple[str, ...]:
    """Offer the ends swapped; before that, the year before for a left end that was typed without a year."""
    swapped = _span_text(last, first)
    year, month = str(first.start.year), first.start.month
    if year in left or month == last.start.month:
        return (swapped,)
    earlier = read_unit(fold_words(first.text.replace(year, str(first.start.year - 1))), "")
    return (_span_text(earlier, last), swapped) if earlier else (swapped,)


_EXAMPLES = "2014, april 2014, 27. april 2014, juni-oktober 2014, skoleåret 2013/2014, løbende eller uoplyst"
_VOCABULARY = (
    *MONTHS,
    *("forår", "sommer", "efterår", "vinter", "foråret", "sommeren", "efteråret", "vinteren"),
    *("primo", "medio", "ultimo", "halvår", "kvartal", "uge", "skoleåret", "løbende", "uoplyst"),
)
_SLASHED = pattern(r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})[/ -]{1,3}(?P<year>(?:19|20)[0-9]{2})")
_SHORT_YEAR = pattern(r"(?P<day>[0-9]{1,2})[-.](?P<month>[0-9]{1,2})[-.](?P<year>[0-9]{2})")
_MONTH_FIRST = pattern(r"(?P<month>[a-z]{3,})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)[0-9]{2})")
_YEAR_AND_TWO = pattern(r"(?P<year>(?P<century>19|20)[0-9]{2})-(?P<two>[0-9]{2})")
_SLASHED_YEARS = pattern(r"(?P<one>(?:19|20)[0-9]{2})/(?P<two>(?:19|20)[0-9]{2})")
_SCHOOL = pattern(r"(?:skoleaar|saeson)(?:et|en)? (?P<year>(?:19|20)[0-9]{2})(?P<two>-[0-9]{2,4})?")
_MOST_PARTS = 13  # six words and what stands around them; no period is longer
_ABOUT = pattern(r"^(?:år(?:et)?|ca\.?|cirka|omkring|vist)\s+(?=[0-9])", re.IGNORECASE)
_O_FOR_NOUGHT = pattern(r"(?<=[0-9])[oO](?=[0-9]|$)")
_YEAR_FIRST = pattern(r"(?P<year>(?:19|20)[0-9]{2})(?P<sign>[/. ]?)(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{2})")
_QUARTER = pattern(r"[qk](?P<number>[1-4])[ .-]?(?P<year>(?:19|20)[0-9]{2})")
_SLASHED_SPAN = pattern(
    r"([0-9]{1,2})/([0-9]{1,2}) ?(?:-|til) ?([0-9]{1,2})/([0-9]{1,2})[/ -]{1,3}(?P<year>(?:19|20)[0-9]{2})"
)
_AND = pattern(r"\s*[,/&+]\s*|\s+og\s+")
_DAY_ALONE = pattern(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})\.?")
_FOUR_DIGITS = pattern(r"[0-9]{4}")
_FREQUENCY = pattern(r"hver(?:t|\b).*|.*(?:aarligt?|maanedligt?|ugentligt?|dagligt?|gange? om .*)")
_ALSO_RELATIVE = {"fremover", "fremadrettet", "nu", "hidtil"}


_DURATIONS = (
    *(("minut", "minutter"), ("time", "timer"), ("døgn", "døgn"), ("dag", "dage"), ("uge", "uger")),
    *(("måned", "måneder"), ("kvartal", "kvartaler"), ("år", "år")),
)
_UNIT_OF = {fold_ascii(word): unit for unit in _DURATIONS for word in unit}
_NO_AMOUNT = {Precision.UNKNOWN, Precision.NOT_RELEVANT, Precision.SHARE, Precision.SHARE_WITHOUT_BASE}


def _as_duration(typed: str) -> str:
    """Give how long something lasted in normal Danish, such as "1½ år" for "halvandet år"; "" for what does not say."""
    *words, last = typed.split()
    unit = _UNIT_OF.get(fold_ascii(last.casefold()))
    if unit is None or not words:
        return ""
    try:
        amount = parse_quantity(" ".join(words))
    except Fault:
        return ""
    one, many = unit
    if amount.precision in _NO_AMOUNT:
        return ""
    return f"{amount.text()} {one if amount.low == amount.high == 1 else many}"


def _explained(text: str, typed: str) -> Fault:
    """Give the fault that says why a text is no period; `text` is folded and has been tried in vain."""
    relative = find_relative_time(typed)
    if relative or text in _ALSO_RELATIVE:
        start, length = relative[0] if relative else (0, len(typed))
        message = f"{quote(typed[start : start + length])} betyder noget andet, når rapporten læses."
        hint = "Skriv årstallet, fx 2014 eller forår 2014."
        return Fault(kinds.RELATIVE_PERIOD, message, hint, start=start, length=length)
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _slashed(slashed, typed)
    if duration := _as_duration(typed):
        hint = f"Skriv »varighed: {duration}«, og skriv i »periode«, hvornår det var."
        return Fault(kinds.DURATION_AS_PERIOD, f"{quote(typed)} er en varighed og ikke en periode.", hint)
    meant: tuple[str, ...] = ()
    # A date that no year has (31. april) is a fault of its own, raised here.
    if not _FOUR_DIGITS.search(text) and _read(f"{text} 2016", typed):
        advice = f"årstallet med, fx {typed} 2014"
    elif (day := _DAY_ALONE.fullmatch(text)) and (date := _wording(f"{day['day']}-{day['month']}-2014")):
        advice = f"årstallet med, fx {date[0]}"
    elif _FREQUENCY.fullmatch(text):
        advice = f"»hyppighed: {typed}«, og skriv i »periode«, hvornår det var"
    else:
        meant = ("uoplyst",) if is_no_answer(typed) else next(filter(None, _guesses(text, typed)), ())
        advice = " eller ".join(meant) or f"fx {_EXAMPLES}"
    message = f"{quote(typed)} kan ikke læses som en periode."
    return Fault(kinds.NOT_A_PERIOD, message, full_stop(f"Skriv {advice}"), instead=meant)


def _slashed(found: re.Match[str], typed: str) -> Fault:
    """Offer the dates that a slashed date may be: the day first, as in Denmark, then the month first."""
    one, two, year = found["one"], found["two"], found["year"]
    dates = tuple(dict.fromkeys(_wording(f"{one}-{two}-{year}") + _wording(f"{two}-{one}-{year}")))
    meant = " eller ".join(dates) or "fx 27. april 2014"
    says = "kan læses på to måder." if len(dates) > 1 else "er ikke skrevet som en dansk dato."
    return Fault(kinds.SLASHED_DATE, f"{quote(typed)} {says}", full_stop(f"Skriv {meant}"), instead=dates)


def _wording(text: str) -> tuple[str, ...]:
    """Print the text as a period when it can be read as one."""
    try:
        period = _read(fold_words(text), text)
    except Fault:
        return ()
    return (period.text(),) if period else ()


def _guesses(text: str, typed: str) -> Iterator[tuple[str, ...]]:
    """Yield what may have been meant, the likeliest first; nothing where a guess is no period."""
    yield from _set_right(text, typed)
    if found := _SHORT_YEAR.fullmatch(text):
        yield _wording(f"{found['day']}-{found['month']}-20{found['year']}")
    if found := _MONTH_FIRST.fullmatch(text):
        turned = f"{found['day']}. {found['month']} {found['year']}"
        yield _wording(turned) or _misspelt(turned)
    if found := _YEAR_AND_TWO.fullmatch(text):
        # "2011-12" may be the years 2011-2012, a month, or both.
        year, two = int(found["year"]), int(found["two"])
        month = f"{MONTHS[two - 1]} {year}" if 1 <= two <= len(MONTHS) else ""
        years = f"{year}-{found['century']}{found['two']}" if year % 100 < two else ""
        yield tuple(filter(None, (years, month)))
    if found := _SLASHED_YEARS.fullmatch(text):
        yield _wording(f"{found['one']}-{found['two']}")
    if found := _SCHOOL.fullmatch(text):
        year = int(found["year"])
        one = f"skoleåret {year}/{year + 1}"
        yield (one,) if found["two"] else (f"skoleåret {year - 1}/{year}", one)
    yield _misspelt(typed)


def _set_right(text: str, typed: str) -> Iterator[tuple[str, ...]]:
    """Yield what is a period when a sign too many is left out, or when it is put in Danish order."""
    bare = _ABOUT.sub("", typed.strip(AROUND.replace("-", "").replace("–", ""))).strip()
    bare = _O_FOR_NOUGHT.sub("0", bare)
    if bare != typed:
        yield _wording(bare)
    if re.fullmatch(r"[0-3][0-9]", text):
        yield _wording(f"20{text}")
    if found := _YEAR_FIRST.fullmatch(text):
        yield _wording(f"{found['day']}-{found['month']}-{found['year']}")
    if found := _QUARTER.fullmatch(text):
        yield _wording(f"{found['number']}. kvartal {found['year']}")
    if found := _SLASHED_SPAN.fullmatch(text):
        yield _wording("{}-{}-{year} til {}-{}-{year}".format(*found.groups()[:4], year=found["year"]))
    yield _neighbours(text)


def _neighbours(text: str) -> tuple[str, ...]:
    """Give "maj og juni 2014" as a span, where each follows right on the one before."""
    parts = [one.strip() for one in _AND.split(text)]
    units = [_completed(one, parts[-1], "") for one in parts] if 1 < len(parts) <= _MOST_PARTS else []
    found = [one for one in units if one]
    are_next = len(found) > 1 and all(one.end + timedelta(1) == two.start for one, two in pairwise(found))
    return (_span_text(found[0], found[-1]),) if are_next and len(found) == len(units) else ()


def _misspelt(typed: str) -> tuple[str, ...]:
    """Put the nearest word of the vocabulary for each word that is not in it."""
    known = {fold_words(word) for word in _VOCABULARY}
    parts = re.split(r"([^\W\d_]+)", typed)
    if len(parts) > _MOST_PARTS:
        return ()
    is_known = [fold_words(part) in known or not part.isalpha() for part in parts]
    repaired = [p if ok else nearest_word(p, _VOCABULARY) or p for p, ok in zip(parts, is_known, strict=True)]
    return _wording("".join(repaired)) if repaired != parts else ()
