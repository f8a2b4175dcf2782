"""The first sentences of a text, where there is no room for the rest."""

import re

from frivilligrapport.rendering.typography import one_line

_BLOCKS = re.compile(r"\n\s*\n")
# What begins a block that is no plain paragraph: a list, a table, a heading, a quotation.
_NO_PARAGRAPH = re.compile(r"\s*(?:[-*+]\s|[|#>]|\d+[.)]\s)")
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s+[A-ZÆØÅ»\d])|[.!?]\Z")
_MARKS = ("**", "*", "_", "`", "[", "]")


def beginning(text: str, most: int) -> str:
    """Give the first plain paragraph's first sentences, at most `most` signs; "" when not even one fits.

    The words stay as they are; a cut never parts a pair of Markdown's signs.
    """
    paragraph = next((one for one in _BLOCKS.split(text.strip()) if one and not _NO_PARAGRAPH.match(one)), "")
    line = one_line(paragraph)
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(line)] or ([len(line)] if line else [])
    fitting = [line[:end] for end in ends if end <= most and _is_whole(line[:end])]
    return fitting[-1] if fitting else ""


def _is_whole(part: str) -> bool:
    """Tell whether every pair of signs is closed."""
    return all(part.count(mark) % 2 == 0 for mark in _MARKS[:4]) and part.count("[") == part.count("]")
