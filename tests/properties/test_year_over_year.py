"""Laws of comparing years that hold whatever is reported."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.figures.changes.change import Direction
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.total_changes import compare_years
from frivilligrapport.figures.changes.year_over_year import year_over_year
from frivilligrapport.figures.register import Registers
from support.folders.small_years import body, indsats
from support.folders.two_years import registered, two_years
from support.laws import tried

numbers = st.integers(min_value=0, max_value=50_000)
wordings = st.sampled_from(["{}", "ca. {}", "over {}", "mindst {}", "op mod {}", "mange", "uoplyst", "ikke relevant"])
quantities = st.builds(lambda wording, number: wording.format(number), wordings, numbers)
years = st.lists(quantities, min_size=1, max_size=5)
OPPOSITE = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}


def reported(typed: list[str]) -> dict[str, str]:
    """Give a forvaltning's file with an indsats for each figure."""
    return {"tmf": body(*(indsats(f"i{number}", f"møder: {text}") for number, text in enumerate(typed)))}


def directions(figures: tuple[FigureChange, ...]) -> dict[str, Direction | None]:
    """Say which way each figure has moved; None where nothing was computed."""
    return {one.figure.origin.indsats: one.outcome.change.direction if one.outcome.change else None for one in figures}


@tried(25)
@given(years)
def test_a_year_is_as_itself(typed: list[str]) -> None:
    """A year held against itself never has a certain change, neither in a figure nor in a total."""
    with tempfile.TemporaryDirectory() as folder:
        samling, year, _ = two_years(Path(folder), reported(typed), {})
    found = compare_years(Registers(samling), year, year)
    outcomes = [*(one.outcome for one in found.years.figures), *(one.outcome for one in found.totals)]
    assert {one.change.text for one in outcomes if one.change} <= {"uændret", "ingen sikker ændring"}
    assert {one.breaks for one in outcomes} == {()}
    assert {one.fate for one in found.years.indsatser} == {"fortsat"}


@tried(25)
@given(st.lists(st.tuples(quantities, quantities), min_size=1, max_size=5))
def test_swapping_the_years_turns_every_change_round(typed: list[tuple[str, str]]) -> None:
    """What has risen one way has fallen the other, and what cannot be compared cannot be compared."""
    first, second = reported([then for then, _ in typed]), reported([now for _, now in typed])
    with tempfile.TemporaryDirectory() as there, tempfile.TemporaryDirectory() as back:
        forward = year_over_year(*registered(two_years(Path(there), first, second))).figures
        backward = year_over_year(*registered(two_years(Path(back), second, first))).figures
    turned = {name: OPPOSITE.get(one, one) if one else None for name, one in directions(forward).items()}
    assert turned == directions(backward)
