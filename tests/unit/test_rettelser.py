"""Files that `fix` is given: `NAME.yaml` before, `NAME.rettet.yaml` after, and `NAME.txt` with what it says.

A new file is a new test. `pytest --opdater` writes the two others anew; read the difference before it is committed.
"""

from pathlib import Path

import pytest

from frivilligrapport.problems.personal_data import mask
from frivilligrapport.problems.reporters.repairs import describe_repairs
from support.repository import EXAMPLES, AsExpected
from support.texts.fixes import FILE, fixed, fixing

FOLDER = EXAMPLES / "rettelser"
FILES = sorted(path for path in FOLDER.glob("*.yaml") if not path.name.endswith(".rettet.yaml"))


def said(data: bytes) -> str:
    """Give what is repaired, the difference, and the codes of what is left."""
    found = fixing(data)
    repairs = "".join(f"{describe_repairs(one.file, one.repairs, one.shown)}\n" for one in found.files)
    left = "".join(f"Tilbage i linje {one.location.line}: {one.code}\n" for one in found.left.in_file(FILE))
    return mask(repairs) + (left or "Ingen fejl tilbage.\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_repaired_file_is_as_expected(path: Path, as_expected: AsExpected) -> None:
    """Every byte is as in the file beside the example, and repairing that changes nothing."""
    after = fixed(path.read_bytes())
    as_expected(path.with_suffix(".rettet.yaml"), after)
    assert fixed(after) == after


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_text_is_as_expected(path: Path, as_expected: AsExpected) -> None:
    """What is repaired, the difference it makes and what is left are told as the file beside the example says."""
    text = said(path.read_bytes())
    as_expected(path.with_suffix(".txt"), text)


def test_every_expectation_has_its_example() -> None:
    """No expected file is left behind by an example that is gone."""
    expected = {path.with_suffix(end).name for path in FILES for end in (".yaml", ".rettet.yaml", ".txt")}
    assert {path.name for path in FOLDER.iterdir()} == expected
