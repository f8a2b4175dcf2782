"""How totals are worded (number grammar, section 3 rule 3)."""

import pytest

from frivilligrapport.figures.families import added
from frivilligrapport.figures.figure import Figure, FigurePart, Origin, StateGroup
from frivilligrapport.figures.totals import footnote, wording
from frivilligrapport.grammar.quantity import parse_quantity
from frivilligrapport.models.enheder import built_in
from frivilligrapport.problems import Location


def part(typed: str) -> Figure:
    """Make a counted figure from what was typed."""
    quantity = parse_quantity(typed)
    bounds = quantity.bounds()
    return Figure(
        id=f"2014.tmf.a.{typed}",
        origin=Origin(2014, "tmf", "a", "A"),
        enhed=built_in()["moeder"],
        maerke="",
        part=FigurePart.ANTAL,
        group=StateGroup.GENNEMFOERT,
        quantity=quantity,
        bounds=bounds,
        location=Location("tmf.yaml", 1),
        owner="tmf",
        contribution=bounds,
    )


@pytest.mark.parametrize(
    ("typed", "words", "note"),
    [
        (["ca. 15"], "ca. 15", ""),
        (["op mod 10.000"], "op mod 10.000", ""),
        (["mange"], "mange", ""),
        (["2", "1", "4"], "7", ""),
        (["21", "2.600"], "2.621", ""),
        (["ca. 1.500", "13"], "ca. 1.500", ""),
        (["ca. 15", "ca. 20"], "ca. 40", ""),
        (["ca. 15", "8"], "ca. 23", ""),
        (["ca. 2/3 af 2.600", "10"], "ca. 1.700", ""),
        (["over 100", "3"], "mindst 104", ""),
        (["2", "en række"], "mindst 2", "opgjort del 2; dertil et ubestemt antal"),
        (["2", "en række", "mange"], "mindst 2", "opgjort del 2; dertil et ubestemt antal i 2 tilfælde"),
        (["mange", "flere"], "et ubestemt antal", ""),
        (
            ["op mod 100", "op mod 50"],
            "op til 150",
            "opgjort del 0-150, heraf op mod 100 og op mod 50 uden nedre grænse",
        ),
        (["20.000-30.000", "5"], "20.005-30.005", ""),
        (["knap 200", "5"], "185-204", ""),
        (
            ["ca. 15", "op mod 10.000", "mange"],
            "mindst 13",
            "opgjort del 13-10.017, heraf op mod 10.000 uden nedre grænse; dertil et ubestemt antal",
        ),
    ],
)
def test_a_total_is_worded_as_it_is_known(typed: list[str], words: str, note: str) -> None:
    """The first rule that fits words the total, and the note says what it hides."""
    parts = [part(one) for one in typed]
    total = added(one.bounds for one in parts if one.bounds)
    quantified = added(one.bounds for one in parts if one.bounds and not one.is_unspecified)
    assert wording(parts, total) == words
    assert footnote(parts, total, quantified) == note


def test_nothing_known_is_said_so() -> None:
    """A total without any known figure is uoplyst, never 0."""
    assert wording([], None) == "uoplyst"
