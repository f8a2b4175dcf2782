"""How a file is saved, and its characters, are repaired only where there is no doubt what was meant."""

import pytest

from frivilligrapport.reading.repair.draft import draft_from_text
from frivilligrapport.reading.repair.encoding import draft_from_bytes, with_plain_characters

TEXT = "navn: Ældre på gåtur i København – 1½ år, ”fælles” l’été § 18\n"
TWO_SIGNS = "bogstaver, der stod som to tegn (a og en ring), bliver til ét"
INVISIBLE = "usynlige tegn slettes"
SOFT_BREAK = "et usynligt linjeskift fra et andet program bliver til et mellemrum"


def made_of(data: bytes) -> tuple[bytes, list[str]] | None:
    """Give the bytes to be saved, and what is said of it."""
    draft = draft_from_bytes(data)
    return (draft.data, [one.what for one in draft.repairs]) if draft else None


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", []),
        ("utf-8-sig", ["det usynlige mærke forrest (BOM) slettes"]),
        ("utf-16", ["tegnsættet bliver UTF-8 i stedet for UTF-16"]),
        ("utf-16-le", ["tegnsættet bliver UTF-8 i stedet for UTF-16"]),
        ("utf-16-be", ["tegnsættet bliver UTF-8 i stedet for UTF-16"]),
        ("cp1252", ["tegnsættet bliver UTF-8 i stedet for ANSI (Windows-1252)"]),
    ],
)
def test_the_encodings_of_windows(encoding: str, said: list[str]) -> None:
    """The same text is saved as UTF-8, whichever way Windows had saved it."""
    assert made_of(TEXT.encode(encoding)) == (TEXT.encode(), said)


def test_one_line_in_another_encoding() -> None:
    """A line that was put in from another file is read for itself."""
    data = "år: 2014\n".encode() + "navn: Ældre\n".encode("cp1252")
    assert made_of(data) == (
        "år: 2014\nnavn: Ældre\n".encode(),
        ["tegnsættet bliver UTF-8 i stedet for ANSI (Windows-1252)"],
    )


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp865"])
@pytest.mark.parametrize("text", ["navn: på", "navn: Ældre læser", "år: 2014", "navn: fælles", "navn: Ø"])
def test_letters_of_other_machines_are_not_taken_for_those_of_windows(encoding: str, text: str) -> None:
    """A file from a Mac or from DOS is left to people: read as Windows-1252 it would get wrong letters."""
    assert made_of(text.encode(encoding)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"%PDF-1.4",
        b"\xff\xfea",
        b"a: \x81",
        b"\x00\x01\x02\x03",
        "a\u0308".encode() * 1 + "\u0308".encode() * 40,
    ],
)
def test_what_is_no_text_or_cannot_be_read(data: bytes) -> None:
    """Nothing is made of what is no text, or has bytes that stand for nothing."""
    assert made_of(data) is None


@pytest.mark.parametrize(
    ("data", "after", "count"),
    [
        (b"a\nb\nc\r\nd", b"a\nb\nc\nd", "1 linje sluttede"),
        (b"a\r\nb\nc\r\n", b"a\r\nb\r\nc\r\n", "1 linje sluttede"),
        (b"a\rb\r\nc\rd\r", b"a\r\nb\r\nc\r\nd\r\n", "3 linjer sluttede"),
    ],
)
def test_mixed_line_ends(data: bytes, after: bytes, count: str) -> None:
    """All lines end as most of them do, but never as on a Mac of old; a last line without an end stays so."""
    assert made_of(data) == (after, [f"alle linjeskift bliver ens ({count} på en anden måde)"])


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"a", b""])
def test_line_ends_that_are_alike(data: bytes) -> None:
    """The reader takes all three, so they stay."""
    assert made_of(data) == (data, [])


@pytest.mark.parametrize(
    ("line", "after", "said"),
    [
        ("a\u030ar: 2014", "år: 2014", [TWO_SIGNS]),
        (
            "navn: FÃ¸lgevenner pÃ¥ vej",
            "navn: Følgevenner på vej",
            ["»FÃ¸lgevenner« bliver til »Følgevenner«, »pÃ¥« bliver til »på«"],
        ),
        ("til\u200bstand: a\ufeff", "tilstand: a", [INVISIBLE]),
        ("tekst: a\x0bb\u2028c", "tekst: a b c", [SOFT_BREAK]),
        ("a\u200b\u030a", "å", [INVISIBLE, TWO_SIGNS]),
        ("tekst: f\ufffdlles", "tekst: f\ufffdlles", []),
        ("tekst: a\x00b\x92", "tekst: a\x00b\x92", []),
        ("§\u00a018 • ”a” 👩\u200d👧", "§\u00a018 • ”a” 👩\u200d👧", []),
    ],
    ids=ascii,
)
def test_one_line(line: str, after: str, said: list[str]) -> None:
    """What was meant is written; what is lost, or is ordinary text, stays."""
    draft = with_plain_characters(draft_from_text(f"a: b\n{line}\n"))
    assert draft.lines == ("a: b", after, "")
    assert [(one.line, one.what) for one in draft.repairs] == [(2, what) for what in said]
