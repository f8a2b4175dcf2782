"""Patterns that match every spelling of a word which the program reads as the same (`danish.normal_key`)."""

import re
from collections.abc import Iterable

from frivilligrapport.danish import normal_key

# Each way that a letter may be typed, a decomposed å from a Mac included.
_LETTERS = {"ae": "(?:[æÆ]|[aA][eE])", "oe": "(?:[øØ]|[oO][eE])", "aa": "(?:[åÅ]|[aA]\u030a|[aA][aA])", "_": "[\\s_-]+"}
_PIECE = re.compile("ae|oe|aa|.")


def spellings(word: str) -> str:
    """Give a pattern for a word, without anchors; it holds for Python and for JavaScript."""
    return "".join(_LETTERS.get(piece) or _letter(piece) for piece in _PIECE.findall(normal_key(word)))


def _letter(piece: str) -> str:
    return f"[{piece}{piece.upper()}]" if piece.isalpha() else literally(piece)


def literally(text: str) -> str:
    """Give a pattern for a text as it stands. JavaScript knows no escaped space or hyphen, as Python writes them."""
    return re.escape(text).replace(r"\ ", " ").replace(r"\-", "-")


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for a text that is one of the words."""
    return f"^\\s*(?:{'|'.join(spellings(word) for word in words)})\\s*$"


def other_spellings(word: str) -> str:
    """Give a pattern for a key that is the word in any spelling but the one given.

    A schema has that one under `properties`, where editors take their proposals from.
    """
    return f"^(?!{literally(word)}$)\\s*{spellings(word)}\\s*$"
