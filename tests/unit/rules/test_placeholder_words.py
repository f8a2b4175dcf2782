"""Which words are placeholders, and which are only like them."""

import pytest

from frivilligrapport.rules.texts.unfinished import holds_placeholder


@pytest.mark.parametrize(
    "typed",
    [
        "xxx", "Vi hjalp XXXX borgere.", "Lorem ipsum dolor sit amet", "[Indsæt tekst her]", "Indsæt navn",
        "skriv her", "Skriv din tekst her", "TBD",
        "todo: tal", "N.N. er formand.", "Der var ??? gæster.", "[...]", "…", "...", "-", "?",
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
        "Teksten følger loven.",
        "Xanthippe", "De fik indsæt.", "Sagsnr. 2015-0092770", "Et afsnit følger efter dette.", "tbdæk",
    ],
)  # fmt: skip
def test_real_words(typed: str) -> None:
    """Words of real sentences are left alone."""
    assert not holds_placeholder(typed)
