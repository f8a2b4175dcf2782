"""Files that are there get new bytes whole, or stay as they are."""

from pathlib import Path

import pytest

from frivilligrapport.cli.exits import CannotWrite
from frivilligrapport.cli.writing import replace_files


def test_all_files_are_replaced(tmp_path: Path) -> None:
    """Each file has its new bytes, and nothing is left beside them."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"1")
    second.write_bytes(b"2")
    replace_files({first: b"3", second: b"4"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"3", "b.yaml": b"4"}


def test_none_is_replaced_when_one_cannot_be(tmp_path: Path) -> None:
    """A file that is gone, as on a drive that has been pulled out, leaves the others as they were."""
    first = tmp_path / "a.yaml"
    first.write_bytes(b"1")
    with pytest.raises(CannotWrite, match=r"».*væk.yaml« kan ikke skrives"):
        replace_files({first: b"3", tmp_path / "væk" / "væk.yaml": b"4"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"1"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """It is the file that a link leads to that changes."""
    file, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_bytes(b"1")
    link.symlink_to(file)
    replace_files({link: b"2"})
    assert link.is_symlink()
    assert file.read_bytes() == b"2"
