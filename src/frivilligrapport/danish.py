"""Danish as a language: numbers, dates, words, sorting and spelling. Pure functions that know nothing of the report."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache, cached_property, lru_cache

from frivilligrapport.fast_start import pattern

HARD_SPACE = "\u00a0"
NUMERALS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ORDINALS = (
    *("første", "anden", "tredje", "fjerde", "femte", "sjette"),
    *("syvende", "ottende", "niende", "tiende", "ellevte", "tolvte"),
)
_ENGLISH_TO_DANISH = str.maketrans(",.", ".,")


def format_number(value: Decimal | int) -> str:
    """Write a number with thousands points and as many decimals as it carries.

    2600 gives "2.600", Decimal("2.5") gives "2,5" and Decimal("2.50") gives "2,50".
    """
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return f"{Decimal(value):,f}".translate(_ENGLISH_TO_DANISH)


def format_percent(value: Decimal | int) -> str:
    """Write a percentage, with the hard space that keeps number and sign on one line.

    `value` is in percent: 15 gives "15 %", not "0,15".
    """
    return f"{format_number(value)}{HARD_SPACE}%"


def numeral(value: int, *, neuter: bool = False) -> str:
    """Write nul to tolv as a word and everything else in digits.

    One is "én", or "ét" before a neuter noun ("ét kursus").
    """
    if value == 1:
        return "ét" if neuter else "én"
    return NUMERALS[value] if 0 <= value < len(NUMERALS) else format_number(value)


def ordinal(value: int) -> str:
    """Write første to tolvte as a word and everything else in digits with a point: "13."."""
    return _ORDINALS[value - 1] if 1 <= value <= len(_ORDINALS) else f"{format_number(value)}."


MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def weekday_name(day: date | str) -> str:
    """Name the weekday of a date, or of its ISO form."""
    return WEEKDAYS[_as_date(day).weekday()]


def date_as_text(day: date | str) -> str:
    """Write a date, or its ISO form, for running text: 27. april 2014."""
    day = _as_date(day)
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def date_short(day: date | str) -> str:
    """Write a date, or its ISO form, without zeros in front, for tables: 27.4.2014."""
    day = _as_date(day)
    return f"{day.day}.{day.month}.{day.year}"


def date_as_letterhead(day: date | str) -> str:
    """Write a date, or its ISO form, as the head of a municipal letter does: 27-04-2014."""
    day = _as_date(day)
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def _as_date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day


_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_DIGITS = "0123456789"
_RANK = {character: rank for rank, character in enumerate(_DIGITS + _ALPHABET, start=1)}
_AFTER_THE_ALPHABET = len(_RANK) + 1
# Letters of the neighbours sort as the Danish letter that they are read as; ü is a y in Danish.
_NEIGHBOURS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "ð": "d", "þ": "th", "œ": "ø"})
_LONGEST_QUOTE = 60


def sort_key(text: str) -> tuple[int, ...]:
    """Give the key that sorts texts in Danish alphabetical order.

    Upper and lower case are equal, accents do not count, and aa is å, as in names (Aabenraa). Spaces come
    before letters and digits before letters; all other signs count as a space. Equal keys keep their order.
    """
    letters = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_NEIGHBOURS)
    plain = "".join(c if c in _RANK else unicodedata.normalize("NFD", c)[0] for c in letters)
    words = re.sub(r"[\W_]+", " ", plain).strip()
    return tuple(0 if c == " " else _RANK.get(c, _AFTER_THE_ALPHABET + ord(c)) for c in words)


def join_words(words: Sequence[str], conjunction: str = "og") -> str:
    """Write a list as running text: "a", "a og b", "a, b og c"; "" for no words."""
    *first, last = words or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else str(last)


def plural(count: Decimal | int, one: str, many: str) -> str:
    """Choose the form of a noun that goes with a count: the singular for exactly 1, else the plural."""
    return one if count == 1 else many


def part_of(part: int, whole: int, one: str, many: str) -> str:
    """Say how many of how many: "2 af 7 forvaltninger", "1 af 1 forvaltning"."""
    return f"{part} af {whole} {plural(whole, one, many)}"


def genitive(name: str) -> str:
    """Put a name in the genitive.

    Danish takes a bare s ("forvaltningens"), an apostrophe alone after s, x and z ("Cph Volunteers'"),
    and apostrophe and s after acronyms, numbers and anything that does not end in a letter ("BIF's").
    """
    if not name.strip():
        return name
    last = name.rsplit(maxsplit=1)[-1].replace("-", "")
    if last[-1:] in set("sxzSXZ"):
        return name + "'"
    spelt_out = last.isalpha() and not (last.isupper() and len(last) > 1)
    return name + ("s" if spelt_out else "'s")


# A parenthesis that is a part of a sentence does not end it, whatever its own last word is.
_ENDED = pattern(r"(?:[.!?…][»«”\"]*|(?:\A|[.!?…:] )\([^()]*[.!?…][»«”\"]*\)[»«”\"]*)\Z").search


def full_stop(sentence: str) -> str:
    """End a sentence with one full stop, also when its last word is an abbreviation ("mio."); other ends stand."""
    return str(sentence) if _ENDED(sentence) else f"{sentence}."


def in_quotes(text: str) -> str:
    """Put a text in Danish quotation marks, on one line."""
    return f"»{' '.join(text.split())}«"


def quote(text: str) -> str:
    """Put what was typed in Danish quotation marks, on one line and shortened when it is very long: for messages."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_QUOTE:
        line = line[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return in_quotes(line)


_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_WORD = pattern(r"[a-z0-9]+")
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


@lru_cache(maxsize=4096)
def slug_of(text: str) -> str:
    """Make an id of a name: "Smag Verden!" gives "smag-verden", "" when there is nothing to make it of."""
    return "-".join(_WORD.findall(normal_key(text)))


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
