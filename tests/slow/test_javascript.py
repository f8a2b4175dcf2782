"""The JavaScript of the pages, held to the types it is declared with: what is told it, and what its parts hand on."""

import shutil
import subprocess

import pytest

from support.repository import REPOSITORY
from support.slow_tools import node_module

pytestmark = pytest.mark.slow
SOURCE = REPOSITORY / "src" / "frivilligrapport"
PROJECTS = sorted(SOURCE.rglob("tsconfig*.json"))


def test_every_script_is_in_a_project() -> None:
    """None is left unread."""
    assert {path.parent for path in SOURCE.rglob("*.js")} == {path.parent for path in PROJECTS}
    assert len(PROJECTS) == 3


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_the_types_hold(project: object) -> None:
    """Every name is there, is used, and is what it is said to be."""
    node = shutil.which("node") or "node"
    tsc = node_module("typescript") / "bin" / "tsc"
    done = subprocess.run(
        [node, tsc, "-p", str(project)], capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr
