"""The same word spelt differently: keys without æøå, and the word that was probably meant."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, cached_property, lru_cache

from frivilligrapport.fast_start.patterns import pattern

_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_SEPARATORS = pattern(r"[\s_-]+")
_SHORT = 4
# Two letters swapped in an acronym of three leave 2/3 alike; in longer words that much is mere chance.
_ALIKE_WHEN_SHORT = 0.6
_ALIKE = 0.7
_MOST_COMPARED = 50_000
_LONGEST = 200  # letters; no word is so long, and comparing costs the square of it


def fold_ascii(text: str) -> str:
    """Spell æ, ø and å as ae, oe and aa; everything else stays."""
    return unicodedata.normalize("NFC", text).translate(_ASCII)


def without_case(text: str) -> str:
    """Give a text in small letters: where some are not in it, no pattern that ignores case finds them in the text."""
    # The Turkish ones: to a pattern that ignores case each is an i.
    return text.replace("İ", "i").replace("ı", "i").casefold()


def without_case_in_place(text: str) -> str:
    """Give a text in small letters, each where it stood: a pattern of small letters finds what one without case would.

    It does so in a third of the time.
    """
    folded = without_case(text)
    if len(folded) == len(text):
        return folded
    return "".join(small if len(small := without_case(sign)) == 1 else sign for sign in text)


def unfold_ascii(text: str) -> str:
    """Spell ae, oe and aa as æ, ø and å: the way back from `fold_ascii` for a word that has those pairs from there.

    In "tvaergaaende" the å comes before the e.
    """
    return text.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")


@lru_cache(maxsize=4096)
def normal_key(text: str) -> str:
    """Give the one form that all spellings of a key or of a word on a closed list share.

    NFC, stripped, case-folded, æøå as ae-oe-aa, and each run of spaces, hyphens and underscores as one "_":
    "Hører til", "hoerer-til" and "HØRER_TIL" all give "hoerer_til".
    """
    return _SEPARATORS.sub("_", fold_ascii(unicodedata.normalize("NFC", text).strip().casefold()))


def nearest_word(word: str, candidates: Iterable[str], *, alike: float | None = None) -> str | None:
    """Find the candidate that was probably meant, as it is spelt in the list, or None when nothing is near.

    Case, æøå spellings and separators do not count. Of equally near candidates one with the same letters
    wins ("SFO" is SOF, not SUF), then the first. `alike` is how much must be the same, from 0 to 1, where it matters.
    """
    return next(iter(nearest_words(word, candidates, alike=alike)), None)


def nearest_words(word: str, candidates: Iterable[str], *, alike: float | None = None) -> tuple[str, ...]:
    """Find all candidates that are as near as the nearest, in their order.

    "Amager" is as near to Amager Øst as to Amager Vest.
    """
    typed = normal_key(word)
    needed = alike or (_ALIKE_WHEN_SHORT if len(typed) <= _SHORT else _ALIKE)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    best = (0.0, False)
    found: dict[str, None] = {}
    for candidate in candidates:
        key = normal_key(candidate)
        matcher.set_seq1(key)
        if not typed or matcher.real_quick_ratio() < needed or matcher.quick_ratio() < needed:
            continue
        is_same = key == typed
        if max(len(key), len(typed)) > _LONGEST and not is_same:
            continue
        score = (1.0, True) if is_same else (matcher.ratio(), sorted(key) == sorted(typed))
        if score[0] < needed or score < best:
            continue
        found = found if score == best else {}
        found[candidate] = None
        best = score
    return tuple(found)


class Guesses:
    """Find the words that were probably meant among the same ones many times, as `nearest_words` does.

    Each is held against each, which costs the square of them. After so many comparisons as no real file asks for, only
    other spellings of the same word are found.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._left = _MOST_COMPARED

    @cached_property
    def _spelled(self) -> dict[str, list[str]]:
        """Give the words by their key: only where something is misspelt are they asked for."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            found[normal_key(word)].append(word)
        return found

    def nearest(self, word: str) -> str | None:
        """Find the first of the words that are as near as the nearest; None when nothing is near."""
        return next(iter(self.all_nearest(word)), None)

    def several(self, text: str) -> tuple[str, ...]:
        """Find the words that a text names one after the other, () where it does not name several of them."""
        for between in _BETWEEN_NAMES:
            parts = [normal_key(one) for one in between.split(text) if one.strip()]
            if len(parts) > 1 and all(part in self._spelled for part in parts):
                return tuple(self._spelled[part][0] for part in parts)
        return ()

    def all_nearest(self, word: str) -> tuple[str, ...]:
        """Find all words that are as near as the nearest, in their order."""
        key = normal_key(word)
        if key in self._spelled:
            return tuple(self._spelled[key]) if key else ()
        self._left -= len(self._words)
        return nearest_words(word, self._words) if self._left >= 0 else ()


_BETWEEN_NAMES = (pattern(r"\s*[;,/&+|]\s*|\s+(?:og|samt|eller|plus)\s+|\s+-\s+"), pattern(r"\s+"))
_WORD = pattern(r"[a-z0-9]+")
# Vowels that change in the plural, and foreign endings, as far as they are common in names of efforts.
_IRREGULAR = (("boeger", "boger"), ("boern", "barn"), ("kursus", "kurs"))
_ENDINGS = ("erne", "ene", "ing", "er", "en", "et", "e", "s")  # the longest first
_DOUBLED = "bdfgklmnprst"
_SHORTEST_STEM = 3


def plain_words(text: str) -> list[str]:
    """Split a text into words of a-z and digits: case-folded, æøå as ae-oe-aa, other accents dropped."""
    folded = fold_ascii(text).casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _WORD.findall(folded)


@cache
def word_forms(word: str) -> tuple[str, ...]:
    """Give a word from `plain_words` and what is left of it as one ending after the other is taken off."""
    for plural, plain in _IRREGULAR:
        word = word.replace(plural, plain)
    forms = [word]
    while shorter := _shorter(forms[-1]):
        forms.append(shorter)
    return tuple(forms)


def word_stem(word: str) -> str:
    """Give what all forms of a word from `plain_words` have in common."""
    return word_forms(word)[-1]


def _shorter(word: str) -> str:
    """Take one ending or a doubled last letter off, "" when there is none."""
    if not word.isalpha() or len(word) <= _SHORTEST_STEM:
        return ""
    if word.endswith("igt") or (word[-1] == word[-2] and word[-1] in _DOUBLED):
        return word[:-1]
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((stem for stem in stems if len(stem) >= _SHORTEST_STEM), "")
