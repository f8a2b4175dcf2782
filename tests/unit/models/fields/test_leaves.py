"""Single values, read from the text that was typed, each with its place."""

from fractions import Fraction

import pytest

from frivilligrapport.models.fields.leaves import Andel
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.problems import Fault, Location
from frivilligrapport.reading.tree import ScalarNode
from support.texts.model_text import HEAD, INDSATS, read_as, statusfil


def test_a_bad_id_is_read_as_the_good_one() -> None:
    """So what points to it is not called unknown, and the files of a forvaltning are still known by its name."""
    assert statusfil(INDSATS.replace("smag-verden", "Smag Verden")).read.indsatser[0].id == "smag-verden"
    found = read_as(Kommune, "kommune: P\nforvaltninger:\n  - id: TMF\n    forkortelse: TMF\n    navn: Teknik\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR109"]
    assert found.read.forvaltninger[0].id == "tmf"


def test_a_year_knows_its_place() -> None:
    """A year is a number and stands somewhere."""
    aar = statusfil(HEAD).read.aar
    assert (aar + 1, str(aar.location)) == (2015, "tmf.yaml:2:5")


def test_a_bad_period() -> None:
    """A period with a day that is not in the calendar is none."""
    assert statusfil(INDSATS + "    periode: 31. juni 2014\n").read.indsatser[0].periode is None


def test_a_period_keeps_its_place() -> None:
    """A period is read and stands somewhere."""
    periode = statusfil(INDSATS + "    periode: 27. april 2014\n").read.indsatser[0].periode
    assert periode is not None
    assert (periode.period.text(), str(periode.location)) == ("27. april 2014", "tmf.yaml:7:14")


def test_a_share() -> None:
    """A share is read as a fraction."""
    good = read_as(Rapport, "titel: R\når: 2014\nindstillinger:\n  ca_usikkerhed: 10 %\n").read.indstillinger
    assert good is not None
    assert good.ca_usikkerhed is not None
    assert good.ca_usikkerhed.share * 100 == 10


def test_names_are_compared_by_their_key() -> None:
    """A text is as typed, without the spaces around it; its key evens out how it is spelt."""
    navn = statusfil(INDSATS.replace("Smag Verden", "' Smag  Verden '")).read.indsatser[0].navn
    assert (navn, navn.key) == ("Smag  Verden", "smag_verden")


def typed(text: str) -> ScalarNode:
    """Give a value as it stands in a file."""
    return ScalarNode(text, Location("rapport.yaml"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 %", Fraction(1, 10)),
        ("10\u00a0%", Fraction(1, 10)),
        ("12,5%", Fraction(1, 8)),
        ("10 pct.", Fraction(1, 10)),
        ("1/3", Fraction(1, 3)),
        ("0 %", Fraction(0)),
        ("100 %", Fraction(1)),
    ],
)
def test_share_is_read_exactly(text: str, expected: Fraction) -> None:
    """A percentage or a fraction is the exact share that was typed."""
    assert Andel.read(typed(text)).share == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("10", "»10« er ikke en andel.", "Skriv 10\u00a0%."),
        ("101", "»101« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("ca. 10 %", "»ca. 10 %« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("15 % af 200", "»15 % af 200« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("uoplyst", "»uoplyst« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
        ("", "»« er ikke en andel.", "Skriv en andel, fx 10\u00a0%."),
    ],
)
def test_what_is_no_share_is_refused(text: str, message: str, hint: str) -> None:
    """What is no exact share is refused, and a bare number is offered with its percent sign."""
    with pytest.raises(Fault) as caught:
        Andel.read(typed(text))

    assert (caught.value.kind.code, caught.value.message, caught.value.hint) == ("FR208", message, hint)


def test_a_number_in_a_share_keeps_its_own_fault() -> None:
    """A misspelt number in a percentage is reported as the number it is."""
    with pytest.raises(Fault) as caught:
        Andel.read(typed("2.5 %"))

    assert caught.value.kind.code == "FR202"
    assert caught.value.hint == "Skriv 2,5 %."
