"""A word longer than any line, in every field that is printed: every document is made, and nothing is cut."""

import shutil
from pathlib import Path

import pytest

from support.program import in_process
from support.repository import EXAMPLES

pytestmark = pytest.mark.slow
MARK = "ORD"  # stands in the example for the word that is tried
LONG = ("Speciallægepraksisplanlægningsstabiliseringsperiode" * 8)[:400]


@pytest.mark.parametrize("word", [LONG, f"(**{LONG}**)", f"https://example.dk/{LONG}"], ids=["word", "bold", "address"])
def test_a_long_word_in_every_field(word: str, tmp_path: Path) -> None:
    """The gate for words finds each text whole, and the check of edges finds none outside its place."""
    root = tmp_path / "mappe"
    shutil.copytree(EXAMPLES / "lange-ord", root)
    for path in (root / "indberetninger").rglob("*.*"):
        path.write_text(path.read_text(encoding="utf-8").replace(MARK, word), encoding="utf-8")
    for words in (("build", "2014"), ("build", "2014", "--document", "returbrev")):
        run = in_process(tmp_path)(*words, "--no-cache", cwd=root)
        assert run.code == 0, run.err
