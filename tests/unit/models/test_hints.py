"""Lists, groups and texts that stand where something else is meant: what to write instead."""

import pytest

from frivilligrapport.models.arbejdsprogram import Arbejdsprogram
from frivilligrapport.models.base import Felter
from frivilligrapport.models.foelgenotat import Foelgenotat
from frivilligrapport.models.operationalisering import Operationalisering
from frivilligrapport.models.rapport import Rapport
from support.texts.model_text import HEAD, I_SMAG_VERDEN, INDSATS, TAL, read_as, statusfil


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("borgere", "Skriv [borgere]"),
        ("borgere, unge", "Skriv [borgere, unge]"),
        ('"borgere"', "Skriv [borgere]"),
        ('"[borgere]"', "Skriv [borgere]"),
        ("\"Café: 'Ude'\"", "Skriv [\"Café: 'Ude'\"]"),
        ("|\n      borgere\n      unge", "Skriv hvert punkt på sin egen linje med - foran"),
        ("borgere " * 6, "Skriv hvert punkt på sin egen linje med - foran"),
    ],
)
def test_a_list_is_meant(typed: str, hint: str) -> None:
    """What was typed is shown as a list, when it is short."""
    (told,) = statusfil(INDSATS + f"    målgrupper: {typed}\n").told
    assert told.split(" ", 1)[1] == f"FR104 Feltet »målgrupper« skal være en liste. {hint} {I_SMAG_VERDEN}"


def test_words_between_commas() -> None:
    """The words are read as the list that was meant, each at its place."""
    found = statusfil(INDSATS + "    frivilligtype: rådsmedlem, eventfrivilig\n")
    assert found.told == (
        (f"7:20+25 FR104 Feltet »frivilligtype« skal være en liste. Skriv [rådsmedlem, eventfrivilig] {I_SMAG_VERDEN}"),
        (
            "7:32+13 FR106 »eventfrivilig« er ikke en frivilligtype, programmet kender. Mente du »eventfrivillig«? "
            f"Skriv eventfrivillig {I_SMAG_VERDEN}"
        ),
    )
    assert found.read.indsatser[0].frivilligtype == ("rådsmedlem",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "status:\n  overskrift: Året\n  tekst: Der er sket noget.\n",
            ("4:1+12 FR104 Feltet »status« skal være en liste. Skriv - overskrift, og lad de øvrige felter stå."),
        ),
        (
            "status: Der er sket noget.\n",
            (
                "3:9+18 FR104 Feltet »status« skal være en liste. "
                "Skriv status: og på næste linje, rykket ind, - overskrift: …"
            ),
        ),
        (
            "forslag:\n  flere-kurser: uoplyst\n",
            (
                "3:1+7 FR104 Feltet »forslag« skal være en liste. "
                "Skriv forslag: og på næste linje, rykket ind, - titel: …"
            ),
        ),
    ],
)
def test_a_list_of_groups_is_meant(text: str, told: str) -> None:
    """The hyphen that is missing is shown."""
    assert statusfil(HEAD + text).told == (told,)


def test_the_only_item_without_its_hyphen() -> None:
    """One group where a list is meant is read as its only item, with its faults."""
    found = statusfil(HEAD + "indsatser:\n  id: kor\n  navn: Kor\n  tilstand: i drft\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR104", "FR106"]
    assert [str(one.id) for one in found.read.indsatser] == ["kor"]


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("perspektiver: Der kommer flere.", "3:15+17", "Skriv perspektiver: og på næste linje, rykket ind, tekst: …"),
        ("kontakt: Centeret", "3:10+8", "Skriv kontakt: og på næste linje, rykket ind, funktion: …"),
        ("barrierer: Regler", "3:12+6", "Skriv barrierer: og på næste linje, rykket ind, regler: …"),
        ("tal: 15", "3:6+2", "Skriv tal: og på næste linje, rykket ind, frivillige: 15."),
        ("tal: [15, 16]", "3:1+3", "Skriv tal: og på næste linje, rykket ind, frivillige: 15."),
        ("tal:\n  - frivillige: 15", "3:1+3", "Slet bindestregen foran hvert felt."),
        ("kontakt:\n  - funktion: Centeret", "3:1+7", "Slet bindestregen foran hvert felt."),
    ],
)
def test_fields_are_meant(text: str, place: str, hint: str) -> None:
    """How the field is written is shown, and not only that it was wrong."""
    field = text.split(":", maxsplit=1)[0]
    told = f"{place} FR105 Under »{field}« skal der stå felter, hvert med navn, kolon og værdi. {hint}"
    assert statusfil(HEAD + text + "\n").told == (told,)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("fælles: mad", "Skriv fælles: og på næste linje, rykket ind, id: …"),
        ("tal: mange", "Skriv tal: og på næste linje, rykket ind, frivillige: 15"),
        ("tal:\n      gæster:\n        heraf: 5", "Skriv heraf: og på næste linje, rykket ind, unge: 5"),
    ],
)
def test_fields_are_meant_in_an_indsats(line: str, hint: str) -> None:
    """The same within an indsats, which is named."""
    (told,) = statusfil(INDSATS + f"    {line}\n").told
    assert told.split(" værdi. ")[1] == f"{hint} {I_SMAG_VERDEN}"


