"""Bytes to a draft in UTF-8: how a file is saved, where there is no doubt which letters were meant."""

import re
from collections import Counter
from dataclasses import replace

from frivilligrapport.danish import format_number, plural
from frivilligrapport.reading import file_kinds as kinds
from frivilligrapport.reading.decoding import BYTE_ORDER_MARKS, WINDOWS, decode
from frivilligrapport.reading.repair.draft import Draft, draft_of

_LETTERS = "À-ÖØ-öø-ÿ"
# What Danish texts hold of Windows-1252 beside letters. Anything else is a letter of another encoding: å is Œ of a Mac
# and † of DOS when it is read as Windows-1252.
_ORDINARY = re.compile(f"[{_LETTERS}\u00a0§°´·½¼¾«»‹›“”„’‘–—…•€£©®™²³×]")
# Æ of a Mac and of DOS stand inside words, where these never do; a closing ’ may.
_INSIDE_A_WORD = re.compile(r"\w[¾‘«»“”„·´]\w|(?<!\d)[¾½¼‹›](?=[^\W\d])|[^\W\d][¾½¼‹›]|[‘›](?=[^\W\d])(?![^’‹\n]*[’‹])")


def draft_from(data: bytes) -> Draft | None:
    """Read a file's bytes as a draft in UTF-8 without byte order mark and with one form of line ends.

    None when no text can be had of them without guessing.
    """
    draft = _decoded(data)
    if draft is None:
        return None
    draft = _one_line_end(draft)
    return draft if decode(draft.data, "").source is not None else None


def _decoded(data: bytes) -> Draft | None:
    read = decode(data, "")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark) and read.source:
            return _marked(data[len(mark) :], encoding)
    if read.source is None:
        is_utf16 = any(problem.kind is kinds.WRONG_ENCODING for problem in read.problems)
        return _as_utf16(data) if is_utf16 else None
    return _as_utf8(data)


def _marked(data: bytes, encoding: str) -> Draft | None:
    if encoding != "utf-8":
        return draft_of(data.decode(encoding)).with_note("tegnsættet bliver UTF-8 i stedet for UTF-16")
    draft = _as_utf8(data)
    return draft.with_note("det usynlige mærke forrest (BOM) slettes") if draft else None


def _as_utf16(data: bytes) -> Draft | None:
    is_little = data[1::2].count(0) > data[0::2].count(0)
    try:
        text = data.decode("utf-16-le" if is_little else "utf-16-be")
    except UnicodeDecodeError:
        return None
    return draft_of(text).with_note("tegnsættet bliver UTF-8 i stedet for UTF-16")


def _as_utf8(data: bytes) -> Draft | None:
    text = data.decode("utf-8", "surrogateescape")
    strange = {sign for sign in text if ord(sign) in WINDOWS}
    if not strange:
        return draft_of(text)
    letters = {sign: WINDOWS[ord(sign)] for sign in strange}
    read = text.translate(WINDOWS)
    if not all(_ORDINARY.match(letter) for letter in letters.values()) or _INSIDE_A_WORD.search(read):
        return None
    return draft_of(read).with_note("tegnsættet bliver UTF-8 i stedet for ANSI (Windows-1252)")


def _one_line_end(draft: Draft) -> Draft:
    """Give all lines the end that most of them have; a file that is alike all through stays as it is."""
    forms = Counter(draft.ends[:-1])
    if len(forms) < 2:  # noqa: PLR2004 - one form is alike
        return draft
    form = max(("\n", "\r\n"), key=lambda end: forms[end])
    others = forms.total() - forms[form]
    count = f"{format_number(others)} {plural(others, 'linje sluttede', 'linjer sluttede')}"
    ends = (*(form for _ in draft.ends[:-1]), "")
    return replace(draft, ends=ends).with_note(f"alle linjeskift bliver ens ({count} på en anden måde)")
