"""Reading on after a slip: `tests/eksempler/genopretning` holds files with several mistakes, and the text they give.

A new file is a new test. `pytest --opdater` writes the texts anew; read the difference before it is committed.
"""

from itertools import combinations
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load, load_lone
from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.rules.run import examine, examine_for_build
from support.folders.work_folder import status_file, write_folder
from support.repository import EXAMPLES, AsExpected
from support.texts.yaml_findings import reading, said

FOLDER = EXAMPLES / "genopretning"
FILES = sorted(FOLDER.glob("*.yaml"))
GOOD = (FOLDER / "uden-fejl.txt").read_text(encoding="utf-8")
# One slip each that stops the reading, far enough apart to stand in one file: what is written, and what is found.
SLIPS = {
    "tab": ("  funktion: Medlem", "\tfunktion: Medlem", "FR030"),
    "colon": ("tekst: Der kommer", "tekst: Vi håber: Der kommer", "FR031"),
    "quote": ("navn: Kajak", 'navn: "Kajak', "FR035"),
    "no colon": ("art: arrangement", "art arrangement", "FR032"),
    "bracket": ("[borgere, foreninger]", "[borgere, foreninger", "FR037"),
    "sign": ("antal: 200", "antal: >200", "FR034"),
    "no space": ("begrundelse: Det", "begrundelse:Det", "FR033"),
}


def codes(samling: Samling) -> list[tuple[int, str]]:
    """Give line and code of all that is found."""
    return [(problem.location.line, problem.code) for problem in examine(samling).open]


def with_slips(*names: str) -> tuple[str, set[str]]:
    """Give the good file with some slips in it, and the codes that they give."""
    text = GOOD
    for name in names:
        right, wrong, _ = SLIPS[name]
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    return text, {SLIPS[name][2] for name in names}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_text_is_as_expected(path: Path, as_expected: AsExpected) -> None:
    """Every mistake is told at once, each once and at its own place, and nothing that the mending has made up."""
    samling = load_lone(path, path.name)
    as_expected(path.with_suffix(".txt"), findings_text(examine(samling).open, samling.sources))


def test_every_expectation_has_its_example() -> None:
    """No expected text is left behind by an example that is gone; one text is the file without mistakes."""
    assert {path.stem for path in FOLDER.iterdir()} == {path.stem for path in FILES} | {"uden-fejl"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_recovered_file_is_still_one_that_cannot_be_read(path: Path) -> None:
    """Nothing of it counts, however much of it could be guessed at."""
    indberetning = load_lone(path, path.name).aargange[0].indberetninger[0]
    assert (indberetning.tree, indberetning.statusfil) == (None, None)


@pytest.mark.parametrize("pair", list(combinations(SLIPS, 2)), ids=" and ".join)
def test_two_slips_are_two_findings(pair: tuple[str, str], tmp_path: Path) -> None:
    """Two slips in one file are both told, and nothing beside them."""
    text, expected = with_slips(*pair)
    path = tmp_path / "tmf.yaml"
    path.write_text(text, encoding="utf-8")
    found = codes(load_lone(path, "tmf.yaml"))
    assert len(found) == 2
    assert {code for _, code in found} == expected


def test_all_slips_at_once(tmp_path: Path) -> None:
    """Seven slips in one file are seven findings, in the file's order."""
    text, expected = with_slips(*SLIPS)
    path = tmp_path / "tmf.yaml"
    path.write_text(text, encoding="utf-8")
    found = codes(load_lone(path, "tmf.yaml"))
    assert {code for _, code in found} == expected
    assert found == sorted(found)
    assert len(found) == len(SLIPS)


def test_the_build_stops_and_no_figure_counts(tmp_path: Path) -> None:
    """In a work folder the file is there and unread, and its other mistakes stop the build with it."""
    body = "indsatser:\n  - id: a\n    navn: Café: Fælles\n    tilstand: afholt\n    tal:\n      frivillige: 15\n"
    samling = load(write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF", body)}))
    aargang = samling.aargang(2014)
    assert aargang is not None
    found = [one for one in examine_for_build(samling, aargang).open if one.location.file.endswith("tmf.yaml")]
    assert [(one.location.line, one.code) for one in found] == [(11, "FR031"), (12, "FR106")]
    assert [one.statusfil for one in aargang.indberetninger] == [None]


def test_a_line_that_was_put_in_moves_no_finding() -> None:
    """Where a mending makes two lines of one, what stands below is still told at its own line."""
    assert [(place, code) for place, _, code, _, _ in said("a: - b: c\nx: y\nd: e: f\n")][1:] == [("3:4", "FR031")]


@pytest.mark.full
@pytest.mark.parametrize(
    "text",
    [
        "a:\n\tb: c\n" * 20_000,
        "a:\n" + "\tb: c\n" * 30_000,
        "a: @b\n" * 100_000,
        "a: b: c\n" * 100_000,
        "".join(f"{' ' * (number % 7)}a{number}: b\n" for number in range(60_000)),
        "---\na: b\n" * 50_000,
        "a: 'b' c\n" * 30_000,
        "a: [b\n" * 100_000,
    ],
    ids=["tabs", "one long run of tabs", "signs", "colons", "steps", "files", "quotes", "brackets"],
)
def test_a_file_full_of_slips_ends(text: str) -> None:
    """How often a file is read again is bounded, so that no file keeps anyone waiting."""
    got = reading(text)
    assert got.tree is None
    assert 1 <= len(got.problems) < 100


def places(problems: tuple[Problem, ...]) -> list[str]:
    """Give the places of findings."""
    return [str(problem.location) for problem in problems]


def test_two_whole_files_in_one() -> None:
    """Where a second file follows the first, its fields are not told as repeated: there is one mistake."""
    got = reading("forvaltning: TMF\når: 2014\n---\nforvaltning: TMF\når: 2014\n")
    assert places(got.problems) == ["tmf.yaml:3:1"]
