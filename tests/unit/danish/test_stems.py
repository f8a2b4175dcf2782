"""Danish words without their endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.danish import plain_words, word_forms, word_stem


def test_plain_words() -> None:
    """Case, æøå spellings, accents and signs make no difference."""
    assert plain_words("Ældre hjælper ÆLDRE – café, »48 timer«") == [
        "aeldre", "hjaelper", "aeldre", "cafe", "48", "timer",
    ]  # fmt: skip


def test_decomposed_letters() -> None:
    """Å from a Mac, stored as two characters, is å."""
    assert plain_words("A\u030aben") == ["aaben"]


@pytest.mark.parametrize(
    "forms",
    [
        "fest fester festen festerne festernes",
        "ven venner vennerne",
        "besøgsven besøgsvenner besøgsvennen",
        "håndbog håndbøger håndbøgerne håndbogen",
        "barn børn børnene børns",
        "kursus kurset kurser kurserne",
        "café cafeer caféerne cafeen",
        "frivillig frivillige frivilligt frivilliges",
        "grøn grønne",
        "træf træffet",
        "forening foreningen foreninger foreningernes",
        "netværk netværket netværkene",
    ],
)
def test_forms_of_one_word(forms: str) -> None:
    """All forms of a word have one stem."""
    assert len({word_stem(word) for word in plain_words(forms)}) == 1


@pytest.mark.parametrize("word", ["by", "hus", "nat", "48", "it"])
def test_short_words(word: str) -> None:
    """What looks like an ending is the word itself when too little is left."""
    assert word_stem(word) == word


@given(st.text())
def test_forms_grow_shorter(text: str) -> None:
    """Each form is shorter than the one before, so that taking endings off always ends."""
    for word in plain_words(text):
        lengths = [len(form) for form in word_forms(word)]
        assert lengths == sorted(set(lengths), reverse=True)
