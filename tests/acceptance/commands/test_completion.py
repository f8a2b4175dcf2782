"""The Tab key, in a real bash."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from support.program import Program

BIN = Path(sys.executable).parent


def environment() -> dict[str, str]:
    """Give the environment of a user whose shell finds the program."""
    return os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}"}


def answered(program: Program, line: str, cwd: Path) -> list[str]:
    """Ask the program as bash does what can follow a line."""
    words = line.split(" ")
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_FRIVILLIGRAPPORT_COMPLETE": "complete_bash"}
    run = program(cwd=cwd, env=asked)
    assert (run.code, run.err) == (0, "")
    return run.out.split()


def offered_by_bash(line: str, cwd: Path) -> list[str]:
    """Let bash itself ask the program what can follow a line."""
    script = """
    eval "$(frivilligrapport completion bash)"
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _frivilligrapport_completion frivilligrapport
    printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", *line.split(" ")],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("frivilligrapport val", ["validate"]),
        ("frivilligrapport validate --format s", ["sarif"]),
        ("frivilligrapport validate --format ", ["text", "json", "github", "gitlab", "sarif", "junit"]),
        ("frivilligrapport validate --st", ["--strict"]),
        ("frivilligrapport figures ", ["2014", "2013"]),
        ("frivilligrapport compare 2013 ", ["2014", "2013"]),
        ("frivilligrapport build --document sta", ["statusrapport"]),
        ("frivilligrapport figures --by te", ["tema"]),
        ("frivilligrapport figures --format x", ["xlsx"]),
        ("frivilligrapport explain fr90", ["fr901"]),
        ("frivilligrapport explain FR90", ["FR901"]),
        ("frivilligrapport completion p", ["powershell"]),
        ("frivilligrapport new t", ["tmf"]),
        ("frivilligrapport new Ø", ["ØKF"]),
        ("frivilligrapport status 20", ["2014", "2013"]),
        ("frivilligrapport validate indb", []),
    ],
)
def test_what_is_offered(program: Program, folder: Path, line: str, words: list[str]) -> None:
    """Commands, options, years, formats, documents and codes; for a path bash offers its own."""
    (folder / "indberetninger" / "2013").mkdir()
    assert answered(program, line, folder) == words


@pytest.mark.full
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("frivilligrapport val", ["validate"]),
        ("frivilligrapport validate --format ", ["text", "json", "github", "gitlab", "sarif", "junit"]),
        ("frivilligrapport compare 2013 ", ["2014", "2013"]),
        ("frivilligrapport new Ø", ["ØKF"]),
        ("frivilligrapport validate indb", []),
    ],
)
def test_what_bash_offers(folder: Path, line: str, words: list[str]) -> None:
    """The script that bash is given asks the program so, and takes its answer."""
    (folder / "indberetninger" / "2013").mkdir()
    assert offered_by_bash(line, folder) == words


def test_no_work_folder(program: Program, tmp_path: Path) -> None:
    """Where there is no work folder no year is offered, and nothing goes wrong."""
    assert answered(program, "frivilligrapport build 2", tmp_path) == []


@pytest.mark.full
def test_the_tab_key(folder: Path) -> None:
    """A press of the key on a terminal writes the rest of the word."""
    main, secondary = pty.openpty()
    process = subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"],
        cwd=folder,
        env=environment() | {"PS1": "> ", "TERM": "dumb", "HISTFILE": ""},
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        start_new_session=True,
    )
    os.close(secondary)
    os.write(main, b'eval "$(frivilligrapport completion bash)"\n')
    os.write(main, b"echo : frivilligrapport; frivilligrapport explain FR90\t")
    shown = b""
    while b"explain FR901 " not in shown and select.select([main], [], [], 60)[0]:
        shown += os.read(main, 4096)
    process.kill()
    process.wait()
    os.close(main)
    assert b"explain FR901 " in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "BASH"])
def test_a_script_for_every_shell(program: Program, tmp_path: Path, shell: str) -> None:
    """Each shell gets a script that names the program and how to ask it."""
    run = program("completion", shell, cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    assert "frivilligrapport" in run.out
    assert f"complete_{shell.lower()}" in run.out


def test_an_unknown_shell(program: Program, tmp_path: Path) -> None:
    """A shell that there is no script for is wrong use, in Danish."""
    run = program("completion", "tcsh", cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err == "Der er ikke noget til »tcsh«.\n   Vælg mellem bash, zsh, fish, powershell.\n"
