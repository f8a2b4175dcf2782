"""Durations: amounts of time, or words of one's own."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.grammar.duration import parse_duration


@pytest.mark.parametrize(
    ("text", "unit", "printed"),
    [
        ("1½ år", "år", "1½ år"),
        ("halvandet år", "år", "1½ år"),
        ("Et halvt år", "år", "½ år"),
        ("2 aar", "år", "2 år"),
        ("6 måneder", "måned", "6 måneder"),
        ("1 måneder", "måned", "1 måned"),
        ("en uge", "uge", "1 uge"),
        ("Ca. 3  uger", "uge", "ca. 3 uger"),
        ("2-3 dage", "dag", "2-3 dage"),
        ("48 timer", "time", "48 timer"),
        ("flere år", "år", "flere år"),
    ],
)
def test_amount_of_time_is_read(text: str, unit: str, printed: str) -> None:
    """An amount and a unit of time are understood and printed in normal Danish."""
    duration = parse_duration(text)

    assert duration.amount is not None
    assert duration.unit == unit
    assert duration.text() == printed


@pytest.mark.parametrize("text", ["fra sommer til jul", "år", "næste år", "-5 dage", "uoplyst", "15 % dage", ""])
def test_other_words_are_kept(text: str) -> None:
    """What is no amount of time is kept as it was typed."""
    duration = parse_duration(f" {text} ")

    assert (duration.amount, duration.unit, duration.text()) == (None, None, text)


@given(st.one_of(st.text(), st.text("0123456789½,. ").map(lambda text: f"{text} uger")))
def test_any_text_is_a_duration(text: str) -> None:
    """Every text is accepted, and what is printed is read back the same."""
    duration = parse_duration(text)

    assert parse_duration(duration.text()).text() == duration.text()


def test_long_text_is_kept_at_once() -> None:
    """A hundred thousand characters take no noticeable time."""
    began = time.process_time()

    assert parse_duration("\u0301\u0316" * 50_000).amount is None
    assert time.process_time() - began < 1
