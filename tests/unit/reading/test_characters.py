import time

import pytest

from frivilligrapport.reading.decoding import decode
from support.texts.decoded_texts import said, text_of, told


@pytest.mark.parametrize(
    ("sign", "name", "shown"),
    [
        ("\0", "U+0000", "to ord"),
        ("\x0b", "U+000B", "to ord"),
        ("\x0c", "U+000C", "to ord"),
        ("\x1b", "U+001B", "to ord"),
        ("\x7f", "U+007F", "to ord"),
        ("\x85", "U+0085", "to ord"),
        ("\u2028", "U+2028", "to ord"),
        ("\uffff", "U+FFFF", "to ord"),
        ("\u200b", "U+200B", "toord"),
        ("\u202e", "U+202E", "toord"),
        ("\ufeff", "U+FEFF", "toord"),
    ],
)
def test_a_character_that_nobody_sees_is_told_once_with_its_place(sign: str, name: str, shown: str) -> None:
    """Control characters become spaces and signs without width are left out; the rest of the file is still read."""
    decoded = decode(f"navn: Æ\nkilde: to{sign}ord\nart: to{sign}ord\n".encode(), "tmf.yaml")
    assert decoded.source is not None
    assert decoded.source.text == f"navn: Æ\nkilde: {shown}\nart: {shown}\n"
    message = f"Her står et usynligt tegn ({name}), som ikke kan læses. Det samme ses ét andet sted i filen."
    hint = "Slet tegnet, eller skriv linjen igen."
    assert [told(problem) for problem in decoded.problems] == [(2, 10, "FR003", message, hint)]


def test_ordinary_signs_are_left_alone() -> None:
    """Tabs, soft hyphens, emoji with joiners, hard spaces inside a text and letters beyond the first plane are text."""
    text = "navn: a\tb\nkilde: Frivillig\u00adnetværk 👩\u200d🌾 𝄞\ntekst: efter §\u00a018 er 15\u00a0% …\n"
    assert text_of(text.encode()) == text


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u202f", "\u3000"])
def test_spaces_from_a_web_page_indent_like_ordinary_ones(space: str) -> None:
    """Before a line's text, after its dash and after its field's colon every space is a space; columns stay."""
    copied = f"liste:\n{space}{space}-{space}navn:{space}Café\n{space} x:\n- y\n-{space}-{space}z: efter §{space}18\n"
    expected = f"liste:\n  - navn: Café\n  x:\n- y\n- - z: efter §{space}18\n"
    assert text_of(copied.encode()) == expected


def test_heaps_of_accents_are_refused_before_they_cost_anything() -> None:
    """Normalising takes the square of the number of accents in a row; so they are counted first."""
    data = ("navn: a\nkilde: e" + "\u0301\u0327" * 100_000).encode()
    start = time.process_time()
    found = said(data)
    assert time.process_time() - start < 2
    message = "I linje 2 står mere end 30 accenttegn oven i hinanden."
    assert found == [(1, 1, "FR003", message, "Slet tegnet, eller skriv linjen igen.")]


def test_thirty_accents_are_read() -> None:
    """Unicode's own limit is the one that counts."""
    assert len(text_of(("e" + "\u0301\u0327" * 15).encode())) > 20
