"""Closed lists, and answers of yes and no."""

import pytest

from frivilligrapport.models import lister
from frivilligrapport.models.kommune import Kommune
from support.texts.model_text import HEAD, I_SMAG_VERDEN, INDSATS, TAL, read_as, statusfil


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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("art: progam", "7:10+6 FR106 »progam« er ikke en art, programmet kender. Mente du »program«? Skriv program"),
        (
            'metode: "skøn."',
            "7:14+5 FR106 »skøn.« er ikke en metode, programmet kender. Mente du »skøn«? Skriv skøn",
        ),
        (
            "metode: terninger",
            (
                "7:13+9 FR106 »terninger« er ikke en metode, programmet kender. Vælg mellem deltagerliste, optælling, "
                "skøn, arrangørens oplysning, registerudtræk, unikke personer og uoplyst"
            ),
        ),
        (
            "frivilligtype: [fri frivilig]",
            (
                "7:21+12 FR106 »fri frivilig« er ikke en frivilligtype, programmet kender. Mente du »fri frivillig«? "
                "Skriv fri frivillig"
            ),
        ),
        ("ny_i_år: måske", "7:14+5 FR107 »måske« er hverken ja eller nej. Skriv ja eller nej"),
        ("ny_i_år: 'true'", "7:15+4 FR107 »true« er hverken ja eller nej. Skriv ja"),
    ],
)
def test_other_words(line: str, told: str) -> None:
    """A word that is not on the list is told, within its quotes, with the likely one or the whole list."""
    found = statusfil(INDSATS + f"    {line}\n")
    assert found.told == (f"{told} {I_SMAG_VERDEN}",)
    assert len(found.read.indsatser) == 1


def test_filstatus_has_no_unknown() -> None:
    """Whoever hands in a file knows how far it is."""
    (told,) = statusfil(HEAD + "filstatus: uoplyst\n").told
    hint = "Vælg mellem udkast, klar og godkendt."
    assert told == f"3:12+7 FR106 »uoplyst« er ikke en filstatus, programmet kender. {hint}"


@pytest.mark.parametrize(("typed", "answer"), [("ja", True), ("JA", True), ("Nej", False)])
def test_yes_and_no(*, typed: str, answer: bool) -> None:
    """YAML's own reading of yes and no never runs; ours is Danish."""
    assert statusfil(INDSATS + f"    ny_i_år: {typed}\n").read.indsatser[0].ny_i_aar is answer


def test_yes_no_and_unknown() -> None:
    """Whether what is on its way has been counted may be unknown."""
    text = TAL + "      gæster:\n        antal: 2\n        på_vej: 1\n        på_vej_med_i_antal: {}\n"
    assert statusfil(text.format("Uoplyst")).read.indsatser[0].tal[0].paa_vej_med_i_antal == "uoplyst"
    (told,) = statusfil(text.format("måske")).told
    hint = f"Skriv ja, nej eller uoplyst {I_SMAG_VERDEN}"
    assert told == f"11:29+5 FR107 »måske« er hverken ja, nej eller uoplyst. {hint}"


def test_a_long_value_is_quoted_in_part() -> None:
    """A whole sentence in the place of a word does not fill the screen."""
    (told,) = statusfil(INDSATS.replace("afholdt", "det gik rigtig godt " * 10)).told
    assert "det gik rigtig godt det gik rigtig godt det gik rigtig godt…« er ikke en tilstand" in told


def test_the_network_among_the_forvaltninger() -> None:
    """The register says what is a forvaltning and what is the network."""
    text = "kommune: P\nforvaltninger:\n  - id: net\n    forkortelse: NET\n    navn: Netværket\n    type: {}\n"
    assert read_as(Kommune, text.format("netværk")).read.forvaltninger[0].is_network
    (told,) = read_as(Kommune, text.format("klub")).told
    hint = "Vælg mellem forvaltning og netværk (i forvaltningen »Netværket«)."
    assert told == f"6:11+4 FR106 »klub« er ikke en type, programmet kender. {hint}"
