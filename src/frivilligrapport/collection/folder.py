"""Where things lie in a work folder, and what a file is by its name."""

import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from frivilligrapport.danish import sort_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems.personal_data import mask_path
from frivilligrapport.problems.signs import plain_name

INDBERETNINGER = "indberetninger"
KOMMUNE = "kommune.yaml"
RAPPORT = "rapport.yaml"
POLITIK = "politik"
BILAG = "bilag"
TEKSTER = "tekster"
BILLEDER = "billeder"
SKABELONER = "skabeloner"
# Windows hides the last ending of a name, so that what Notepad saved as tmf.yaml.txt looks right to its owner.
WATCHED = (".yaml", ".yml", ".yaml.txt", ".yml.txt", ".docx", ".doc")
YAML = (".yaml", ".yml")
TEXTS = (".md", ".txt")
TEMPLATES = (".j2", ".css", ".svg")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".heic")
TABLES = (
    ".csv",
    ".tsv",
    ".yaml",
    ".yml",
    ".json",
    ".html",
    ".htm",
    ".xml",
)  # an appendix may be one; it is not read, but must hold no personal data
# Windows has no files of these names, whatever their ending, nor any with one of these signs or a dot at its end.
_DEVICES = frozenset(
    {
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    }
)
_NOT_IN_WINDOWS = pattern(r"[<>:\"|?*\\\x00-\x1f]|[. ]$")
_YEAR = pattern(r"(?:19|20)[0-9]{2}")
_ACRONYM = pattern(r"^[ \t-]*forkortelse[ \t]*:[ \t]*(?P<name>\w+)[ \t\r]*$", re.MULTILINE | re.IGNORECASE)
_HALF_SIGN = pattern("[\ud800-\udc7f\udd00-\udfff]")  # Windows allows them in names; they stand for no byte
_HIDDEN = (".", "~$")  # of the system, and Word's locks
# Files that systems and editors leave behind: nobody has handed them in.
_OWN_NAMES = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"}
_OWN_SHAPE = pattern(r"~\$.*|~wr[ld][0-9]*\.tmp|#.*#|.*~|.*\.sw[op]", re.DOTALL)


class FoundFile(NamedTuple):
    """A file on disk, and its path as shown: relative to the work folder, as `as_shown` gives it.

    `is_link` is true of what is never opened: a link to a folder, to nothing or out of the work folder.
    """

    path: Path
    shown: str
    is_link: bool = False

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.shown.rsplit("/", 1)[-1]

    @property
    def is_watched(self) -> bool:
        """Tell whether it looks like something that was handed in."""
        return self.name.lower().endswith(WATCHED)

    def below(self, folder: str) -> str:
        """Give the path as it is seen from a folder that is named as shown."""
        return self.shown.removeprefix(f"{folder}/")


def fits_windows(name: str) -> bool:
    """Tell whether Windows can hold a file or folder of a name."""
    stem = unicodedata.normalize("NFKC", name).partition(".")[0].rstrip().casefold()
    return stem not in _DEVICES and not _NOT_IN_WINDOWS.search(name)


def find_root(start: Path) -> Path | None:
    """Find the work folder: `start` or the nearest folder above it that holds `indberetninger/`."""
    start = start.absolute()
    # A folder that may not be opened is none of ours; what is named in it is told of where it is read.
    return next((folder for folder in (start, *start.parents) if os.path.isdir(folder / INDBERETNINGER)), None)  # noqa: PTH112 - `Path.is_dir` raises there


def municipality_folders(folder: Path) -> tuple[Path, ...]:
    """Give the work folders that lie directly in a folder, in Danish order; none when it is a work folder itself."""
    if (folder / INDBERETNINGER).is_dir() or not folder.is_dir():
        return ()
    below = (one for one in folder.iterdir() if not one.name.startswith(_HIDDEN) and not one.is_symlink())
    found = (one for one in below if (one / INDBERETNINGER).is_dir())
    return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.name)))


