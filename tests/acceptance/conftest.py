"""Work folders that the program is run in.

`commands` holds what each command does, `building` what is in the documents, `again` that the same comes of the same
and less is made anew, `surroundings` where the program is run, and what other programs are told.
"""

from pathlib import Path

import pytest

from support.folders.work_folder import write_small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a small work folder without faults, in a folder with a space and an æ in its name."""
    return write_small(tmp_path / "Prøve mappe")
