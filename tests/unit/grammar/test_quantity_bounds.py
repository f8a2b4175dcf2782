"""Intervals: what rule 2 and rule 6 of the number grammar, section 3, do to known figures."""

from decimal import Decimal

import pytest

from frivilligrapport.grammar.quantity import Bounds


def _between(lower: int, upper: int | None) -> Bounds:
    return Bounds(Decimal(lower), None if upper is None else Decimal(upper))


def test_totals_add_bound_to_bound() -> None:
    """Ca. 15 and op mod 10.000 frivillige are 13 to 10.017."""
    assert _between(13, 17) + _between(0, 10000) == _between(13, 10017)


def test_open_figure_opens_the_total() -> None:
    """One "mange" makes the total open above and leaves the certain part."""
    assert _between(13, 17) + _between(0, None) == _between(13, None)


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        (_between(21, 21), _between(9, 9), _between(12, 12)),
        (_between(20, 30), _between(5, 10), _between(10, 25)),
        (_between(20, None), _between(5, 10), _between(10, None)),
        (_between(20, 30), _between(5, None), _between(0, 25)),
        (_between(5, 5), _between(9, 9), _between(0, 0)),
    ],
)
def test_part_is_taken_out(whole: Bounds, part: Bounds, left: Bounds) -> None:
    """What is left when a part is taken out lies between the extremes, and never below zero."""
    assert whole.minus(part) == left


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (_between(12, 12), _between(21, 21), _between(12, 21)),
        (_between(12, None), _between(21, 21), _between(12, None)),
    ],
)
def test_hull_holds_both(one: Bounds, other: Bounds, expected: Bounds) -> None:
    """A figure that may be one or the other lies between the least and the greatest."""
    assert one.hull(other) == expected == other.hull(one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (_between(10, 20), _between(20, 30), True),
        (_between(10, 19), _between(20, 30), False),
        (_between(10, None), _between(20, 30), True),
        (_between(31, None), _between(20, 30), False),
    ],
)
def test_overlap_leaves_no_certain_difference(one: Bounds, other: Bounds, expected: bool) -> None:
    """Two figures overlap when some value is possible for both, whichever is asked."""
    assert one.overlaps(other) is expected
    assert other.overlaps(one) is expected


def test_only_a_single_value_is_exact() -> None:
    """A figure is exact when it has one possible value; an open one never is."""
    assert _between(5, 5).is_exact
    assert not _between(5, 6).is_exact
    assert not _between(5, None).is_exact


def test_clamped_figure_stays_within_its_whole() -> None:
    """A part that may be larger than its whole is cut at the whole, also when all of it is larger."""
    assert _between(76, 115).clamped(_between(90, 110)) == _between(76, 110)
    assert _between(120, None).clamped(_between(90, 110)) == _between(110, 110)
    assert _between(76, 115).clamped(_between(90, None)) == _between(76, 115)
