"""Every kind of finding with its own two examples, as `explain` shows them."""

from pathlib import Path

import pytest

from frivilligrapport.problems import Kind
from frivilligrapport.rules.catalogue import ALL_KINDS
from frivilligrapport.rules.files.deliveries import DRAFT_DELIVERY
from support.folders.examples import files_of, findings, is_text, write_files

IN_WORDS = (
    "FR001",
    "FR002",
    "FR003",
    "FR004",
    "FR006",
    "FR007",
    "FR010",
    "FR018",
    "FR019",
    "FR303",
    "FR309",
    "FR316",
    "FR416",
    "FR477",
)
WITH_TEXT = [kind for kind in ALL_KINDS if is_text(kind.wrong)]


def test_examples_in_words() -> None:
    """Only what no YAML text can show is described in words, and then both examples are."""
    assert tuple(kind.code for kind in ALL_KINDS if not is_text(kind.wrong)) == IN_WORDS
    assert tuple(kind.code for kind in ALL_KINDS if not is_text(kind.right)) == IN_WORDS


def test_codes_are_unique() -> None:
    """A code stands for one kind for ever."""
    codes = [kind.code for kind in ALL_KINDS]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("kind", WITH_TEXT, ids=lambda kind: kind.code)
def test_wrong_example(kind: Kind, tmp_path: Path) -> None:
    """The wrong example gives its own finding and no other."""
    problems = findings(write_files(tmp_path, files_of(kind.wrong)), build=kind is DRAFT_DELIVERY)
    assert {problem.code for problem in problems} == {kind.code}


@pytest.mark.parametrize("kind", WITH_TEXT, ids=lambda kind: kind.code)
def test_right_example(kind: Kind, tmp_path: Path) -> None:
    """The right example is right."""
    assert findings(write_files(tmp_path, files_of(kind.right)), build=kind is DRAFT_DELIVERY) == ()


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.code)
def test_explanations_are_plain(kind: Kind) -> None:
    """What people read has no word of the workshop in it and ends as a sentence."""
    text = f"{kind.title} {kind.explanation}"
    assert not {"mapping", "scalar", "None", "dict", "str"} & set(text.split())
    assert kind.explanation.endswith(".")
    assert not kind.title.endswith(".")
