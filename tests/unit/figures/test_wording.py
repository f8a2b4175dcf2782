"""How totals are worded (number grammar, section 3 rule 3)."""

import pytest

from frivilligrapport.figures.figure import Figure, FigurePart, Origin, StateGroup
from frivilligrapport.figures.wording import footnote, parts_of, wording
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
        (["over 100", "3"], "over 100 og 3", ""),
        (["over 100", "12", "7"], "over 100 og 19", ""),
        (["2", "en række"], "2 og et ubestemt antal", ""),
        (["2", "en række", "mange"], "2 og et ubestemt antal", "ubestemt i 2 tilfælde"),
        (["0", "en række"], "et ubestemt antal", ""),
        (["mange", "flere"], "et ubestemt antal", "ubestemt i 2 tilfælde"),
        (["op mod 50", "op mod 100"], "op mod 100 og op mod 50", "opgjort del 0-150"),
        (["20.000-30.000", "5"], "20.005-30.005", ""),
        (["knap 200", "5"], "185-204", ""),
        (["20-30", "5", "mange"], "25-35 og et ubestemt antal", "opgjort del 25-35"),
        (["ca. 15", "ca. 20", "mange"], "ca. 40 og et ubestemt antal", "opgjort del 31-39"),
        (["ca. 15", "op mod 10.000", "mange"], "op mod 10.000, ca. 15 og et ubestemt antal", "opgjort del 13-10.017"),
        (
            ["op mod 10.000", "op mod 500", "højst 50", "under 5", "ca. 15", "mange"],
            "13-10.571 opgjort, heraf op mod 10.555 uden nedre grænse, og et ubestemt antal",
            "opgjort del 13-10.571",
        ),
        (["over 100", "over 20", "mindst 7", "over 3", "12"], "over 130 og 12", ""),
        (
            ["over 100", "mindst 7", "op mod 30", "op mod 20", "12", "mange"],
            "12-62 opgjort, heraf op mod 50 uden nedre grænse, over 107 og et ubestemt antal",
            "",
        ),
    ],
)
def test_a_total_is_worded_as_it_is_known(typed: list[str], words: str, note: str) -> None:
    """The first rule that fits words the total, in whatever order it is reported, and the note says what it hides."""
    parts = parts_of(part(one) for one in typed)
    assert wording(parts) == wording(parts[::-1]) == words
    assert footnote(parts) == note


def test_nothing_known_is_said_so() -> None:
    """A total without any known figure is uoplyst, never 0."""
    assert wording(()) == "uoplyst"
