"""How the printed page is laid out, as far as the lengths of texts tell: classes and places for the style sheet.

The engine could find out by itself, by laying out the same text again and again.
"""

import re
from collections.abc import Sequence
from typing import Protocol

_HIGH_FROM = ((120, " lang"), (60, " hoejt"))  # from so many signs on
_TAG = re.compile(r"<[^>]*>")
_OWN_LINE = re.compile(r"<(?:p|li|br|h[1-6]|blockquote)\b")
_ANY_HEIGHT = re.compile(r"<(?:table|figure|img|svg)\b")
# What stays below half a page: signs of a narrow head and of a text, and what begins on a line of its own.
_MOST_IN_HEAD, _MOST_IN_TEXT, _MOST_LINES = 160, 900, 12
# A line of the contents holds so many signs; an entry is so much of a line higher than what it says.
_SIGNS_IN_CONTENTS, _AIR = 42, 0.5
_MOST_IN_CONTENTS = 50  # lines that surely stand on one page


class Entry(Protocol):
    """Stand for an entry of a table of contents."""

    @property
    def titel(self) -> str:
        """Give the heading."""

    @property
    def underafsnit(self) -> Sequence["Entry"]:
        """Give the entries below it."""


def height_of_heading(title: str) -> str:
    """Give the class of a heading that may become high beside its text, with a space before it; "" for others."""
    return next((name for signs, name in _HIGH_FROM if len(title) > signs), "")


def held_together(text: str, head: str) -> str:
    """Give the class of a text and its head, both HTML, that are surely low side by side, with a space before it.

    "" for others.
    """
    is_low = (
        len(_TAG.sub("", head)) <= _MOST_IN_HEAD
        and len(_TAG.sub("", text)) <= _MOST_IN_TEXT
        and len(_OWN_LINE.findall(text)) <= _MOST_LINES
        and not _ANY_HEIGHT.search(head + text)
    )
    return " samlet" if is_low else ""


def column_break(entries: Sequence[Entry]) -> int:
    """Give the number of the entry that begins the second column of the contents; 0 to leave it to the engine."""
    heights = [_height(one) for one in entries]
    if len(heights) < 2 or sum(heights) > _MOST_IN_CONTENTS:  # noqa: PLR2004 - one has nothing to stand beside
        return 0
    return 1 + min(range(len(heights) - 1, 0, -1), key=lambda first: max(sum(heights[:first]), sum(heights[first:])))


def _height(entry: Entry) -> float:
    """Give the height of an entry and all below it, in lines."""
    return -(-len(entry.titel) // _SIGNS_IN_CONTENTS) + _AIR + sum(map(_height, entry.underafsnit))
