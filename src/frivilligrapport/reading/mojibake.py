"""Letters that were read in a wrong encoding and saved again: `FÃ¸lgevenner` for Følgevenner."""

import re

_LOST = "\ufffd"  # what a program writes for a byte that it cannot read
_CONTINUING = range(0x80, 0xC0)
# What each byte looks like when UTF-8 is taken for Windows-1252 or, where that has no sign, for Latin-1.
_BYTE_OF = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    sign: byte for byte in range(0x80, 0x100) if (sign := bytes([byte]).decode("cp1252", "ignore"))
}
_SIGNS = re.escape("".join(sign for sign, byte in _BYTE_OF.items() if byte in _CONTINUING))
# "Ã" in quotation marks is a Portuguese letter; no Danish one would be read as Ã and a quotation mark.
SCRAMBLED = re.compile(f"Â[{_SIGNS}]|Ã(?![“”„‚’‘»«›‹])[{_SIGNS}]|â[{_SIGNS}]{{2}}|ð[{_SIGNS}]{{3}}")
_WRONG = re.compile(f"{SCRAMBLED.pattern}|{_LOST}")
_WORD = re.compile(rf"(?:{_WRONG.pattern}|[\w-])+")
_TIMES = 3  # a text can have been misread more than once


def misread_words(text: str) -> list[re.Match[str]]:
    """Find the words with letters that have been misread or lost."""
    if not _WRONG.search(text):
        return []
    return [word for word in _WORD.finditer(text) if _WRONG.search(word.group())]


def has_lost_letters(word: str) -> bool:
    """Tell whether a letter is gone for good."""
    return _LOST in word


def unscramble(text: str) -> str:
    """Give a text with the letters it had; the text itself when it has not been misread."""
    if text.isascii():
        return text
    for _ in range(_TIMES if SCRAMBLED.search(text) else 0):
        text = SCRAMBLED.sub(lambda match: _reread(match.group()), text)
    return text


def _reread(signs: str) -> str:
    try:
        return bytes(_BYTE_OF[sign] for sign in signs).decode("utf-8")
    except UnicodeDecodeError:
        return signs
