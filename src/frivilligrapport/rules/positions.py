"""Where a character of a text stands in its file, however the text was wrapped there."""

from frivilligrapport.problems import Location
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import Scalar


def place_in(source: Source, scalar: Scalar, offset: int, length: int) -> Location:
    """Give the place of so many characters from `offset` of a scalar's text.

    A text that runs over several lines was joined while it was read. Only its spaces changed, so the other characters
    are counted off in the source; where that fails, as with escapes in quotes, the whole value is pointed at.
    """
    first = scalar.body or scalar.place(0)
    at = sum(len(line) + 1 for line in source.lines[: first.line - 1]) + first.column - 1
    for character in scalar.text[: offset + 1]:
        if character.isspace():
            continue
        at = _next(source.text, at)
        if source.text[at : at + 1] != character:
            return scalar.location
        at += 1
    return source.place(at - 1, length)


def _next(text: str, at: int) -> int:
    """Skip to the next character that is no space."""
    while text[at : at + 1].isspace():
        at += 1
    return at