def test_fields_are_meant_for_the_network() -> None:
    """The network is asked for its text first."""
    found = read_as(Rapport, "titel: R\når: 2014\nnetværk: Vi mødes.\n")
    assert found.told[0].endswith("Skriv netværk: og på næste linje, rykket ind, tekst: …")


def test_figures_with_hyphens_are_read() -> None:
    """Figures written as a list are read all the same, so that their own faults are told."""
    found = statusfil(TAL + "      - gæster: 200\n      - frivillige: 20-30.000\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR105", "FR201"]
    assert [one.enhed for one in found.read.indsatser[0].tal] == ["gæster", "frivillige"]


@pytest.mark.parametrize("items", ["- gæster: 1\n      - gæster: 2", "- gæster: 1\n      - 2", "- [1]"])
def test_a_list_that_is_no_group(items: str) -> None:
    """Where it is not clear what was meant, nothing is read."""
    found = statusfil(TAL + f"      {items}\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR105"]
    assert found.read.indsatser[0].tal == ()


@pytest.mark.parametrize(
    ("item", "hint"),
    [("Nørrebro", "Skriv - navn: Nørrebro"), ("[Nørrebro]", "Skriv - navn: …"), ("uoplyst", "Skriv steder: uoplyst")],
)
def test_an_item_that_is_no_group(item: str, hint: str) -> None:
    """An item is shown with the field it begins with."""
    (told,) = statusfil(INDSATS + f"    steder:\n      - {item}\n").told
    assert told == (
        f"8:9+{len(item)} FR105 "
        f"Under »steder« skal der stå felter, hvert med navn, kolon og værdi. {hint} {I_SMAG_VERDEN}"
    )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "    effekt: [stor]",
            ('7:13+6 FR103 Feltet »effekt« skal have én værdi, men her står en liste. Skriv "stor"'),
        ),
        (
            "    effekt:\n      Café: Flere kom",
            '8:7+15 FR103 Feltet »effekt« skal have én værdi, men her står felter. Skriv "Café: Flere kom"',
        ),
        (
            "    partnere:\n      - Café: Ude",
            '8:9+9 FR103 Et punkt under »partnere« skal være én tekst, men her står felter. Skriv "Café: Ude"',
        ),
        (
            "    tal:\n      gæster: [12, 13]",
            ("8:7+6 FR103 Feltet »gæster« skal have én værdi, men her står en liste. Skriv værdien uden parenteser"),
        ),
    ],
)
def test_a_text_is_meant(lines: str, told: str) -> None:
    """A text with a colon is shown in quotes; a figure is called by its unit."""
    assert statusfil(INDSATS + lines + "\n").told == (f"{told} {I_SMAG_VERDEN}",)


@pytest.mark.parametrize(
    ("model", "typed", "hint"),
    [
        (Foelgenotat, "mangler: []", "Skriv hoved: og på næste linje, rykket ind, afsender: …"),
        (Foelgenotat, "hoved:\n  til: Udvalget", "Skriv afsender: og på næste linje, rykket ind, - …"),
        (Arbejdsprogram, "titel: Program\når: 2017\nhoved:", "Skriv hoved: og på næste linje, rykket ind, afsender: …"),
        (
            Operationalisering,
            "titel: Plan\nforvaltning: TMF\når: 2014",
            "Skriv punkter: og på næste linje, rykket ind, - punkt: …",
        ),
    ],
)
def test_a_missing_field(model: type[Felter], typed: str, hint: str) -> None:
    """A group of fields is shown as fields, and only a list has a hyphen."""
    (told,) = read_as(model, f"{typed}\n").told
    assert told.endswith(f" {hint}")
