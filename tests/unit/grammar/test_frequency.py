"""How often something happens."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.danish import NUMERALS
from frivilligrapport.grammar.frequency import parse_frequency

INTERVALS = [
    ("hvert år", 12),
    ("Årligt", 12),
    ("én gang om året", 12),
    ("hvert andet år", 24),
    ("hvert  2. år", 24),
    ("en gang hvert andet år", 24),
    ("hvert tredje år", 36),
    ("halvårligt", 6),
    ("hvert halve år", 6),
    ("hvert halvaar", 6),
    ("to gange om året", 6),
    ("2 gange årligt", 6),
    ("hvert kvartal", 3),
    ("kvartalsvis", 3),
    ("kvartalsmæssigt", 3),
    ("hver sjette måned", 6),
    ("hver måned", 1),
    ("mindst hver måned", 1),
    ("tre gange om måneden", Fraction(1, 3)),
    ("ugentligt", Fraction(12, 52)),
    ("hver anden uge", Fraction(24, 52)),
    ("dagligt", Fraction(12, 365)),
    ("4 gange pr. år", 3),
]


@pytest.mark.parametrize(("text", "months"), INTERVALS)
def test_intervals(text: str, months: Fraction | int) -> None:
    """Words of every sort that name an interval give it in months."""
    assert parse_frequency(text).months == months


@pytest.mark.parametrize("text", ["løbende", "Efter behov", "hele året"])
def test_ongoing(text: str) -> None:
    """What goes on all the time has no interval, and nothing is due."""
    found = parse_frequency(text)
    assert (found.months, found.ongoing, found.latest_after(2007)) == (None, True, None)


@pytest.mark.parametrize("text", ["", "uoplyst", "når der er tid", "hver andet", "0 gange om året", "hvert 0. år"])
def test_words_of_ones_own(text: str) -> None:
    """Every other text is kept and says no interval."""
    found = parse_frequency(text)
    assert (found.typed, found.months, found.ongoing, found.readings) == (text, None, False, ())


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("halvårligt/kvartalsmæssigt", ("halvårligt", "kvartalsmæssigt")),
        ("hvert år eller hvert andet år", ("hvert år", "hvert andet år")),
    ],
)
def test_two_things_at_once(text: str, readings: tuple[str, ...]) -> None:
    """Two intervals in one text are told apart and not chosen between."""
    found = parse_frequency(text)
    assert (found.months, found.readings) == (None, readings)


def test_the_same_thing_twice() -> None:
    """Two words for the same interval are no contradiction, but no single interval either."""
    assert parse_frequency("årligt/hvert år").readings == ()


@pytest.mark.parametrize(
    ("text", "year"), [("hvert andet år", 2009), ("hvert år", 2008), ("hver måned", 2008), ("hver 18. måned", 2009)]
)
def test_the_latest_year(text: str, year: int) -> None:
    """Reckoned in whole years, the next one comes at the latest so many years after 2007."""
    assert parse_frequency(text).latest_after(2007) == year


@given(st.integers(2, 12), st.sampled_from(["måned", "kvartal", "år"]))
def test_so_many_times_and_each_part_are_the_same(count: int, unit: str) -> None:
    """»tre gange om året« in words and in digits say the same, and a third of the unit each time."""
    words, digits = (parse_frequency(f"{number} gange om {unit}et") for number in (NUMERALS[count], count))
    assert words.months == digits.months
    assert words.months is not None
    assert words.months * count == parse_frequency(f"hvert {unit}").months
