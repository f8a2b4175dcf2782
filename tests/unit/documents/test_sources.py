"""How a figure's sources are named on a page."""

import pytest

from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.figures.sources import Kildehenvisning


def cited(*numbers: int, table: str = "") -> Talvisning:
    """Make a figure that rests on some sources."""
    return Talvisning("5", tuple(Kildehenvisning(one, f"kilde-{one}", f"#kilde-{one}") for one in numbers), "", table)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), ""),
        ((4,), "4"),
        ((4, 5), "4, 5"),
        ((4, 5, 6), "4-6"),
        ((1, 2, 4, 5, 6, 9), "1, 2, 4-6, 9"),
        (tuple(range(1, 41)), "1-40"),
    ],
)
def test_sources_that_follow_each_other_are_named_as_one(numbers: tuple[int, ...], expected: str) -> None:
    """From three on, with a link to the first and what a voice says of them; none is left out."""
    shown = cited(*numbers, table="tabelbilag.html#tal-personer")
    assert ", ".join(one.numre for one in shown.naevnte) == expected
    said = [f"kilder {one}" if "-" in one else f"kilde {one}" for one in expected.split(", ") if one]
    assert [one.laest for one in shown.naevnte] == said
    assert shown.flere == 0


def test_a_page_that_has_the_list_names_them_all() -> None:
    """Elsewhere so many that they would be a paragraph are the first and how many more the table has."""
    numbers = range(1, 60, 2)
    assert [one.numre for one in cited(*numbers).naevnte] == [*map(str, numbers)]
    elsewhere = cited(*numbers, table="tabelbilag.html#tal-personer")
    assert ([one.numre for one in elsewhere.naevnte], elsewhere.flere) == (["1", "3", "5", "7", "9", "11"], 24)
