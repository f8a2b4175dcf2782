"""Patterns match what the program reads as the same word, and nothing else."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.danish import normal_key
from frivilligrapport.models.schema.values import any_of, other_spellings

WORDS = ["år", "hører_til", "på_vej_med_i_antal", "frivillige timer", "it-løsning", "kr.", "æble", "navn"]
SPELLED = st.sampled_from(WORDS).flatmap(
    lambda word: st.tuples(
        st.sampled_from([word, word.upper(), word.title(), normal_key(word), normal_key(word).upper()]),
        st.sampled_from(["_", "-", " ", " - "]),
        st.booleans(),
        st.sampled_from(["", " "]),
    )
)


@pytest.mark.parametrize("word", WORDS)
@given(spelled=SPELLED)
def test_every_spelling(word: str, spelled: tuple[str, str, bool, str]) -> None:
    """A pattern matches a text exactly when the program takes it for the word."""
    text, separator, decomposed, around = spelled
    typed = unicodedata.normalize("NFD" if decomposed else "NFC", around + re.sub(r"[\s_-]", separator, text) + around)
    is_same = normal_key(typed) == normal_key(word)
    assert bool(re.search(any_of([word]), typed)) == is_same
    assert bool(re.search(other_spellings(word), typed)) == (is_same and typed != word)


@given(st.text(st.sampled_from("aåeæoønv _-rR"), max_size=6))
def test_any_text(text: str) -> None:
    """The same for texts that are nearly a word."""
    assert bool(re.search(any_of(["år", "navn"]), text)) == (normal_key(text) in {"aar", "navn"})
