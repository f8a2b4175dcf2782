"""The program where people have it: odd folders, consoles and line ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.folders.work_folder import status_file, write_folder
from support.program import Program
from support.terminal import at_terminal

ONEDRIVE = "OneDrive - Københavns Kommune/Frivillighed & æøå (2014)"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
WRONG = """\
indsatser:
  - id: smag-verden
    navn: Smag på »Ærø«
    tilstand: afholdt
    tal:
      gæster: 20-30.000
"""
# Python turns a C locale into UTF-8 unless it is told not to; old machines do not.
PLAIN_C = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def files(body: str = WRONG, end: str = "\n") -> dict[str, str | bytes]:
    """Give the files of a small year, with the line ends asked for."""
    texts = {"2014/tmf.yaml": status_file("TMF"), "2014/sof.yaml": status_file("SOF", body)}
    texts["2014/oekf.yaml"] = status_file("ØKF")
    return {name: text.replace("\n", end).encode() for name, text in texts.items()}


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Give a work folder with one mistake, where an office keeps it."""
    return write_folder(tmp_path / ONEDRIVE, files())


def on_a_terminal(folder: Path, **environment: str) -> str:
    """Give what `validate` shows on a terminal."""
    run, shown = at_terminal("validate", cwd=folder, on=["stdout"], env=environment)
    assert run.code == 1
    return shown


@pytest.mark.parametrize("absolute", [True, False])
def test_a_folder_as_onedrive_names_it(program: Program, tmp_path: Path, faulty: Path, absolute: bool) -> None:
    """Spaces, æøå and signs in `--folder` change nothing in what is said."""
    run = program("validate", "--folder", faulty if absolute else ONEDRIVE, cwd=tmp_path)
    assert run.code == 1
    assert run.out.startswith("indberetninger/2014/sof.yaml:14:15: fejl FR201: »20-30.000« kan læses på to måder.\n")


def test_a_report_is_built_in_such_a_folder(program: Program, tmp_path: Path) -> None:
    """What is built lies in the work folder, and the paths that are printed exist."""
    root = write_folder(tmp_path / ONEDRIVE, files(WRONG.replace("20-30.000", "2.600")))
    run = program(
        "build", "2014", "--document", "statusrapport", "--format", "md,html", "--folder", ONEDRIVE, cwd=tmp_path
    )
    assert run.code == 0, run.err
    assert [tmp_path / line for line in run.out.splitlines()] == [
        root / "udgivelser" / "2014" / f"statusrapport.{ending}" for ending in ("md", "html")
    ]
    assert "2.600" in (root / "udgivelser" / "2014" / "statusrapport.md").read_text(encoding="utf-8")


@pytest.mark.full
def test_colour_is_for_terminals(program: Program, faulty: Path) -> None:
    """A terminal shows the weight in colour, and without the colour it is the same text as elsewhere."""
    shown = on_a_terminal(faulty)
    assert "\x1b[1;31mfejl\x1b[0m FR201" in shown
    assert "\x1b[1;31m^^^^^^^^^\x1b[0m\n" in shown
    plain = program("validate", cwd=faulty).out
    assert "\x1b" not in plain
    assert ESCAPE.sub("", shown) == plain


@pytest.mark.full
def test_a_warning_has_another_colour(faulty: Path) -> None:
    """A missing delivery is yellow."""
    (faulty / "indberetninger" / "2014" / "tmf.yaml").unlink()
    assert "\x1b[1;33madvarsel\x1b[0m FR" in on_a_terminal(faulty)


@pytest.mark.full
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colour_gets_none(faulty: Path, environment: dict[str, str]) -> None:
    """NO_COLOR and a terminal that knows no colours give plain text on a terminal too."""
    shown = on_a_terminal(faulty, **environment)
    assert "fejl FR201" in shown
    assert "\x1b" not in shown


