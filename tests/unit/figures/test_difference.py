"""How far two reports of the same thing are from each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.figures.shared import difference
from frivilligrapport.grammar.quantity import Bounds


def bounds(lower: int, upper: int | None) -> Bounds:
    """Make bounds of whole numbers, None above for open."""
    return Bounds(Decimal(lower), None if upper is None else Decimal(upper))


@pytest.mark.parametrize(
    ("said", "measure", "text", "size"),
    [
        (bounds(4, 4), bounds(3, 3), "1 højere", bounds(1, 1)),
        (bounds(3, 3), bounds(4, 4), "1 lavere", bounds(1, 1)),
        (bounds(20, 30), bounds(10, 12), "8-20 højere", bounds(8, 20)),
        (bounds(101, None), bounds(50, 50), "mindst 51 højere", bounds(51, None)),
        (bounds(50, 50), bounds(101, None), "mindst 51 lavere", bounds(51, None)),
        (bounds(3, 3), bounds(3, 3), "samme tal", bounds(0, 0)),
        (bounds(13, 17), bounds(13, 17), "samme tal", bounds(0, 4)),
        (bounds(0, None), bounds(0, None), "samme tal", bounds(0, None)),
        (bounds(13, 17), bounds(15, 15), "ingen sikker forskel", bounds(0, 2)),
        (bounds(13, 17), bounds(17, 20), "ingen sikker forskel", bounds(0, 7)),
        (bounds(100, None), bounds(50, 200), "ingen sikker forskel", bounds(0, None)),
    ],
)
def test_a_difference_in_words(said: Bounds, measure: Bounds, text: str, size: Bounds) -> None:
    """Only intervals that do not meet differ for certain, by the gap at least."""
    found = difference(said, measure)
    assert (found.text, found.size) == (text, size)


@pytest.mark.parametrize(("said", "measure"), [(None, bounds(1, 1)), (bounds(1, 1), None), (None, None)])
def test_the_unknown_is_compared_with_nothing(said: Bounds | None, measure: Bounds | None) -> None:
    """Without both there is no difference, and certainly not none."""
    found = difference(said, measure)
    assert (found.text, found.size) == ("kan ikke sammenlignes", None)


pairs = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)


@given(pairs, pairs, st.data())
def test_the_size_holds_every_true_difference(one: list[int], other: list[int], data: st.DataObject) -> None:
    """Whatever the true values are, their distance is within the size."""
    first, second = data.draw(st.integers(*one)), data.draw(st.integers(*other))
    size = difference(bounds(*one), bounds(*other)).size
    assert size is not None
    assert Decimal(abs(first - second)) in size
