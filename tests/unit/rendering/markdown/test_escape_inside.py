"""Texts inside a line of Markdown, where the beginning of a line has no meaning."""

import pytest

from frivilligrapport.rendering.markdown.escape import escape_inside, escape_line


@pytest.mark.parametrize(
    ("typed", "inside", "line"),
    [
        ("27. april 2014", "27. april 2014", "27\\. april 2014"),
        ("2.600 medlemmer", "2.600 medlemmer", "2.600 medlemmer"),
        ("20.000-30.000", "20.000-30.000", "20.000-30.000"),
        ("- punkt", "- punkt", "\\- punkt"),
        ("1", "1", "1"),
        ("1.", "1.", "1\\."),
        ("a|b <i> [c]", "a\\|b \\<i> \\[c\\]", "a\\|b \\<i> \\[c\\]"),
    ],
)
def test_only_what_is_markup_at_its_place_is_escaped(typed: str, inside: str, line: str) -> None:
    """A number with a thousands point stays readable, and a date is only escaped where it would begin a list."""
    assert escape_inside(typed) == inside
    assert escape_line(typed) == line
