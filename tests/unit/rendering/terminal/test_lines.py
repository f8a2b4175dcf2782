"""Tables in the terminal: columns stand below each other as they are seen."""

import pytest

from frivilligrapport.rendering.terminal.lines import TableRow, in_columns


@pytest.mark.parametrize(
    ("text", "width"), [("ØKF", 3), ("", 0), ("A\u030a", 1), ("東京", 4), ("\U0001f333", 2), ("a\u200bb", 2)]
)
def test_a_cell_is_filled_up_to_its_column(text: str, width: int) -> None:
    """Danish letters take one column, an accent of its own none, signs from East Asia and emoji two."""
    heads, line = in_columns(("Forvaltning", "Tal"), [TableRow((text, "7"))], 80)
    assert line == f"{text}{' ' * (heads.index('Tal') - width)}7"
