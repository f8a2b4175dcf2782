"""However a CPR number is written and wherever it stands, everything stops and nothing shows its last digits."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from frivilligrapport.collection.loader import load
from frivilligrapport.models.filtyper import FileType, file_types
from frivilligrapport.problems.reporters.examination import Examination, reported_findings
from frivilligrapport.problems.reporters.formats import FINDINGS_FORMATS, TEXT, writer_of
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.rules.run import examine
from support.folders.work_folder import KOMMUNE, RAPPORT, write_folder
from support.texts.declared_files import Way, path_of, ways, written

FILES: dict[str, str | bytes] = {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": RAPPORT}
DAY, MONTH, YEAR, LAST = "01", "02", "99", "5678"
DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uff0d", "&ndash;", "&#45;")
SPACES = (" ", "\u00a0", "\u2009", "\u202f", "\u3000", "&nbsp;", "  ")
DOTS = (".", "\u00b7", "\u2022", "\uff0e")
BETWEEN = ("", *DASHES, *SPACES, *DOTS, " - ", " \u2013 ")
INSIDE = ("", "-", ".", "/", " ", "\u00a0", "\u2011")
UNSEEN = ("", "\u200b", "\u00ad", "\u2060", "\ufeff", "**", "_", "`", "&shy;", "<b>", "</i>")
DIGITS = ("0123456789", "".join(map(chr, range(0xFF10, 0xFF1A))), "".join(map(chr, range(0x660, 0x66A))))
FINGERPRINT = re.compile(r"\b[0-9a-f]{32}\b")
CASES = [(one, way) for one in file_types() for way in ways(one.model)]


def spelled(inside: str, between: str, unseen: str, year: str, digits: str) -> str:
    """Write the number in one way."""
    # Without a mark at the date's end, a date that is written with marks would run on into the number.
    between = between or ("-" if inside or year != YEAR else "")
    if year != YEAR:
        between = "-"
    typed = inside.join((DAY, MONTH, year)) + between + LAST
    if "&" in between:
        return typed
    signs = [sign.translate(str.maketrans("0123456789", digits)) for sign in typed]
    # What is not seen stands between two digits.
    return "".join(
        f"{sign}{unseen if one.isdigit() and other.isdigit() else ''}"
        for sign, (one, other) in zip(signs, pairwise((*typed, "")), strict=True)
    )


def spellings() -> st.SearchStrategy[str]:
    """Give the ways of writing a number."""
    return st.builds(
        spelled,
        st.sampled_from(INSIDE),
        st.sampled_from(BETWEEN),
        st.sampled_from(UNSEEN),
        st.sampled_from([YEAR, "1999"]),
        st.sampled_from(DIGITS),
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a folder with every type of file once."""
    files = {**FILES, **{path_of(one): written(one.model) for one in file_types() if path_of(one) not in FILES}}
    return write_folder(tmp_path_factory.mktemp("alle"), {**files, "2014/tekster/lang.md": "Langt."})


def check(root: Path, replaced: dict[str, bytes]) -> None:
    """Hold that the folder stops everything, and that no format says the last digits."""
    samling = load(root, replaced)
    findings = examine(samling)
    assert findings.has_personal_data
    said = [findings_text(findings.open, samling.sources)]
    examination = Examination(tuple(samling.sources), reported_findings(findings.open, samling.sources), (), "0")
    said += [writer_of(name)(examination) for name in FINDINGS_FORMATS if name != TEXT]
    # A fingerprint is made of masked text, and its 32 signs may hold any four digits by chance.
    for text in (FINGERPRINT.sub("", one) for one in said):
        assert LAST not in text
        assert not any(LAST.translate(str.maketrans("0123456789", digits)) in text for digits in DIGITS)


@pytest.mark.full
@settings(max_examples=40)
@given(st.sampled_from(CASES), spellings())
@example(CASES[0], "0102995678")
def test_in_every_field(root: Path, case: tuple[FileType, Way], number: str) -> None:
    """A number that is the whole of a value, of any field of any type of file, in quotes so that it is one value."""
    file_type, way = case
    text = written(file_type.model, way, f'"{number}"')
    check(root, {f"indberetninger/{path_of(file_type)}": text.encode()})


@settings(max_examples=15)
@given(st.sampled_from(file_types()), spellings())
def test_in_a_comment(root: Path, file_type: FileType, number: str) -> None:
    """A number in a comment at the end of any type of file."""
    check(root, {f"indberetninger/{path_of(file_type)}": f"{written(file_type.model)}# Ring {number}\n".encode()})


@settings(max_examples=15)
@given(spellings())
def test_in_a_text_file(root: Path, number: str) -> None:
    """A number in a text file."""
    check(root, {"indberetninger/2014/tekster/lang.md": f"Ring til {number} nu.\n".encode()})


@settings(max_examples=5)
@given(st.sampled_from(["2014/{}.yaml", "2014/bilag/{}.pdf", "2014/{}/a.md", "{}.docx", "politik/{}.yaml"]))
def test_in_a_name(tmp_path_factory: pytest.TempPathFactory, place: str) -> None:
    """A number in the name of a file or a folder."""
    name = place.format(f"{DAY}{MONTH}{YEAR}-{LAST}")
    check(write_folder(tmp_path_factory.mktemp("navn"), {**FILES, name: "a"}), {})
