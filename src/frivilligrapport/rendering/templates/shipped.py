"""Where what comes with the program lies: its code, its templates, style sheets and fonts, and its guides."""

import os
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

BUILT_IN = "indbygget/"


def code_folder() -> Path:
    """Find the program's own code."""
    return Path(__file__).parents[2]


def builtin_folder() -> Path:
    """Find the templates that come with the program."""
    return _shipped("skabeloner")


def guides() -> dict[str, Path]:
    """Give the guides that come with the program, by name: all but the English one, for whoever changes it."""
    return {path.stem: path for path in sorted(_shipped("docs").glob("*.md")) if path.stem != "arkitektur"}


def _shipped(name: str) -> Path:
    """Find a folder inside the wheel, or beside src/ in a checkout."""
    package = code_folder()
    return package / name if (package / name).is_dir() else package.parent.parent / name


def sums_below(folder: Path) -> Iterator[tuple[str, str]]:
    """Tell each file below a folder by its path and its SHA-256, but for what Python makes of its files.

    In a checkout they change while the version stands still. One that cannot be read, such as an editor's mark that a
    file is open, cannot be used either: its sum is "".
    """
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for path in (Path(parent, name) for name in sorted(names)):
            try:
                yield str(path), file_sum(path)
            except OSError:
                yield str(path), ""


def file_sum(path: Path) -> str:
    """Give a file's SHA-256. Raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
