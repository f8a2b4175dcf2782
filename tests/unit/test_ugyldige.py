"""Files with one mistake each, and the exact text that a contact gets: `NAME.yaml` and `NAME.txt` beside it.

A new file is a new test. `pytest --opdater` writes the texts anew; read the difference before it is committed.
"""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.problems import Problem
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.run import examine
from support.repository import EXAMPLES, AsExpected

FOLDER = EXAMPLES / "ugyldige"
FILES = sorted(FOLDER.glob("*.yaml"))
# Hints that describe a form, or ask for what only a person knows, and so have nothing to paste.
ASKS_A_PERSON = (
    "Skriv den rigtige tekst, eller uoplyst",  # inside a sentence: uoplyst does not fit there
    "Skriv en dag, der findes",
    "Skriv enheden på linjen over",
    "Skriv et antal",
    "Skriv et helt tal",
    "Skriv felterne helt ud",
    "Skriv forvaltning: og en værdi",
    "Skriv fx",
    "Skriv navn, kolon og værdi",
    "Skriv noget, eller slet bindestregen",
    "Skriv ordet igen",
    "Skriv sætningen færdig",
    "Skriv tilstand: og et af ordene",
    "Skriv værdien helt ud",
    "Skriv 15 % af og grundtallet",
    "Skriv år, og ret de andre steder på samme måde",  # the same fault stands all through the file
    "Skriv årstallet",
    "Skriv »varighed: 6 måneder«",
)


@cache
def validated(path: Path, data: bytes | None = None) -> tuple[tuple[Problem, ...], str]:
    """Give what `validate` finds in a lone file, and how it says it; `data` stands in for what is in the file."""
    samling = load_lone(path, path.name, {path.name: data} if data is not None else {})
    problems = examine(samling).open
    return problems, findings_text(problems, samling.sources)


def pasted(path: Path, problem: Problem, text: str) -> bytes:
    """Give a file as it is when a text has been pasted over the characters that a finding underlines."""
    typed = unicodedata.normalize("NFC", path.read_bytes().decode().replace("\r\n", "\n"))
    return Source(path.name, typed).pasted(problem.location, text).encode()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_mistake_is_one_finding(path: Path) -> None:
    """One mistake gives one finding, however much it breaks."""
    problems, text = validated(path)
    assert len(problems) == 1, text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_text_is_as_expected(path: Path, as_expected: AsExpected) -> None:
    """The whole output is as the file beside the example says."""
    _, text = validated(path)
    as_expected(path.with_suffix(".txt"), text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_offered_makes_the_file_valid(path: Path) -> None:
    """Each text that is offered, pasted over what is underlined, leaves a file without any finding."""
    (problem,), _ = validated(path)
    for text in problem.instead:
        problems, shown = validated(path, pasted(path, problem, text))
        assert problems == (), f"{text!r}\n{shown}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_the_hint_says_to_write_can_be_pasted(path: Path) -> None:
    """Where the hint says what to write, there is something to paste, unless only a person can know it."""
    (problem,), _ = validated(path)
    says_what = problem.hint.startswith("Skriv ") or "Mente du" in problem.message
    assert bool(problem.instead) or not says_what or problem.hint.startswith(ASKS_A_PERSON)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_short_text_that_can_be_pasted_is_the_one_in_the_hint(path: Path) -> None:
    """A hint that says »Skriv« begins with the first text that can be pasted, or asks for one of several."""
    (problem,), _ = validated(path)
    written = [text.strip() for text in problem.instead if text.strip() and "\n" not in text]
    if problem.hint.startswith("Skriv ") and written and "mellemrum i stedet" not in problem.hint:
        assert any(text in problem.hint for text in written) or "uoplyst" in problem.hint


def test_every_expectation_has_its_example() -> None:
    """No expected text is left behind by an example that is gone."""
    assert {path.stem for path in FOLDER.iterdir()} == {path.stem for path in FILES}
