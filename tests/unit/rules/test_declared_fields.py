"""No field can be forgotten: the rules about writing look at every text that a file can hold."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.models.fields.leaves import Leaf
from frivilligrapport.models.filtyper import FileType, file_types
from frivilligrapport.problems import Problem
from frivilligrapport.rules.run import examine
from support.folders.work_folder import KOMMUNE, RAPPORT, write_folder
from support.texts.declared_files import Way, path_of, ways, written

pytestmark = pytest.mark.full

FILES: dict[str, str | bytes] = {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": RAPPORT}
PLACEHOLDER = "indsæt tekst her"


def own_words(file_type: FileType) -> list[Way]:
    """Give the ways to all texts that the writer finds the words for."""
    found = [one for one in ways(file_type.model) if issubclass(one[-1].kind, Leaf)]
    return [one for one in found if one[-1].kind.own_words]


CASES = [(one, way) for one in file_types() for way in own_words(one)]


def called(case: FileType | Way) -> str:
    """Name a case after the file and the field."""
    return case.name if isinstance(case, FileType) else ".".join(one.name for one in case)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a folder with every type of file once."""
    files = {**FILES, **{path_of(one): written(one.model) for one in file_types() if path_of(one) not in FILES}}
    return write_folder(tmp_path_factory.mktemp("alle"), files)


def found_in(root: Path, file_type: FileType, text: str) -> list[Problem]:
    """Check the folder with a text in place of the file of a type; give the placeholders that are found in it."""
    file = f"indberetninger/{path_of(file_type)}"
    found = examine(load(root, {file: text.encode()})).open
    return [one for one in found if one.code == "FR403" and one.location.file == file]


@pytest.mark.parametrize("file_type", file_types(), ids=called)
def test_a_filled_file_holds_no_placeholder(root: Path, file_type: FileType) -> None:
    """A file in which every field says something waits for nothing."""
    assert found_in(root, file_type, written(file_type.model)) == []


@pytest.mark.parametrize(("file_type", "way"), CASES, ids=called)
def test_a_placeholder_is_found_in_every_text(root: Path, file_type: FileType, way: Way) -> None:
    """A text that was never written is found wherever it stands."""
    text = written(file_type.model, way, PLACEHOLDER)
    (problem,) = found_in(root, file_type, text)
    assert text.split("\n")[problem.location.line - 1].find(PLACEHOLDER) == problem.location.column - 1
