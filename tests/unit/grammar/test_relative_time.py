"""Words for time that change their meaning when the report is read."""

import time

import pytest

from frivilligrapport.grammar.relative_time import find_relative_time


def _found(text: str) -> list[str]:
    return [text[start : start + length] for start, length in find_relative_time(text)]


@pytest.mark.parametrize(
    "expression",
    [
        "næste år",
        "sidste år",
        "i år",
        "sidste forår",
        "næste sommer",
        "det kommende år",
        "i øjeblikket",
        "for øjeblikket",
        "for nylig",
        "for tiden",
        "de senere år",
        "de seneste år",
        "på nuværende tidspunkt",
        "i dag",
        "til foråret",
        "om to år",
        "for få måneder siden",
        "inden længe",
        "lige nu",
        "snart",
        "naeste aar",
        "Næste År",
        "på\n  nuværende tidspunkt",
        "næste\u00a0år",
    ],
)
def test_relative_expression_is_found(expression: str) -> None:
    """Each expression is found in the middle of a sentence, also across a line break."""
    assert _found(f"Traileren kommer {expression}, siger de.") == [expression]


@pytest.mark.parametrize(
    "text",
    [
        "Samarbejdet fortsætter fremover.",
        "I 2014 holdt vi fire møder.",
        "I foråret 2015 kommer en håndbog.",
        "Til foråret 2015 kommer en håndbog.",
        "Vi holdt møde hvert år.",
        "Fra år til år.",
        "Det handler om 18 årige.",
        "Den fåmælte snartænker.",
        "",
    ],
)
def test_other_time_is_left_alone(text: str) -> None:
    """Years, dates and words that stay true are not found."""
    assert _found(text) == []


def test_places_are_given_in_order() -> None:
    """Several expressions are found with their start and length, in the order of the text."""
    assert find_relative_time("I år og næste år.") == ((0, 4), (8, 8))


@pytest.mark.parametrize("words", ["de ", "i  ", "for 2 ", "om ", "næste ", " ", "å"])
def test_search_time_grows_no_faster_than_the_text(words: str) -> None:
    """A hundred thousand characters take no noticeable time."""
    began = time.process_time()
    find_relative_time((words * 100_000)[:100_000])

    assert time.process_time() - began < 1
