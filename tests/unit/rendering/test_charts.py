from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.rendering.charts import WIDTH, Amount, Bar, draw_bars

COUNTS = st.integers(0, 10**7)
AMOUNTS = st.one_of(
    st.just(Amount("a", "uoplyst", None, None)),
    COUNTS.map(lambda n: Amount("a", "over", n, None)),
    st.tuples(COUNTS, COUNTS).map(lambda pair: Amount("a", "fra-til", *sorted(pair))),
)


def bar(*amounts: Amount) -> Bar:
    """Draw the amounts and give the first bar."""
    return draw_bars("fig", "Figur", amounts).bars[0]


def test_bars_begin_at_zero_and_keep_proportion() -> None:
    """Half as many is half as long, and the largest fills the width."""
    chart = draw_bars("fig", "Projekter", [Amount("2013", "12", 12, 12), Amount("2014", "24", 24, 24)])
    assert [drawn.solid for drawn in chart.bars] == [WIDTH / 2, WIDTH]
    assert not chart.has_ranges
    assert not chart.has_open_ends


def test_a_range_is_certain_up_to_its_lower_bound() -> None:
    """Only what is certain is drawn solid; the rest is the span that the reader is told about."""
    drawn = bar(Amount("BIF", "20.000-30.000", 20000, 30000))
    assert (drawn.solid, drawn.end, drawn.range_width) == (240.0, 360.0, 120.0)


def test_at_most_has_nothing_certain() -> None:
    """»op mod 10.000« may be none at all."""
    assert bar(Amount("KFF", "op mod 10.000", 0, 10000)).solid == 0


def test_an_open_end_has_an_arrow_that_fits() -> None:
    """Where no upper bound is known, an arrow says so, inside the drawing."""
    drawn = bar(Amount("SOF", "over 100", 101, None))
    assert drawn.arrow is not None
    assert drawn.arrow + 36 <= WIDTH


def test_unknown_and_zero_are_two_things() -> None:
    """Unknown draws nothing and says so; zero is a known amount."""
    unknown, zero = draw_bars("f", "F", [Amount("a", "uoplyst", None, None), Amount("b", "0", 0, 0)]).bars
    assert (unknown.is_unknown, unknown.solid) == (True, 0)
    assert (zero.is_unknown, zero.solid) == (False, 0)


def test_a_small_count_beside_a_large_one_is_seen() -> None:
    """15 beside 10.000 still leaves a mark."""
    assert bar(Amount("TMF", "15", 15, 15), Amount("KFF", "10.000", 10000, 10000)).solid > 1


def test_long_names_are_broken_into_lines() -> None:
    """A label that would run into its value or out of the drawing goes on on a new line, and pushes its bar down."""
    name = "Beskæftigelses- og Integrationsforvaltningen og foreningerne på Amager"
    drawn = bar(Amount(name, "20.000-30.000", Decimal(20000), Decimal(30000)))
    assert " ".join(label for _, label in drawn.lines) == name
    assert len(drawn.lines) == 2
    assert drawn.top > drawn.lines[-1][0]


def test_the_alternative_says_everything() -> None:
    """Who cannot see the drawing hears its title and every value."""
    chart = draw_bars("f", "Frivillige", [Amount("TMF", "ca. 15", 13, 17), Amount("SOF", "uoplyst", None, None)])
    assert chart.alternative == "Frivillige. TMF: ca. 15; SOF: uoplyst."


@given(st.lists(AMOUNTS, max_size=12))
def test_nothing_is_drawn_outside(amounts: list[Amount]) -> None:
    """Every bar lies within the drawing, its parts in order, the bars below each other."""
    chart = draw_bars("f", "F", amounts)
    for drawn in chart.bars:
        assert 0 <= drawn.solid <= drawn.end <= WIDTH
        assert drawn.bottom <= chart.height
    assert all(one.bottom < two.top for one, two in pairwise(chart.bars))
