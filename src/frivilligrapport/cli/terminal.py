"""The terminal: its width and colours, what is printed on it, how far work has come, and questions to the user.

The only place that prints: nothing leaves it with a CPR number in it, or with signs that steer the screen or a log.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, TypeVar

from frivilligrapport.cli.exits import Interrupted
from frivilligrapport.danish import normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Fault
from frivilligrapport.problems.personal_data import cpr_numbers, cpr_numbers_over_lines, masked
from frivilligrapport.problems.signs import harmless, plain_name

Answer = TypeVar("Answer")

_NARROWEST, _WIDEST = 40, 120
_PATIENCE = 1.0  # seconds that nobody needs to be told about
_YES = ("j", "ja")
_NO = ("n", "nej")
_WORDS = ("text", "markdown")
_COLOUR = pattern(r"(\x1b\[[0-9;]*m)")


def wants_colour(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal that shows colours, and its user has not said no (no-color.org).

    Windows' old console shows colour codes as rubbish; its new terminal says in the environment that it is one.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ or "TERM" in os.environ


def screen_width() -> int:
    """Give the terminal's width, within reason; what is no terminal gets the same lines everywhere."""
    import shutil

    from frivilligrapport.rendering.terminal.lines import WIDTH

    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH
    return min(max(wide, _NARROWEST), _WIDEST)


def print_text(text: str, end: str = "\n") -> None:
    """Print what was asked for on stdout."""
    print(_shown(text, sys.stdout), end=end)


def print_path(path: Path) -> None:
    """Print where a file or a folder is on stdout, on one line."""
    print_text(plain_name(str(path)))


def print_note(text: str, end: str = "\n") -> None:
    """Print what is to be known beside it on stderr."""
    print(_shown(text, sys.stderr), end=end, file=sys.stderr)


def _shown(text: str, stream: TextIO) -> str:
    """Give a text as a stream may have it; colours, which whoever sets them keeps names from setting, only on a screen.

    A line's end within a CPR number hides none of it.
    """
    shown = masked(text, cpr_numbers_over_lines(text))
    if not wants_colour(stream):
        return harmless(shown)
    return "".join(part if _COLOUR.fullmatch(part) else harmless(part) for part in _COLOUR.split(shown))


def print_made(made: bytes, form: str, known: frozenset[str] = frozenset()) -> None:
    """Print words in the console's own encoding, and data byte for byte: its encoding is not the console's.

    `form` is what it is: text or markdown, which are words, json, csv and the like. Raises PersonalDataInOutput where
    personal data would be printed, and then nothing is. `known` is as for `refuse_personal_data`.
    """
    from frivilligrapport.pipeline.output_gate import refuse_personal_data

    refuse_personal_data({f"skærmen.{form}": made}, known)
    if form in _WORDS:
        print(harmless(made.decode()), end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(made)
    sys.stdout.flush()


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Give a function that says what is being done now, in place of the last it said; shown on stderr after a second.

    Elsewhere than on a terminal it is silent. Plain text without colours, so NO_COLOR has nothing to say here.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    from threading import Timer

    line = _ProgressLine()
    timer = Timer(_PATIENCE, line.appear)
    timer.daemon = True
    timer.start()
    try:
        yield line.say
    finally:
        timer.cancel()
        line.vanish()


class _ProgressLine:
    """The line on the screen: said to by the one who works, shown by the timer."""

    def __init__(self) -> None:
        from threading import Lock

        self._lock = Lock()
        self._text = ""
        self._shown = ""
        self._is_visible = False
        self._is_over = False

    def say(self, text: str) -> None:
        with self._lock:
            self._text = text
            if self._is_visible:
                self._draw(text)

    def appear(self) -> None:
        with self._lock:
            # The timer may have gone off in the moment when the work was done.
            self._is_visible = not self._is_over
            if self._is_visible and self._text:
                self._draw(self._text)

    def vanish(self) -> None:
        with self._lock:
            self._is_over = True
            if self._is_visible:
                self._draw("")
                print(end="\r", file=sys.stderr, flush=True)

    def _draw(self, text: str) -> None:
        import shutil

        # A line that wraps could not be taken back.
        new = _shown(text, sys.stderr)[: shutil.get_terminal_size().columns - 1]
        print(f"\r{new:<{len(self._shown)}}", end="", file=sys.stderr, flush=True)
        self._shown = new


def can_ask() -> bool:
    """Tell whether there is a person at the other end."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, read: Callable[[str], Answer], default: str = "") -> Answer:
    """Ask until the answer can be read; Enter is the default.

    `read` raises Fault for what it cannot read; its message and hint are shown, and the question comes again.
    Raises Interrupted where there is nobody left to answer.
    """
    while True:
        typed = read_answer(f"{question} [{default}]: " if default else f"{question}: ")
        if next(cpr_numbers(typed), None):
            print_note("   Det ligner et CPR-nummer, og det må ikke stå i filen. Skriv noget andet.")
            continue
        try:
            return read(typed or default)
        except Fault as fault:
            print_note(f"   {fault.message} {fault.hint}")


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
        print_note("   Svar ja eller nej.")


def read_answer(question: str) -> str:
    """Print a question on stderr, and give the line that is typed. Raises Interrupted where nobody is left."""
    from frivilligrapport.reading.characters import visible

    print(_shown(question, sys.stderr), end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        print_note("")
        raise Interrupted
    # What cannot be read in the console's encoding must not stop the file from being written.
    return visible(line.encode("utf-8", "replace").decode()).strip()
