"""What there is room for is reckoned before anything is laid out."""

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.documents.parts.lines import that_fit

LINE = 10
heights = st.lists(st.integers(1, 60), max_size=12)


def test_everything_that_fits_is_kept() -> None:
    """Nothing is cut without need."""
    assert that_fit([[10, 10], [20]], 40, LINE) == (2, 1)


def test_the_longest_list_gives_up_its_last_item() -> None:
    """And then has a line less, for it must say that something is left out."""
    assert that_fit([[10, 10, 10, 10], [20]], 50, LINE) == (2, 1)


def test_what_follows_from_the_items_takes_room_too() -> None:
    """Each figure that is shown needs its source below."""
    assert that_fit([[10, 10, 10]], 60, LINE, lambda kept: 10 * kept[0]) == (3,)
    assert that_fit([[10, 10, 10]], 50, LINE, lambda kept: 10 * kept[0]) == (2,)


@given(st.lists(heights, min_size=1, max_size=5), st.integers(0, 800))
def test_it_always_fits_or_nothing_is_left(lists: list[list[int]], room: int) -> None:
    """The height of what is kept, with a line for each list that is cut, is never more than there is."""
    kept = that_fit(lists, room, LINE)
    cut = sum(many < len(one) for many, one in zip(kept, lists, strict=True))
    height = sum(sum(one[:many]) for many, one in zip(kept, lists, strict=True)) + LINE * cut
    assert height <= room or not any(kept)


@given(st.lists(heights, min_size=1, max_size=5), st.integers(0, 400), st.integers(0, 400))
def test_more_room_never_shows_less(lists: list[list[int]], room: int, more: int) -> None:
    """With more room at least as much is shown in all."""
    assert sum(that_fit(lists, room + more, LINE)) >= sum(that_fit(lists, room, LINE))
