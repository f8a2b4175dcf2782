"""On a terminal a line says what takes long, and is gone when the result comes."""

import contextlib
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.full
BUILD = ("build", "--document", "statusrapport", "--no-cache")
STEP = re.compile(r"\rBygger statusrapport\.pdf … 3 af 3 *\r +\r")


def sent(folder: Path, *words: str) -> str:
    """Give all that a terminal is sent on stderr, also what is written over again."""
    ours, theirs = pty.openpty()
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm", "COLUMNS": "80"}
    program = [sys.executable, "-m", "frivilligrapport", *words]
    with subprocess.Popen(program, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        found = b""
        with contextlib.suppress(OSError):  # so says Linux when the program has closed its end
            while part := os.read(ours, 4096):
                found += part
    os.close(ours)
    assert process.returncode == 0, found.decode()
    return found.decode()


def test_the_step_is_shown_and_taken_away(folder: Path) -> None:
    """The PDF takes over a second: its name and number are shown, and at last the line is empty."""
    shown = sent(folder, *BUILD)
    assert STEP.search(shown)
    assert "\x1b" not in shown
    assert shown.rpartition("\r")[2] == ""


def test_what_is_quick_is_not_told(folder: Path) -> None:
    """A command that takes less than a second shows its result only."""
    assert sent(folder, "--version") == ""
