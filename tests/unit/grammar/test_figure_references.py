"""Figures mentioned by their id."""

import pytest

from frivilligrapport.grammar.figure_references import find_references, reference_to, replace_references


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Der er [tal 2014.projekter].", ["2014.projekter"]),
        ("[TAL: 2014.Gæster] og [ tal  2014.møder ]", ["2014.Gæster", "2014.møder"]),
        ("[tal] og [tal ]", ["", ""]),
        ("[tallet 2014.projekter] og [1] og tal 2014.projekter", []),
        ("[tal 2014.\nprojekter]", []),
    ],
)
def test_mentions(text: str, ids: list[str]) -> None:
    """A reference is the word and an id in brackets on one line."""
    assert [one.id for one in find_references(text)] == ids


def test_an_id_is_pointed_at() -> None:
    """The place is the id's own, also where there is a colon."""
    text = "Se [tal: 2014.projekter]"
    (one,) = find_references(text)
    assert text[one.start :] == "2014.projekter]"


def test_figures_are_put_in() -> None:
    """Each reference gives way to what it is worded as, and the rest stays."""
    text = f"Der var {reference_to('a')} og {reference_to('b')} [1]."
    assert replace_references(text, lambda typed: typed.upper() * 2) == "Der var AA og BB [1]."
