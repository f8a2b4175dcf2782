"""The beginning of a text is whole sentences of it, word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.documents.parts.beginnings import beginning

TEXT = "Vi fik en byhave. Den ligger på Amager, ca. 200 m fra metroen. Flere vil være med!\n\nNæste afsnit."


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (200, "Vi fik en byhave. Den ligger på Amager, ca. 200 m fra metroen. Flere vil være med!"),
        (70, "Vi fik en byhave. Den ligger på Amager, ca. 200 m fra metroen."),
        (20, "Vi fik en byhave."),
        (5, ""),
    ],
)
def test_whole_sentences(most: int, expected: str) -> None:
    """As many sentences of the first paragraph as fit, and none that stops in the middle, also not after "ca."."""
    assert beginning(TEXT, most) == expected


def test_lists_and_headings_are_passed_over() -> None:
    """A list cannot be cut to a sentence; the first plain paragraph can."""
    assert beginning("## Overskrift\n\n- et\n- to\n\n1. tre\n\nEn sætning.", 100) == "En sætning."
    assert beginning("- kun\n- en liste", 100) == ""
    assert beginning("**Fed.** Det er et stykke.", 100) == "**Fed.** Det er et stykke."


def test_pairs_of_signs_are_not_parted() -> None:
    """A cut inside bold type would leave asterisks on the page."""
    assert beginning("Det er **fedt. Meget** fedt. Slut.", 20) == ""
    assert beginning("Det er **fedt. Meget** fedt. Slut.", 30) == "Det er **fedt. Meget** fedt."


@given(st.text(max_size=300), st.integers(1, 200))
def test_it_is_always_the_text_s_own_words(text: str, most: int) -> None:
    """Whatever is typed, the beginning is no longer than allowed and stands so in the text."""
    found = beginning(text, most)
    assert len(found) <= most
    assert found in " ".join(text.split())