@pytest.mark.full
def test_an_empty_no_color_counts_as_not_set(faulty: Path) -> None:
    """The convention (no-color.org): only a value that is not empty says no."""
    assert "\x1b[1;31m" in on_a_terminal(faulty, NO_COLOR="")


@pytest.mark.parametrize("format_", ["text", "github"])
def test_a_file_cannot_steer_the_console(program: Program, faulty: Path, format_: str) -> None:
    """A file's own control signs never reach a terminal, in the excerpt or in what is quoted."""
    body = WRONG.replace("20-30.000", "20\x1b[2J-30.000")
    (faulty / "indberetninger" / "2014" / "sof.yaml").write_text(status_file("SOF", body), encoding="utf-8")
    run = program("validate", "--format", format_, cwd=faulty, env={"GITHUB_STEP_SUMMARY": ""})
    assert run.code == 1
    assert "\x1b" not in run.out + run.err


@pytest.mark.full
def test_a_windows_console(faulty: Path) -> None:
    """A console in cp1252 shows æøå and the quotation marks as they are."""
    done = subprocess.run(
        [sys.executable, "-m", "frivilligrapport", "validate"],
        cwd=faulty,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    shown = done.stdout.decode("cp1252")
    assert "»20-30.000« kan læses på to måder." in shown
    assert "(i indsatsen »Smag på »Ærø««)" in shown


@pytest.mark.parametrize("words", [["validate"], ["figures"], ["build", "--format", "md"], ["valider"]])
def test_a_machine_without_a_language(program: Program, process: Program, faulty: Path, words: list[str]) -> None:
    """LANG=C and an ASCII console get question marks for æøå, and the right exit code: never a traceback."""
    plain, normal = process(*words, cwd=faulty, env=PLAIN_C), program(*words, cwd=faulty)
    assert plain.code == normal.code
    assert "Traceback" not in plain.out + plain.err
    assert plain.out.isascii()
    assert plain.out == normal.out.encode("ascii", "replace").decode()


def test_help_on_such_a_machine(process: Program, tmp_path: Path) -> None:
    """The help page is shown there too."""
    run = process("validate", "--help", cwd=tmp_path, env=PLAIN_C)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Brug: frivilligrapport validate")


def test_data_is_whole_on_such_a_machine(program: Program, process: Program, tmp_path: Path, faulty: Path) -> None:
    """JSON keeps every letter, in the folder's name too."""
    words = ("validate", "--format", "json", "--folder", ONEDRIVE)
    run = process(*words, cwd=tmp_path, env=PLAIN_C)
    assert run.code == 1
    assert json.loads(run.out) == json.loads(program(*words, cwd=tmp_path).out)


def test_line_ends_do_not_matter(program: Program, tmp_path: Path) -> None:
    """Files saved on Windows give the same findings, places and all."""
    runs = [
        program("validate", "--format", form, cwd=write_folder(tmp_path / form / str(index), files(end=end)))
        for form in ("text", "json")
        for index, end in enumerate(("\n", "\r\n"))
    ]
    assert runs[0].out.count("fejl FR201") == 1
    assert runs[0].out == runs[1].out
    assert runs[2].out == runs[3].out


def test_line_ends_do_not_reach_the_report(program: Program, tmp_path: Path) -> None:
    """The same report is built from files with either line end, byte for byte."""
    built = []
    for name, end in (("linux", "\n"), ("windows", "\r\n")):
        root = write_folder(tmp_path / name, files(WRONG.replace("20-30.000", "2.600"), end))
        assert program("build", "--document", "statusrapport", "--format", "md,html", cwd=root).code == 0
        # The manifest states the inputs' own bytes, which are not the same.
        paths = [path for path in (root / "udgivelser" / "2014").iterdir() if path.suffix != ".json"]
        built.append({path.name: path.read_bytes() for path in paths})
    assert sorted(built[0]) == ["statusrapport.html", "statusrapport.md"]
    assert built[0] == built[1]
