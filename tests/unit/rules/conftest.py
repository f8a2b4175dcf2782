"""Small work folders for the rules' tests."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from examples import BASE, files_of, findings, text, told, write_files
from frivilligrapport.collection.values import Samling


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[Mapping[str, str | None]], Samling]:
    """Write the valid base folder with other files over it (None leaves one out) and load it."""

    def write(files: Mapping[str, str | None]) -> Samling:
        merged: dict[str, str | None] = {**BASE, **files}
        return write_files(tmp_path, {name: text for name, text in merged.items() if text is not None})

    return write


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., str]:
    """Check an example laid over the valid base folder, less the file `without`, and say what was found."""

    def check(example: str = "", *, year: int = 2014, build: bool = False, without: str = "") -> str:
        files = files_of(text(example) + "\n")
        files.pop(without, None)
        return told(findings(write_files(tmp_path, files), year, build=build))

    return check
