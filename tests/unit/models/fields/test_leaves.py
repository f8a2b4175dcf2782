"""Single values, read from the text that was typed, each with its place."""

from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.rapport import Rapport
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
