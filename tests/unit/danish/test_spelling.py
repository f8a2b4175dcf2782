"""The same word spelt differently."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport import danish
from frivilligrapport.danish import (
    Guesses,
    fold_ascii,
    nearest_word,
    nearest_words,
    normal_key,
    slug_of,
    unfold_ascii,
    without_case,
)

_FORVALTNINGER = ("TMF", "SOF", "KFF", "BUF", "SUF", "BIF", "ØKF")
_FIELDS = ("målgrupper", "tilstand", "periode", "hører_til", "indsatser", "forslag", "bemærkning", "tal")


def test_ascii_spelling_keeps_case() -> None:
    """Æ, ø and å are spelt out and everything else stays."""
    assert fold_ascii("Ærø, ØKF og blåbær") == "Aeroe, OeKF og blaabaer"


@pytest.mark.parametrize("word", ["tværgående", "årets", "på_vej", "øvrige"])
def test_a_word_comes_back_from_its_ascii_spelling(word: str) -> None:
    """What was spelt out is read as the same letters, also where å and an e follow each other."""
    assert unfold_ascii(fold_ascii(word)) == word


@pytest.mark.parametrize(
    "spelling", ["hører_til", "Hører til", "HØRER-TIL", "hoerer til", "  hører __ til ", "hører\u00a0til"]
)
def test_spellings_of_a_key_are_one(spelling: str) -> None:
    """Case, separators, æøå spellings and spaces around make no difference."""
    assert normal_key(spelling) == "hoerer_til"


def test_decomposed_letters_are_the_same_key() -> None:
    """Å from a Mac, stored as two characters, is å."""
    assert normal_key("A\u030ar") == "aar"


@given(st.text())
def test_normal_key_is_already_normal(text: str) -> None:
    """A normal key is its own normal key."""
    key = normal_key(text)

    assert normal_key(key) == key


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("TFM", _FORVALTNINGER, "TMF"),
        ("SFO", _FORVALTNINGER, "SOF"),
        ("OKF", _FORVALTNINGER, "ØKF"),
        ("oekf", _FORVALTNINGER, "ØKF"),
        ("buf", _FORVALTNINGER, "BUF"),
        ("XYZ", _FORVALTNINGER, None),
        ("maalgruper", _FIELDS, "målgrupper"),
        ("tilsatnd", _FIELDS, "tilstand"),
        ("Hører til", _FIELDS, "hører_til"),
        ("bemærkninger", _FIELDS, "bemærkning"),
        ("vejr", _FIELDS, None),
        ("", _FIELDS, None),
        ("tal", (), None),
    ],
)
def test_nearest_word_is_what_was_meant(word: str, candidates: tuple[str, ...], expected: str | None) -> None:
    """A slip in an acronym or a long word finds the word meant, as the list spells it; chance likeness finds none."""
    assert nearest_word(word, candidates) == expected


def test_long_word_is_answered_at_once() -> None:
    """A hundred thousand characters are like no word, and that is soon known."""
    began = time.process_time()

    assert nearest_word("ab" * 50_000, _FIELDS) is None
    assert time.process_time() - began < 1


def test_guesses_are_the_nearest_words() -> None:
    """Asked again and again, the same words give what asking once gives, another spelling of one among them."""
    words = ["Amager Øst", "Amager Vest", "Nørrebro", "Nørre Bro"]
    guesses = Guesses(words)
    for typed in ("Amager", "noerrebro", "NØRRE-BRO", "Norebro", "Valby", ""):
        assert guesses.all_nearest(typed) == nearest_words(typed, words)
        assert guesses.nearest(typed) == nearest_word(typed, words)


def test_there_is_an_end_to_guessing(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many comparisons only another spelling of a word is found."""
    monkeypatch.setattr(danish, "_MOST_COMPARED", 5)
    guesses = Guesses(["Valby", "Vanløse"])
    assert [guesses.nearest("Valbi") for _ in range(3)] == ["Valby", "Valby", None]
    assert guesses.nearest("VALBY") == "Valby"


def test_what_ignores_case_finds_nothing_that_small_letters_do_not_show() -> None:
    """Each sign that such a pattern takes for a letter, the Turkish İ and the long ſ too, is that letter in small."""
    signs = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x20000))))
    for letter in "abcdefghijklmnopqrstuvwxyzæøå":
        assert {without_case(sign) for sign in re.findall(letter, signs, re.IGNORECASE)} == {letter}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Smag Verden!", "smag-verden"),
        ("Grøn frivillighed", "groen-frivillighed"),
        ("TMF", "tmf"),
        ("§ 18-midler (2014)", "18-midler-2014"),
        ("Café Æble", "caf-aeble"),
        ("!", ""),
    ],
)
def test_slug_of(text: str, slug: str) -> None:
    """An id is made of small ASCII letters and digits, Danish letters spelt out."""
    assert slug_of(text) == slug
