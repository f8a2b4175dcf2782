"""Findings accepted by a comment at their line, in a file that lies alone."""

from pathlib import Path

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.run import examine
from support.folders.examples import TMF

WHY = "# frivilligrapport: accepter FR312 fordi ingen har svaret."


def lone(tmp_path: Path, content: str) -> Findings:
    """Give what is found in a file that lies in no work folder."""
    path = tmp_path / "tmf.yaml"
    path.write_text(content, encoding="utf-8")
    return examine(load_lone(path, "tmf.yaml"))


def test_a_lone_file(tmp_path: Path) -> None:
    """A file on its own is accepted in as well, and what needs the others is not called unused."""
    other = "# frivilligrapport: accepter FR343 fordi KFF ikke har indsatsen med."
    found = lone(tmp_path, TMF.replace("forslag: ingen", f"{other}\nforslag: uoplyst {WHY}"))
    assert found.open == ()
    assert [one.problem.code for one in found.accepted] == ["FR312"]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A slip elsewhere in the file does not make its exceptions wrong; they are heeded in what is still found."""
    wrong = TMF.replace("forslag: ingen", f"forslag: uoplyst {WHY}").replace("navn: Naturens", "navn: @Naturens")
    found = lone(tmp_path, f"# frivilligrapport: accepter FR401 fordi ja\n{wrong}")
    assert [one.code for one in found.open] == ["FR034"]
