"""Laws that hold for every period, whatever is typed."""

import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frivilligrapport.danish import MONTHS, date_as_letterhead, date_as_text, date_short
from frivilligrapport.grammar.period import PERIOD_KINDS, Period, PeriodKind, parse_period
from frivilligrapport.problems import Fault

_YEARS = st.integers(1990, 2030).map(str)
_DATES = st.dates(date(1900, 1, 1), date(2099, 12, 31))
_SHORT = (*MONTHS, "apr.", "forår", "vinteren", "primo", "ultimo maj", "medio februar", "6. maj", "31. april")
_NUMBERED = ("uge 34", "uge 53", "1. halvår", "4. kvartal", "5. kvartal")
_UNITS = st.one_of(
    _YEARS,
    *(_DATES.map(spelling) for spelling in (date_as_text, date_short, date_as_letterhead, str)),
    st.tuples(st.sampled_from((*_SHORT, *_NUMBERED)), _YEARS).map(" ".join),
    st.integers(1990, 2030).map(lambda year: f"skoleåret {year}/{year + 1}"),
    st.sampled_from(["6.", "maj", "primo", "1.", "uge 2", "løbende", "næste år", "1½ år"]),
)
_LIKELY = st.one_of(
    _UNITS,
    _UNITS.map(lambda unit: f"{unit}-"),
    _UNITS.map(lambda unit: f"fra {unit}"),
    st.tuples(_UNITS, st.sampled_from(["-", " - ", "–", " til "]), _UNITS).map("".join),
)
_SIGNS = st.text("0123456789.,-–/ ½abefijklmoprtuvåæ", max_size=16)


def _read(text: str) -> Period | Fault:
    try:
        return parse_period(text)
    except Fault as fault:
        return fault


@given(st.one_of(_LIKELY, _SIGNS, st.text()))
@example("1999/00")
@example("31-31-2014")
@example("29.02.1900-")
def test_any_text_is_a_period_or_a_fault(text: str) -> None:
    """Whatever is typed is read or refused with a kind, a message and a hint; nothing else ever happens."""
    found = _read(text)

    if isinstance(found, Fault):
        assert found.kind in PERIOD_KINDS
        assert found.message
        assert found.hint
    else:
        assert found.start is None or found.end is None or found.start <= found.end


@given(_LIKELY)
def test_what_is_printed_reads_back_the_same(text: str) -> None:
    """Every accepted period prints as a text that is accepted and means exactly the same."""
    found = _read(text)

    if isinstance(found, Period):
        assert parse_period(found.text())._replace(typed=found.typed) == found


@given(_LIKELY, st.integers(1980, 2040))
def test_within_implies_touches(text: str, year: int) -> None:
    """A period that lies in a year also touches it."""
    found = _read(text)

    if isinstance(found, Period) and found.within(year):
        assert found.touches(year)


@given(_DATES)
def test_every_date_is_read_in_every_spelling(day: date) -> None:
    """The four spellings of a date are the same day."""
    text = day.isoformat()
    spellings = [text, date_as_text(text), date_short(text), date_as_letterhead(text)]

    assert {(parse_period(each).kind, str(parse_period(each).start)) for each in spellings} == {(PeriodKind.DATE, text)}


@pytest.mark.parametrize("sign", ["1", "a", "-", "1-", "maj ", "fra ", "uge 1-", "\u0301\u0316"])
@pytest.mark.parametrize("length", [100, 100_000])
def test_reading_time_grows_no_faster_than_the_text(sign: str, length: int) -> None:
    """A hundred thousand characters, and the longest text that is looked at closely, take no noticeable time."""
    began = time.process_time()
    found = _read((sign * length)[:length])

    assert isinstance(found, Fault)
    assert time.process_time() - began < 1
