"""Laws of adding up that hold whatever is reported."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from frivilligrapport.figures.families import settle_families
from frivilligrapport.figures.figure import Figure, FigurePart, Origin, StateGroup
from frivilligrapport.figures.shared import settle_ownership
from frivilligrapport.figures.totals import Scope, Total, totals
from frivilligrapport.grammar.quantity import parse_quantity
from frivilligrapport.models.enheder import built_in
from frivilligrapport.problems import Location
from support.laws import tried

FORVALTNINGER = ("tmf", "sof", "kff")
SCOPE = Scope(FORVALTNINGER, {one: one.upper() for one in FORVALTNINGER})


@dataclass(frozen=True)
class Case:
    """A figure as typed, and a true value that agrees with it."""

    forvaltning: str
    typed: str
    truth: int


numbers = st.integers(min_value=0, max_value=50_000)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a wording and a value that it allows."""
    number = draw(numbers)
    typed, low, high = draw(
        st.sampled_from(
            [
                (f"{number}", number, number),
                (f"ca. {number}", number, number),
                (f"over {number}", number + 1, number + 10_000),
                (f"mindst {number}", number, number + 10_000),
                (f"op mod {number}", 0, number),
                (f"knap {number + 2}", (number + 2) * 9 // 10, number + 1),
                (f"godt {number}", number, number),
                (f"mellem {number} og {number * 2 + 1}", number, number * 2 + 1),
                ("mange", 0, 10_000),
                ("uoplyst", 0, 10_000),
            ]
        )
    )
    return Case(draw(st.sampled_from(FORVALTNINGER)), typed, draw(st.integers(low, high)))


def figures(found: list[Case]) -> tuple[Figure, ...]:
    """Make a figure of each case, none of them related."""
    return tuple(
        Figure(
            id=f"2014.{case.forvaltning}.i{index}.frivillige",
            origin=Origin(2014, case.forvaltning, f"i{index}", f"I {index}"),
            enhed=built_in()["frivillige"],
            maerke="",
            part=FigurePart.ANTAL,
            group=StateGroup.GENNEMFOERT,
            quantity=parse_quantity(case.typed),
            bounds=parse_quantity(case.typed).bounds(Fraction(1, 10)),
            location=Location("tmf.yaml", index + 1),
            owner=case.forvaltning,
        )
        for index, case in enumerate(found)
    )


def add_up(found: tuple[Figure, ...]) -> Total:
    """Add figures of one unit up as the report does."""
    (total,) = totals(settle_families(settle_ownership(found, {})), SCOPE)
    return total


some_cases = st.lists(cases(), min_size=1, max_size=8)


@tried(60)
@given(some_cases)
def test_a_total_contains_every_true_sum(found: list[Case]) -> None:
    """Whatever the true values are, their sum lies between the bounds, unknown figures apart."""
    bounds = add_up(figures(found)).bounds
    truth = sum(case.truth for case in found if case.typed != "uoplyst")
    assert bounds is None or Decimal(truth) in bounds


@tried(60)
@given(some_cases, st.randoms(use_true_random=False))
def test_order_never_matters(found: list[Case], random: object) -> None:
    """The same figures in another order give the same bounds, words and coverage."""
    made = list(figures(found))
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = add_up(tuple(made)), add_up(tuple(shuffled))
    assert (first.bounds, first.text, first.coverage) == (second.bounds, second.text, second.coverage)


@tried(40)
@given(some_cases)
def test_an_unknown_figure_changes_no_bound(found: list[Case]) -> None:
    """One more uoplyst leaves bounds, words and those who have given figures as they were."""
    before = add_up(figures(found))
    after = add_up(figures([*found, Case("sof", "uoplyst", 0)]))
    assert (before.bounds, before.text, before.coverage.given) == (after.bounds, after.text, after.coverage.given)


@tried(40)
@given(some_cases, numbers, numbers)
def test_splitting_an_exact_figure_changes_nothing(found: list[Case], first: int, second: int) -> None:
    """An exact figure reported as two adds up to the same bounds."""
    whole = add_up(figures([*found, Case("tmf", str(first + second), 0)]))
    split = add_up(figures([*found, Case("tmf", str(first), 0), Case("tmf", str(second), 0)]))
    assert (whole.bounds, whole.quantified) == (split.bounds, split.quantified)


_NUMBER = r"([0-9.]*[0-9])"
_RESERVATIONS = ("op mod", "over", "ubestemt antal")


def largest(words: str, after: str = "") -> int:
    """Give the largest number of a wording, or of those that stand after some words; 0 when there is none."""
    return max((int(found.replace(".", "")) for found in re.findall(rf"{after}\b{_NUMBER}", words)), default=0)


@tried(100)
@given(st.lists(cases(), min_size=1, max_size=10))
@example([Case("tmf", "knap 2", 0), Case("tmf", "0", 0)])
@example([Case("tmf", "op mod 0", 0), Case("tmf", "0", 0)])
def test_a_further_figure_makes_no_total_look_smaller_or_surer(found: list[Case]) -> None:
    """It lowers no number in the wording, and takes away no "op mod", "over" or "ubestemt antal"."""
    for many in range(1, len(found)):
        before, after = (add_up(figures(found[:end])).text for end in (many, many + 1))
        for words in ("", "op mod ", "over "):
            assert largest(before, words) <= largest(after, words), (before, after)
        assert not [words for words in _RESERVATIONS if words in before and words not in after], (before, after)
