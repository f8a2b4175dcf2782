"""The overview on screens of any width."""

from datetime import date

import pytest

from frivilligrapport.deliveries.overview import Changed, Checked, Line, Standing, days_text
from frivilligrapport.rendering.status.markdown import to_markdown
from frivilligrapport.rendering.status.reminder import reminders
from frivilligrapport.rendering.terminal.lines import display_width
from frivilligrapport.rendering.terminal.status import to_text


def standing(*names: str) -> Standing:
    """Make a year in which everybody has sent a draft."""
    changed = Changed(date(2015, 1, 13), from_git=True)
    lines = tuple(
        Line(name, f"Forvaltningen {name}", "udkast", Checked(f"2014/{name}.yaml", 1, 12, changed), 7, 9)
        for name in names
    )
    return Standing("Prøvekøbing", "Frivillighed", 2014, True, date(2015, 1, 1), None, lines, ())


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    """A narrow terminal gets lines of words in place of columns, with nothing left out."""
    text = to_text(standing("TMF", "ØKF"), width)
    assert max(map(display_width, text.splitlines())) <= width
    for said in ("TMF", "ØKF", "udkast", "12", "7 af 9", "13.1.2015"):
        assert said in text


def test_columns_stand_below_each_other() -> None:
    """Columns are measured as they are seen, not in characters."""
    lines = to_text(standing("TMF", "東京", "A\u030aF")).splitlines()
    rows = [line for line in lines if "udkast" in line]
    assert len({display_width(row.partition("udkast")[0]) for row in rows}) == 1


def test_the_deadline_is_not_known() -> None:
    """Where rapport.yaml has no deadline, that is said and no days are counted."""
    text = to_text(standing("TMF"))
    assert "Fristen er ikke oplyst i rapport.yaml." in text
    assert "Fristen" not in reminders(standing("TMF"))


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (5, "5 dage til fristen"),
        (1, "1 dag til fristen"),
        (0, "fristen er i dag"),
        (-1, "1 dag over fristen"),
        (-3, "3 dage over fristen"),
    ],
)
def test_days(days: int, text: str) -> None:
    """Days before and after the deadline, in good Danish."""
    assert days_text(days) == text


def test_names_cannot_break_a_table_in_markdown() -> None:
    """A sign that means something in Markdown is only a sign in a name."""
    assert "| T\\|F |" in to_markdown(standing("T|F"))
