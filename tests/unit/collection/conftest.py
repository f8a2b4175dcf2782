"""Small work folders for the collection's tests."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.collection.values import Samling
from support.folders.work_folder import write_folder


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Samling]:
    """Write a work folder and load it; names are below `indberetninger/`."""
    return lambda files: load(write_folder(tmp_path, files))
