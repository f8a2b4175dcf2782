"""Danish alphabetical order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.danish import sort_key

_IN_ORDER = [
    "2. kvartal",
    "Amager",
    "Amager Vest",
    "Amager Øst",
    "Amagerbro",
    "Brønshøj-Husum",
    "Café",
    "Cafeteria",
    "Mylle",
    "Müller",
    "Møller",
    "Valby",
    "Zoo",
    "Ærø",
    "Ørestad",
    "Østerbro",
    "Aabenraa",
    "Ålborg",
    "Århus",
]


def test_letters_come_in_danish_order() -> None:
    """Æ, ø and å come last, aa is å, ü is y, accents do not count, and spaces come before letters."""
    shuffled = random.Random(0).sample(_IN_ORDER, len(_IN_ORDER))  # noqa: S311 - only shuffles

    assert sorted(shuffled, key=sort_key) == _IN_ORDER


def test_case_and_spelling_do_not_count() -> None:
    """Small and capital letters, composed and decomposed ones, and aa and å are equal."""
    assert sort_key("ÅBEN SKOLE") == sort_key("åben  skole") == sort_key("A\u030aben-skole") == sort_key("Aaben skole")


def test_equal_names_keep_their_order() -> None:
    """Names that differ only in case stay as they were."""
    assert sorted(["valby", "Valby", "VALBY"], key=sort_key) == ["valby", "Valby", "VALBY"]


@given(st.lists(st.text()))
def test_every_text_has_its_place(texts: list[str]) -> None:
    """Any texts can be sorted, and sorting twice changes nothing."""
    once = sorted(texts, key=sort_key)

    assert sorted(once, key=sort_key) == once
