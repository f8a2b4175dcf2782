"""The Danish alphabet: … x y z æ ø å, with aa as å."""

import re
import unicodedata

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_DIGITS = "0123456789"
_RANK = {character: rank for rank, character in enumerate(_DIGITS + _ALPHABET, start=1)}
_AFTER_THE_ALPHABET = len(_RANK) + 1
# Letters of the neighbours sort as the Danish letter that they are read as; ü is a y in Danish.
_NEIGHBOURS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "ð": "d", "þ": "th", "œ": "ø"})


def sort_key(text: str) -> tuple[int, ...]:
    """Give the key that sorts texts in Danish alphabetical order.

    Upper and lower case are equal, accents do not count, and aa is å, as in names (Aabenraa). Spaces come
    before letters and digits before letters; all other signs count as a space. Equal keys keep their order.
    """
    letters = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_NEIGHBOURS)
    plain = "".join(c if c in _RANK else unicodedata.normalize("NFD", c)[0] for c in letters)
    words = re.sub(r"[\W_]+", " ", plain).strip()
    return tuple(0 if c == " " else _RANK.get(c, _AFTER_THE_ALPHABET + ord(c)) for c in words)
