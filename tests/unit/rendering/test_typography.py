"""Capitals at the beginning of a sentence."""

from frivilligrapport.rendering.typography import upper_first


def test_a_sentence_begins_with_a_capital() -> None:
    """Acronyms later in the text keep their letters."""
    assert upper_first("økonomi i TMF") == "Økonomi i TMF"
    assert upper_first("") == ""
