"""Fingerprints stay when lines move, and tell findings apart."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.problems.reporters.examination import fingerprints
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.catalogue import ALL_KINDS
from frivilligrapport.rules.files.deliveries import DRAFT_DELIVERY
from support.folders.examples import files_of, findings, is_text, write_files
from support.texts.random_findings import ERROR, PROBLEMS, WARNING

FILE = "indberetninger/2014/tmf.yaml"
LINES = ["tal:", "  gæster: 20-30.000", "  elever: 20-30.000", "  møder:  1O", ""]


def marks(lines: list[str], *problems: Problem) -> tuple[str, ...]:
    """Give the fingerprints of findings in a file of these lines."""
    return fingerprints(problems, {FILE: Source(FILE, "\n".join(lines))})


def at(line: int, column: int, length: int, kind: Kind = ERROR, subject: str = "", file: str = FILE) -> Problem:
    """Make a finding at a place."""
    return Problem(Location(file, line, column, length), kind, f"I linje {line} er noget galt.", subject=subject)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 20), st.integers(1, 12))), st.integers(1, 9))
def test_lines_above_change_nothing(places: list[tuple[int, int, int]], added: int) -> None:
    """Any findings, moved down with their lines, keep their fingerprints."""
    before = marks(LINES, *(at(*place) for place in places))
    moved = (at(line + added, column, length) for line, column, length in places)
    assert marks(["# ny"] * added + LINES, *moved) == before


@given(st.lists(PROBLEMS))
def test_no_two_are_equal(problems: list[Problem]) -> None:
    """However alike findings are, each has its own fingerprint of 32 hexadecimal digits."""
    made = fingerprints(problems, {})
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in made)


@pytest.mark.parametrize(
    "other",
    [
        at(2, 11, 9, WARNING),
        at(2, 11, 9, subject="smag-verden"),
        at(2, 11, 9, file="indberetninger/2014/sof.yaml"),
        at(4, 11, 2),
    ],
)
def test_what_tells_findings_apart(other: Problem) -> None:
    """Code, subject, file and the underlined words each make another fingerprint."""
    assert len(set(marks(LINES, at(2, 11, 9), other))) == 2
    assert marks(LINES, at(2, 11, 9)) != marks(LINES, other)


def test_the_same_words_elsewhere_are_numbered() -> None:
    """Two findings alike are told apart by their order, and the first is the same with and without the second."""
    first, second = at(2, 11, 9), at(3, 11, 9)
    both = marks(LINES, first, second)
    assert both[0] != both[1]
    assert marks(LINES, first) == both[:1]


def test_spaces_and_weight_do_not_matter() -> None:
    """More spaces in the underlined words, or another weight, are the same finding."""
    assert marks(["a: x  y"], at(1, 4, 4)) == marks(["a: x y"], at(1, 4, 3))
    heavy = Problem(Location(FILE, 1, 4, 4), WARNING, "", weight=Severity.FEJL)
    assert marks(["a: x  y"], heavy) == marks(["a: x  y"], at(1, 4, 4, WARNING))


def test_a_cpr_number_cannot_be_guessed() -> None:
    """The four digits that are hidden do not count: whoever has the fingerprint cannot try them all."""
    assert marks(["a: 010199-5001"], at(1, 4, 11)) == marks(["a: 010199-5002"], at(1, 4, 11))


@pytest.mark.parametrize("kind", [kind for kind in ALL_KINDS if is_text(kind.wrong)], ids=lambda kind: kind.code)
def test_a_comment_above_changes_nothing(kind: Kind, tmp_path: Path) -> None:
    """For every kind of finding: its own wrong example, with a line more at the top of each file."""
    files = files_of(kind.wrong)
    build = kind is DRAFT_DELIVERY
    samling = write_files(tmp_path / "før", files)
    before = fingerprints(findings(samling, build=build), samling.sources)
    longer = {name: text if name.endswith(".md") else f"# en linje mere\n{text}" for name, text in files.items()}
    samling = write_files(tmp_path / "efter", longer)
    assert before
    assert fingerprints(findings(samling, build=build), samling.sources) == before
