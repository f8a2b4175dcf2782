"""Words and signs in a sentence: lists, plural, genitive, quotation marks; and the order of the Danish alphabet."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

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
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def plural(count: Decimal | int, one: str, many: str) -> str:
    """Choose the form of a noun that goes with a count: the singular for exactly 1, else the plural."""
    return one if count == 1 else many


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


def full_stop(sentence: str) -> str:
    """End a sentence with one full stop, also when its last word is an abbreviation ("mio.")."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def quote(text: str) -> str:
    """Put what was typed in Danish quotation marks, on one line and shortened when it is very long."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_QUOTE:
        line = line[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f"»{line}«"
