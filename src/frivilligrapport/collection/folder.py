"""Where things lie in a work folder, and what a file is by its name."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

INDBERETNINGER = "indberetninger"
KOMMUNE = "kommune.yaml"
RAPPORT = "rapport.yaml"
POLITIK = "politik"
OTHER_DOCUMENTS = re.compile(r"(?:foelgenotat|arbejdsprogram|operationalisering-[a-z0-9-]+)\.yaml")
WATCHED = (".yaml", ".yml", ".docx", ".doc")
TEXTS = (".md", ".txt")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Found:
    """A file on disk, and its path as shown: relative to the work folder, with `/`, NFC."""

    path: Path
    shown: str

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.shown.rsplit("/", 1)[-1]


def find_root(start: Path) -> Path | None:
    """Find the work folder: `start` or the nearest folder above it that holds `indberetninger/`."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / INDBERETNINGER).is_dir()), None)


def year_folders(root: Path) -> Iterator[tuple[int, Path]]:
    """Yield the years and their folders, oldest first."""
    for folder in sorted((root / INDBERETNINGER).iterdir()):
        if folder.is_dir() and _YEAR.fullmatch(folder.name):
            yield int(folder.name), folder


def files_in(root: Path, folder: Path, *, deep: bool = False) -> list[Found]:
    """List a folder's files by name; hidden files, editors' lock files and links out of the folder are left out."""
    if not folder.is_dir():
        return []
    paths = folder.rglob("*") if deep else folder.iterdir()
    inside = root.resolve()
    kept = [
        path
        for path in paths
        if path.is_file() and not path.name.startswith((".", "~$")) and path.resolve().is_relative_to(inside)
    ]
    return sorted((Found(path, shown(root, path)) for path in kept), key=lambda found: found.shown)


def shown(root: Path, path: Path) -> str:
    """Give a path as it is shown: relative to the work folder, with `/`, NFC."""
    return unicodedata.normalize("NFC", path.relative_to(root).as_posix())
