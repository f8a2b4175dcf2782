import io
import unicodedata
import zipfile

import pytest

from frivilligrapport.reading.decoding import decode
from support.texts.decoded_texts import said, text_of, told

TEXT = "forvaltning: TMF\når: 2014\nkilde: Ældresagen\n"
SAVE = "Gem filen igen med tegnsættet UTF-8. I Notesblok: Filer → Gem som → Kodning: UTF-8."
COPY = "Kopiér teksten over i en ny fil, og gem den som ren tekst med tegnsættet UTF-8."
UNPACK = "Pak zip-filen ud, og brug den fil, der ligger i den."
BYTE_ORDER_MARK = "\ufeff"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        (BYTE_ORDER_MARK + TEXT).encode(),
        (BYTE_ORDER_MARK + TEXT).encode("utf-16-le"),
        (BYTE_ORDER_MARK + TEXT).encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        (BYTE_ORDER_MARK + TEXT.replace("\n", "\r\n")).encode("utf-16-le"),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "crlf", "cr", "utf-16-crlf", "nfd"],
)
def test_every_common_way_to_save_a_file_gives_the_same_text(data: bytes) -> None:
    """UTF-8 with and without byte order mark, UTF-16 with one, each line end and both forms of å are read."""
    assert text_of(data) == TEXT


def test_columns_count_characters_after_composing() -> None:
    """A letter that a Mac writes as two characters is one column."""
    decoded = decode(unicodedata.normalize("NFD", "målgrupper: æøå").encode(), "tmf.yaml")
    assert decoded.source is not None
    assert decoded.source.lines[0].index(":") == 10


def test_an_empty_file_is_an_empty_text() -> None:
    """No bytes, or only a byte order mark, is a text without characters."""
    assert text_of(b"") == text_of(b"\xef\xbb\xbf") == text_of(b"\xff\xfe") == ""


def test_windows_1252_is_read_and_told_with_place_and_word() -> None:
    """The first word with a letter of the old encoding is pointed at, and the text is read as it was meant."""
    decoded = decode(TEXT.encode("cp1252"), "tmf.yaml")
    assert decoded.source is not None
    assert decoded.source.text == TEXT
    message = "Filen er ikke gemt som UTF-8. Det ses første gang ved »år«."
    assert [told(problem) for problem in decoded.problems] == [(2, 1, "FR001", message, SAVE)]


@pytest.mark.parametrize(
    ("line", "column", "word"),
    [
        ("navn: Naturens dag på Østerbro", 21, "på"),
        ("navn: (Smørrebrød)", 10, "(Smørrebrød"),
        ("periode: 2013 – 2014", 15, "–"),
        ("kilde: SOF’s tal", 11, "SOF’s"),
        ("navn: Café", 10, "Café"),
    ],
)
def test_windows_1252_names_the_whole_word(line: str, column: int, word: str) -> None:
    """What stands around the letter is quoted, so that it can be found in the editor."""
    message = f"Filen er ikke gemt som UTF-8. Det ses første gang ved »{word}«."
    assert said(f"a: b\r\n{line}\r\n".encode("cp1252")) == [(2, column, "FR001", message, SAVE)]


def test_one_line_in_the_old_encoding_does_not_spoil_the_rest() -> None:
    """A line pasted into a UTF-8 file is read as Windows-1252, the others stay as they are."""
    decoded = decode("navn: Følgevenner\n".encode() + "kilde: Søndagsavisen\n".encode("cp1252"), "tmf.yaml")
    assert decoded.source is not None
    assert decoded.source.text == "navn: Følgevenner\nkilde: Søndagsavisen\n"
    assert [(str(one.location), one.code) for one in decoded.problems] == [("tmf.yaml:2:9", "FR001")]


