"""Tabs in the indentation become spaces; those inside texts stay."""

import pytest

from frivilligrapport.reading.repair.draft import draft_from_text
from frivilligrapport.reading.repair.tabs import count_fitting, untabbed


def ways(text: str) -> list[str]:
    """Give the texts that a text with tabs may be written as."""
    return [way.text for way in untabbed(draft_from_text(text))]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a:\n\tb: c\n", "a:\n  b: c\n"),
        ("a:\n  -\tb: c\n    d: e\n", "a:\n  - b: c\n    d: e\n"),
        ("a: |\n\tb\n\t  c\n", "a: |\n  b\n    c\n"),
        ("a: |\n    b\n    \tc\nd:\n\te: f\n", "a: |\n    b\n    \tc\nd:\n  e: f\n"),
        ("a: b\n\t\nc: d\n", "a: b\n \nc: d\n"),
        ("- |\n\ta\n- b\n", "- |\n  a\n- b\n"),
    ],
)
def test_the_likeliest_way(text: str, first: str) -> None:
    """It can be read to its end; a tab inside a text, or after its first column, is part of the text."""
    assert ways(text)[0] == first


def test_only_ways_that_can_be_read() -> None:
    """A width that does not fit the lines around is left out."""
    assert ways("a:\n  - b: c\n\td: e\n") == ["a:\n  - b: c\n    d: e\n"]


def test_no_tabs_no_ways() -> None:
    """Tabs that do not indent are no matter."""
    assert ways("a:\tb\n") == []


def test_lines_that_fit() -> None:
    """A line fits where it begins below another that has no tabs."""
    before = draft_from_text("a:\n  b: c\n\td: e\n")
    assert [count_fitting(before, draft_from_text(f"a:\n  b: c\n{' ' * width}d: e\n")) for width in (2, 4)] == [1, 0]
