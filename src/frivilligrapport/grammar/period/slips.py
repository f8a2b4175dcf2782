"""Why a text is no period, and what to write instead."""

import re
from collections.abc import Callable

from frivilligrapport.danish import MONTHS, date_as_text, full_stop, nearest_word, quote
from frivilligrapport.grammar.duration import parse_duration
from frivilligrapport.grammar.period import kinds
from frivilligrapport.grammar.period.spans import folded, read_period
from frivilligrapport.grammar.period.units import read_unit
from frivilligrapport.grammar.relative_time import find_relative_time
from frivilligrapport.problems import Fault

_EXAMPLES = "2014, april 2014, 27. april 2014, juni-oktober 2014, skoleåret 2013/2014, løbende eller uoplyst"
_VOCABULARY = (
    *MONTHS,
    *("forår", "sommer", "efterår", "vinter", "foråret", "sommeren", "efteråret", "vinteren"),
    *("primo", "medio", "ultimo", "halvår", "kvartal", "uge", "skoleåret", "løbende", "uoplyst"),
)
_SLASHED = re.compile(r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})[/ -]{1,3}(?P<year>(?:19|20)[0-9]{2})")
_SHORT_YEAR = re.compile(r"(?P<day>[0-9]{1,2})[-.](?P<month>[0-9]{1,2})[-.](?P<year>[0-9]{2})")
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]{3,})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)[0-9]{2})")
_YEAR_AND_TWO = re.compile(r"(?P<year>(?P<century>19|20)[0-9]{2})-(?P<two>[0-9]{2})")
_SLASHED_YEARS = re.compile(r"(?P<one>(?:19|20)[0-9]{2})/(?P<two>(?:19|20)[0-9]{2})")
_SCHOOL = re.compile(r"(?:skoleaar|saeson)(?:et|en)? (?P<year>(?:19|20)[0-9]{2})(?P<two>-[0-9]{2,4})?")
_MOST_PARTS = 13  # six words and what stands around them; no period is longer
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_FREQUENCY = re.compile(r"hver(?:t|\b).*|.*(?:aarligt?|maanedligt?|ugentligt?|dagligt?|gange? om .*)")
Texts = tuple[str, ...]
_ALSO_RELATIVE = {"fremover", "fremadrettet", "nu", "hidtil"}


def explain(text: str, typed: str) -> Fault:
    """Give the fault that says why a text is no period; `text` is folded and has been tried in vain."""
    if find_relative_time(typed) or text in _ALSO_RELATIVE:
        return _relative(typed)
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _slashed(slashed, typed)
    duration = parse_duration(typed)
    if duration.unit:
        hint = f"Skriv »varighed: {duration.text()}«, og skriv i »periode«, hvornår det var."
        return Fault(kinds.DURATION_AS_PERIOD, f"{quote(typed)} er en varighed og ikke en periode.", hint)
    advice = _without_year(text, typed) or _frequency(text, typed)
    meant = () if advice else next(filter(None, (guess(text, typed) for guess in _GUESSES)), ())
    hint = full_stop(f"Skriv {advice or ' eller '.join(meant) or f'fx {_EXAMPLES}'}")
    return Fault(kinds.NOT_A_PERIOD, f"{quote(typed)} kan ikke læses som en periode.", hint, instead=meant)


def _relative(typed: str) -> Fault:
    places = find_relative_time(typed)
    start, length = places[0] if places else (0, len(typed))
    words = quote(typed[start : start + length])
    hint = "Skriv årstallet, fx 2014 eller forår 2014."
    return Fault(
        kinds.RELATIVE_PERIOD, f"{words} betyder noget andet, når rapporten læses.", hint, start=start, length=length
    )


def _slashed(found: re.Match[str], typed: str) -> Fault:
    """Offer the dates that a slashed date may be: the day first, as in Denmark, then the month first."""
    year = found["year"]
    orders = ((found["one"], found["two"]), (found["two"], found["one"]))
    tried = (_existing(f"{day}-{month}-{year}") for day, month in orders)
    dates = tuple(dict.fromkeys(date for date in tried if date))
    meant = " eller ".join(dates) or "fx 27. april 2014"
    says = "kan læses på to måder." if len(dates) > 1 else "er ikke skrevet som en dansk dato."
    return Fault(kinds.SLASHED_DATE, f"{quote(typed)} {says}", full_stop(f"Skriv {meant}"), instead=dates)


def _existing(text: str) -> str | None:
    """Write a date as text when it is in the calendar with the day first."""
    try:
        unit = read_unit(text, text)
    except Fault:
        return None
    return date_as_text(unit.start) if unit else None


def _wording(text: str) -> Texts:
    """Print the text as a period when it can be read as one."""
    try:
        period = read_period(folded(text), text)
    except Fault:
        return ()
    return (period.text(),) if period else ()


def _without_year(text: str, typed: str) -> str | None:
    """Ask for the year; a date that no year has (31. april) is a fault of its own."""
    if _FOUR_DIGITS.search(text):
        return None
    period = read_period(f"{text} 2016", typed)
    return f"årstallet med, fx {typed} 2014" if period else None


def _short_year(text: str, _: str) -> Texts:
    found = _SHORT_YEAR.fullmatch(text)
    return _wording(f"{found['day']}-{found['month']}-20{found['year']}") if found else ()


def _month_first(text: str, _: str) -> Texts:
    """Turn "august 17, 2014" round."""
    found = _MONTH_FIRST.fullmatch(text)
    turned = f"{found['day']}. {found['month']} {found['year']}" if found else ""
    return (_wording(turned) or _misspelt(text, turned)) if turned else ()


def _year_and_two(text: str, _: str) -> Texts:
    """Ask what "2011-12" is: the years 2011-2012, a month, or both."""
    found = _YEAR_AND_TWO.fullmatch(text)
    if not found:
        return ()
    year, two = int(found["year"]), int(found["two"])
    month = f"{MONTHS[two - 1]} {year}" if 1 <= two <= len(MONTHS) else ""
    years = f"{year}-{found['century']}{found['two']}" if year % 100 < two else ""
    return tuple(filter(None, (years, month)))


def _frequency(text: str, typed: str) -> str | None:
    """Send "hvert år" to the field for how often."""
    return f"»hyppighed: {typed}«, og skriv i »periode«, hvornår det var" if _FREQUENCY.fullmatch(text) else None


def _slashed_years(text: str, _: str) -> Texts:
    found = _SLASHED_YEARS.fullmatch(text)
    return _wording(f"{found['one']}-{found['two']}") if found else ()


def _school_year(text: str, _: str) -> Texts:
    found = _SCHOOL.fullmatch(text)
    if not found:
        return ()
    year = int(found["year"])
    one = f"skoleåret {year}/{year + 1}"
    return (one,) if found["two"] else (f"skoleåret {year - 1}/{year}", one)


def _misspelt(_: str, typed: str) -> Texts:
    """Put the nearest word of the vocabulary for each word that is not in it."""
    known = {folded(word) for word in _VOCABULARY}
    parts = re.split(r"([^\W\d_]+)", typed)
    if len(parts) > _MOST_PARTS:
        return ()
    repaired = [part if folded(part) in known or not part.isalpha() else _nearest(part) for part in parts]
    return _wording("".join(repaired)) if repaired != parts else ()


def _nearest(word: str) -> str:
    return nearest_word(word, _VOCABULARY) or word


_GUESSES: tuple[Callable[[str, str], Texts], ...] = (
    _short_year,
    _month_first,
    _year_and_two,
    _slashed_years,
    _school_year,
    _misspelt,
)
