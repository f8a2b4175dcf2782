"""Dates in the forms that Danish documents use."""

from datetime import date

import pytest

from frivilligrapport.danish import (
    MONTHS,
    WEEKDAYS,
    date_as_letterhead,
    date_as_text,
    date_short,
    weekday_name,
)


@pytest.mark.parametrize("day", [date(2014, 4, 27), "2014-04-27"])
def test_date_is_written_in_three_ways(day: date | str) -> None:
    """A date, or its ISO form, is written for running text, for tables and for letters."""
    assert date_as_text(day) == "27. april 2014"
    assert date_short(day) == "27.4.2014"
    assert date_as_letterhead(day) == "27-04-2014"
    assert weekday_name(day) == "søndag"


def test_letterhead_has_two_digits_for_day_and_month() -> None:
    """The kommune's letters write zeros, running text and tables do not."""
    assert date_as_letterhead("2006-05-01") == "01-05-2006"
    assert date_short("2006-05-01") == "1.5.2006"


def test_months_and_weekdays_are_lower_case_and_complete() -> None:
    """Danish writes months and weekdays with small letters, twelve and seven of them."""
    assert all(name == name.lower() for name in (*MONTHS, *WEEKDAYS))
    assert (len(MONTHS), len(WEEKDAYS)) == (12, 7)
