"""What a killed command left half written is whole before any other command looks at it."""

import json
from pathlib import Path

import pytest

from frivilligrapport import tal
from frivilligrapport.cli.writing import STAGING
from support.folders.work_folder import KOMMUNE, put, status_file
from support.program import Program

pytestmark = pytest.mark.full

UNCHANGED = status_file("SOF")
CHANGED = status_file("SOF", "indsatser: ingen\ntal:\n  frivillige: 21\n")


def leave(folder: Path, name: str, data: str) -> Path:
    """Leave a journal in a folder that says that a file gets new bytes; give the file's path."""
    staging = folder / STAGING
    staging.mkdir(parents=True)
    (staging / "0.ny").write_text(data, encoding="utf-8")
    (staging / "journal.json").write_text(json.dumps({"mapper": [], "filer": [name]}), encoding="utf-8")
    return folder / name


@pytest.fixture
def half(folder: Path) -> tuple[Path, Path]:
    """Give the two files of a work folder that a killed command has not moved to their places yet."""
    (folder / "indberetninger/2013").mkdir()
    put(folder, "2013/tmf.yaml", status_file("TMF").replace("2014", "2013"))
    report = leave(folder / "udgivelser/2014", "statusrapport.md", "# Rapport\n")
    return report, leave(folder / "indberetninger", "2014/sof.yaml", CHANGED)


def is_whole(folder: Path, half: tuple[Path, Path]) -> bool:
    """Tell whether both have been moved, and nothing is left."""
    found = [path.read_text(encoding="utf-8") for path in half if path.exists()]
    return found == ["# Rapport\n", CHANGED] and not list(folder.rglob(STAGING))


@pytest.mark.parametrize(
    "words",
    [
        "status 2014",
        "validate",
        "validate indberetninger/2014/tmf.yaml",
        "fix --check",
        "figures 2014",
        "figures 2014 --format csv --output tal",
        "compare 2013 2014",
        "explain 2014.frivillige",
        "new TMF --year 2015",
        "build 2014 --check --format md",
    ],
)
def test_every_command_finishes_it(words: str, program: Program, folder: Path, half: tuple[Path, Path]) -> None:
    """Whatever comes next carries the journals out before it reads, and says nothing of them."""
    assert program(*words.split(), cwd=folder).code in {0, 1}
    assert is_whole(folder, half)


def test_several_municipalities(program: Program, folder: Path, half: tuple[Path, Path]) -> None:
    """So does a command that looks at several municipalities, in each."""
    assert program("figures", "2014", "--folder", folder.parent, cwd=folder.parent).code in {0, 1}
    assert is_whole(folder, half)


def test_the_schemas(program: Program, folder: Path) -> None:
    """Schemas that are half written are whole before they are called fresh or stale."""
    assert program("schema", cwd=folder).code == 0
    skema = folder / "indberetninger/skema"
    stale = next(iter(sorted(skema.iterdir())))
    fresh = stale.read_text(encoding="utf-8")
    stale.write_text("{}", encoding="utf-8")
    leave(folder / "indberetninger", f"skema/{stale.name}", fresh)
    assert program("schema", "--check", cwd=folder).code == 0


def test_the_figures_of_an_analyst(folder: Path, half: tuple[Path, Path]) -> None:
    """The table that Python is given counts what the killed command wrote."""
    assert len(tal(folder, 2014)) == 1
    assert is_whole(folder, half)


def test_the_tab_key(program: Program, folder: Path) -> None:
    """What the Tab key offers is what the killed command wrote."""
    leave(folder / "indberetninger", "kommune.yaml", KOMMUNE.replace("ØKF", "NYK"))
    asked = {"COMP_WORDS": "frivilligrapport new N", "COMP_CWORD": "2", "_FRIVILLIGRAPPORT_COMPLETE": "complete_bash"}
    assert program(cwd=folder, env=asked).out.split() == ["NYK", "NET"]
    assert not list(folder.rglob(STAGING))
