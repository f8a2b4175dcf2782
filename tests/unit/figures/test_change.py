"""How a figure has moved from one year to the next, never surer than its bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.figures.changes.change import Direction, compare
from frivilligrapport.grammar.quantity import Bounds

COUNTS = st.integers(0, 10_000)


def bounds(lower: int, upper: int | None) -> Bounds:
    """Give an interval; None is an open end."""
    return Bounds(Decimal(lower), None if upper is None else Decimal(upper))


INTERVALS = st.tuples(COUNTS, COUNTS).map(lambda ends: bounds(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ((12, 12), (21, 21), "stigning på 75\u00a0%"),
        ((12, 12), (12, 12), "uændret"),
        ((12, 12), (22, 22), "stigning på 83\u00a0%"),
        ((1000, 1000), (1001, 1001), "stigning på under 1\u00a0%"),
        ((20, 20), (10, 10), "fald på 50\u00a0%"),
        ((20, 20), (0, 0), "fald på 100\u00a0%"),
        ((13, 17), (15, 25), "ingen sikker ændring"),
        ((13, 17), (13, 17), "ingen sikker ændring"),
        ((10, 20), (30, 40), "stigning på 50-300\u00a0%"),
        ((30, 40), (10, 20), "fald på 33-75\u00a0%"),
        ((10, 20), (30, None), "stigning på mindst 50\u00a0%"),
        ((30, None), (10, 20), "fald på mindst 33\u00a0%"),
        ((0, 0), (5, 5), "stigning fra 0"),
        ((0, 4), (5, 9), "stigning på mindst 25\u00a0%"),
        ((1000, 1001), (1002, 1500), "stigning på højst 50\u00a0%"),
        ((1000, 1001), (1002, None), "stigning af ukendt størrelse"),
        ((0, None), (5, 5), "ingen sikker ændring"),
        ((54, 66), (1200, 1200), "stigning på 1.718-2.123\u00a0%"),
    ],
)
def test_a_change_is_worded_by_its_bounds(
    before: tuple[int, int | None], after: tuple[int, int | None], text: str
) -> None:
    """Only disjoint bounds show a change, and the percentages are rounded outwards."""
    assert compare(bounds(*before), bounds(*after)).text == text


@given(INTERVALS, INTERVALS)
def test_bounds_that_meet_never_show_a_direction(before: Bounds, after: Bounds) -> None:
    """Whatever may be the same is never called a rise or a fall, and whatever cannot be the same always is."""
    certain = compare(before, after).direction in {Direction.UP, Direction.DOWN}
    assert certain is not before.overlaps(after)


@given(INTERVALS, INTERVALS)
def test_a_rise_read_backwards_is_a_fall(before: Bounds, after: Bounds) -> None:
    """Two years swapped give the opposite direction."""
    there, back = compare(before, after).direction, compare(after, before).direction
    assert {there, back} in ({Direction.UP, Direction.DOWN}, {Direction.NONE}, {Direction.UNSURE})
