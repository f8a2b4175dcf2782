"""Long words, and where a line may end within one."""

import re

# So much of a word stays together: up to a sign that parts it, or so many letters.
_PIECE = re.compile(r"(?:&#?\w+;|[^&/._-]){1,12}[/._-]*|[/._-]+|.")


def with_breaks(text: str, longest: int, place: str) -> str:
    """Put a place to break into words of more than `longest` signs: after what parts them, else between letters.

    The text may be HTML without tags; an entity is one sign.
    """
    long_word = rf"(?:&#?\w+;|[^\s&<>]){{{longest + 1},}}"
    return re.sub(long_word, lambda word: place.join(_PIECE.findall(word[0])), text)
