"""Work folders that the program is run in."""

from pathlib import Path

import pytest

from support.folders.work_folder import status_file, write_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a small work folder without faults, in a folder with a space and an æ in its name."""
    files = {f"2014/{one}.yaml": status_file(name) for one, name in (("tmf", "TMF"), ("sof", "SOF"), ("oekf", "ØKF"))}
    return write_folder(tmp_path / "Prøve mappe", dict(files))
