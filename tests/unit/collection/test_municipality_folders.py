"""Which folders are those of municipalities."""

from pathlib import Path

from frivilligrapport.collection.folder import municipality_folders, report_years


def test_direct_subfolders_with_indberetninger(tmp_path: Path) -> None:
    """Folders one level down count; deeper ones, hidden ones, links and files do not."""
    for name in ("b/indberetninger", "a/indberetninger", ".skjult/indberetninger", "c/d/indberetninger", "e"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "f").write_text("", encoding="utf-8")
    (tmp_path / "g").symlink_to(tmp_path / "a")
    assert municipality_folders(tmp_path) == (tmp_path / "a", tmp_path / "b")


def test_they_are_in_danish_order(tmp_path: Path) -> None:
    """Å comes last, also written aa, and capitals make no difference."""
    names = ("aaby", "Ørby", "vesby", "Nordby", "æby", "østby")
    for name in names:
        (tmp_path / name / "indberetninger").mkdir(parents=True)
    found = [one.name for one in municipality_folders(tmp_path)]
    assert found == ["Nordby", "vesby", "æby", "Ørby", "østby", "aaby"]


def test_a_work_folder_is_itself(tmp_path: Path) -> None:
    """What holds indberetninger is one municipality, whatever lies below it."""
    (tmp_path / "indberetninger").mkdir()
    (tmp_path / "a/indberetninger").mkdir(parents=True)
    assert municipality_folders(tmp_path) == ()
    assert municipality_folders(tmp_path / "findes-ikke") == ()


def test_years_with_a_report(tmp_path: Path) -> None:
    """A background year is none."""
    for year in ("2024", "2025"):
        (tmp_path / "indberetninger" / year).mkdir(parents=True)
    (tmp_path / "indberetninger/2024/rapport.yaml").write_text("", encoding="utf-8")
    assert report_years(tmp_path) == (2024,)
