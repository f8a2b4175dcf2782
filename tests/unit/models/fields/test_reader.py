"""From tree to model: every fault told once, and as much read as can be."""

import pytest

from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.reading.yaml_reader import read
from support.texts.model_text import INDSATS, TAL, statusfil


@pytest.mark.parametrize("key", ["målgrupper", "MÅLGRUPPER", "maalgrupper", "Målgrupper ", "ma\u030algrupper"])
def test_spellings_of_a_key(key: str) -> None:
    """Case, æøå spelling and Unicode form of a key do not count."""
    found = statusfil(INDSATS + f"    {key}: [borgere]\n")
    assert found.told == ()
    assert found.read.indsatser[0].maalgrupper == ("borgere",)


@pytest.mark.parametrize("key", ["kaldes også", "Kaldes-også", "kaldes_ogsaa", "KALDES  OGSÅ"])
def test_separators_in_a_key(key: str) -> None:
    """Space, hyphen and underscore in a key are the same."""
    found = statusfil(INDSATS + f"    {key}: [Smag]\n")
    assert found.told == ()
    assert found.read.indsatser[0].kaldes_ogsaa == ("Smag",)


@pytest.mark.parametrize("key", ["År", "aar", "ÅR"])
def test_spellings_of_the_year(key: str) -> None:
    """The year may be spelt without å."""
    assert statusfil(f"forvaltning: TMF\n{key}: 2014\n").read.aar == 2014


@pytest.mark.parametrize("text", ["- forvaltning: TMF\n", "bare tekst\n"])
def test_a_whole_file_of_another_shape(text: str) -> None:
    """A file that is a list or a text is no status file."""
    assert statusfil(text).model is None


@pytest.mark.parametrize("key", ['" node"', '" key"', '" answers"', "node", "answers"])
def test_keys_that_the_program_uses_itself(key: str) -> None:
    """No key in a file is taken for one of the program's own."""
    found = statusfil(INDSATS + f"    {key}: x\n")
    assert [line.split(" ")[1] for line in found.told].count("FR101") == 1
    assert found.read.indsatser[0].navn == "Smag Verden"


@pytest.mark.parametrize(("group", "key"), [("gæster", "enhed_og_maerke"), ("gæster", "navn")])
def test_the_name_of_a_figure_is_its_key(group: str, key: str) -> None:
    """What names a figure in the program cannot be typed as a field of it."""
    found = statusfil(TAL + f"      {group}:\n        antal: 2\n        {key}: hej\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR101"]
    assert found.read.indsatser[0].tal[0].enhed == "gæster"


def test_a_year_that_is_known_from_the_folder() -> None:
    """A missing or faulty year is told, and the rest of the file can still be read when the year is known otherwise."""
    for line in ("", "år: 14\n"):
        tree = read(f"forvaltning: TMF\n{line}filstatus: klar\n".encode(), "tmf.yaml").tree
        assert tree is not None
        found = read_model(Statusfil, tree, {"aar": "2014"})
        assert [problem.code for problem in found.problems] == (["FR108"] if line else ["FR102"])
        assert found.model is not None
        assert (found.model.aar, found.model.filstatus) == (2014, "klar")


def test_a_year_that_nobody_knows() -> None:
    """Without a year there is no status file, but its other faults are told."""
    found = statusfil("forvaltning: TMF\nindsatsr:\n  - id: a\n    navn: A\n    tilstand: afholt\n")
    assert [line.split(" ")[1] for line in found.told] == ["FR102", "FR101", "FR106"]
    assert found.model is None


def test_models_are_frozen() -> None:
    """What has been read cannot be changed by accident."""
    indsats = statusfil(INDSATS).read.indsatser[0]
    with pytest.raises(AttributeError):
        indsats.navn = indsats.navn  # type: ignore[misc]


def test_places() -> None:
    """A group knows where it begins and where its fields stand; one that is not there is at the group's beginning."""
    indsats = statusfil(INDSATS).read.indsatser[0]
    assert [str(indsats.place_of(field)) for field in ("tilstand", "effekt")] == ["tmf.yaml:6:5", "tmf.yaml:4:5"]
    assert str(indsats.navn.location) == "tmf.yaml:5:11"


def test_groups() -> None:
    """A model gives all its groups, from the top."""
    found = statusfil(TAL + "      gæster:\n        antal: 200\n        heraf:\n          børn: 50\n").read
    indsats = found.indsatser[0]
    assert found.groups == (found, indsats, indsats.tal[0], indsats.tal[0].heraf[0])
