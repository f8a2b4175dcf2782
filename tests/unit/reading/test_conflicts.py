"""Merge conflicts: what is one, and where its sides stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.reading.conflicts import Conflict, conflicts
from frivilligrapport.reading.yaml_reader import read

MARKS = ("<<<<<<< HEAD", "=======", ">>>>>>> kollega")
LINES = st.lists(st.sampled_from(["a: 1", "  - b", "tekst", "\t", "'", "[", "=======", ""]), max_size=5)


@pytest.mark.parametrize(
    "text",
    [
        "Titel\n=======\n\n>>>>>>> citat",
        "=======\n<<<<<<< HEAD\n>>>>>>> kollega",
        ">>>>>>> kollega\n=======\n<<<<<<< HEAD",
        "<<<<<<< HEAD\na\n>>>>>>> kollega",
        "<<<<<< HEAD\n======\n>>>>>> kollega",
        "<<<<<<<< HEAD\n========\n>>>>>>>> kollega",
        "Se <<<<<<< HEAD\nog =======\nog >>>>>>> kollega",
        "<<<<<<< HEAD\n  =======\n>>>>>>> kollega",
    ],
)
def test_only_three_marks_in_order_at_one_indentation_are_a_conflict(text: str) -> None:
    """A lone underline or quotation, another order, length or indentation is none."""
    assert list(conflicts(text.split("\n"))) == []


def test_the_sides_are_told_apart() -> None:
    """What both sides began with is no side, and each side's lines are counted from 1."""
    lines = ["x", "  <<<<<<< HEAD", "  a", "  b", "  ||||||| 1a2b", "  c", "  =======", "  d", "  >>>>>>> kollega"]
    assert list(conflicts(lines)) == [Conflict(2, 9, (3, 4), (8, 8))]


@given(LINES, LINES, LINES, LINES, st.integers(0, 6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_conflict_is_all_that_is_told(
    above: list[str], ours: list[str], theirs: list[str], below: list[str], indent: int, end: str
) -> None:
    """Wherever a conflict stands and whatever else is wrong, it is the file's one finding, and nothing is read."""
    start, middle, stop = (" " * indent + mark for mark in MARKS)
    reading = read(end.join([*above, start, *ours, middle, *theirs, stop, *below]).encode(), "tmf.yaml")
    assert [problem.code for problem in reading.problems] == ["FR008"]
    assert reading.problems[0].location.line == len(above) + 1
    assert reading.tree is None
    assert reading.recovery is None
