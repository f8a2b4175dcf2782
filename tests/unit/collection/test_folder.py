"""Where things lie in a work folder."""

import unicodedata
from pathlib import Path

import pytest

from frivilligrapport.collection.folder import FoundFile, files_below, find_root, year_folders, year_in
from support.folders.work_folder import write_folder


def put(root: Path, *names: str) -> Path:
    """Write empty files below a folder."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def listed(root: Path) -> list[str]:
    """List what is found, as it is shown."""
    return [found.shown for found in files_below(root, root)]


def test_the_work_folder_is_found_from_below(tmp_path: Path) -> None:
    """From anywhere in the work folder, and from nowhere else."""
    root = write_folder(tmp_path / "mappe", {})
    assert find_root(root) == root
    assert find_root(root / "indberetninger" / "2014") == root
    assert find_root(tmp_path) is None


def test_the_nearest_work_folder_wins(tmp_path: Path) -> None:
    """A work folder within another is a work folder of its own."""
    write_folder(tmp_path, {})
    inner = write_folder(tmp_path / "kopi", {})
    assert find_root(inner / "indberetninger") == inner


def test_years(tmp_path: Path) -> None:
    """Only folders called by a year are years, oldest first."""
    base = put(tmp_path / "indberetninger", "2014/x", "1999/x", "2014 kopi/x", "14/x", "politik/x", "2015")
    (base / "2016").mkdir()
    assert year_folders(tmp_path) == (1999, 2014, 2016)


@pytest.mark.parametrize(
    ("shown", "year"),
    [
        ("indberetninger/2014/tmf.yaml", 2014),
        ("indberetninger/2014/tekster/groen.md", 2014),
        ("indberetninger/kommune.yaml", None),
        ("indberetninger/2014", None),
        ("indberetninger/politik/2014/a.yaml", None),
    ],
)
def test_the_year_of_a_file(shown: str, year: int | None) -> None:
    """A file belongs to the year whose folder it lies in."""
    assert year_in(FoundFile(Path(shown), shown)) == year


def test_files_are_listed_by_name(tmp_path: Path) -> None:
    """In all folders, whatever order the disk gives them in."""
    names = ["a/c.yaml", "a/b/d.md", "e.docx"]
    assert listed(put(tmp_path, *reversed(names))) == ["a/b/d.md", "a/c.yaml", "e.docx"]


@pytest.mark.parametrize("name", [".DS_Store", "~$tmf.docx", ".~lock.tmf.docx#", ".git/tmf.yaml", "a/.obsidian/b.yaml"])
def test_hidden_files_are_left_out(name: str, tmp_path: Path) -> None:
    """Hidden files, hidden folders and editors' lock files are nobody's report."""
    assert listed(put(tmp_path, name, "tmf.yaml")) == ["tmf.yaml"]


def test_a_name_is_shown_so_that_it_steers_nothing(tmp_path: Path) -> None:
    """Signs that steer, line breaks and what is no letter are seen as such; a byte that is a letter is that letter."""
    assert listed(put(tmp_path, "a\x1b[31m\u202eb\n::error::x", "\udcc3\udca6", "c\udce6")) == [
        "a\ufffd[31m\ufffdb\ufffd::error::x",
        "c\ufffd",
        "æ",
    ]


def test_links_out_of_the_folder_are_told_apart(tmp_path: Path) -> None:
    """Nothing outside the work folder is read, and a link within it is as good as a file."""
    outside, root = put(tmp_path / "ude", "hemmelig.yaml"), put(tmp_path / "mappe", "tmf.yaml")
    (root / "ude.yaml").symlink_to(outside / "hemmelig.yaml")
    (root / "mappe").symlink_to(outside)
    (root / "inde.yaml").symlink_to(root / "tmf.yaml")
    (root / "intet.yaml").symlink_to(root / "findes-ikke.yaml")
    found = [(one.name, one.is_link) for one in files_below(root, root)]
    assert found == [
        ("inde.yaml", False),
        ("intet.yaml", True),
        ("mappe", True),
        ("tmf.yaml", False),
        ("ude.yaml", True),
    ]


def test_a_linked_year_is_no_year(tmp_path: Path) -> None:
    """A year's folder that is a link would be another year's files under two names."""
    root = write_folder(tmp_path, {})
    (root / "indberetninger" / "2015").symlink_to(root / "indberetninger" / "2014")
    assert year_folders(root) == (2014,)


def test_a_work_folder_that_is_a_link(tmp_path: Path) -> None:
    """The work folder itself may be reached through a link."""
    put(tmp_path / "mappe", "tmf.yaml")
    (tmp_path / "genvej").symlink_to(tmp_path / "mappe")
    assert listed(tmp_path / "genvej") == ["tmf.yaml"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """No folder, no files."""
    assert files_below(tmp_path, tmp_path / "findes-ikke") == []


def test_paths_are_shown_in_one_form(tmp_path: Path) -> None:
    """A Mac's decomposed letters are shown as everyone types them."""
    found = files_below(tmp_path, put(tmp_path, unicodedata.normalize("NFD", "påske/grøn å.md")))
    assert [one.shown for one in found] == ["påske/grøn å.md"]
    assert (found[0].name, found[0].below("påske")) == ("grøn å.md", "grøn å.md")


@pytest.mark.parametrize(
    ("name", "is_watched"),
    [("tmf.yaml", True), ("tmf.YML", True), ("tmf.docx", True), ("tmf.doc", True), ("tmf.md", False), ("tmf", False)],
)
def test_what_looks_like_a_delivery(*, name: str, is_watched: bool) -> None:
    """YAML files and Word documents look like something that was handed in."""
    assert FoundFile(Path(name), name).is_watched is is_watched
