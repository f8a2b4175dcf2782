"""Whom a total is from, in words."""

import pytest

from frivilligrapport.figures.totals import Coverage

SEVEN = ("A", "B", "C", "D", "E", "F", "G")


@pytest.mark.parametrize(
    ("coverage", "text", "named"),
    [
        (Coverage(SEVEN[:1], SEVEN, of_all=False), "tal fra A", "tal fra A"),
        (Coverage(SEVEN[:3], SEVEN[:3], of_all=False), "tal fra A, B og C", "tal fra A, B og C"),
        (Coverage(SEVEN, SEVEN, of_all=False), "tal fra 7 af 7 forvaltninger", "tal fra 7 af 7 forvaltninger"),
        (Coverage(SEVEN[:2], SEVEN), "tal fra 2 af 7 forvaltninger", "tal fra 2 af 7 forvaltninger: A og B"),
        (Coverage(SEVEN, SEVEN), "tal fra 7 af 7 forvaltninger", "tal fra 7 af 7 forvaltninger"),
        (Coverage((), SEVEN, told=("A",), of_all=False), "nævnt af A", "nævnt af A"),
    ],
)
def test_many_names_are_said_as_a_number(coverage: Coverage, text: str, named: str) -> None:
    """Those who have told are named where it tells which they are; all of many are counted."""
    assert (coverage.text, coverage.named) == (text, named)
