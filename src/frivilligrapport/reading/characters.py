"""Characters that nobody sees: control characters, signs without width, spaces that only look like one."""

import re
import unicodedata
from collections.abc import Iterable

from frivilligrapport.fast_start import pattern

# What YAML 1.1 does not allow, and the line breaks of its own that no editor shows as such. Said as what they are:
# to say what they are not takes twenty times as long each time the program starts.
CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Left behind by copying; joiners (emoji) and soft hyphens are ordinary text.
WITHOUT_WIDTH = pattern("[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
MAX_MARKS = 30  # Unicode's own limit for text that is safe to normalise (UAX 15, stream-safe text)

# Copied from a web page or a letter. YAML takes them for letters where it looks for the space bar's space.
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ONLY_TABS = pattern(r"^[ \t]*\t[ \t]*$", re.MULTILINE)
_ODD_SPACE = pattern(f"[{_ODD_SPACES}]")
_STRUCTURE = pattern(
    rf"^[ {_ODD_SPACES}]*(?:-[ {_ODD_SPACES}]+)*(?:[\w {_ODD_SPACES}-]+:[{_ODD_SPACES}]+)?", re.MULTILINE
)


def may_hold_unseen(signs: Iterable[str]) -> bool:
    """Tell whether there may be a sign among those of a text that nobody sees: in most there is none."""
    return not "".join(set(signs) - {"\n", "\t"}).isprintable()


def visible(text: str) -> str:
    """Leave out what has no width, and put a space for every control character."""
    return CONTROL.sub(" ", WITHOUT_WIDTH.sub("", text)) if may_hold_unseen(text) else text


def plainly_spaced(text: str) -> str:
    """Put ordinary spaces where YAML looks for them: before a line's text, after its hyphen, after its field's colon.

    Each character keeps its place, and spaces inside a text (§ 18) stay as they are.
    """
    if not _ODD_SPACE.search(text):
        return text
    return _STRUCTURE.sub(lambda match: _ODD_SPACE.sub(" ", match.group()), text)


def without_lone_tabs(text: str) -> str:
    """Put spaces for the tabs of lines that hold nothing else: nobody sees them, and YAML stops at them."""
    return _ONLY_TABS.sub(lambda match: " " * len(match.group()), text) if "\t" in text else text


def piled_marks(text: str, signs: Iterable[str]) -> re.Match[str] | None:
    """Find more than `MAX_MARKS` combining marks in a row: sorting them costs the square of their number.

    `signs` are those of the text, each once.
    """
    marks = "".join(filter(unicodedata.combining, signs))
    return re.search(f"[{marks}]{{{MAX_MARKS + 1}}}", text) if marks else None


_LOST = "\ufffd"  # what a program writes for a byte that it cannot read
# No address with a question, and no sentence that lacks a space: a small letter follows on it.
_WITH_QUESTION_MARK = pattern(r"(?<![\w/.=&?])[a-zæøåA-ZÆØÅ]+(?:\?[a-zæøå]+)+(?![\w/.=&?])")
_FEW_LOST = 3
_CONTINUING = range(0x80, 0xC0)
# What each byte looks like when UTF-8 is taken for Windows-1252 or, where that has no sign, for Latin-1.
_BYTE_OF = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    sign: byte for byte in range(0x80, 0x100) if (sign := bytes([byte]).decode("cp1252", "ignore"))
}
_SIGNS = re.escape("".join(sign for sign, byte in _BYTE_OF.items() if byte in _CONTINUING))
# "Ã" in quotation marks is a Portuguese letter; no Danish one would be read as Ã and a quotation mark.
SCRAMBLED = pattern(f"Â[{_SIGNS}]|Ã(?![“”„‚’‘»«›‹])[{_SIGNS}]|â[{_SIGNS}]{{2}}|ð[{_SIGNS}]{{3}}")
_WRONG = pattern(f"{SCRAMBLED.pattern}|{_LOST}")
_BEGIN_WRONG = f"ÂÃâð{_LOST}"  # with one of which each of them begins
_WORD = pattern(rf"(?:{_WRONG.pattern}|[\w-])+")
_TIMES = 3  # a text can have been misread more than once


def may_be_misread(text: str) -> bool:
    """Tell whether there may be letters in a text that have been misread or lost: in most there are none."""
    return any(sign in text for sign in _BEGIN_WRONG)


def misread_words(text: str) -> list[re.Match[str]]:
    """Find the words with letters that have been misread or lost."""
    if not may_be_misread(text) or not _WRONG.search(text):
        return []
    return [word for word in _WORD.finditer(text) if _WRONG.search(word.group())]


def has_lost_letters(word: str) -> bool:
    """Tell whether a letter is gone for good."""
    return _LOST in word


def lost_words(text: str) -> list[re.Match[str]]:
    """Find the words with a letter that became a question mark: `Milj?forvaltningen`."""
    return [] if "?" not in text else list(_WITH_QUESTION_MARK.finditer(text))


def has_many_lost_letters(text: str) -> bool:
    """Tell whether letters are gone for good all over a text, and not in a word or two."""
    return text.count(_LOST) > _FEW_LOST or len(lost_words(text)) > _FEW_LOST


def unscramble(text: str) -> str:
    """Give a text with the letters it had; the text itself when it has not been misread."""
    if not may_be_misread(text):
        return text
    for _ in range(_TIMES if SCRAMBLED.search(text) else 0):
        text = SCRAMBLED.sub(lambda match: _reread(match.group()), text)
    return text


def _reread(signs: str) -> str:
    try:
        return bytes(_BYTE_OF[sign] for sign in signs).decode("utf-8")
    except UnicodeDecodeError:
        return signs
