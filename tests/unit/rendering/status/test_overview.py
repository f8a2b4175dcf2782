"""The overview on screens of any width."""

from datetime import date

import pytest
from rich.cells import cell_len

from frivilligrapport.deliveries.aflevering import Aflevering
from frivilligrapport.deliveries.status import (
    Answered,
    FileStatus,
    ForvaltningStatus,
    LastChange,
    YearStatus,
    days_text,
)
from frivilligrapport.rendering.status.overview import status_markdown, status_text
from frivilligrapport.rendering.status.reminder import reminders


def status(*names: str) -> YearStatus:
    """Make a year in which everybody has sent a draft."""
    changed = LastChange(date(2015, 1, 13), from_git=True)
    lines = tuple(
        ForvaltningStatus(
            Aflevering(name.lower(), name, f"Forvaltningen {name}", "udkast"),
            "udkast",
            FileStatus(f"2014/{name}.yaml", 1, 12, changed),
            Answered(9, ("perspektiver", "forslag")),
        )
        for name in names
    )
    return YearStatus("Prøvekøbing", "Frivillighed", 2014, True, date(2015, 1, 1), None, lines, ())


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    """A narrow terminal gets lines of words in place of columns, with nothing left out."""
    text = status_text(status("TMF", "ØKF"), width)
    assert max(map(cell_len, text.splitlines())) <= width
    for said in ("TMF", "ØKF", "udkast", "12", "7 af 9", "13.1.2015"):
        assert said in text


def test_columns_stand_below_each_other() -> None:
    """Columns are measured as they are seen, not in characters."""
    lines = status_text(status("TMF", "東京", "A\u030aF")).splitlines()
    rows = [line for line in lines if "udkast" in line]
    assert len({cell_len(row.partition("udkast")[0]) for row in rows}) == 1


def test_the_deadline_is_not_known() -> None:
    """Where rapport.yaml has no deadline, that is said and no days are counted."""
    text = status_text(status("TMF"))
    assert "Fristen er ikke oplyst i rapport.yaml." in text
    assert "Fristen" not in reminders(status("TMF"))


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
    assert "| T\\|F |" in status_markdown(status("T|F"))
