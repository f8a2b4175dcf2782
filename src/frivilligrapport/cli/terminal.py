"""Whether text may be coloured."""

import os
import shutil
import sys
from collections.abc import Callable
from typing import TextIO, TypeVar

import typer

from frivilligrapport.danish import normal_key
from frivilligrapport.problems import Fault
from frivilligrapport.problems.personal_data import cpr_numbers
from frivilligrapport.reading.characters import visible
from frivilligrapport.rendering.terminal.lines import WIDTH


def wants_colour(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal that shows colours, and its user has not said no (no-color.org).

    Windows' old console shows colour codes as rubbish; its new terminal says in the environment that it is one.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ or "TERM" in os.environ


_NARROWEST, _WIDEST = 40, 120


def screen_width() -> int:
    """Give the terminal's width, within reason; what is no terminal gets the same lines everywhere."""
    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH
    return min(max(wide, _NARROWEST), _WIDEST)


def print_made(made: bytes, *, as_words: bool) -> None:
    """Print words in the console's own encoding, and data byte for byte: its encoding is not the console's."""
    if as_words:
        print(made.decode(), end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(made)
    sys.stdout.flush()


Answer = TypeVar("Answer")
_YES = ("j", "ja")
_NO = ("n", "nej")


def can_ask() -> bool:
    """Tell whether there is a person at the other end."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, read: Callable[[str], Answer], default: str = "") -> Answer:
    """Ask until the answer can be read; Enter is the default.

    `read` raises Fault for what it cannot read; its message and hint are shown, and the question comes again.
    Raises typer.Abort where there is nobody left to answer.
    """
    while True:
        shown = f"{question} [{default}]: " if default else f"{question}: "
        print(shown, end="", file=sys.stderr, flush=True)
        typed = _line(sys.stdin)
        if next(cpr_numbers(typed), None):
            print("   Det ligner et CPR-nummer, og det må ikke stå i filen. Skriv noget andet.", file=sys.stderr)
            continue
        try:
            return read(typed or default)
        except Fault as fault:
            print(f"   {fault.message} {fault.hint}", file=sys.stderr)


def ask_text(question: str, default: str = "") -> str:
    """Ask for a text."""
    return ask(question, str, default)


def ask_yes(question: str, *, default: bool) -> bool:
    """Ask for ja or nej; the default is the letter that is written large."""
    choice = "J/n" if default else "j/N"
    words = {"": default} | dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
    while True:
        answer = words.get(normal_key(ask_text(f"{question} [{choice}]")))
        if answer is not None:
            return answer
        print("   Svar ja eller nej.", file=sys.stderr)


def _line(stream: TextIO) -> str:
    line = stream.readline()
    if not line:
        print(file=sys.stderr)
        raise typer.Abort
    # What cannot be read in the console's encoding must not stop the file from being written.
    return visible(line.encode("utf-8", "replace").decode()).strip()
