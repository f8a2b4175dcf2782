from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.rendering.charts.bars import CHART_WIDTH, Bar, BarData, draw_bars, put_in_columns

ARROW = 8  # the width of the sign that _diagrammer.html.j2 draws
COUNTS = st.integers(0, 10**7)
AMOUNTS = st.one_of(
    st.just(BarData("a", "uoplyst", None, None)),
    COUNTS.map(lambda n: BarData("a", "over", n, None)),
    st.tuples(COUNTS, COUNTS).map(lambda pair: BarData("a", "fra-til", min(pair), max(pair))),
)


def bar(*amounts: BarData) -> Bar:
    """Draw the amounts and give the first bar."""
    return draw_bars("fig", "Figur", amounts).bars[0]


def test_bars_begin_at_zero_and_keep_proportion() -> None:
    """Half as many is half as long, on a scale that ends at a round number and says so."""
    chart = draw_bars("fig", "Projekter", [BarData("2013", "12", 12, 12), BarData("2014", "24", 24, 24)])
    assert [drawn.solid for drawn in chart.bars] == [CHART_WIDTH * 12 / 25, round(CHART_WIDTH * 24 / 25, 1)]
    assert (chart.scale_end, chart.scale_text) == (CHART_WIDTH, "25")
    assert not chart.has_ranges
    assert not chart.has_open_ends


def test_a_range_is_certain_up_to_its_lower_bound() -> None:
    """Only what is certain is drawn solid; the rest is the span that the reader is told about."""
    drawn = bar(BarData("BIF", "20.000-30.000", 20000, 30000))
    assert (drawn.solid, drawn.end, drawn.range_width) == (240.0, 360.0, 120.0)


def test_at_most_has_nothing_certain() -> None:
    """»op mod 10.000« may be none at all."""
    assert bar(BarData("KFF", "op mod 10.000", 0, 10000)).solid == 0


def test_an_open_end_is_a_sign_beyond_the_scale() -> None:
    """Where no upper bound is known, a sign of one size says so at one place: its distance is no amount."""
    chart = draw_bars("f", "F", [BarData("SOF", "over 100", 101, None), BarData("TMF", "mindst 9", 9, None)])
    (arrow,) = {drawn.arrow for drawn in chart.bars}
    assert arrow is not None
    assert max(drawn.end for drawn in chart.bars) <= chart.scale_end < arrow
    assert arrow + ARROW <= CHART_WIDTH
    assert "En pil ved siden af skalaen" in chart.reading


def test_unknown_and_zero_are_two_things() -> None:
    """Unknown draws nothing and says so; zero is a known amount."""
    unknown, zero = draw_bars("f", "F", [BarData("a", "uoplyst", None, None), BarData("b", "0", 0, 0)]).bars
    assert (unknown.is_unknown, unknown.solid) == (True, 0)
    assert (zero.is_unknown, zero.solid) == (False, 0)


def test_a_small_count_beside_a_large_one_is_seen() -> None:
    """15 beside 10.000 still leaves a mark."""
    assert bar(BarData("TMF", "15", 15, 15), BarData("KFF", "10.000", 10000, 10000)).solid > 1


def test_long_names_are_broken_into_lines() -> None:
    """A label that would run into its value or out of the drawing goes on on a new line, and pushes its bar down."""
    name = "Beskæftigelses- og Integrationsforvaltningen og foreningerne på Amager"
    drawn = bar(BarData(name, "20.000-30.000", Decimal(20000), Decimal(30000)))
    assert " ".join(label for _, label in drawn.lines) == name
    assert len(drawn.lines) == 2
    assert drawn.top > drawn.lines[-1][0]


@pytest.mark.parametrize("name", ["x" * 400, "MWMW" * 60, "https://example.dk/" + "kWm" * 660])
def test_a_long_word_is_broken_within_the_drawing(name: str) -> None:
    """No line is wider than the drawing, and a word that would fill a page is cut with a mark."""
    lines = [line for _, line in bar(BarData(name, "ca. 15", 13, 17)).lines]
    assert max(map(len, lines)) * 12 * (0.5 if "x" in name else 0.8) <= CHART_WIDTH
    assert "".join(lines) == name or ("".join(lines)[:-1] in name and lines[-1].endswith("…"))
    assert len(lines) <= 12


def test_the_alternative_says_everything() -> None:
    """Who cannot see the drawing hears its title and every value."""
    chart = draw_bars("f", "Frivillige", [BarData("TMF", "ca. 15", 13, 17), BarData("SOF", "uoplyst", None, None)])
    assert chart.alternative == "Frivillige. TMF: ca. 15; SOF: uoplyst."
    assert chart.reading == (
        "Vandrette søjler på en skala fra 0 til 20. En lys søjle med streg viser det spænd, tallet ligger i. "
        "En prikket linje uden søjle viser, at tallet ikke kendes."
    )


def test_a_heading_stands_above_its_bars() -> None:
    """Two years of one figure share a heading, which is said before them."""
    chart = draw_bars(
        "f", "Projekter", [BarData("2013", "12", 12, 12, heading="TMF: A"), BarData("2014", "21", 21, 21)]
    )
    first, second = chart.bars
    assert first.heading[0][0] < first.lines[0][0]
    assert not second.heading
    assert chart.alternative == "Projekter. TMF: A: 2013: 12; 2014: 21."


def test_panels_are_as_even_as_their_order_allows() -> None:
    """The first column may be longer, and no drawing is lost."""
    tall = draw_bars("a", "A", [BarData("x", "1", 1, 1)] * 6)
    low = draw_bars("b", "B", [BarData("x", "1", 1, 1)] * 2)
    panels = put_in_columns([tall, low, low])
    assert panels.columns == ((tall,), (low, low))
    assert put_in_columns([]).columns == ()


@given(st.lists(AMOUNTS, max_size=12))
def test_nothing_is_drawn_outside(amounts: list[BarData]) -> None:
    """Every bar lies within the drawing, its parts in order, the bars below each other."""
    chart = draw_bars("f", "F", amounts)
    for drawn in chart.bars:
        assert 0 <= drawn.solid <= drawn.end <= CHART_WIDTH
        assert drawn.bottom <= chart.height
    assert all(one.bottom < two.top for one, two in pairwise(chart.bars))
