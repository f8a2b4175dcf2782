"""One line on a terminal that says what is being done. It is gone again before anything else is printed."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer

_PATIENCE = 1.0  # seconds that nobody needs to be told about


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Give a function that says what is being done now, in place of the last it said; shown on stderr after a second.

    Elsewhere than on a terminal it is silent. Plain text without colours, so NO_COLOR has nothing to say here.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    line = _Line()
    timer = Timer(_PATIENCE, line.appear)
    timer.daemon = True
    timer.start()
    try:
        yield line.say
    finally:
        timer.cancel()
        line.vanish()


class _Line:
    """The line on the screen: said to by the one who works, shown by the timer."""

    def __init__(self) -> None:
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
            if self._is_visible:
                self._draw(self._text)

    def vanish(self) -> None:
        with self._lock:
            self._is_over = True
            if self._is_visible:
                self._draw("")
                print(end="\r", file=sys.stderr, flush=True)

    def _draw(self, text: str) -> None:
        # A line that wraps could not be taken back.
        new = text[: shutil.get_terminal_size().columns - 1]
        print(f"\r{new:<{len(self._shown)}}", end="", file=sys.stderr, flush=True)
        self._shown = new
