"""On a terminal a line says what takes long, and is gone when the result comes."""

import re
from pathlib import Path

import pytest

from support.terminal import at_terminal

pytestmark = pytest.mark.full
BUILD = ("build", "--document", "statusrapport", "--no-cache")
STEP = re.compile(r"\rBygger statusrapport\.pdf … 3 af 3 *\r +\r")


def sent(folder: Path, *words: str) -> str:
    """Give all that a terminal is sent on stderr, also what is written over again."""
    run, shown = at_terminal(*words, cwd=folder, on=["stderr"], env={"COLUMNS": "80"})
    assert run.code == 0, shown
    return shown


def test_the_step_is_shown_and_taken_away(folder: Path) -> None:
    """The PDF takes over a second: its name and number are shown, and at last the line is empty."""
    shown = sent(folder, *BUILD)
    assert STEP.search(shown)
    assert "\x1b" not in shown
    assert shown.rpartition("\r")[2] == ""


def test_what_is_quick_is_not_told(folder: Path) -> None:
    """A command that takes less than a second shows its result only."""
    assert sent(folder, "--version") == ""