def report_years(root: Path) -> tuple[int, ...]:
    """Give the years that have a rapport.yaml, oldest first."""
    return tuple(year for year in year_folders(root) if (root / INDBERETNINGER / str(year) / RAPPORT).is_file())


def year_in(found: FoundFile) -> int | None:
    """Give the year in whose folder a file lies, None when it lies in none."""
    year, slash, _ = found.below(INDBERETNINGER).partition("/")
    return int(year) if slash and _YEAR.fullmatch(year) else None


def year_folders(root: Path) -> tuple[int, ...]:
    """Give the years that have a folder, oldest first; a link to a folder is none."""
    folders = (folder for folder in (root / INDBERETNINGER).iterdir() if folder.is_dir() and not folder.is_symlink())
    return tuple(sorted(int(folder.name) for folder in folders if _YEAR.fullmatch(folder.name)))


def files_below(root: Path, folder: Path, on_error: Callable[[OSError], object] | None = None) -> list[FoundFile]:
    """List all files below a folder by name; none when it is not there.

    Left out are hidden folders and the files of systems and editors. Links that are not followed are listed as such,
    and a folder that has a file's name as a file, which cannot be read. `on_error` is told of folders that cannot be
    opened.
    """
    inside = root.resolve()
    kept: list[FoundFile] = []
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        here = Path(parent)
        links = [name for name in folders if (here / name).is_symlink()]
        named = [name for name in folders if name.lower().endswith(YAML) and name not in links]
        is_inside, below = here.resolve().is_relative_to(inside), here.relative_to(root)
        for name in (*links, *named, *names):
            if not _is_of_the_system(name):
                path = here / name
                is_own = is_inside if name in named else _is_own(path, inside, is_inside=is_inside)
                kept.append(FoundFile(path, as_shown((below / name).as_posix()), not is_own))
    return sorted(kept, key=lambda found: found.shown)


def _is_own(path: Path, inside: Path, *, is_inside: bool) -> bool:
    """Tell whether a file may be read: only a link leads elsewhere than the folder that it lies in."""
    try:
        return path.is_file() and (path.resolve().is_relative_to(inside) if path.is_symlink() else is_inside)
    except PermissionError:  # of a folder that may be listed and not looked into: reading tells of each file
        return is_inside


def _is_of_the_system(name: str) -> bool:
    """Tell whether a system or an editor left a file; a hidden one that looks handed in was hidden by a person."""
    lower = name.lower()
    if lower in _OWN_NAMES or _OWN_SHAPE.fullmatch(lower):
        return True
    return lower.startswith(".") and (lower.startswith(("._", ".~lock.", ".#")) or not lower.endswith(WATCHED))


def shown_path(root: Path, path: Path) -> str:
    """Give a path as it is shown: relative to the work folder, as `as_shown` gives it."""
    return as_shown(path.relative_to(root).as_posix())


def as_shown(path: str) -> str:
    """Give a path with `/` as it is shown: readable, and no CPR number to be read."""
    return mask_path(readable(path))


def readable(path: str) -> str:
    """Give a path in NFC and without signs that steer a screen.

    Where Python knows no language, it keeps the bytes of an æ in a name as halves of signs.
    """
    whole = _HALF_SIGN.sub("\ufffd", path).encode(errors="surrogateescape").decode(errors="replace")
    return plain_name(unicodedata.normalize("NFC", whole))


def path_in_year(typed: str) -> str | None:
    """Give a path that a person typed, with `/` and relative to the year's folder; None when it leads out of it.

    Backslashes are read as `/`, since that is what Windows shows.
    """
    path = normpath(typed.strip().replace("\\", "/"))
    leads_out = path.startswith(("/", "../")) or path in {".", ".."} or re.match(r"[A-Za-z]:", path)
    return None if leads_out else path


def acronyms(root: Path) -> tuple[str, ...]:
    """Give the acronyms of the forvaltninger that the register names; none when it cannot be read."""
    try:
        text = (root / INDBERETNINGER / KOMMUNE).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ()
    return tuple(match["name"] for match in _ACRONYM.finditer(text))
