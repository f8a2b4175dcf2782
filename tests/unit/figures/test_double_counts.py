"""Open double counts: indsatser that may be one (number grammar, section 3 rule 5b)."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.figures.register import Grouping, Register, count
from frivilligrapport.grammar.quantity import Bounds, parse_quantity
from support.folders.small_years import body, indsats, passing_year
from support.laws import tried

Tallied = Callable[..., Register]


def said(register: Register) -> dict[str, str]:
    """Give the year's totals in words, by unit."""
    return {one.enhed: one.text for one in register.totals}


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("3", "3", "3-6"),
        ("3", "5", "5-8"),
        ("5", "3", "5-8"),
        ("ca. 15", "ca. 15", "13-34"),
        ("op mod 100", "20", "op mod 100 og 20"),
        ("over 100", "over 80", "over 100 og et ubestemt antal"),
        ("over 100", "80", "over 100 og op til 80"),
        ("mange", "3", "3 og et ubestemt antal"),
        ("uoplyst", "3", "3"),
    ],
)
def test_a_pair_adds_the_larger_lower_bound_and_the_sum_of_the_upper_ones(
    first: str, second: str, text: str, tallied: Tallied
) -> None:
    """The total of two that may be one is kept open, and claims no more than either reading gives."""
    maybe = "måske_samme_som: [sof/b]"
    register = tallied(tmf=body(indsats("a", f"kurser: {first}", maybe)), sof=body(indsats("b", f"kurser: {second}")))
    assert said(register) == {"kurser": text}
    assert {one.text for own in register.by_forvaltning.values() for one in own} == {first, second}


quantities = st.sampled_from(["{}", "ca. {}", "over {}", "mindst {}", "op mod {}", "knap {}"])
typed = st.builds(str.format, quantities, st.integers(1, 5_000))


@pytest.mark.full
@tried(60)
@given(typed, typed)
def test_the_rule_holds_whatever_they_report(first: str, second: str) -> None:
    """From either side, the bounds are the larger of the lower and the sum of the upper ones."""
    both = [parse_quantity(one).bounds() for one in (first, second)]
    tops = [one.upper for one in both if one]
    upper = None if None in tops else sum((one or Decimal(0) for one in tops), Decimal(0))
    for own, other in (("måske_samme_som: [sof/b]", ""), ("", "måske_samme_som: [TMF/a]")):
        year = passing_year(
            tmf=body(indsats("a", f"kurser: {first}", own)), sof=body(indsats("b", f"kurser: {second}", other))
        )
        (total,) = count(*year).totals
        assert total.bounds == Bounds(max(one.lower for one in both if one), upper)


def test_only_units_that_both_report_are_in_doubt(tallied: Tallied) -> None:
    """What one of them alone has is counted as it is, and so is what is of another state."""
    register = tallied(
        tmf=body(indsats("a", "kurser: 3\nelever: 20", "måske_samme_som: [sof/b]")),
        sof=body(indsats("b", "kurser: 3\nmøder: 2"), indsats("c", "kurser: 9", tilstand="planlagt")),
    )
    assert [(one.enhed, one.text) for one in register.totals] == [
        ("kurser", "3-6"),
        ("elever", "20"),
        ("møder", "2"),
        ("kurser", "9"),
    ]
    (one,) = register.double_counts
    assert [total.enhed for total in register.doubted(one)] == ["kurser"]


def test_three_that_may_be_one_count_the_largest_once(tallied: Tallied) -> None:
    """A and b, and b and c: the least that they can be is the largest of them."""
    register = tallied(
        tmf=body(indsats("a", "kurser: 3", "måske_samme_som: [sof/b]")),
        sof=body(indsats("b", "kurser: 1", "måske_samme_som: [oekf/c]")),
        oekf=body(indsats("c", "kurser: 3")),
    )
    assert said(register) == {"kurser": "3-7"}


def test_what_is_counted_inside_its_whole_may_be_the_same_too(tallied: Tallied) -> None:
    """Ten with three of them inside, and three more that may be those: from ten to thirteen."""
    register = tallied(
        tmf=body(
            indsats("hele", "kurser: 10"), indsats("a", "kurser: 3", "hører_til: hele", "måske_samme_som: [sof/b]")
        ),
        sof=body(indsats("b", "kurser: 3")),
    )
    assert said(register) == {"kurser": "10-13"}


def test_the_rows_of_the_register_add_up_to_the_total(tallied: Tallied) -> None:
    """Who adds the column »bidrag« gets the total's bounds, and the gross total is everyone's."""
    register = tallied(
        tmf=body(indsats("a", "kurser: 3", "måske_samme_som: [sof/b]")), sof=body(indsats("b", "kurser: 4"))
    )
    assert [one.adds for one in register.figures] == [Bounds(Decimal(0), Decimal(3)), Bounds(Decimal(4), Decimal(4))]
    assert [one.text for one in register.gross] == ["7"]


def test_a_part_holds_open_only_what_it_has_both_sides_of(tallied: Tallied) -> None:
    """Two under one tema may be one; two under different ones are each there."""
    maybe = "måske_samme_som: [sof/b]"
    for tema, found in (("grøn", {"grøn": ["3-6"]}), ("kultur", {"grøn": ["3"], "kultur": ["3"]})):
        register = tallied(
            tmf=body(indsats("a", "kurser: 3", maybe, "tema: [grøn]")),
            sof=body(indsats("b", "kurser: 3", f"tema: [{tema}]")),
        )
        parts = register.totals_by(Grouping.TEMA)
        assert {name: [one.text for one in own] for name, own in parts.items()} == found


def test_a_reference_that_leads_nowhere_changes_nothing(tallied: Tallied) -> None:
    """The finding is the rules'; the figures are counted as they stand."""
    register = tallied(
        tmf=body(indsats("a", "kurser: 3", "måske_samme_som: [sof/x, a]")), sof=body(indsats("b", "kurser: 3"))
    )
    assert (said(register), register.double_counts) == ({"kurser": "6"}, ())
