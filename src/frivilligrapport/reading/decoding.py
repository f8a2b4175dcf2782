"""Bytes to text: which encodings are read, and what is said of the others."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from frivilligrapport.problems import Kind, Location, Problem
from frivilligrapport.reading import file_kinds as kinds
from frivilligrapport.reading.source import Source

MAX_BYTES = 1_000_000
_FOREIGN = (
    (b"PK\x03\x04", "et Word-dokument eller en anden pakket fil"),
    (b"\xd0\xcf\x11\xe0", "et ældre Word- eller Excel-dokument"),
    (b"%PDF-", "en PDF-fil"),
    (b"{\\rtf", "et RTF-dokument"),
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What YAML 1.1 does not allow, and the line breaks of its own that no editor shows as such.
_UNREADABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_MOJIBAKE = re.compile(r"[\w.-]*(?:Ã[\x80-¿\u0152-\u0178ˆ˜\u2013-\u203a€†‡…‰™]|â€[\u0080-\u2122]|Â[§½°·»«])[\w.-]*")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Give a file's text, or why there is none. `text` is None when nothing can be shown."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """Turn a file's bytes into text.

    UTF-8 with or without byte order mark and UTF-16 with one are read; CRLF and CR become `\\n`, the text becomes NFC.
    A file in Windows-1252 is read as such, with a finding, so that its other faults can be told at the same time.
    """
    if len(data) > MAX_BYTES:
        return _refused(kinds.TOO_LARGE, file, f"Filen fylder mere end {MAX_BYTES // 1_000_000} MB.")
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            return _refused(kinds.NOT_TEXT, file, f"Filen er ikke en tekstfil, men {what}.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, file)
    if b"\0" in data:
        return _with_nulls(data, file)
    return _decode_as(data, "utf-8", file)


def _refused(kind: Kind, file: str, message: str) -> Decoded:
    return Decoded(None, (Problem(Location(file), kind, message, kinds.HINTS[kind.code]),))


def _with_nulls(data: bytes, file: str) -> Decoded:
    """Tell UTF-16 without byte order mark, where every other byte of Danish text is zero, from other files."""
    if max(data[0::2].count(0), data[1::2].count(0)) * 3 > len(data):
        return _refused(kinds.WRONG_ENCODING, file, "Filen er gemt med tegnsættet UTF-16 uden kendemærke.")
    return _refused(kinds.NOT_TEXT, file, "Filen er ikke en tekstfil.")


def _decode_as(data: bytes, encoding: str, file: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            return _refused(kinds.WRONG_ENCODING, file, "Filen er gemt med et tegnsæt, der ikke kan læses.")
        return _as_windows(data, error.start, file)
    return _checked(Source(file, _normalised(text)))


def _as_windows(data: bytes, start: int, file: str) -> Decoded:
    text = data.decode("cp1252", errors="replace").replace("\ufffd", "?")
    before = _normalised(data[:start].decode("utf-8"))
    source = Source(file, _normalised(text))
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    word = re.compile(r"\w*").match(source.lines[line], column)
    found = source.lines[line][: word.end() if word else column]
    quoted = found.split()[-1] if found.split() else "?"
    problem = Problem(
        Location(file, line + 1, column + 1),
        kinds.WRONG_ENCODING,
        f"Filen er ikke gemt som UTF-8. Det ses første gang ved »{quoted}«.",
        kinds.HINTS[kinds.WRONG_ENCODING.code],
    )
    return Decoded(source, (problem, *_checked(source).problems))


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _checked(source: Source) -> Decoded:
    found = _UNREADABLE.search(source.text)
    if found:
        name = f"U+{ord(found.group()):04X}"
        message = f"Her står et usynligt tegn ({name}), som ikke kan læses."
        problem = Problem(source.place(found.start()), kinds.INVISIBLE, message, kinds.HINTS[kinds.INVISIBLE.code])
        return Decoded(None, (problem,))
    wrong = [match for match in _MOJIBAKE.finditer(source.text) if _unscrambled(match.group()) != match.group()]
    if not wrong:
        return Decoded(source)
    return Decoded(source, (_mojibake(source, wrong),))


def _mojibake(source: Source, wrong: list[re.Match[str]]) -> Problem:
    first = wrong[0]
    more = f" Det samme ses {len(wrong) - 1} andre steder i filen." if len(wrong) > 1 else ""
    return Problem(
        source.place(first.start(), len(first.group())),
        kinds.MOJIBAKE,
        f"»{first.group()}« er blevet læst med et forkert tegnsæt.{more}",
        f"Skriv {_unscrambled(first.group())}, og gem filen med tegnsættet UTF-8.",
    )


def _unscrambled(text: str) -> str:
    """Read UTF-8 that was taken for Windows-1252 as what it was; give the text back when that is not what happened."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
