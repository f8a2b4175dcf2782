import time
from pathlib import Path

import pytest

from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode
from frivilligrapport.reading.yaml_reader import read
from support.repository import REPOSITORY
from support.texts.yaml_findings import plain, reading, said, told

REAL_FILES = sorted((REPOSITORY / "indberetninger").rglob("*.yaml"))


@pytest.mark.parametrize(
    "typed",
    ["2.600", "1e3", "012", "12:30", "1_000", "no", "ja", "null", "2014-02-30", ".inf", "0x1F", "=", "15 %", "- 15"],
)
def test_every_value_is_the_text_that_was_typed(typed: str) -> None:
    """YAML's own typing never runs: no number, date or yes changes on its way."""
    assert plain(reading(f"frivillige: '{typed}'\n").tree) == {"frivillige": typed}
    if typed[0] != "-":
        assert plain(reading(f"frivillige: {typed}\n").tree) == {"frivillige": typed}


def test_a_file_becomes_a_tree_with_places() -> None:
    """Every key and value knows its line and column, and keys are evened out while the typed spelling is kept."""
    tree = reading("År: 2014\nindsatser:\n  - Hører til: café\n    målgrupper: [børn, 'unge']\n").tree
    assert plain(tree) == {"aar": "2014", "indsatser": [{"hoerer_til": "café", "maalgrupper": ["børn", "unge"]}]}
    assert isinstance(tree, MappingNode)
    indsatser = tree.entries[1].value
    assert isinstance(indsatser, SequenceNode)
    indsats = indsatser.items[0]
    assert isinstance(indsats, MappingNode)
    typed = [(entry.typed, str(entry.location), str(entry.value.location)) for entry in indsats.entries]
    assert typed == [("Hører til", "tmf.yaml:3:5", "tmf.yaml:3:16"), ("målgrupper", "tmf.yaml:4:5", "tmf.yaml:4:17")]


@pytest.mark.parametrize("path", REAL_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_real_files_are_read_without_a_finding(path: Path) -> None:
    """Nothing in honest files is taken for a slip."""
    assert [told(problem) for problem in read(path.read_bytes(), path.name).problems] == []


def test_an_empty_field_is_empty() -> None:
    """A field without a value, or with only a comment after it, is an empty text at its own place."""
    tree = reading("kilde:\nmetode: # skøn\nart: ~\n").tree
    assert isinstance(tree, MappingNode)
    assert [(entry.key, entry.value.empty) for entry in tree.entries if isinstance(entry.value, ScalarNode)] == [
        ("kilde", True), ("metode", True), ("art", True),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n\n", "---\n", "--- ~\n"])
def test_an_empty_file(text: str) -> None:
    """A file without content is told as empty."""
    assert said(text) == [("1:1", 1, "FR006", "Filen er tom.", "Skriv det, der skal stå i filen, eller slet den.")]


def test_a_file_with_comments_only() -> None:
    """Comments alone are no content."""
    message = "Filen har ikke andet end bemærkninger."
    assert said("# TMF\n# 2014\n") == [("1:1", 1, "FR006", message, "Skriv det, der skal stå i filen, eller slet den.")]


TOO_DEEP = ("FR018", "Her er mere end 30 lag inden i hinanden.", "Skriv det fladere.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[" * 30_000, [("1:31", 1, *TOO_DEEP)]),
        ("a: " + "[" * 30_000 + "]" * 30_000, [("1:33", 1, *TOO_DEEP)]),
        ("- " * 100_000, [("1:61", 1, *TOO_DEEP)]),
        ("? " * 100_000, [("1:61", 1, *TOO_DEEP)]),
        ("{a: " * 100_000, [("1:121", 1, *TOO_DEEP)]),
        ("a: b\n" * 100_000, [("1:1", 1, "FR019", "Filen har flere end 50.000 felter.", "Del indholdet op.")]),
    ],
    ids=["brackets", "closed-brackets", "dashes", "question-marks", "braces", "fields"],
)
def test_a_bomb_is_a_finding(text: str, found: list[tuple[str, int, str, str, str]]) -> None:
    """Depth and size are bounded before anything is built: no crash, no waiting, one place to look at."""
    start = time.process_time()
    got = reading(text)
    assert time.process_time() - start < 5
    assert [told(problem) for problem in got.problems] == found
    assert got.tree is None


def test_thirty_layers_are_read() -> None:
    """The limit itself is allowed."""
    assert said("[" * 30 + "]" * 30) == []


def test_billion_laughs() -> None:
    """Each anchor and each reference is told, and nothing is ever copied."""
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    codes = [(place, code) for place, _, code, _, _ in said(text)]
    assert codes == [
        ("1:4", "FR011"), ("2:4", "FR011"), ("2:8", "FR011"), ("2:12", "FR011"), ("3:5", "FR011"), ("3:9", "FR011"),
    ]  # fmt: skip
    assert plain(reading(text).tree) == {"a": ["x", "x"], "b": [None, None], "c": [None, None]}


def test_findings_before_the_place_where_reading_stops_are_kept() -> None:
    """A slip that stops the reading does not hide those above it."""
    assert sorted((place, code) for place, _, code, _, _ in said("a: b\na: c\nd: e: f\n")) == [
        ("2:1", "FR015"),
        ("3:4", "FR031"),
    ]


def test_the_same_slip_is_not_told_twice() -> None:
    """A glued line that also stops the reading is one finding."""
    assert [(place, code) for place, _, code, _, _ in said("tal:\n  frivillige:15\n  gæster: 20\n")] == [
        ("2:3", "FR033")
    ]


def test_misread_letters_do_not_make_fields_unknown() -> None:
    """They are told once; the tree holds what was meant."""
    got = reading("målgrupper: [Følgevenner]\n".encode().decode("cp1252"))
    assert [problem.code for problem in got.problems] == ["FR005"]
    assert plain(got.tree) == {"maalgrupper": ["Følgevenner"]}


def test_a_bad_encoding_does_not_hide_other_findings() -> None:
    """A Windows-1252 file is read to its end."""
    got = read("år: 2014\når: 2015\n".encode("cp1252"), "tmf.yaml")
    assert [(problem.code, problem.location.line) for problem in got.problems] == [("FR001", 1), ("FR015", 2)]


def test_a_file_that_is_no_text_has_no_source() -> None:
    """Nothing of it can be shown."""
    got = read(b"%PDF-1.4", "tmf.yaml")
    assert (got.source, got.tree, [problem.code for problem in got.problems]) == (None, None, ["FR004"])


def test_long_values_are_quoted_shortened() -> None:
    """A finding stays readable however long the line is."""
    for text in (f"a: {'x ' * 900}: y\n", f"a: {'x' * 900} #1\n", f"a: &b {'x' * 900}\n", f"a: @{'x' * 900}\n"):
        for problem in reading(text).problems:
            assert len(problem.message) + len(problem.hint) < 250
