"""The wheel, installed in an empty environment, must build a work folder that lies somewhere else."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from support.repository import REPOSITORY, copenhagen

pytestmark = pytest.mark.full


def run(arguments: Sequence[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as a user's shell would: nothing of this checkout or its measuring in the environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    return subprocess.run(
        arguments, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=300
    )


def succeed(arguments: Sequence[str | Path], cwd: Path) -> str:
    """Run a program that must not fail, and return what it printed."""
    finished = run(arguments, cwd)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    succeed([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, "."], REPOSITORY)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and the locked packages it asks for, in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("bruger") / "tomt miljø"
    succeed([sys.executable, "-m", "venv", "--without-pip", folder], folder.parent)
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python"]
    install = [*pip, "install", "-qq", "--no-compile", "--no-deps"]
    succeed([*install, "--require-hashes", "-r", REPOSITORY / "requirements" / "runtime.lock"], folder)
    succeed([*install, wheel], folder)
    succeed([*pip, "check"], folder)
    return folder


@pytest.fixture
def work_folder(tmp_path: Path) -> Path:
    """A copy of the status files alone: no templates, no source."""
    return copenhagen(tmp_path / "arbejdsmappe på Amager")


@pytest.mark.parametrize("folder", ["skabeloner", "docs"])
def test_the_wheel_holds_every_template_and_guide(folder: str, wheel: Path) -> None:
    """Each file in skabeloner/, fonts and style sheet too, and each guide is shipped in the package."""
    own = REPOSITORY / folder
    expected = {path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file()}
    shipped = {
        name.removeprefix(f"frivilligrapport/{folder}/")
        for name in zipfile.ZipFile(wheel).namelist()
        if name.startswith(f"frivilligrapport/{folder}/")
    }
    assert expected
    assert shipped == expected


def test_the_wheel_builds_a_report_elsewhere(environment: Path, work_folder: Path, tmp_path: Path) -> None:
    """One command makes the report as Markdown, HTML and PDF, with the templates that the wheel brought along."""
    command = environment / "bin" / "frivilligrapport"
    succeed([command, "build", "2014", "--folder", work_folder, "--document", "statusrapport"], tmp_path)
    made = work_folder / "udgivelser" / "2014"
    assert (made / "statusrapport.md").read_text(encoding="utf-8").startswith("#")
    assert '<html lang="da"' in (made / "statusrapport.html").read_text(encoding="utf-8")
    assert (made / "statusrapport.pdf").read_bytes().startswith(b"%PDF-")


def test_every_install_line_works(wheel: Path, environment: Path, tmp_path: Path) -> None:
    """Each line of README and the guides that installs the program does so, from a wheel that lies where they say."""
    home, python = tmp_path / "hjem", tmp_path / "python"
    for place in (home / "Downloads", tmp_path / "dist", tmp_path / "program"):
        place.mkdir(parents=True)
        (place / wheel.name).write_bytes(wheel.read_bytes())
    # The packages are there already, and nothing is fetched.
    pip = f'exec "{sys.executable}" -m pip --python "{environment}/bin/python" "$@"'
    python.write_text(f"#!/bin/sh\nshift 2\n{pip}\n", encoding="utf-8")
    python.chmod(0o755)
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_COMPILE": "1", "HOME": str(home)}
    texts = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "README.md", *REPOSITORY.glob("docs/*.md"))]
    found = {line for text in texts for line in re.findall(r"python -m pip install [^`\n]+", text)}
    assert len(found) >= 5
    for line in sorted(found):
        shell = ["bash", "-ec", line.replace("\\", "/")]
        path = f"{tmp_path}:{os.environ['PATH']}"
        done = subprocess.run(
            shell, cwd=tmp_path, env={"PATH": path, **offline}, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, line + done.stdout + done.stderr
    assert succeed([environment / "bin/frivilligrapport", "--version"], tmp_path).startswith("frivilligrapport ")
