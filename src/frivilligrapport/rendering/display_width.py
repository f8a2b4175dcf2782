"""How wide a text is on a screen, where one character may take two columns or none."""

import unicodedata

_WIDE = "WF"
_NO_WIDTH = ("Mn", "Me", "Cf")


def display_width(text: str) -> int:
    """Give the number of columns that a text takes in a terminal (Unicode annex 11)."""
    return sum(_columns(character) for character in text)


def pad(text: str, width: int) -> str:
    """Fill a text up with spaces to a number of columns."""
    return text + " " * (width - display_width(text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
