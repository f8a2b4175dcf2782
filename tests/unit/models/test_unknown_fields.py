"""Fields that a group does not have: which one was meant, or where it belongs."""

import pytest

from frivilligrapport.models.rapport import Rapport
from support.texts.model_text import HEAD, I_SMAG_VERDEN, INDSATS, TAL, read_as, statusfil

PERSPEKTIVER = HEAD + "perspektiver:\n  tekst: Der kommer flere.\n"


def test_nothing_near() -> None:
    """An unknown key with nothing near lists the fields, spelt in Danish."""
    (told,) = statusfil(HEAD + "vejret: godt\n").told
    assert told == (
        "3:1+6 FR101 Feltet »vejret« kendes ikke. Felterne her er: forvaltning, år, filstatus, kontakt, status, "
        "perspektiver, indsatser, forslag, tal, bidragydere, barrierer, politik, mangler."
    )


def test_fields_of_a_figure() -> None:
    """The fields of a figure are listed without what its key says."""
    (told,) = statusfil(TAL + "      gæster:\n        vejret: godt\n").told
    assert told == (
        "9:9+6 FR101 Feltet »vejret« kendes ikke. Felterne her er: antal, forrige_år, på_vej, på_vej_med_i_antal, "
        "heraf, mindst, højst, andel, af, opgjort, kilde, metode, tæl_med, bemærkning, forklaring "
        f"{I_SMAG_VERDEN}"
    )


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (HEAD + "tema: [grøn]\n", "3:1+4", "»tema« hører ikke til her, men under »indsatser«.", "Flyt det derhen."),
        (
            HEAD + "navn: Haven\n", "3:1+4",
            "»navn« hører ikke til her, men under »indsatser«, »steder« eller »bidragydere«.", "Flyt det derhen.",
        ),
        (
            PERSPEKTIVER + "  forslag: ingen\n", "5:3+7",
            "»forslag« hører ikke til her, men helt ude til venstre.", "Ryk linjen helt ud til venstre.",
        ),
        (
            PERSPEKTIVER + "  Indsatser:\n", "5:3+9",
            "»Indsatser« hører ikke til her, men helt ude til venstre eller under »status« eller »politik«.",
            "Flyt det derhen.",
        ),
        (
            INDSATS + "    forrige_år: 12\n", "7:5+10",
            "»forrige_år« hører ikke til her, men under »tal«.",
            f"Flyt det ind under den enhed, det hører til {I_SMAG_VERDEN}",
        ),
        (
            INDSATS + "    antal: 12\n", "7:5+5",
            "»antal« hører ikke til her, men under »tal« eller »heraf«.", f"Flyt det derhen {I_SMAG_VERDEN}",
        ),
        (
            HEAD + "frivillige: ca. 15\n", "3:1+10", "»frivillige« hører ikke til her, men under »tal«.",
            "Skriv tal: og på næste linje, rykket ind, frivillige: ca. 15.",
        ),
        (
            INDSATS + "    Møder (board): 2\n", "7:5+13", "»Møder (board)« hører ikke til her, men under »tal«.",
            f"Skriv tal: og på næste linje, rykket ind, Møder (board): 2 {I_SMAG_VERDEN}",
        ),
        (
            PERSPEKTIVER + "  gæster: 200\n", "5:3+6", "»gæster« hører ikke til her, men under »tal«.",
            "Flyt det derhen.",
        ),
        (
            INDSATS + "    gæster:\n      antal: 200\n", "7:5+6", "»gæster« hører ikke til her, men under »tal«.",
            f"Flyt det derhen {I_SMAG_VERDEN}",
        ),
    ],
)  # fmt: skip
def test_a_field_in_the_wrong_place(text: str, place: str, message: str, hint: str) -> None:
    """A field that stands elsewhere in the file is told where; a unit too."""
    assert statusfil(text).told == (f"{place} FR101 Feltet {message} {hint}",)


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        (INDSATS.replace("tilstand", "status"), "status", "tilstand"),
        (INDSATS.replace("navn", "titel"), "titel", "navn"),
        (INDSATS + "    tekst: Mad og musik.\n", "tekst", "beskrivelse"),
        (INDSATS + "    dato: 27. april 2014\n", "dato", "periode"),
        (HEAD + "forslag:\n  - navn: Flere kurser\n", "navn", "titel"),
        (HEAD + "status:\n  - navn: Året\n    tekst: Noget.\n", "navn", "overskrift"),
        (HEAD + "barriere:\n  regler: For mange.\n", "barriere", "barrierer"),
    ],
)
def test_a_word_that_is_taken_for_another(text: str, typed: str, meant: str) -> None:
    """A near word, or one that people use for another, is read as the field it stands for."""
    (told,) = statusfil(text).told
    assert f"Feltet »{typed}« kendes ikke. Mente du »{meant}«? Skriv {meant}" in told


def test_a_field_that_is_there_already() -> None:
    """A field that the group has is not offered again."""
    (told,) = statusfil(INDSATS + "    titel: Madfesten\n").told
    assert told.split(" ", 1)[1] == (
        f"FR101 Feltet »titel« hører ikke til her, men under »forslag«. Flyt det derhen {I_SMAG_VERDEN}"
    )


def test_each_file_has_its_own_fields() -> None:
    """Where a field belongs is told from the file at hand."""
    found = read_as(Rapport, "titel: R\når: 2014\ntilstand: afholdt\n")
    assert found.told == ("3:1+8 FR101 Feltet »tilstand« hører ikke til her, men under »indsatser«. Flyt det derhen.",)
