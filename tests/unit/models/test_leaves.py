"""Single values, read from the text that was typed, and pointed at where they are wrong."""

import pytest

from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.leaves import slug_of
from frivilligrapport.models.rapport import Rapport
from support.texts.model_text import HEAD, I_SMAG_VERDEN, INDSATS, TAL, read_as, statusfil


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


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Smag Verden", "4:9+11 FR109 »Smag Verden« kan ikke bruges som id. Skriv smag-verden"),
        ('"Smag_Verden"', "4:10+11 FR109 »Smag_Verden« kan ikke bruges som id. Skriv smag-verden"),
        ("smag--verden", "4:9+12 FR109 »smag--verden« kan ikke bruges som id. Skriv smag-verden"),
        ("grøn", "4:9+4 FR109 »grøn« kan ikke bruges som id. Skriv groen"),
        ("'!!'", "4:10+2 FR109 »!!« kan ikke bruges som id. Skriv små bogstaver og bindestreger"),
    ],
)
def test_a_bad_id(typed: str, told: str) -> None:
    """The id that was nearly typed is offered."""
    assert statusfil(INDSATS.replace("smag-verden", typed)).told == (f"{told} {I_SMAG_VERDEN}",)


def test_a_bad_id_is_read_as_the_good_one() -> None:
    """So what points to it is not called unknown, and the files of a forvaltning are still known by its name."""
    assert statusfil(INDSATS.replace("smag-verden", "Smag Verden")).read.indsatser[0].id == "smag-verden"
    found = read_as(Kommune, "kommune: P\nforvaltninger:\n  - id: TMF\n    forkortelse: TMF\n    navn: Teknik\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR109"]
    assert found.read.forvaltninger[0].id == "tmf"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("14", "2:5+2 FR108 »14« er ikke et årstal. Skriv 2014."),
        ("'2014-15'", "2:6+7 FR108 »2014-15« er ikke et årstal. Skriv fire cifre, for eksempel 2014."),
        ("2.014", "2:5+5 FR108 »2.014« er ikke et årstal. Skriv 2014."),
        ("3014", "2:5+4 FR108 »3014« er ikke et årstal. Skriv fire cifre, for eksempel 2014."),
        ("٢٠١٤", "2:5+4 FR108 »٢٠١٤« er ikke et årstal. Skriv fire cifre, for eksempel 2014."),
    ],
)
def test_a_bad_year(typed: str, told: str) -> None:
    """A year has four digits, in the last century or this."""
    assert statusfil(f"forvaltning: TMF\når: {typed}\n").told == (told,)


def test_a_year_knows_its_place() -> None:
    """A year is a number and stands somewhere."""
    aar = statusfil(HEAD).read.aar
    assert (aar + 1, str(aar.location)) == (2015, "tmf.yaml:2:5")


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("omkring 2.60", "8:23+4"),
        ("'omkring 2.60'", "8:24+4"),
        ('"omkring 2.60"', "8:24+4"),
        ("|\n\n        omkring\n        2.60", "11:9+4"),
        ("omkring\n        2.60", "8:15+7"),
    ],
)
def test_the_guilty_characters(value: str, place: str) -> None:
    """The characters at fault are underlined, also within quotes and in a block; failing that, the whole value."""
    (told,) = [line for line in statusfil(TAL + f"      gæster: {value}\n").told if "FR202" in line]
    assert told == f"{place} FR202 »2.60« er ikke et dansk tal. Skriv 2.600 {I_SMAG_VERDEN}"


@pytest.mark.parametrize(("quote", "column"), [("", 14), ("'", 15), ('"', 15)])
def test_a_bad_period(quote: str, column: int) -> None:
    """A day that is not in the calendar is underlined within its quotes."""
    found = statusfil(INDSATS + f"    periode: {quote}31. juni 2014{quote}\n")
    assert found.told == (
        (
            f"7:{column}+13 FR223 »31. juni 2014« findes ikke i kalenderen. "
            f"Skriv en dag, der findes: juni 2014 har 30 dage {I_SMAG_VERDEN}"
        ),
    )
    assert found.read.indsatser[0].periode is None


def test_a_period_keeps_its_place() -> None:
    """A period is read and stands somewhere."""
    periode = statusfil(INDSATS + "    periode: 27. april 2014\n").read.indsatser[0].periode
    assert periode is not None
    assert (periode.period.text(), str(periode.location)) == ("27. april 2014", "tmf.yaml:7:14")


def test_a_share() -> None:
    """A share is read as a fraction; what is none is told."""
    text = "titel: R\når: 2014\nindstillinger:\n  ca_usikkerhed: {}\n"
    good = read_as(Rapport, text.format("10 %")).read.indstillinger
    assert good is not None
    assert good.ca_usikkerhed is not None
    assert good.ca_usikkerhed.share * 100 == 10
    assert [line.split(".")[0] for line in read_as(Rapport, text.format("ti")).told] == [
        "4:18+2 FR208 »ti« er ikke en andel"
    ]


def test_names_are_compared_by_their_key() -> None:
    """A text is as typed, without the spaces around it; its key evens out how it is spelt."""
    navn = statusfil(INDSATS.replace("Smag Verden", "' Smag  Verden '")).read.indsatser[0].navn
    assert (navn, navn.key) == ("Smag  Verden", "smag_verden")
