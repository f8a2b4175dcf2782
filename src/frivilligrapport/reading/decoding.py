"""Bytes to text: which encodings are read, and what is said of the others."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from frivilligrapport.danish import format_number, plural, quote
from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import file_kinds as kinds
from frivilligrapport.reading.characters import (
    CONTROL,
    MAX_MARKS,
    SCRAMBLED,
    WITHOUT_WIDTH,
    has_lost_letters,
    has_many_lost_letters,
    lost_words,
    may_be_misread,
    may_hold_unseen,
    misread_words,
    piled_marks,
    plainly_spaced,
    unscramble,
    visible,
    without_lone_tabs,
)
from frivilligrapport.reading.conflicts import conflict_problem
from frivilligrapport.reading.source import Source

MAX_BYTES = 1_000_000
# What a packed file is stands in the names of what is in it; any other is a zip file.
_ZIP = "en zip-fil"
_PACKED = b"PK\x03\x04"
_IN_PACKED = (
    (b"word/", "et Word-dokument"),
    (b"xl/", "et Excel-ark"),
    (b"ppt/", "en PowerPoint-præsentation"),
    (b"application/vnd.oasis", "et dokument fra LibreOffice"),
)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "et ældre Word- eller Excel-dokument"),
    (b"%PDF-", "en PDF-fil"),
    (b"{\\rtf", "et RTF-dokument"),
)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python keeps a byte that is no UTF-8 as a surrogate; here is the letter that it is in Windows-1252.
WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or "?" for byte in range(0x80, 0x100)}
_LETTERS = "À-ÖØ-öø-ÿ"
# What Danish texts hold of Windows-1252 beside letters. Anything else is a letter of another encoding: å is Œ of a Mac
# and † of DOS when it is read as Windows-1252.
_ORDINARY = f"[{_LETTERS}\u00a0§°´·½¼¾«»‹›“”„’‘–—…•€£©®™²³×]*"
# Æ of a Mac and of DOS stand inside words, where these never do; a closing ’ may.
_INSIDE_A_WORD = r"\w[¾‘«»“”„·´]\w|(?<!\d)[¾½¼‹›](?=[^\W\d])|[^\W\d][¾½¼‹›]|[‘›](?=[^\W\d])(?![^’‹\n]*[’‹])"
# A text may hold a few characters that nobody sees; with more than one in so many beyond those it is no text at all.
_FEW = 2
_YAML = (".yaml", ".yml")
_MAIL_HEAD = re.compile(rb"(?:[A-Z][A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){2,}?Subject: ")
_COLUMNS = 2  # as many semicolons, on each of the first lines
_SHARE = 20
# A misread letter can have a control character as one of its halves, and is told as misread.
_UNSEEN = f"{SCRAMBLED.pattern}|(?P<unseen>{CONTROL.pattern}|{WITHOUT_WIDTH.pattern})"


class Decoded(NamedTuple):
    """Give a file's text, or why there is none: `source` is None when nothing can be shown.

    Where `is_torn`, by a merge conflict or for all the letters that it has lost, the text can be shown and not be read:
    nobody knows what it says.
    """

    source: Source | None
    problems: tuple[Problem, ...] = ()
    is_torn: bool = False

    @property
    def readable(self) -> Source | None:
        """Give the text where it can be read."""
        return None if self.is_torn else self.source


def decode(data: bytes, file: str) -> Decoded:
    """Turn a file's bytes into text.

    UTF-8 with or without byte order mark and UTF-16 with one are read; CRLF and CR become LF, the text becomes NFC.
    A file in Windows-1252 is read as such, with a finding, so that its other faults can be told at the same time.
    The text holds nothing that YAML cannot read: control characters become spaces and signs without width are left
    out, with a finding; spaces that are not from the space bar are evened out where they only indent or divide.
    """
    if foreign := _foreign(data) or (_foreign_text(data) if file.lower().endswith(_YAML) else ""):
        hint = kinds.UNPACK if foreign == _ZIP else kinds.HINTS[kinds.NOT_TEXT.code]
        return _refused(kinds.NOT_TEXT, file, f"Filen er ikke en tekstfil, men {foreign}.", hint)
    if len(data) > MAX_BYTES:
        return _refused(kinds.FILE_TOO_LARGE, file, f"Filen fylder mere end {MAX_BYTES // 1_000_000} MB.")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, file)
    if is_utf16(data):
        return _refused(kinds.WRONG_ENCODING, file, "Filen er gemt med tegnsættet UTF-16 uden kendemærke.")
    return _decode_as(data, "utf-8", file)


def _foreign(data: bytes) -> str:
    """Say which other kind of document bytes are; "" when they may be a text."""
    if data.startswith(_PACKED):
        return next((what for mark, what in _IN_PACKED if mark in data), _ZIP)
    return next((what for mark, what in _FOREIGN if data.startswith(mark)), "")


def _foreign_text(data: bytes) -> str:
    """Say which other kind of text bytes are that should be a file of fields; "" when they may be one."""
    text = data.removeprefix(codecs.BOM_UTF8).lstrip()
    first, second = (*text.split(b"\n", 2), b"", b"")[:2]
    if text[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "en webside (HTML)"
    if _MAIL_HEAD.match(text):
        return "en e-mail"
    is_table = min(first.count(b";"), second.count(b";")) >= _COLUMNS and b":" not in first
    return "en tabel (CSV)" if is_table else ""


def _refused(kind: Kind, file: str, message: str, hint: str = "") -> Decoded:
    return Decoded(None, (Problem(Location(file), kind, message, hint or kinds.HINTS[kind.code]),))


def _decode_as(data: bytes, encoding: str, file: str) -> Decoded:
    try:
        return _examined(data.decode(encoding), file)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            return _refused(kinds.WRONG_ENCODING, file, "Filen er gemt med et tegnsæt, der ikke kan læses.")
        return _as_windows(data, error.start, file)


def is_utf16(data: bytes) -> bool:
    """Tell whether bytes are UTF-16 without its mark: every other byte of Danish text is zero."""
    return abs(data[0::2].count(0) - data[1::2].count(0)) * 3 > len(data)


def is_windows(text: str) -> bool:
    """Tell whether bytes that are no UTF-8, here as surrogates, are what Danish texts hold of Windows-1252."""
    strange = "".join({sign for sign in text if ord(sign) in WINDOWS}).translate(WINDOWS)
    return re.fullmatch(_ORDINARY, strange) is not None and not re.search(_INSIDE_A_WORD, text.translate(WINDOWS))


def _as_windows(data: bytes, start: int, file: str) -> Decoded:
    """Read each byte that is no UTF-8 as a letter of Windows-1252; the first is at `start`."""
    text = data.decode("utf-8", "surrogateescape")
    read = _examined(text.translate(WINDOWS), file)
    if read.source is None or read.is_torn:
        return read
    if b"\0" in data:
        return _refused(kinds.NOT_TEXT, file, "Filen er ikke en tekstfil.")
    if not is_windows(text):
        return _refused(kinds.WRONG_ENCODING, file, "Filen er gemt med et tegnsæt, der ikke kan læses.")
    place = read.source.place(len(visible(_normalised(data[:start].decode("utf-8")))))
    line = read.source.lines[place.line - 1]
    word = line[: place.column].split()[-1:] + re.split(r"\W", line[place.column :], maxsplit=1)[:1]
    message = f"Filen er ikke gemt som UTF-8. Det ses første gang ved {quote(''.join(word))}."
    problem = Problem(place, kinds.WRONG_ENCODING, message, kinds.HINTS[kinds.WRONG_ENCODING.code])
    return Decoded(read.source, (problem, *read.problems))


def with_line_feeds(text: str) -> str:
    """End all lines with a line feed; what was saved as from Windows twice has a line end more on each line."""
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", with_line_feeds(text))


def _examined(text: str, file: str) -> Decoded:
    """Make the source of a text, with what is wrong with its characters."""
    signs = frozenset(text)
    pile = piled_marks(text, signs)
    if pile:
        line = format_number(_normalised(text[: pile.start()]).count("\n") + 1)
        message = f"I linje {line} står mere end {MAX_MARKS} accenttegn oven i hinanden."
        return _refused(kinds.INVISIBLE_CHARACTER, file, message)
    text, unseen = without_lone_tabs(_normalised(text)), []
    source = Source(file, text)
    if may_hold_unseen(signs):
        unseen = [match for match in re.finditer(_UNSEEN, text) if match["unseen"]]
        if (len(unseen) - _FEW) * _SHARE > len(text):
            return _refused(kinds.NOT_TEXT, file, "Filen er ikke en tekstfil.")
        source = Source(file, plainly_spaced(visible(text)))
    conflict = conflict_problem(source)
    if conflict:
        return Decoded(source, (conflict,), is_torn=True)
    misread = tuple(_misread(text, source))
    # Where letters are lost all over, nothing that is said of the words tells more.
    is_torn = bool(misread) and has_many_lost_letters(text)
    return Decoded(source, misread if is_torn else (*_unseen(unseen, source), *misread), is_torn=is_torn)


def _unseen(found: list[re.Match[str]], source: Source) -> Iterator[Problem]:
    if found:
        sign = found[0].group()
        message = f"Her står et usynligt tegn (U+{ord(sign):04X}), som ikke kan læses.{_elsewhere(found)}"
        # Nothing has been left out before the first, so it stands there in the text as shown too.
        place = source.place(found[0].start())
        # What has no width has been left out of the text as shown, so nothing there can be written over.
        instead = (" ",) if len(found) == 1 and CONTROL.match(sign) and not WITHOUT_WIDTH.match(sign) else ()
        yield Problem(
            place, kinds.INVISIBLE_CHARACTER, message, kinds.HINTS[kinds.INVISIBLE_CHARACTER.code], instead=instead
        )


def _misread(text: str, source: Source) -> Iterator[Problem]:
    bare = WITHOUT_WIDTH.sub("", text)
    words = misread_words(bare) if may_be_misread(text) else []
    words = words or (lost_words(bare) if has_many_lost_letters(text) else [])
    if words:
        first = words[0]
        word = first.group()
        lost = has_lost_letters(word) or "?" in word
        shown = quote(visible(word))
        message = f"I {shown} er et bogstav gået tabt." if lost else f"{shown} er blevet læst med et forkert tegnsæt."
        also = ", og ret de andre steder på samme måde. Gem" if len(words) > 1 else ", og gem"
        hint = f"Skriv {'ordet igen' if lost else unscramble(word)}{also} filen med tegnsættet UTF-8."
        instead = () if lost or len(words) > 1 else (unscramble(word),)
        place = source.place(first.start(), len(word))
        yield Problem(place, kinds.MOJIBAKE, message + _elsewhere(words), hint, instead=instead)


def _elsewhere(found: list[re.Match[str]]) -> str:
    others = len(found) - 1
    places = plural(others, "ét andet sted", f"{format_number(others)} andre steder")
    return f" Det samme ses {places} i filen." if others else ""
