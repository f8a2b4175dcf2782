"""Run a program at a terminal, as a person does."""

import os
import pty
import re
import select
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from support.program import Run

_ASKS = re.compile(r"[^\n][:\]] \Z")
_CHUNK = 65536
_PATIENCE = 120  # seconds without a word on the screen


def at_terminal(
    *words: str | Path, cwd: Path, on: Sequence[str], typed: str = "", env: Mapping[str, str] | None = None
) -> tuple[Run, str]:
    """Run `frivilligrapport` with a terminal in place of the streams `on`; give the run, and all the terminal was sent.

    What is typed is typed ahead. Of the other streams standard input is empty, and the others are in the run.
    """
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    own = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "frivilligrapport", *words],
            cwd=cwd,
            env=own | dict(env or {}),
            stdin=theirs if "stdin" in on else subprocess.DEVNULL,
            stdout=theirs if "stdout" in on else out,
            stderr=theirs if "stderr" in on else err,
        )
        os.close(theirs)
        try:
            screen = b"".join(iter(lambda: _read(ours, b""), b""))
        finally:
            os.close(ours)
            process.wait(_PATIENCE)
        return Run(process.returncode, _text(out), _text(err)), screen.decode().replace("\r\n", "\n")


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


def run_in_terminal(
    words: Sequence[str | Path], cwd: Path, env: Mapping[str, str], answers: Sequence[str] = ()
) -> tuple[str, int]:
    """Give what the screen shows, answers included, and the exit code.

    An answer is typed where a line ends in ": " or "] ". What is asked without an answer left is a failure.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(words, cwd=cwd, env=env, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    try:
        screen = _talk(ours, list(answers))
    finally:
        os.close(ours)  # hangs up: a program that still waits for an answer ends
        process.wait(_PATIENCE)
    return "\n".join(map(_seen, screen.decode().replace("\r\n", "\n").split("\n"))), process.returncode


def _talk(terminal: int, answers: list[str]) -> bytes:
    screen, answered_to = b"", 0
    while part := _read(terminal, screen):
        screen += part
        if _ASKS.search(screen[answered_to:].decode(errors="replace")):
            assert answers, f"ingen svarer på: {screen.decode()}"
            answered_to = len(screen)
            os.write(terminal, f"{answers.pop(0)}\n".encode())
    assert not answers, f"ingen spurgte efter {answers}: {screen.decode()}"
    return screen


def _read(terminal: int, screen: bytes) -> bytes:
    assert select.select([terminal], [], [], _PATIENCE)[0], f"intet sker: {screen.decode()}"
    try:
        return os.read(terminal, _CHUNK)
    except OSError:  # so says Linux when the other end has closed
        return b""


def _seen(line: str) -> str:
    """Give what is left to see of a line when some of it was written over, as progress is."""
    seen = ""
    for part in line.split("\r"):
        seen = part + seen[len(part) :]
    return seen if "\r" not in line else seen.rstrip()
