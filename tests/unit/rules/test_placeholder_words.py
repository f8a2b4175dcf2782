"""Which words are placeholders, and which are only like them."""

import pytest

from frivilligrapport.rules.texts.unfinished import holds_placeholder


@pytest.mark.parametrize(
    "typed",
    [
        "xxx", "Vi hjalp XXXX borgere.", "Lorem ipsum dolor sit amet", "[Indsæt tekst her]", "Indsæt navn",
        "skriv her", "Skriv din tekst her", "TBD",
        "todo: tal", "N.N. er formand.", "Der var ??? gæster.", "[...]", "…", "...", "-", "?",
        "xx", "Der kom XX frivillige.", "Den xx.xx.2015", "I 20xx", "dd.mm.åååå", "Der deltog ___ frivillige.",
        "Der var ?? gæster.", "Der kom 2?? gæster.", "[antal] frivillige", "[antal frivillige]", "<antal> frivillige",
        "(indsæt antal fra SOF)", "[indsæt link]", "Indsæt antal", "NN er formand.", "N. N. er formand.",
        "UDFYLD: antal i 2015", "Vi har holdt møder. Tekst følger.", "Vi har holdt møder.\nMere følger senere",
        "Udfyldes senere", "(udfyldes)", "Skal udfyldes af sekretariatet", "Tekst følger",
    ],
)  # fmt: skip
def test_placeholders(typed: str) -> None:
    """What people type to come back to is recognised."""
    assert holds_placeholder(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Skemaet udfyldes af borgeren.", "Vi venter ... og håber.", "Hvem? Hvad?", "En todo-liste.",
        "Teksten følger loven.", "Vi mødtes. Teksten følger loven.", "Hvem kom så??", "Hvem (og hvorfor)??",
        "[navn](https://kk.dk)", "[tal 2014.projekter]", "___fremhævet___", "XXL-trøjer", "Udfyld skemaet.", "Nn",
        "ex", "(skriv til os)", "a_b_c", "Mere følger af loven.", "snake___case", "[1]", "(antal)",
        "Xanthippe", "De fik indsæt.", "Sagsnr. 2015-0092770", "Et afsnit følger efter dette.", "tbdæk",
    ],
)  # fmt: skip
def test_real_words(typed: str) -> None:
    """Words of real sentences are left alone."""
    assert not holds_placeholder(typed)
