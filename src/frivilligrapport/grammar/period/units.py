"""The single units of time: a date, a month, a season, a year … (number grammar, section 2)."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from frivilligrapport.danish import MONTHS, date_as_letterhead, date_as_text, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.period import kinds
from frivilligrapport.grammar.period.value import PeriodKind
from frivilligrapport.problems import Fault

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_NEXT_YEAR = r"/(?P<next>(?:19|20)?[0-9]{2})"
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
_ORDINALS = {"foerste": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4}
_SEASONS = {
    "foraar": ("foråret", 3),
    "sommer": ("sommeren", 6),
    "efteraar": ("efteråret", 9),
    "vinter": ("vinteren", 12),
}
_DECEMBER = 12
_PARTS = ("primo", "medio", "ultimo")


class TimeSpan(NamedTuple):
    """Hold one unit of time, its first and last day and how it is printed."""

    kind: PeriodKind
    text: str
    start: date
    end: date


def read_unit(text: str, typed: str) -> TimeSpan | None:
    """Read one unit of time, or give None when the text is none.

    `text` is folded: lower case, æøå as ae-oe-aa, single spaces. `typed` is quoted in the fault, which is raised
    for a date that does not exist (FR223) or that has the month first (FR222).
    """
    for form, build in _PATTERNS:
        found = form.fullmatch(text)
        if found:
            return build(found, typed)
    return None


def _whole_months(kind: PeriodKind, text: str, start: date, count: int) -> TimeSpan:
    following = start.year * 12 + start.month - 1 + count
    return TimeSpan(kind, text, start, date(following // 12, following % 12 + 1, 1) - timedelta(days=1))


def _numeric_date(found: re.Match[str], typed: str) -> TimeSpan:
    year, month, day = int(found["year"]), int(found["number"]), int(found["day"])
    if month > _DECEMBER >= day > 0 and not found[0].startswith(found["year"]):
        meant = date_as_letterhead(_date(year, day, month, typed))
        message = f"{quote(typed)} har måneden før dagen."
        raise Fault(kinds.SLASHED_DATE, message, f"Skriv {meant}.", instead=(meant,))
    that = _date(year, month, day, typed)
    return TimeSpan(PeriodKind.DATE, date_as_text(that), that, that)


def _text_date(found: re.Match[str], typed: str) -> TimeSpan:
    day = _date(int(found["year"]), _MONTH_NUMBERS[found["month"]], int(found["day"]), typed)
    return TimeSpan(PeriodKind.DATE, date_as_text(day), day, day)


def _date(year: int, month: int, day: int, typed: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        pass
    if not 1 <= month <= len(MONTHS):
        raise _impossible(typed, "Skriv en måned fra 1 til 12.")
    last = _whole_months(PeriodKind.MONTH, "", date(year, month, 1), 1).end.day
    # A date typed without a year ("31. april") is tried in some year, which must not show.
    which = f"{MONTHS[month - 1]} {year}" if str(year) in typed else MONTHS[month - 1]
    raise _impossible(typed, f"Skriv en dag, der findes: {which} har {last} dage.")


def _impossible(typed: str, hint: str) -> Fault:
    return Fault(kinds.IMPOSSIBLE_DATE, f"{quote(typed)} findes ikke i kalenderen.", hint)


def _month(found: re.Match[str], _: str) -> TimeSpan:
    start = date(int(found["year"]), _MONTH_NUMBERS[found["month"]], 1)
    return _whole_months(PeriodKind.MONTH, f"{MONTHS[start.month - 1]} {start.year}", start, 1)


def _year(found: re.Match[str], _: str) -> TimeSpan:
    return _whole_months(PeriodKind.YEAR, found["year"], date(int(found["year"]), 1, 1), 12)


def _part(found: re.Match[str], _: str) -> TimeSpan:
    """Take primo, medio and ultimo as thirds: days 1-10, 11-20 and 21- of a month, four months each of a year."""
    third, year, named = _PARTS.index(found["part"]), int(found["year"]), found["month"]
    if named is None:
        return _whole_months(PeriodKind.PART, f"{found['part']} {year}", date(year, 4 * third + 1, 1), 4)
    start = date(year, _MONTH_NUMBERS[named], 1)
    text = f"{found['part']} {MONTHS[start.month - 1]} {year}"
    last = _whole_months(PeriodKind.PART, text, start, 1).end if third == len(_PARTS) - 1 else None
    return TimeSpan(
        PeriodKind.PART, text, start.replace(day=10 * third + 1), last or start.replace(day=10 * third + 10)
    )


def _season(found: re.Match[str], _: str) -> TimeSpan | None:
    name, first = _SEASONS[found["season"]]
    year = int(found["year"])
    if found["next"] is None:
        # "vinteren 2014" may be the months at either end of the year: all that is certain is the year.
        start, months = (date(year, 1, 1), 12) if first == _DECEMBER else (date(year, first, 1), 3)
        return _whole_months(PeriodKind.SEASON, f"{name} {year}", start, months)
    if first != _DECEMBER or not _follows(found["next"], year):
        return None
    return _whole_months(PeriodKind.SEASON, f"{name} {year}/{year + 1}", date(year, first, 1), 3)


def _part_of_year(found: re.Match[str], typed: str) -> TimeSpan:
    year = int(found["year"])
    kind, many = (PeriodKind.QUARTER, 4) if found["unit"] == "kvartal" else (PeriodKind.HALF_YEAR, 2)
    number = _ORDINALS.get(found["number"]) or int(found["number"].rstrip("."))
    if not 1 <= number <= many:
        raise _impossible(typed, f"Skriv et {kind} fra 1 til {many}.")
    months = 12 // many
    return _whole_months(kind, f"{number}. {kind} {year}", date(year, months * (number - 1) + 1, 1), months)


def _week(found: re.Match[str], typed: str) -> TimeSpan:
    year, week = int(found["year"]), int(found["week"])
    last = date(year, 12, 28).isocalendar().week
    if not 1 <= week <= last:
        raise _impossible(typed, f"Skriv en uge fra 1 til {last}.")
    monday = date.fromisocalendar(year, week, 1)
    return TimeSpan(PeriodKind.WEEK, f"uge {week} {year}", monday, monday + timedelta(days=6))


def _school_year(found: re.Match[str], _: str) -> TimeSpan | None:
    """Take a slash as one season, from 1 August to 31 July."""
    year = int(found["year"])
    if not _follows(found["next"], year):
        return None
    name = {"skole": "skoleåret ", "saeson": "sæsonen "}.get(found["name"] or "", "")
    return _whole_months(PeriodKind.SCHOOL_YEAR, f"{name}{year}/{year + 1}", date(year, 8, 1), 12)


def _follows(typed: str, year: int) -> bool:
    """Tell whether the year after a slash ("2016" or "16") is the next one."""
    return typed in {str(year + 1), f"{(year + 1) % 100:02}"}


_Builder = Callable[[re.Match[str], str], TimeSpan | None]
_PATTERNS: tuple[tuple[re.Pattern[str], _Builder], ...] = tuple(
    (pattern(written), build)
    for written, build in (
        (rf"{_YEAR}-(?P<number>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})", _numeric_date),
        (rf"(?P<day>[0-9]{{1,2}})(?P<dot>-|\. ?)(?P<number>[0-9]{{1,2}})(?:-|\. ?){_YEAR}", _numeric_date),
        (rf"(?:den |d\. ?)?(?P<day>[0-9]{{1,2}})\.? ?{_MONTH} ?{_YEAR}", _text_date),
        (rf"{_MONTH} {_YEAR}", _month),
        (_YEAR, _year),
        (rf"(?P<part>{'|'.join(_PARTS)}) (?:{_MONTH} )?{_YEAR}", _part),
        (rf"(?P<season>{'|'.join(_SEASONS)})(?:en|et)? {_YEAR}(?:{_NEXT_YEAR})?", _season),
        (rf"(?P<number>[0-9]\.?|{'|'.join(_ORDINALS)}) ?(?P<unit>halvaar|kvartal)(?:et)? {_YEAR}", _part_of_year),
        (rf"uge (?P<week>[0-9]{{1,2}}),? {_YEAR}", _week),
        (rf"(?:(?P<name>skole|saeson)(?:aar(?:et)?|en)? )?{_YEAR}{_NEXT_YEAR}", _school_year),
    )
)
