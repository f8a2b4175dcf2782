"""Dates in the three forms that Danish documents use; in data they are always ISO dates."""

from datetime import date

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def month_name(month: int) -> str:
    """Name a month, 1 to 12; raise ValueError for any other number."""
    if not 1 <= month <= len(MONTHS):
        message = f"no such month: {month}"
        raise ValueError(message)
    return MONTHS[month - 1]


def weekday_name(day: date | str) -> str:
    """Name the weekday of a date, or of its ISO form."""
    return WEEKDAYS[_as_date(day).weekday()]


def date_as_text(day: date | str) -> str:
    """Write a date, or its ISO form, for running text: 27. april 2014."""
    day = _as_date(day)
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def date_short(day: date | str) -> str:
    """Write a date, or its ISO form, without zeros in front, for tables: 27.4.2014."""
    day = _as_date(day)
    return f"{day.day}.{day.month}.{day.year}"


def date_as_letterhead(day: date | str) -> str:
    """Write a date, or its ISO form, as the head of a municipal letter does: 27-04-2014."""
    day = _as_date(day)
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def _as_date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
