"""Closed lists, and answers of yes and no."""

import pytest

from frivilligrapport.models import lister
from frivilligrapport.models.kommune import Kommune
from support.texts.model_text import INDSATS, TAL, read_as, statusfil


@pytest.mark.parametrize("word", lister.TILSTAND)
def test_every_word_of_the_list(word: str) -> None:
    """Each word is read as itself."""
    assert statusfil(INDSATS.replace("afholdt", word)).read.indsatser[0].tilstand == word


@pytest.mark.parametrize("typed", ["I gang", "i-gang", "I_GANG", "'i  gang'"])
def test_spelling_is_forgiven(typed: str) -> None:
    """Case and separators do not count, and the word is as the list spells it."""
    found = statusfil(INDSATS.replace("afholdt", typed))
    assert (found.told, found.read.indsatser[0].tilstand) == ((), "i gang")


def test_ascii_spelling_is_forgiven() -> None:
    """Danish letters may be spelt without them."""
    assert statusfil(INDSATS.replace("afholdt", "paa vej")).read.indsatser[0].tilstand == "på vej"


@pytest.mark.parametrize(("typed", "answer"), [("ja", True), ("JA", True), ("Nej", False)])
def test_yes_and_no(*, typed: str, answer: bool) -> None:
    """YAML's own reading of yes and no never runs; ours is Danish."""
    assert statusfil(INDSATS + f"    ny_i_år: {typed}\n").read.indsatser[0].ny_i_aar is answer


def test_yes_no_and_unknown() -> None:
    """Whether what is on its way has been counted may be unknown."""
    text = TAL + "      gæster:\n        antal: 2\n        på_vej: 1\n        på_vej_med_i_antal: Uoplyst\n"
    assert statusfil(text).read.indsatser[0].tal[0].paa_vej_med_i_antal == "uoplyst"


def test_the_network_among_the_forvaltninger() -> None:
    """The register says what is a forvaltning and what is the network."""
    text = "kommune: P\nforvaltninger:\n  - id: net\n    forkortelse: NET\n    navn: Netværket\n    type: netværk\n"
    assert read_as(Kommune, text).read.forvaltninger[0].is_network
