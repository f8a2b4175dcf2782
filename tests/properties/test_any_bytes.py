"""Whatever bytes a status file holds, people get findings or a value, never an exception."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems.personal_data import cpr_numbers
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.reading.yaml_reader import read
from support.laws import tried
from support.repository import REPOSITORY

REAL = tuple(path.read_bytes() for path in sorted((REPOSITORY / "indberetninger/2014").glob("*.yaml")))
# What means something to YAML or to us, beside ordinary words.
PIECES = (
    "\n", "\n", "\n  ", "\n    ", "\n- ", ": ", ": |\n", " #", "#", "- ", "-", "{", "}", "[", "]", ",", "&a ", "*a",
    "!a ", "'", '"', "\\", "|", ">", "%", "@", "?", "? ", "\t", "---\n", "...\n", "<<: ", "~", "å", "a\u030a", "Ã¸",
    "\u00a0", "\u200b", "\ufeff", "\x00", "\x0b", "\u2028", "•", "010199-5000", "2.600", "20-30.000", "år: 2014\n",
    "forvaltning: TMF\n", "indsatser:", "id: a", "navn: b", "tilstand: afholdt", "tal:", "frivillige: 15", "status: ",
)  # fmt: skip


def check(data: bytes) -> None:
    """Read bytes as a status file and say what is wrong with them."""
    reading = read(data, "tmf.yaml")
    problems = list(reading.problems)
    if reading.tree is None:
        assert problems
    else:
        model = read_model(Statusfil, reading.tree)
        problems += model.problems
        assert model.model is not None or problems
    lines = reading.source.lines if reading.source else ("",)
    for problem in problems:
        place = problem.location
        assert 1 <= place.line <= len(lines)
        assert place.length >= 1
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert problem.message
    sources = {"tmf.yaml": reading.source} if reading.source else {}
    assert list(cpr_numbers(findings_text(problems, sources))) == []


@given(st.binary(max_size=300))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa: b")
@example(b"a\xcc\x8a: b\n\xe6: c")
def test_any_bytes(data: bytes) -> None:
    """No bytes crash the reading."""
    check(data)


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32"]))
def test_any_text_in_any_encoding(text: str, encoding: str) -> None:
    """No text crashes the reading, however it is saved."""
    check(text.encode(encoding, "ignore"))


@tried(400)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("- &a\n" * 40)
@example("a: |\n")
@example("å: |\n\n  : ")
@example("a: |2\n    b\n  c\n")
@example("a: 'b\n")
@example("\ta: b\n")
@example("? \n: b\n")
@example("a: b\n\n\n: c\n")
@example('"\\0node": a\nindsatser:\n  - "\\0node": b\n')
@example("%YAML 9.9\n---\na: b\n")
@example('"\n\\')
@example("a: b\n  # c\n    d e.\n  # - id: f\ng: h\n")
@example("010199-5000-010199-5000: ")
def test_what_looks_like_a_status_file(text: str) -> None:
    """No order of the signs that mean something crashes the reading."""
    check(text.encode())


Change = Callable[[bytes, int, bytes], bytes]


def inserted(data: bytes, at: int, piece: bytes) -> bytes:
    """Put something in."""
    return data[:at] + piece + data[at:]


def deleted(data: bytes, at: int, piece: bytes) -> bytes:
    """Take as much away."""
    return data[:at] + data[at + len(piece) :]


def replaced(data: bytes, at: int, piece: bytes) -> bytes:
    """Put something in the place of as much."""
    return data[:at] + piece + data[at + len(piece) :]


def repeated(data: bytes, at: int, piece: bytes) -> bytes:
    """Say some lines twice, and something after them."""
    lines = data.splitlines(keepends=True)
    first = at % len(lines)
    return b"".join([*lines[: first + 2], *lines[first : first + 2], piece, *lines[first + 2 :]])


def lost_lines(data: bytes, at: int, piece: bytes) -> bytes:
    """Take whole lines away."""
    lines = data.splitlines(keepends=True)
    first = at % len(lines)
    return b"".join([*lines[:first], *lines[first + len(piece) :]])


@tried(150)
@given(
    st.sampled_from(REAL),
    st.lists(
        st.tuples(
            st.sampled_from([inserted, deleted, replaced, repeated, lost_lines]),
            st.integers(min_value=0, max_value=12_000),
            st.binary(min_size=1, max_size=3) | st.sampled_from(PIECES).map(str.encode),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_a_real_file_that_has_been_harmed(data: bytes, changes: list[tuple[Change, int, bytes]]) -> None:
    """Slips of the hand in honest files, byte by byte and line by line, are told and nothing more."""
    for change, at, piece in changes:
        data = change(data, at, piece)
    check(data)


@pytest.mark.parametrize("data", REAL, ids=lambda data: str(len(data)))
def test_a_real_file_cut_off_anywhere(data: bytes) -> None:
    """A file whose end has been lost is told as far as it goes."""
    for length in range(0, len(data), 499):
        check(data[:length])
