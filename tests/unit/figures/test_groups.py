"""Totals of parts of the year."""

from collections.abc import Callable

import pytest

from frivilligrapport.figures.register import Grouping, Register
from support.folders.small_years import body, indsats, shared

Tallied = Callable[..., Register]


def parts(tally: Register, grouping: Grouping) -> dict[str, list[tuple[str, str]]]:
    """Give unit and words of the totals of each part."""
    found = tally.totals_by(grouping)
    return {name: [(total.enhed, total.text) for total in totals] for name, totals in found.items()}


@pytest.mark.parametrize(
    ("grouping", "field", "first", "second"),
    [
        (Grouping.TEMA, "tema", "grøn", "ældre"),
        (Grouping.BYDEL, "bydele", "Nørrebro", "Valby"),
        (Grouping.MAALGRUPPE, "målgrupper", "børn", "åbne klubber"),
        (Grouping.LOKALUDVALG, "lokaludvalg", "Amager Lokaludvalg", "Valby Lokaludvalg"),
    ],
)
def test_every_figure_stands_in_one_part(
    tallied: Tallied, grouping: Grouping, field: str, first: str, second: str
) -> None:
    """Several are not divided, unknown and unsaid are not the same, and parts are in Danish alphabetical order."""
    tally = tallied(
        tmf=body(
            indsats("a", "møder: 1", f"{field}: [{second}]"),
            indsats("b", "møder: 2", f"{field}: [{first}]"),
            indsats("c", "møder: 4", f"{field}: [{first}, {second}]"),
            indsats("d", "møder: 8"),
            indsats("e", "møder: 16", f"{field}: [uoplyst]"),
            indsats("f", "møder: 32", f"{field}: [{first}]"),
        )
    )
    assert list(parts(tally, grouping).items()) == [
        (first, [("møder", "34")]),
        (second, [("møder", "1")]),
        ("flere", [("møder", "4")]),
        ("uoplyst", [("møder", "16")]),
        ("ikke angivet", [("møder", "8")]),
    ]


def test_spellings_of_the_same_are_one_part(tallied: Tallied) -> None:
    """A målgruppe has no list in kommune.yaml: case and spelling with ae do not split it, and the first one prints."""
    first, second = indsats("a", "møder: 1", "målgrupper: [Ældre]"), indsats("b", "møder: 2", "målgrupper: [aeldre]")
    assert parts(tallied(tmf=body(first, second)), Grouping.MAALGRUPPE) == {"Ældre": [("møder", "3")]}


def test_what_lies_partly_in_an_unknown_bydel_is_in_none(tallied: Tallied) -> None:
    """One known place and one unknown: it is not certain that there are several, and not that there is one."""
    places = "steder:\n  - navn: Parken\n    bydel: Valby\n  - navn: Et sted\n    bydel: uoplyst"
    assert parts(tallied(tmf=body(indsats("a", "møder: 1", places))), Grouping.BYDEL) == {"uoplyst": [("møder", "1")]}


def test_a_forvaltning_without_figures_is_there(tallied: Tallied) -> None:
    """Every forvaltning and the network are named, in print order, each with what counts for it."""
    tally = tallied(oekf=body(indsats("a", "kurser: 3", shared("TMF", "TMF"))), sof="indsatser: ingen\n")
    assert parts(tally, Grouping.FORVALTNING) == {"TMF": [("kurser", "3")], "SOF": [], "ØKF": [], "NET": []}


def test_what_is_inside_another_stands_where_that_one_stands(tallied: Tallied) -> None:
    """The parts' figures are together those of the year: a child in another bydel is counted in its parent's."""
    tally = tallied(
        tmf=body(
            indsats("alt", "frivillige: 10-50", "bydele: [Valby]"),
            indsats("a", "frivillige: 20", "hører_til: alt", "bydele: [Nørrebro]"),
        )
    )
    assert parts(tally, Grouping.BYDEL) == {"Valby": [("frivillige", "20-50")]}


def test_coverage_asks_those_for_whom_the_unit_is_relevant(tallied: Tallied) -> None:
    """That a unit is not relevant is said once for a forvaltning, and holds for each part."""
    tally = tallied(tmf=body(indsats("a", "frivillige: 5", "tema: [grøn]")), sof="tal:\n  frivillige: ikke relevant\n")
    (total,) = tally.totals_by(Grouping.TEMA)["grøn"]
    assert total.coverage.text == "tal fra 1 af 2 forvaltninger"


def test_nothing_to_split(tallied: Tallied) -> None:
    """A year without figures has no parts."""
    assert parts(tallied(tmf="indsatser: ingen\n"), Grouping.TEMA) == {}
