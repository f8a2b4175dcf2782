"""Files with one mistake each, and the exact text that a contact gets: `NAME.yaml` and `NAME.txt` beside it.

A new file is a new test. `pytest --opdater` writes the texts anew; read the difference before it is committed.
"""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.pipeline.examining import examine
from frivilligrapport.problems import Problem
from frivilligrapport.reporters.text import report

FOLDER = Path(__file__).parents[1] / "eksempler" / "ugyldige"
FILES = sorted(FOLDER.glob("*.yaml"))


def validated(path: Path) -> tuple[tuple[Problem, ...], str]:
    """Give what `validate` finds in a lone file, and how it says it."""
    samling = load_lone(path, path.name)
    problems = examine(samling).open
    return problems, report(problems, samling.sources)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_mistake_is_one_finding(path: Path) -> None:
    """One mistake gives one finding, however much it breaks."""
    problems, text = validated(path)
    assert len(problems) == 1, text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_text_is_as_expected(path: Path, request: pytest.FixtureRequest) -> None:
    """The whole output is as the file beside the example says."""
    _, text = validated(path)
    expected = path.with_suffix(".txt")
    if request.config.getoption("opdater"):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_bytes().decode()


def test_every_expectation_has_its_example() -> None:
    """No expected text is left behind by an example that is gone."""
    assert {path.stem for path in FOLDER.iterdir()} == {path.stem for path in FILES}
