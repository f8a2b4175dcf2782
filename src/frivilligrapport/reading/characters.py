"""Characters that nobody sees: control characters, signs without width, spaces that only look like one."""

import re
import unicodedata

# What YAML 1.1 does not allow, and the line breaks of its own that no editor shows as such.
CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# Left behind by copying; joiners (emoji) and soft hyphens are ordinary text.
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
MAX_MARKS = 30  # Unicode's own limit for text that is safe to normalise (UAX 15, stream-safe text)

# Copied from a web page or a letter. YAML takes them for letters where it looks for the space bar's space.
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
_STRUCTURE = re.compile(
    rf"^[ {_ODD_SPACES}]*(?:-[ {_ODD_SPACES}]+)*(?:[\w {_ODD_SPACES}-]+:[{_ODD_SPACES}]+)?", re.MULTILINE
)


def visible(text: str) -> str:
    """Leave out what has no width, and put a space for every control character."""
    return CONTROL.sub(" ", INVISIBLE.sub("", text))


def plainly_spaced(text: str) -> str:
    """Put ordinary spaces where YAML looks for them: before a line's text, after its hyphen, after its field's colon.

    Each character keeps its place, and spaces inside a text (§ 18) stay as they are.
    """
    if not _ODD_SPACE.search(text):
        return text
    return _STRUCTURE.sub(lambda match: _ODD_SPACE.sub(" ", match.group()), text)


def piled_marks(text: str) -> re.Match[str] | None:
    """Find more than `MAX_MARKS` combining marks in a row: sorting them costs the square of their number."""
    marks = "".join(sign for sign in set(text) if unicodedata.combining(sign))
    return re.search(f"[{marks}]{{{MAX_MARKS + 1}}}", text) if marks else None
