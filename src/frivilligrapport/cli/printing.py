"""Print what a command has made: words for people, or data for other programs."""

import shutil
import sys

from frivilligrapport.rendering.exports.lines import WIDTH

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
