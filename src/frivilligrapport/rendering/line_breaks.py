"""Long words, and where a line may end within one."""

import re

PARTING = "/._-"  # signs after which a line may end
_SIGN = r"(?:&#?\w+;|[^\s&<>])"
_PART = re.compile(rf"(?:&#?\w+;|[^&{PARTING}])+[{PARTING}]*|[{PARTING}]+|.")
# Between letters, where there is nothing better.
_PIECE = re.compile(r"(?:&#?\w+;|.){1,12}")


def with_breaks(text: str, longest: int, place: str) -> str:
    """Put a place to break into words of more than `longest` signs: after what parts them, and only else in letters.

    The text may be HTML without tags; an entity is one sign.
    """
    too_long = re.compile(rf"{_SIGN}{{{longest + 1},}}")

    def parted(word: re.Match[str]) -> str:
        parts = _PART.findall(word[0])
        return place.join(place.join(_PIECE.findall(one)) if too_long.fullmatch(one) else one for one in parts)

    return too_long.sub(parted, text)
