"""Spaces at which no line may end."""

from markupsafe import Markup

from frivilligrapport.rendering.hard_spaces import hard_spaces


def test_hard_spaces_stand_in_two_places_only() -> None:
    """A percentage and a paragraph of a law are kept together; everything else breaks as it likes."""
    assert hard_spaces("15 % og § 18, 20 personer, 5 til 10") == "15\u00a0% og §\u00a018, 20 personer, 5 til 10"


def test_markup_stays_markup() -> None:
    """Clean HTML is not escaped a second time."""
    assert hard_spaces(Markup("<p>15 %</p>")) == Markup("<p>15\u00a0%</p>")
    assert isinstance(hard_spaces(Markup("15 %")), Markup)


def test_other_values_pass() -> None:
    """Numbers are no text."""
    assert hard_spaces(15) == 15
