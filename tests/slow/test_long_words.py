"""A word longer than any line, in every field that is printed: every document is made, and nothing is cut."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from support.folders.work_folder import put, status_file, write_small
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


def test_an_acronym_is_not_broken(tmp_path: Path) -> None:
    """Beside a text, "(BMF)" goes to the next line whole."""
    root = write_small(tmp_path / "mappe")
    register = root / "indberetninger/kommune.yaml"
    register.write_text(
        "kommune: Prøvekøbing\nforvaltninger:\n"
        "  - id: tmf\n    forkortelse: BMF\n    navn: By- og Miljøforvaltningen\n",
        encoding="utf-8",
    )
    for name in ("sof", "oekf"):
        (root / f"indberetninger/2014/{name}.yaml").unlink()
    put(root, "2014/tmf.yaml", status_file("BMF"))
    run = in_process(tmp_path)("build", "2014", "--document", "statusrapport", "--format", "pdf", cwd=root)
    assert run.code == 0, run.err
    command = ("pdftotext", "-layout", str(root / "udgivelser/2014/statusrapport.pdf"), "-")
    text = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert re.search(r"^By- og Miljøforvaltningen .*\n\(BMF\)", text, re.MULTILINE), text
