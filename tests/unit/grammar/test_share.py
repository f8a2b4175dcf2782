"""Settings that are a share."""

from fractions import Fraction

import pytest

from frivilligrapport.grammar.share import parse_share
from frivilligrapport.problems import Fault


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 %", Fraction(1, 10)),
        ("10\u00a0%", Fraction(1, 10)),
        ("12,5%", Fraction(1, 8)),
        ("10 pct.", Fraction(1, 10)),
        ("1/3", Fraction(1, 3)),
        ("0 %", Fraction(0)),
        ("100 %", Fraction(1)),
    ],
)
def test_share_is_read_exactly(text: str, expected: Fraction) -> None:
    """A percentage or a fraction is the exact share that was typed."""
    assert parse_share(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("10", "»10« er ikke en andel.", "Skriv 10\u00a0%."),
        ("101", "»101« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("ca. 10 %", "»ca. 10 %« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("15 % af 200", "»15 % af 200« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("uoplyst", "»uoplyst« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("", "»« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
    ],
)
def test_everything_else_is_refused(text: str, message: str, hint: str) -> None:
    """What is no exact share is refused, and a bare number is offered with its percent sign."""
    with pytest.raises(Fault) as caught:
        parse_share(text)

    assert (caught.value.kind.code, caught.value.message, caught.value.hint) == ("FR208", message, hint)


def test_number_that_is_no_number_keeps_its_own_fault() -> None:
    """A misspelt number in a percentage is reported as the number it is."""
    with pytest.raises(Fault) as caught:
        parse_share("2.5 %")

    assert caught.value.kind.code == "FR202"
    assert caught.value.hint == "Skriv 2,5 %."
