"""How wide a text is on a screen."""

import pytest

from frivilligrapport.rendering.terminal.lines import display_width, pad


@pytest.mark.parametrize(
    ("text", "width"), [("ØKF", 3), ("", 0), ("A\u030a", 1), ("東京", 4), ("\U0001f333", 2), ("a\u200bb", 2)]
)
def test_width(text: str, width: int) -> None:
    """Danish letters take one column, an accent of its own none, signs from East Asia and emoji two."""
    assert display_width(text) == width
    assert display_width(pad(text, 10)) == 10