def packed(name: str, size: int = 10) -> bytes:
    """Give a packed file that holds one of that name and size."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(name, b"a" * size)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "message", "hint"),
    [
        (TEXT.encode("utf-16-le"), "FR001", "Filen er gemt med tegnsættet UTF-16 uden kendemærke.", SAVE),
        (TEXT.encode("utf-16-be"), "FR001", "Filen er gemt med tegnsættet UTF-16 uden kendemærke.", SAVE),
        (b"\xff\xfe\x00\xd8", "FR001", "Filen er gemt med et tegnsæt, der ikke kan læses.", SAVE),
        (b"\xff\xfea", "FR001", "Filen er gemt med et tegnsæt, der ikke kan læses.", SAVE),
        (
            b"a" * 1_000_001,
            "FR002",
            "Filen fylder mere end 1 MB.",
            "Læg lange tekster i mappen tekster, og henvis til dem med tekstfil:.",
        ),
        (packed("word/document.xml"), "FR004", "Filen er ikke en tekstfil, men et Word-dokument.", COPY),
        (packed("word/a.png", 1_500_000), "FR004", "Filen er ikke en tekstfil, men et Word-dokument.", COPY),
        (packed("xl/workbook.xml"), "FR004", "Filen er ikke en tekstfil, men et Excel-ark.", COPY),
        (packed("suf.yaml"), "FR004", "Filen er ikke en tekstfil, men en zip-fil.", UNPACK),
        (packed("../../suf.yaml"), "FR004", "Filen er ikke en tekstfil, men en zip-fil.", UNPACK),
        (b"PK\x03\x04", "FR004", "Filen er ikke en tekstfil, men en zip-fil.", UNPACK),
        (b"\xd0\xcf\x11\xe0\xa1", "FR004", "Filen er ikke en tekstfil, men et ældre Word- eller Excel-dokument.", COPY),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", "FR004", "Filen er ikke en tekstfil, men en PDF-fil.", COPY),
        (b"{\\rtf1\\ansi", "FR004", "Filen er ikke en tekstfil, men et RTF-dokument.", COPY),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "FR004", "Filen er ikke en tekstfil.", COPY),
        (b"\x00\x01\x02", "FR004", "Filen er ikke en tekstfil.", COPY),
        (b"\0" * 1000, "FR004", "Filen er ikke en tekstfil.", COPY),
        (bytes(range(256)), "FR004", "Filen er ikke en tekstfil.", COPY),
    ],
    ids=[
        "utf-16-le", "utf-16-be", "half-character", "odd-bytes", "large", "docx", "large docx", "xlsx", "zip",
        "zip that leads out", "torn zip", "doc", "pdf", "rtf", "png",
        "three-bytes", "nuls", "binary",
    ],
)  # fmt: skip
def test_what_is_no_text_is_one_finding_for_the_file(data: bytes, code: str, message: str, hint: str) -> None:
    """A file that cannot be shown is told at 1:1, with what it is and what to do."""
    assert said(data) == [(1, 1, code, message, hint)]
    assert decode(data, "tmf.yaml").source is None


def test_a_million_bytes_are_read() -> None:
    """The limit itself is allowed."""
    assert len(text_of(b"a" * 1_000_000)) == 1_000_000


def test_tabs_alone_on_a_line_are_no_text() -> None:
    """Nobody sees them, and they are read as the spaces that they look like."""
    source = decode(b"tekst: |\n  Et.\n \t \n  To.\n", "tmf.yaml").source
    assert source is not None
    assert source.text == "tekst: |\n  Et.\n   \n  To.\n"


def test_line_ends_that_were_doubled_are_one() -> None:
    r"""A file that was saved as from Windows twice ends its lines with \r\r\n, and has no blank line for that."""
    source = decode(b"a: b\r\r\nc: d\r\r\n", "tmf.yaml").source
    assert source is not None
    assert source.text == "a: b\nc: d\n"


def test_what_is_said_of_a_whole_file_is_on_no_line_of_it() -> None:
    """A Word document has no lines; where a letter is in another encoding there is one."""
    (word,) = decode(b"PK\x03\x04" + bytes(40) + b"word/document.xml", "tmf.yaml").problems
    (letter,) = decode("kilde: Ældresagen\n".encode("cp1252"), "tmf.yaml").problems
    assert word.is_of_file
    assert not letter.is_of_file
