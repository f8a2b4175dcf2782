"""A fresh checkout, in a folder with a space and æ in its name, must give the report by one command."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from support.repository import REPOSITORY


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What git would hand out of this checkout as it is now."""
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = subprocess.run(listed, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=True).stdout
    folder = tmp_path / "en mappe med æ"
    for name in filter(None, names.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(REPOSITORY / name, folder / name)
    return folder


def make_report(checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run `make report` as at a fresh prompt: nothing that an outer make, pytest or coverage has set."""
    foreign = ("COV", "MAKE", "MFLAGS", "PYTEST", "PYTHON", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return subprocess.run(
        ["make", "report"], cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.slow
def test_make_report_sets_up_what_it_needs(checkout: Path) -> None:
    """The first run makes the environment and the report; the second makes only the report, and the same one."""
    first = make_report(checkout)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "virtuelle miljø" in first.stderr
    made = {path.name: path.read_bytes() for path in (checkout / "udgivelser" / "2014").iterdir() if path.is_file()}
    assert {"statusrapport.md", "statusrapport.html", "statusrapport.pdf"} <= set(made)

    second = make_report(checkout)
    assert second.returncode == 0, second.stdout + second.stderr
    assert "virtuelle miljø" not in second.stderr
    assert {name: (checkout / "udgivelser" / "2014" / name).read_bytes() for name in made} == made
