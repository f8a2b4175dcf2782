"""Questions on the terminal."""

import io

import pytest

from frivilligrapport.cli.exits import Interrupted
from frivilligrapport.cli.terminal import ask, ask_text, ask_yes
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


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of what is typed is no answer."""
    typed(monkeypatch)
    with pytest.raises(Interrupted):
        ask_text("Funktion")
