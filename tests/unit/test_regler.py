"""Cases of the rules: `FRnnn-EMNE/SAG.yaml` says what must hold and has the files, `SAG.txt` what is found in them.

A new file is a new test; `read_case` tells how one is written. `pytest --opdater` writes the texts anew; read
the difference before it is committed.
"""

import re
from pathlib import Path

import pytest

from support.folders.examples import RULE_CODES, Case, examined, findings, read_case, told, with_pasted, write_files
from support.repository import EXAMPLES, AsExpected
from support.texts.pasted import errors, numbers

FOLDER = EXAMPLES / "regler"
FILES = sorted(FOLDER.glob("*/*.yaml"))
each_case = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).with_suffix("").as_posix())


def case(path: Path) -> Case:
    """Read a case from its file."""
    return read_case(path.read_text(encoding="utf-8"))


@each_case
def test_the_text_is_as_expected(path: Path, tmp_path: Path, as_expected: AsExpected) -> None:
    """What is found and what is accepted in the case's folders is told as the file beside it says."""
    texts = []
    for number, setup in enumerate(case(path).setups):
        samling = write_files(tmp_path / str(number), setup.files)
        text = told(examined(samling, setup.year, build=setup.build), samling)
        texts.append(f"== {setup.row}\n{text}" if setup.row else text)
    as_expected(path.with_suffix(".txt"), "\n".join(texts))


@pytest.mark.full
@each_case
def test_what_is_offered_settles_the_finding(path: Path, tmp_path: Path) -> None:
    """Each text that is offered, pasted over what is underlined, leaves no such finding there and brings no error.

    No number has changed but one that was underlined.
    """
    for number, setup in enumerate(case(path).setups):
        root = tmp_path / str(number)
        samling = write_files(root, setup.files)
        before = findings(samling, setup.year, build=setup.build)
        for problem in before:
            source, place = samling.sources.get(problem.location.file), problem.location
            for text in problem.instead:
                pasted = with_pasted(root, samling, problem, text)
                after = findings(pasted, setup.year, build=setup.build)
                assert (problem.code, str(problem.location)) not in {(one.code, str(one.location)) for one in after}
                assert not errors(after) - errors(before), text
                assert source is not None
                underlined = source.lines[place.line - 1][place.column - 1 :][: place.length]
                lost = numbers(source.text) - numbers(pasted.sources[place.file].text) - numbers(underlined)
                assert not lost, text


@each_case
def test_a_case_says_what_must_hold(path: Path) -> None:
    """Above the files stands a whole sentence; an option that is misspelt would be part of it."""
    assert re.fullmatch(r"[A-ZÆØÅ»`][^#]+[.]", case(path).law)


def test_every_rule_has_a_case_in_which_it_speaks() -> None:
    """What a rule says is written down for each of them."""
    said = "".join(path.with_suffix(".txt").read_text(encoding="utf-8") for path in FILES)
    assert set(re.findall(r": (?:fejl|advarsel) (FR\d{3}): ", said)) >= RULE_CODES


def test_every_expectation_has_its_case() -> None:
    """No expected text is left behind by a case that is gone, and no file lies beside the folders."""
    assert {path.with_suffix("") for path in FOLDER.rglob("*.*")} == {path.with_suffix("") for path in FILES}
