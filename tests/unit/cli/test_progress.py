"""The line on the terminal: not before a second has gone, one at a time, and taken back."""

import sys
import time
from io import StringIO

import pytest

from frivilligrapport.cli import terminal as module
from frivilligrapport.cli.terminal import progress


class Terminal(StringIO):
    """A terminal that remembers what it was sent."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def terminal_in(monkeypatch: pytest.MonkeyPatch, patience: float = 0.01) -> Terminal:
    """Put a terminal of 20 columns in the place of stderr; in the test itself, since pytest has set its own before."""
    found = Terminal()
    monkeypatch.setattr(module, "_PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", found)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "20")
    return found


def until_shown(terminal: Terminal) -> None:
    """Wait for the line."""
    end = time.monotonic() + 10
    while not terminal.getvalue() and time.monotonic() < end:
        time.sleep(0.01)


def test_quick_work_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent to the terminal when the work is done in time."""
    terminal = terminal_in(monkeypatch, patience=60)
    with progress() as tell:
        tell("Læser")
    assert terminal.getvalue() == ""


def test_slow_work_is_shown_until_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shorter text covers a longer one, a text is cut off before it wraps, and at last the line is empty."""
    terminal = terminal_in(monkeypatch)
    with progress() as tell:
        tell("Bygger a.pdf")
        until_shown(terminal)
        tell("Læser")
        tell("Bygger et meget langt navn.pdf")
    cut = "Bygger et meget lan"
    assert terminal.getvalue() == f"\rBygger a.pdf\r{'Læser':<12}\r{cut}\r{'':<19}\r"


def test_it_is_taken_back_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said about the failure stands on a line of its own."""
    terminal = terminal_in(monkeypatch)

    def fail() -> None:
        with progress() as tell:
            tell("Bygger")
            until_shown(terminal)
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert terminal.getvalue() == "\rBygger\r      \r"


def test_a_terminal_that_cannot_take_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a line cannot be taken back, and where there is no terminal, nothing is shown."""
    terminal = terminal_in(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    with progress() as tell:
        tell("Bygger")
        time.sleep(0.1)
    file = StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as tell:
        tell("Bygger")
        time.sleep(0.1)
    assert (terminal.getvalue(), file.getvalue()) == ("", "")
