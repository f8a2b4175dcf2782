"""Numbers as a Dane writes them."""

from decimal import Decimal

import pytest

from frivilligrapport.danish import format_number, format_percent, numeral, ordinal


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (999, "999"),
        (2600, "2.600"),
        (1250000, "1.250.000"),
        (-1200, "-1.200"),
        (Decimal("2.5"), "2,5"),
        (Decimal("2.50"), "2,50"),
        (Decimal("1500.5"), "1.500,5"),
        (Decimal("1.19E+7"), "11.900.000"),
    ],
)
def test_number_has_points_and_comma(value: Decimal | int, expected: str) -> None:
    """Thousands are divided by points, decimals follow a comma, and no decimal is added or lost."""
    assert format_number(value) == expected


@pytest.mark.parametrize(("value", "expected"), [(15, "15\u00a0%"), (Decimal("12.5"), "12,5\u00a0%")])
def test_percent_has_a_hard_space(value: Decimal | int, expected: str) -> None:
    """Number and percent sign stay on one line."""
    assert format_percent(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(0, "nul"), (1, "én"), (3, "tre"), (12, "tolv"), (13, "13"), (2600, "2.600"), (-1, "-1")]
)
def test_small_numbers_are_words(value: int, expected: str) -> None:
    """Nul to tolv are words, other numbers are digits."""
    assert numeral(value) == expected


def test_one_follows_the_gender_of_its_noun() -> None:
    """One is "ét" before a neuter noun."""
    assert numeral(1, neuter=True) == "ét"


@pytest.mark.parametrize(("value", "expected"), [(1, "første"), (4, "fjerde"), (12, "tolvte"), (13, "13."), (0, "0.")])
def test_small_ordinals_are_words(value: int, expected: str) -> None:
    """The first twelve are words, other ordinals are digits with a point."""
    assert ordinal(value) == expected
