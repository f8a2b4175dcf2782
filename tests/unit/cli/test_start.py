"""What a command loads before it answers: what is typed twenty times in an afternoon must start fast."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.folders.work_folder import write_small
from support.repository import REPOSITORY

pytestmark = pytest.mark.full

LOADED = """
import sys
before = set(sys.modules)
from frivilligrapport.cli import main
code = main(sys.argv[1:])
print(code, *sorted(set(sys.modules) - before))
"""
HEAVY = {
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "numpy",
    "pandas",
    "pikepdf",
    "platformdirs",
    "pydantic",
    "rich",
    "weasyprint",
    "xlsxwriter",
}


def loaded(*words: str, folder: Path = REPOSITORY) -> set[str]:
    """Carry out a command that goes well; give the modules that it loads."""
    done = subprocess.run([sys.executable, "-c", LOADED, *words], cwd=folder, capture_output=True, check=True)
    code, *modules = done.stdout.decode().splitlines()[-1].split()
    assert code == "0"
    return set(modules)


def test_the_version_is_told_at_once() -> None:
    """Nothing from other packages is loaded, and of our own only the way in."""
    modules = loaded("--version")
    others = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names
    assert others == {"frivilligrapport"}
    ours = {name for name in modules if name.startswith("frivilligrapport")}
    way_in = {"frivilligrapport", "frivilligrapport.cli"}
    assert ours == {*way_in, "frivilligrapport.cli.boundary", "frivilligrapport.cli.completion"}


@pytest.mark.parametrize(
    "words",
    ["validate", "validate indberetninger/2014/tmf.yaml", "validate --format sarif", "fix --check", "schema --check"],
)
def test_what_is_typed_often_loads_nothing_heavy(words: str) -> None:
    """Neither what lays out pages, nor what makes tables, nor what only `build` needs."""
    assert HEAVY & loaded(*words.split()) == set()


@pytest.mark.parametrize(
    "words",
    [
        ["explain", "FR201"],
        ["status"],
        ["status", "--format", "markdown"],
        ["status", "--format", "json", "--reminder"],
        ["new", "TMF", "--year", "2015"],
    ],
    ids=" ".join,
)
def test_only_a_build_lays_out_and_only_analysts_tabulate(words: list[str], tmp_path: Path) -> None:
    """What neither builds nor exports needs nothing that a report needs."""
    assert not {"numpy", "pandas", "weasyprint"} & loaded(*words, folder=write_small(tmp_path))


def test_a_workbook_is_made_without_what_analysts_use(tmp_path: Path) -> None:
    """A build's own tables are rows of cells: loading pandas would take longer than to make all of them."""
    modules = loaded("build", "2014", "--document", "tal", "--no-cache", "--output", str(tmp_path))
    assert HEAVY & modules >= {"xlsxwriter"}
    assert not {"pandas", "numpy"} & modules


def test_files_are_looked_at_without_what_reads_options() -> None:
    """`validate` with nothing but paths loads no Typer, no other reporter than that of text."""
    modules = loaded("validate", "indberetninger/2014/tmf.yaml")
    reporters = {name for name in modules if name.startswith("frivilligrapport.problems.reporters.")}
    assert reporters == {"frivilligrapport.problems.reporters.formats", "frivilligrapport.problems.reporters.text"}
    assert not {"typer", "hashlib", "xml.etree.ElementTree", "zipfile", "shutil"} & modules


COLLECTED = """
import gc, sys
from frivilligrapport.cli import main
before = [one["collections"] for one in gc.get_stats()]
main(sys.argv[1:])
print([one["collections"] for one in gc.get_stats()] == before)
"""


def test_a_short_command_is_over_before_anything_is_looked_through() -> None:
    """What a `validate` of the repository's own files makes is never searched for rings that nobody holds."""
    command = [sys.executable, "-c", COLLECTED, "validate", "indberetninger/2014/tmf.yaml"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "True"


def test_a_file_is_looked_at_without_what_compiles_classes() -> None:
    """Neither dataclasses nor what finds modules, which takes it with it: that is half as long as to read a file."""
    modules = loaded("validate", "indberetninger/2014/tmf.yaml")
    assert {"dataclasses", "inspect", "json", "pkgutil", "threading"} & modules == set()
