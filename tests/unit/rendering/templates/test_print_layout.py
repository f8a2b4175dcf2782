import pytest

from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.rendering.templates.print_layout import column_break, height_of_heading, held_together

SHORT, LONG = "Forord", "Beskæftigelses- og Integrationsforvaltningen"


def entries(*titles: str) -> list[Indholdsled]:
    """Make a table of contents."""
    return [Indholdsled("id", title) for title in titles]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("<p>Kort.</p>", "<h4>Navn</h4>", " samlet"),
        (f"<p>{'x' * 1000}</p>", "<h4>Navn</h4>", ""),
        ("<p>Kort.</p>", f"<h4>{'x' * 200}</h4>", ""),
        (f"<ul>{'<li>x</li>' * 20}</ul>", "<h4>Navn</h4>", ""),
        ("<table><tr><td>1</td></tr></table>", "<h4>Navn</h4>", ""),
        (f"<p>{'<strong>x</strong>' * 100}</p>", "<h4>Navn</h4>", " samlet"),
    ],
)
def test_only_what_is_surely_low_is_held_together(text: str, head: str, expected: str) -> None:
    """What may fill a page must be able to break: many signs, many lines, or what has any height."""
    assert held_together(text, head) == expected


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ((), 0),
        ((SHORT,), 0),
        ((SHORT,) * 2, 2),
        ((SHORT,) * 7, 5),
        ((*(SHORT,) * 2, LONG, SHORT), 3),
        ((SHORT,) * 60, 0),
    ],
)
def test_the_second_column_of_the_contents_begins_half_way(titles: tuple[str, ...], expected: int) -> None:
    """The first is the longer of two that cannot be alike, and what may need more than a page is left alone."""
    assert column_break(entries(*titles)) == expected


def test_a_heading_that_may_become_high_is_told() -> None:
    """It gets more room, and one that may fill a page gets a row of its own."""
    assert [height_of_heading("x" * signs) for signs in (60, 61, 121)] == ["", " hoejt", " lang"]
