"""`fix` changes no meaning and nothing twice, and leaves every other byte alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frivilligrapport.reading.repair.encoding import draft_from_bytes
from support.laws import tried
from support.repository import EXAMPLES, REPOSITORY
from support.texts.damages import DAMAGES, tabs_on_one_line
from support.texts.fixes import fixed, fixing, found, meaning
from support.texts.valid_files import status_files

pytestmark = pytest.mark.full

YEARS = REPOSITORY / "indberetninger"
REAL = [path.read_bytes() for path in sorted(YEARS.glob("2014/???*.yaml")) if path.name != "rapport.yaml"]
BROKEN = tuple(path.read_bytes() for path in sorted((EXAMPLES / "ugyldige").glob("*.yaml")))
PIECES = (
    "\n", "\r\n", "\r", "\n  ", "\n\t", "\n- ", "\n-\t", ": ", ":", ": |\n", ": |\n\t", " #1", " # nej", "- ", "-", "{",
    "[", "]", "&a ", "*a", "!a ", "'", '"', "“", "”", "\\",
    "|", ">", "%", "@", "\t", "---\n", "~", "å", "a\u030a", "Ã¸",
    "ÃƒÂ¸", "\u00a0", "\u200b", "\ufeff", "\x00", "\x0b", "\u2028", "•\t", "\uf0b7 ", "010199-5000", "20-30.000",
    "år: 2014\n", "forvaltning: TMF\n", "indsatser:", "id: a", "navn: b", "tilstand: afholt", "målgruper: ", "tal:",
)  # fmt: skip


def idempotent(data: bytes) -> None:
    """Repair twice; the second time must change nothing."""
    once = fixed(data)
    assert fixed(once) == once


@given(st.binary(max_size=200))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00\x00")
@example(b"a: \x81\n")
@example("navn: ”Café: Fælles”".encode("utf-16-le"))
def test_any_bytes(data: bytes) -> None:
    """No bytes stop the repairing, and what is repaired stays repaired."""
    idempotent(data)


@tried(100)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
@example("- \uf0b7 a\n", "utf-8")
@example("a: |\n\tb\n  \tc\n", "utf-8")
@example("\t\n\ta: b\n", "utf-8")
def test_what_looks_like_a_status_file(text: str, encoding: str) -> None:
    """No order of the signs that mean something is repaired for ever."""
    idempotent(text.encode(encoding, "ignore"))


@pytest.mark.parametrize("data", [*REAL, *BROKEN], ids=lambda data: str(len(data)))
def test_only_repaired_lines_change(data: bytes) -> None:
    """A line that no repair is told of keeps its text, and there are as many lines as before."""
    files = fixing(data).files
    once = files[0].after if files else data
    assert fixed(once) == once
    for file in files:
        before, after = draft_from_bytes(file.before), draft_from_bytes(file.after)
        assert before is not None
        assert after is not None
        repaired = {repair.line for repair in file.repairs}
        pairs = enumerate(zip(before.lines, after.lines, strict=True), 1)
        assert [number for number, (old, new) in pairs if old != new and number not in repaired] == []
        if 0 not in repaired:
            assert before.ends == after.ends
            assert len(file.before.splitlines()) == len(file.after.splitlines())


@pytest.mark.parametrize("data", REAL, ids=lambda data: str(len(data)))
def test_the_real_files_are_left_alone(data: bytes) -> None:
    """There is nothing to repair in what has been handed in."""
    assert fixed(data) == data


@tried(50)
@given(status_files(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_valid_file_is_left_alone(text: str, end: str) -> None:
    """A valid file keeps every byte, whichever way its lines end."""
    data = text.replace("\n", end).encode()
    assert fixed(data) == data


@pytest.mark.parametrize("name", DAMAGES)
@tried(10)
@given(text=status_files(), seed=st.integers(0, 200))
def test_what_was_damaged_says_the_same_again(name: str, text: str, seed: int) -> None:
    """A valid file that has been damaged in a known way says what it did when it is repaired."""
    data = DAMAGES[name](text, seed)
    repaired = fixed(data)
    assert meaning(repaired) == meaning(text.encode())
    assert fixed(repaired) == repaired
    assert found(repaired).problems == ()


@tried(50)
@given(text=status_files(), seed=st.integers(0, 200))
def test_tabs_on_one_line_are_never_given_another_meaning(text: str, seed: int) -> None:
    """Where it cannot be seen how wide a tab was meant, the file is left as it is."""
    data = tabs_on_one_line(text, seed)
    repaired = fixed(data)
    assert repaired == data or meaning(repaired) == meaning(text.encode())
