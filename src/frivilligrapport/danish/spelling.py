"""The same word spelt differently: keys without æøå, and the word that was probably meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_SEPARATORS = re.compile(r"[\s_-]+")
_SHORT = 4
# Two letters swapped in an acronym of three leave 2/3 alike; in longer words that much is mere chance.
_ALIKE_WHEN_SHORT = 0.6
_ALIKE = 0.7


def fold_ascii(text: str) -> str:
    """Spell æ, ø and å as ae, oe and aa; everything else stays."""
    return unicodedata.normalize("NFC", text).translate(_ASCII)


@lru_cache(maxsize=4096)
def normal_key(text: str) -> str:
    """Give the one form that all spellings of a key or of a word on a closed list share.

    NFC, stripped, case-folded, æøå as ae-oe-aa, and each run of spaces, hyphens and underscores as one "_":
    "Hører til", "hoerer-til" and "HØRER_TIL" all give "hoerer_til".
    """
    return _SEPARATORS.sub("_", fold_ascii(unicodedata.normalize("NFC", text).strip().casefold()))


def nearest_word(word: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate that was probably meant, as it is spelt in the list, or None when nothing is near.

    Case, æøå spellings and separators do not count. Of equally near candidates one with the same letters
    wins ("SFO" is SOF, not SUF), then the first.
    """
    typed = normal_key(word)
    needed = _ALIKE_WHEN_SHORT if len(typed) <= _SHORT else _ALIKE
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    best, found = (0.0, False), None
    for candidate in candidates:
        key = normal_key(candidate)
        matcher.set_seq1(key)
        if not typed or matcher.real_quick_ratio() < needed:
            continue
        score = (matcher.ratio(), sorted(key) == sorted(typed))
        if score[0] >= needed and score > best:
            best, found = score, candidate
    return found
