"""A suggestion for a line that cannot be read is offered only where it helps."""

import pytest

from support.texts.yaml_findings import reading


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("a: b\n\tc: d\n", ("",)),
        ("a:\n\tb: c\n", ("  ",)),
        ("a:\n\tb: c\n\td: e\n", ()),
        ("a:\n  b: c\n   d: e\n", ("  ",)),
        ("a:\n  b: c\n   d: e\n   f: g\n", ()),
        ("a: b: c\nd: e: f\n", ('"b: c"',)),
        ("a: [b, c\nd: e\n", ("[b, c]",)),
    ],
)
def test_only_what_helps_is_offered(text: str, instead: tuple[str, ...]) -> None:
    """A line that is moved alone, away from those below it, is no help; another slip further down is no hindrance."""
    assert reading(text).problems[0].instead == instead
