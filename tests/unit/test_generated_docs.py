"""The pages of docs/ that the program writes itself."""

import importlib.util
import re
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from frivilligrapport.problems import Kind, Severity
from frivilligrapport.rules.catalogue import ALL_KINDS
from kinds_guide import kinds_guide
from support.repository import REPOSITORY


@pytest.fixture
def write_docs() -> ModuleType:
    """Give scripts/write_docs.py as a module."""
    spec = importlib.util.spec_from_file_location("write_docs", REPOSITORY / "scripts" / "write_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh(write_docs: ModuleType) -> None:
    """Each page is what the program would write today; else `make docs` was forgotten."""
    for name, content in write_docs.pages().items():
        assert (REPOSITORY / "docs" / name).read_text(encoding="utf-8") == content, "run make docs"


def test_the_script_writes_the_pages(
    write_docs: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The script writes each page with plain line feeds and names it."""
    monkeypatch.setattr(write_docs, "DOCS", tmp_path)
    write_docs.main()
    assert b"\r" not in (tmp_path / "fejlkoder.md").read_bytes()
    assert capsys.readouterr().out == "docs/fejlkoder.md\ndocs/skabeloner.md\n"


def test_every_code_can_be_linked_to() -> None:
    """Each code has one heading that is the code alone, and one row in the index that leads to it."""
    page = kinds_guide(ALL_KINDS)
    codes = [kind.code for kind in ALL_KINDS]
    assert re.findall(r"^### (.*)$", page, re.MULTILINE) == codes
    assert re.findall(r"^\| \[(FR\d{3})\]\(#fr\d{3}\) \|", page, re.MULTILINE) == codes


def test_code_fences_pair_up() -> None:
    """Every code fence is opened and closed, and no example closes one from inside."""
    fences = re.findall(r"^```(.*)$", kinds_guide(ALL_KINDS), re.MULTILINE)
    assert set(fences[::2]) == {"yaml"}
    assert set(fences[1::2]) == {""}


def test_chapters_follow_the_codes() -> None:
    """A chapter begins where the codes' first digit changes and stands once."""
    starts = [kind.code[:3] for kind in ALL_KINDS]
    changes = sum(first != second for first, second in pairwise(starts))
    assert len(re.findall(r"^## ", kinds_guide(ALL_KINDS), re.MULTILINE)) == changes + 1


def test_an_entry_in_full() -> None:
    """Markup in our own words is text, an example is code, and a described example is a sentence."""
    kind = Kind("FR901", Severity.ADVARSEL, "Et <navn>", "Tegnet * er _ikke_ fed.", "navn: x\n", "(en fil med æ)")
    entry = kinds_guide([kind]).partition("### FR901\n")[2]
    assert entry == (
        "\n**Et \\<navn\\>** (advarsel)\n\nTegnet \\* er \\_ikke\\_ fed.\n\n"
        "Forkert:\n\n```yaml\nnavn: x\n```\n\nRigtigt: En fil med æ.\n"
    )
