"""The JavaScript of the pages, held to the types it is declared with: what is told it, and what its parts hand on."""

import shutil
import subprocess
from pathlib import Path

import pytest

from support.repository import REPOSITORY
from support.slow_tools import node_module

pytestmark = pytest.mark.slow
SOURCE = REPOSITORY / "src" / "frivilligrapport"
PROJECTS = sorted(SOURCE.rglob("tsconfig*.json"))


def typescript(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Let TypeScript read a project."""
    node = shutil.which("node") or "node"
    tsc = node_module("typescript") / "bin" / "tsc"
    words = [node, str(tsc), "-p", str(project), *options]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=False, timeout=120)


def test_every_script_is_in_a_project() -> None:
    """None is left unread."""
    read = [typescript(project, "--listFilesOnly").stdout.splitlines() for project in PROJECTS]
    assert {*SOURCE.rglob("*.js")} == {Path(line) for lines in read for line in lines if line.endswith(".js")}
    assert len(PROJECTS) == 3


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_the_types_hold(project: Path) -> None:
    """Every name is there, is used, and is what it is said to be."""
    done = typescript(project)
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_scripts_and_their_rooms_are_small() -> None:
    """As with the program's own modules: a file is one whole thing, and a room is taken in at a glance."""
    scripts = [*SOURCE.rglob("*.js")]
    long = {path.name for path in scripts if len(path.read_text(encoding="utf-8").splitlines()) > 400}
    full = {path.name for path in {script.parent for script in scripts} if len([*path.iterdir()]) > 15}
    assert (long, full) == (set(), set())
