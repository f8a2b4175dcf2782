"""`validate FIL` reads and looks at less than the whole folder, and finds in the file what all of it shows there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load, load_for, may_hold_numbers
from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.run import examine, examine_files
from frivilligrapport.rules.texts.wording import DOUBLE_STOP
from frivilligrapport.rules.year import Year
from support.folders.examples import BASE, TMF, read_case, write_files
from support.repository import EXAMPLES, REPOSITORY

CASES = sorted((EXAMPLES / "regler").rglob("*.yaml"))
FOLDERS = [REPOSITORY, *sorted(path.parent for path in EXAMPLES.rglob("indberetninger"))]
SPOILT = sorted(
    path for folder in ("ugyldige", "genopretning", "rettelser") for path in (EXAMPLES / folder).rglob("*.yaml")
)


def said(found: Findings) -> tuple[object, ...]:
    """Give what is found in an order that does not depend on which year was looked at first."""
    return found.open, sorted(found.accepted)


def assert_same(samling: Samling, root: Path | None = None) -> None:
    """Hold what is found in each file alone, and in two of them together, against what is found in the whole folder.

    With `root`, so much as each of them needs is read anew.
    """
    whole, files = examine(samling), sorted(samling.sources)
    for paths in (*([one] for one in files), files[-2:]):
        found = said(whole.touching(paths))
        assert said(examine_files(samling, paths)) == found, paths
        if root:
            partly = load_for(root, paths)
            partial = examine_files(partly, paths)
            is_sure = not (partly.is_partial and partial.may_quote_numbers and may_hold_numbers(root, partly))
            assert not is_sure or said(partial) == found, paths


@pytest.mark.full
@pytest.mark.parametrize("root", FOLDERS, ids=lambda root: root.relative_to(REPOSITORY).as_posix())
def test_real_folders(root: Path) -> None:
    """In the repository's own folder and in the examples of whole folders, file by file."""
    assert_same(load(root), root)


@pytest.mark.full
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.relative_to(EXAMPLES / "regler").as_posix())
def test_cases_of_rules(path: Path, tmp_path: Path) -> None:
    """In every case of every rule."""
    for number, setup in enumerate(read_case(path.read_text(encoding="utf-8")).setups):
        samling = write_files(tmp_path / str(number), setup.files)
        assert_same(samling, tmp_path / str(number))


@pytest.mark.full
def test_spoilt_files(tmp_path: Path) -> None:
    """In a folder where a status file has the slips of each example."""
    write_files(tmp_path, BASE)
    for path in SPOILT:
        assert_same(load(tmp_path, {"indberetninger/2014/tmf.yaml": path.read_bytes()}))


def test_other_years_are_not_read() -> None:
    """Of the other years one file needs the one before, which it is held against; nothing of the rest is kept."""
    file = "indberetninger/2014/tmf.yaml"
    samling = load_for(REPOSITORY, [file])
    assert not examine_files(samling, [file]).open
    years = {one.split("/")[1] for one in samling.sources if one.startswith("indberetninger/2")}
    assert years == {"2013", "2014"}


@pytest.mark.parametrize("number", ["010199-5678", "konto 0101995678"])
@pytest.mark.parametrize(
    "place",
    ["2013/tmf.yaml", "2013/tekster/a.md", "../skabeloner/a.css", "politik/a.yaml", "2014/kff.yaml", "kommune.yaml"],
)
def test_a_number_elsewhere_is_not_shown(tmp_path: Path, place: str, number: str) -> None:
    """Wherever it stands, what one file shows of it is what it shows in the whole folder."""
    old = TMF.replace("2014", "2013")
    typed = f"{number}\n" if place.endswith((".md", ".css")) else f"{BASE.get(place, old)}# {number}\n"
    for name, own in (("silent", TMF), ("quoting", TMF.replace("tilstand: afholdt", "tilstand: 995678"))):
        root = tmp_path / name
        samling = write_files(root, {**BASE, "2013/tmf.yaml": old, "2014/tmf.yaml": own, place: typed})
        assert_same(samling, root)
        if not place.startswith(("2014", "politik", "kommune")):
            assert may_hold_numbers(root, load_for(root, ["indberetninger/2014/tmf.yaml"]))


def test_other_files_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule about one file alone sees no other, and is not asked of other years."""
    seen: list[tuple[int, list[str]]] = []

    @rule(DOUBLE_STOP)
    def spy(year: Year) -> Iterator[Problem]:
        seen.append((year.aargang.aar, [one.file for one in (*year.deliveries, *year.documents)]))
        return iter(())

    monkeypatch.setattr("frivilligrapport.rules.run.RULES", (spy,))
    file = "indberetninger/2014/tmf.yaml"
    examine_files(load(REPOSITORY), [file])
    assert seen == [(2014, [file])]
