"""Files that once went wrong, laid over the report's own data: what `validate` says of them, word for word.

`eksempler/tilfaelde/NAVN/ÅR/FIL`, and `NAVN.txt` beside the folder. A new folder is a new test. `pytest --opdater`
writes the texts anew; read the difference before it is committed.
"""

import shutil
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.rules.run import examine
from support.repository import EXAMPLES, REPOSITORY, AsExpected

FOLDER = EXAMPLES / "tilfaelde"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@pytest.mark.full
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_what_went_wrong_is_told(case: Path, tmp_path: Path, as_expected: AsExpected) -> None:
    """The findings of the case's own files are those that were agreed on."""
    root = tmp_path / "indberetninger"
    shutil.copytree(REPOSITORY / "indberetninger", root)
    shutil.copytree(case, root, dirs_exist_ok=True)
    samling = load(tmp_path)
    own = [f"indberetninger/{file.relative_to(case).as_posix()}" for file in case.rglob("*.*")]
    found = examine(samling).touching(own)
    as_expected(case.with_suffix(".txt"), findings_text(found.open, samling.sources) or "Ingen fejl.\n")


def test_each_case_has_its_text() -> None:
    """No expected text is left behind by a case that is gone."""
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.name for path in CASES}
