from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.rendering.markdown.normal_form import DEEPEST, fit_levels


def test_levels_keep_their_rank() -> None:
    """A heading under another stays under it, and two of one rank stay equal."""
    assert fit_levels([1, 3, 3, 2, 1], below=3) == [4, 5, 5, 5, 4]


@given(st.lists(st.integers(1, 6)), st.integers(1, 5))
def test_no_level_is_skipped(levels: list[int], below: int) -> None:
    """All headings stand below ours, and each is at most one level deeper than the one before."""
    fitted = fit_levels(levels, below)
    assert all(below < level <= DEEPEST for level in fitted)
    assert all(after - before <= 1 for before, after in pairwise([below, *fitted]))
