"""Text as it was typed, folded so that it can be read, with the place of each part of it."""

from functools import lru_cache
from typing import NamedTuple

from frivilligrapport.danish import fold_ascii, quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Fault, Kind

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))

_SPACE = pattern(r"\s")


@lru_cache(maxsize=4096)
def fold_in_place(text: str) -> str:
    """Give text in lower case, each space an ordinary one, each dash a hyphen, and every character in its place."""
    if text.isascii():
        return _SPACE.sub(" ", text.lower())
    return _SPACE.sub(" ", "".join(low if len(low := c.lower()) == 1 else c for c in text)).translate(_DASHES)


def fold_words(text: str) -> str:
    """Give text in lower case, with single spaces, hyphens for dashes, and æøå as ae-oe-aa."""
    return " ".join(fold_ascii(fold_in_place(text)).split())


class TypedText(NamedTuple):
    """Hold a part of a text, both as typed and folded: what is read is folded, what is quoted is as typed."""

    whole: str
    folded: str
    start: int
    end: int

    @property
    def typed(self) -> str:
        """The part as it was typed."""
        return self.whole[self.start : self.end]

    @property
    def text(self) -> str:
        """The part folded, character for character."""
        return self.folded[self.start : self.end]

    def part(self, start: int, end: int | None = None) -> "TypedText":
        """Cut out a part, counted from the beginning of this one, without the spaces around it."""
        last = self.end if end is None else self.start + end
        typed = self.whole[self.start + start : last]
        first = self.start + start + len(typed) - len(typed.lstrip())
        return TypedText(self.whole, self.folded, first, max(first, first + len(typed.strip())))

    def fault(self, kind: Kind, says: str, hint: str, *instead: str) -> Fault:
        """Make the fault that quotes this part and then says what is wrong with it; `instead` may be written there."""
        message = f"{quote(self.typed)} {says}"
        return Fault(kind, message, hint, start=self.start, length=self.end - self.start, instead=instead)


def typed_text(text: str) -> TypedText:
    """Take a whole text as one part, without the spaces around it."""
    return TypedText(text, fold_in_place(text), 0, len(text)).part(0)
