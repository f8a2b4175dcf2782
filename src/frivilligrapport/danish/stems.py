"""Danish words without their endings, so that »festen«, »fester« and »fest« are one word.

Rough on purpose: it only has to treat all forms of a word alike, not to find the form of the dictionary.
"""

import re
import unicodedata
from functools import cache

from frivilligrapport.danish.spelling import fold_ascii

_WORD = re.compile(r"[a-z0-9]+")
# Vowels that change in the plural, and foreign endings, as far as they are common in names of efforts.
_IRREGULAR = ((re.compile(r"boeger"), "boger"), (re.compile(r"boern"), "barn"), (re.compile(r"kursus"), "kurs"))
_ENDING = re.compile(r"(?P<stem>[a-z]{3,}?)(?:erne|ene|ing|er|en|et|e|s)")
_ADJECTIVE = re.compile(r"(?P<stem>[a-z]+ig)t")
_DOUBLE = re.compile(r"(?P<stem>[a-z]{2,}([bdfgklmnprst]))\2")


def plain_words(text: str) -> list[str]:
    """Split a text into words of a-z and digits: case-folded, æøå as ae-oe-aa, other accents dropped."""
    decomposed = unicodedata.normalize("NFKD", fold_ascii(text).casefold())
    return _WORD.findall("".join(letter for letter in decomposed if not unicodedata.combining(letter)))


@cache
def word_forms(word: str) -> tuple[str, ...]:
    """Give a word from `plain_words` and what is left of it as one ending after the other is taken off."""
    for pattern, plain in _IRREGULAR:
        word = pattern.sub(plain, word)
    forms = [word]
    while shorter := _shorter(forms[-1]):
        forms.append(shorter)
    return tuple(forms)


def word_stem(word: str) -> str:
    """Give what all forms of a word from `plain_words` have in common."""
    return word_forms(word)[-1]


def _shorter(word: str) -> str:
    """Take one ending or a doubled last letter off, "" when there is none."""
    found = next((match for one in (_DOUBLE, _ADJECTIVE, _ENDING) if (match := one.fullmatch(word))), None)
    return found["stem"] if found else ""
