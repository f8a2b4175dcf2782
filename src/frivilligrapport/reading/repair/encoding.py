"""A file's bytes to a draft in UTF-8 with plain characters, where there is no doubt what was meant.

How the file was saved, letters that were misread or stand as two characters, and characters that nobody sees.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from frivilligrapport.danish import format_number, plural, quote
from frivilligrapport.reading import file_kinds as kinds
from frivilligrapport.reading.characters import WITHOUT_WIDTH, has_lost_letters, misread_words, unscramble, visible
from frivilligrapport.reading.decoding import BYTE_ORDER_MARKS, WINDOWS, decode, is_utf16, is_windows
from frivilligrapport.reading.field_names import NO_NAMES, FieldNames
from frivilligrapport.reading.repair.draft import Draft, Repair, draft_from_text

_FROM_UTF16 = "tegnsættet bliver UTF-8 i stedet for UTF-16"
# Line breaks of a word processor's own. Any other control character may stand for a letter that is gone.
_SOFT_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_DOUBLED = "\r\r\n"  # of a file that was saved as from Windows twice
_ROUNDS = 10  # what was misread can hold what is invisible, and the reverse; real texts settle at once


def draft_from_bytes(data: bytes, names: FieldNames = NO_NAMES) -> Draft | None:
    """Read a file's bytes as a draft in UTF-8 without byte order mark and with one form of line ends.

    None when no text can be had of them without guessing. `names` are as for a `Source`.
    """
    draft = _decoded(data)
    if draft is None:
        return None
    draft = replace(_with_one_line_end(draft), names=names)
    return draft if decode(draft.data, "").readable is not None else None


def _decoded(data: bytes) -> Draft | None:
    read = decode(data, "")
    for mark, encoding in BYTE_ORDER_MARKS:
        if not data.startswith(mark) or read.source is None:
            continue
        if encoding != "utf-8":
            return draft_from_text(data[len(mark) :].decode(encoding)).with_note(_FROM_UTF16)
        draft = _from_utf8(data[len(mark) :])
        return draft.with_note("det usynlige mærke forrest (BOM) slettes") if draft else None
    if read.source is not None:
        return _from_utf8(data)
    if all(problem.kind is not kinds.WRONG_ENCODING for problem in read.problems) or not is_utf16(data):
        return None
    is_little = data[1::2].count(0) > data[0::2].count(0)
    try:
        return draft_from_text(data.decode("utf-16-le" if is_little else "utf-16-be")).with_note(_FROM_UTF16)
    except UnicodeDecodeError:
        return None


def _from_utf8(data: bytes) -> Draft | None:
    text = data.decode("utf-8", "surrogateescape")
    if text.isascii() or not any(ord(sign) in WINDOWS for sign in text):
        return draft_from_text(text)
    if not is_windows(text):
        return None
    return draft_from_text(text.translate(WINDOWS)).with_note(
        "tegnsættet bliver UTF-8 i stedet for ANSI (Windows-1252)"
    )


def _with_one_line_end(draft: Draft) -> Draft:
    """Give all lines the end that most of them have; a file that is alike all through stays as it is."""
    forms = Counter(draft.ends[:-1])
    if len(forms) < 2 and _DOUBLED not in forms:  # noqa: PLR2004 - one form is alike
        return draft
    form = max(("\n", "\r\n"), key=lambda end: forms[end] + (forms[_DOUBLED] if end in _DOUBLED[1:] else 0))
    others = forms.total() - forms[form]
    count = f"{format_number(others)} {plural(others, 'linje sluttede', 'linjer sluttede')}"
    ends = (*(form for _ in draft.ends[:-1]), "")
    return replace(draft, ends=ends).with_note(f"alle linjeskift bliver ens ({count} på en anden måde)")


def with_plain_characters(draft: Draft) -> Draft:
    """Repair the characters of a draft, so that its text is what the reader already takes it for."""
    lines, repairs = list(draft.lines), list(draft.repairs)
    for number, line in enumerate(draft.lines):
        if not line.isascii() or _SOFT_BREAK.search(line):
            lines[number], told = _settled(line)
            repairs += (Repair(number + 1, what) for what in dict.fromkeys(told))
    return replace(draft, lines=tuple(lines), repairs=tuple(repairs))


def _settled(line: str) -> tuple[str, list[str]]:
    """Give a line with plain characters, and what was done to it."""
    told: list[str] = []
    for _ in range(_ROUNDS):
        words = [
            word.group() for word in misread_words(WITHOUT_WIDTH.sub("", line)) if not has_lost_letters(word.group())
        ]
        letters = [f"{quote(visible(word))} bliver til {quote(visible(unscramble(word)))}" for word in words]
        read = unscramble(line)
        composed = unicodedata.normalize("NFC", read)
        seen = WITHOUT_WIDTH.sub("", composed)
        steps = (
            (read, ", ".join(dict.fromkeys(letters)) or "bogstaver, der var læst forkert, bliver rettet"),
            (composed, "bogstaver, der stod som to tegn (a og en ring), bliver til ét"),
            (seen, "usynlige tegn slettes"),
            (_SOFT_BREAK.sub(" ", seen), "et usynligt linjeskift fra et andet program bliver til et mellemrum"),
        )
        before = line
        for new, what in steps:
            told += [what] if new != line else []
            line = new
        if line == before:
            break
    return line, told
