"""Questions on the terminal, and the line that says what takes long."""

import io
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from frivilligrapport.cli import terminal as module
from frivilligrapport.cli.exits import Interrupted
from frivilligrapport.cli.terminal import ask, ask_text, ask_yes, print_note, print_path, print_text, progress
from frivilligrapport.grammar.quantity import parse_quantity


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let somebody type these lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_enter_is_the_default(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in brackets is what Enter says, and questions go to stderr."""
    typed(monkeypatch, "", "  Konsulent ")
    assert ask_text("Funktion", "Medlem") == "Medlem"
    assert ask_text("Funktion") == "Konsulent"
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "Funktion [Medlem]: Funktion: ")


def test_a_wrong_quantity_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same words as in a finding, and the question once more."""
    typed(monkeypatch, "20-30.000", "ca. 15")
    assert ask("Hvor mange?", parse_quantity, "uoplyst").typed == "ca. 15"
    assert capsys.readouterr().err == (
        "Hvor mange? [uoplyst]:    »20-30.000« kan læses på to måder. Skriv 20.000-30.000 eller 20-30.\n"
        "Hvor mange? [uoplyst]: "
    )


@pytest.mark.parametrize(("line", "answer"), [("", True), ("j", True), ("JA", True), ("nej", False), ("N", False)])
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, line: str, answer: bool) -> None:
    """Ja and nej, short or long, in any case; Enter is the default."""
    typed(monkeypatch, line)
    assert ask_yes("Med?", default=True) is answer


def test_neither_yes_nor_no(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Anything else is asked about once more."""
    typed(monkeypatch, "måske", "")
    assert ask_yes("Med?", default=False) is False
    assert capsys.readouterr().err == "Med? [j/N]:    Svar ja eller nej.\nMed? [j/N]: "


def test_a_cpr_number_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It never gets into a file, and it is not repeated on the screen."""
    typed(monkeypatch, "010199-5000", "Konsulent")
    assert ask_text("Funktion") == "Konsulent"
    assert "5000" not in capsys.readouterr().err


def test_what_is_printed_has_no_number_and_steers_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a number over two lines, nor a colour, a direction or a command from a name; a path is one line."""
    print_text("Ring 010199\n5678 \x1b[31m\u202e")
    print_note("a\n::error::x section_start:1:x")
    print_path(Path("010199-5678") / "a\n::error::x")
    shown = capsys.readouterr()
    assert shown.out == "Ring 010199\n•••• \ufffd[31m\ufffd\n010199-••••/a\ufffd::error::x\n"
    assert shown.err == "a\n\ufffd:error::x section_start\ufffd1:x\n"


def test_a_question_steers_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What it is about, and what is the default, come from files."""
    typed(monkeypatch, "")
    assert ask_text("Skal »\x1b[2J\u202e« (010199-5678) med?", "\x07") == "\x07"
    assert capsys.readouterr().err == "Skal »\ufffd[2J\ufffd« (010199-••••) med? [\ufffd]: "


def test_our_own_colours_are_shown_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """They stay where the stream is a terminal, and nothing else that steers does."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    print_text("\x1b[31m-a\x1b[0m\x1b[2J\u202e")
    assert terminal.getvalue() == "\x1b[31m-a\x1b[0m\ufffd[2J\ufffd\n"


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of what is typed is no answer."""
    typed(monkeypatch)
    with pytest.raises(Interrupted):
        ask_text("Funktion")


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
