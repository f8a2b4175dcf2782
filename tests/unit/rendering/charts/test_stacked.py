"""Bars made of parts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.rendering.charts.stacked import Pattern, StackData, draw_stacks

PARTS = ("gennemført", "kommende", "øvrige")


def test_parts_are_told_apart_without_colour() -> None:
    """Each part has a pattern of its own, and the text beside the bar gives its number and name."""
    (drawn,) = draw_stacks("f", "F", PARTS, [StackData("TMF", (10, 4, 1))]).bars
    assert [one.pattern for one in drawn.segments] == [Pattern.SOLID, Pattern.STRIPED, Pattern.EMPTY]
    assert [bool(one.stripes) for one in drawn.segments] == [False, True, False]
    assert drawn.text == "15: 10 gennemført, 4 kommende, 1 øvrige"


def test_unknown_and_none_are_two_things() -> None:
    """Who has not delivered says so; who has no indsatser has 0."""
    missing, none = draw_stacks("f", "F", PARTS, [StackData("A", text="ikke modtaget"), StackData("B", (0, 0, 0))]).bars
    assert (missing.is_unknown, missing.text, missing.segments) == (True, "ikke modtaget", ())
    assert (none.is_unknown, none.text, none.segments) == (False, "0", ())


def test_the_alternative_names_those_with_the_most() -> None:
    """All numbers are said, and the message holds back where somebody is missing."""
    known = [StackData("TMF", (2, 0, 0), full="Teknik"), StackData("SOF", (1, 1, 0))]
    assert draw_stacks("f", "Indsatser", PARTS, known).alternative == (
        "Indsatser. Flest har Teknik og SOF. Teknik: 2: 2 gennemført; SOF: 2: 1 gennemført, 1 kommende."
    )
    some = draw_stacks("f", "Indsatser", PARTS, [StackData("TMF", (2, 0, 0)), StackData("SOF", text="ikke modtaget")])
    assert "Flest af dem, der kendes, har TMF. TMF: 2: 2 gennemført; SOF: ikke modtaget." in some.alternative
    assert some.reading == (
        "Vandrette søjler på en skala fra 0 til 2: gennemført er fyldt, kommende er stribet og øvrige er tom."
    )


@given(st.lists(st.tuples(*[st.integers(0, 500)] * 3), max_size=9))
def test_parts_follow_each_other_from_zero(counts: list[tuple[int, ...]]) -> None:
    """Every bar begins at 0, its parts touch and keep proportion, and nothing is drawn outside."""
    chart = draw_stacks("f", "F", PARTS, [StackData("a", one) for one in counts])
    for drawn, count in zip(chart.bars, counts, strict=True):
        assert drawn.top + chart.bar_height <= chart.height
        assert [one.x for one in drawn.segments[:1]] in ([], [0.5])
        for before, after in pairwise(drawn.segments):
            assert abs(before.x + before.width - after.x) < 0.2
        for one in drawn.segments:
            assert one.x + one.width <= chart.width
            assert all(one.x < x < one.x + one.width for x in one.stripes)
        scale = (chart.width - 1) / (int(chart.scale_text.replace(".", "")) or 1)
        assert abs(sum(one.width for one in drawn.segments) - sum(count) * scale) < 0.2
