"""The tests run the program in their own process: it says the same there, and leaves nothing behind."""

import errno
import logging
import os
import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest

from support.folders.work_folder import TWO_READINGS, put, status_file
from support.program import Program

COMMANDS: dict[str, tuple[str, ...]] = {
    "help": ("--help",),
    "wide help": ("build", "--help"),
    "version": ("--version",),
    "wrong use": ("bild",),
    "findings": ("validate",),
    "data": ("validate", "--format", "json"),
    "an overview": ("status", "--format", "markdown"),
    "errors": ("build",),
    "a draft": ("build", "--draft", "--format", "md,html", "--no-cache"),
    "repairs": ("fix", "--check"),
    "a question": ("new", "SOF", "--year", "2015", "--interactive"),
    "a code": ("explain", "FR201"),
}


def _state() -> dict[str, object]:
    """Give what a run could leave changed for the next."""
    loggers = [logging.getLogger(name) for name in ("", "weasyprint", "fontTools", "frivilligrapport")]
    return {
        "environment": dict(os.environ),
        "folder": Path.cwd(),
        "streams": (sys.stdin, sys.stdout, sys.stderr, sys.__stdout__),
        "path": list(sys.path),
        "warnings": list(warnings.filters),
        "logging": [(one.level, list(one.handlers), list(one.filters)) for one in loggers],
        "time": time.tzname,
    }


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_the_same_text_as_in_a_process(
    program: Program, process: Program, folder: Path, words: tuple[str, ...]
) -> None:
    """Exit code, output and files are those of a real process, in width, colour and encoding too."""
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    runs, files = [], []
    for one in (program, process):
        runs.append(one(*words, cwd=folder, typed="Konsulent\n"))
        files.append({path: path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert runs[0] == runs[1]
    assert files[0] == files[1]


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_nothing_is_left_for_the_next_run(program: Program, folder: Path, words: tuple[str, ...]) -> None:
    """Environment, current folder, streams, log and warnings are as before, and a second run says the same."""
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    before = _state()
    first = program(*words, cwd=folder, env={"TZ": "Asia/Tokyo", "NO_COLOR": "1"})
    assert _state() == before
    assert program(*words, cwd=folder, env={"TZ": "Asia/Tokyo", "NO_COLOR": "1"}) == first


@pytest.mark.full
def test_nor_by_a_pdf(program: Program, folder: Path) -> None:
    """What lays out the pages listens to its own log while it works, and to nothing afterwards."""
    assert program("build", "--document", "faktaark-tmf", cwd=folder).code == 0
    before = _state()
    assert program("build", "--document", "kort-udgave", cwd=folder).code == 0
    assert _state() == before


def test_a_bug_is_shown(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the program says is short; the traceback in its log is shown with the test that met it."""

    def broken(**_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("frivilligrapport.cli.app.app", broken)
    run = program("status", cwd=folder)
    assert run.code == 5
    assert "Traceback" not in run.err
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_what_only_a_process_can_have_is_refused(program: Program, folder: Path) -> None:
    """A setting that Python reads when it starts would silently do nothing."""
    with pytest.raises(AssertionError, match="`process`"):
        program("--version", cwd=folder, env={"LC_ALL": "C"})


def test_a_command_by_its_danish_name(program: Program, folder: Path) -> None:
    """Each Danish name does what the English one does, and the help page shows one name of each, in whole sentences."""
    names = {"byg": "build", "tjek": "validate", "ny": "new", "ret": "fix", "tal": "figures", "forklar": "explain"}
    for danish, english in names.items():
        first = program(danish, "--help", cwd=folder)
        assert first.code == 0
        assert (
            first.out.replace(f"frivilligrapport {danish} ", f"frivilligrapport {english} ")
            == program(english, "--help", cwd=folder).out
        )
    page = program("--help", cwd=folder).out
    assert not [line for line in page.splitlines() if line.split()[:1] == ["byg"]]
    assert "..." not in page


def test_a_document_and_its_formats_however_they_are_typed(program: Program, folder: Path) -> None:
    """Capitals in a document's name, and spaces between formats, mean the same."""
    run = program("build", "--draft", "--document", "Faktaark-TMF", "--format", "MD html", cwd=folder)
    assert run.code == 0
    assert [Path(line).name for line in run.out.splitlines()] == ["faktaark-tmf.md", "faktaark-tmf.html"]


@pytest.mark.full
@pytest.mark.parametrize("words", [["--help"], ["explain", "fejlkoder"], ["figures", "--format", "json"]])
def test_nobody_reads_on(words: list[str], folder: Path) -> None:
    """Who has read enough closes the pipe, as `head` does: no word, no traceback, and no failure."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "frivilligrapport", *words]
    done = subprocess.run(command, cwd=folder, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_help_page_has_no_signs_of_the_library(program: Program, folder: Path) -> None:
    """The least number that an option takes is said in words."""
    page = " ".join(program("build", "--help", cwd=folder).out.split())
    assert "Ellers én for hver kerne i maskinen. Mindst 1." in page
    assert "[x" not in page


def test_what_may_not_be_opened_is_no_bug(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the user has no access to is named, with exit 4."""

    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "indberetninger/2014")

    monkeypatch.setattr("frivilligrapport.cli.app.app", refuse)
    run = program("status", cwd=folder)
    assert run.code == 4
    assert run.err.startswith("»indberetninger/2014« kan ikke åbnes.\n   Se efter, om drevet er forbundet")


@pytest.mark.full
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_without_a_console(folder: Path, closed: str) -> None:
    """Started with its streams closed, as by a task or a service of Windows, it does its work."""
    for words, code in ((("status",), 0), (("fix", "--check"), 0), (("bild",), 2)):
        done = subprocess.run(
            ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "frivilligrapport", *words],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, b"Traceback" in done.stdout + done.stderr) == (code, False), done.stderr
