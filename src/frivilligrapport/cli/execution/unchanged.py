"""A build that was carried out before of the very same: its key, what it said, and whether its files are as they were.

Nothing that reads, counts or renders is loaded here.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from frivilligrapport.cli.execution.document_cache import DocumentCache
from frivilligrapport.cli.git import newest_commit
from frivilligrapport.cli.places import find_work_folder
from frivilligrapport.collection.folder import INDBERETNINGER, SKABELONER, files_below, year_folders
from frivilligrapport.rendering.pdf.libraries import library_versions
from frivilligrapport.rendering.templates.shipped import builtin_folder, code_folder, file_sum, sums_below

# What an installed package leaves beside itself; its name says the version.
_INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What stood on the command line after `build`, as it was typed."""

    year: str | None = None
    formats: str = ""
    document: str = ""
    output: str | None = None
    folder: str | None = None
    draft: bool = False
    strict: bool = False
    archive: bool = False
    check: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a build came to: what it printed on stdout and stderr, and what each file that it wrote or read holds.

    `files` are the edition with its manifest, and the files that are read from other places than those that the key
    looks into, by path; see `content_of`.
    """

    out: str
    err: str
    files: Mapping[str, str]


def key_of(request: BuildRequest) -> str | None:
    """Give the sum of all that a build is made of; None where that cannot be told, or there is no work folder.

    That is what is typed and where, every file of indberetninger/ and skabeloner/, the commit, the program with its
    templates and fonts, and which packages and libraries are installed.
    """
    root = find_work_folder(request.folder)
    if root is None:
        return None
    try:
        told = {
            "bedt om": asdict(request),
            "her": [str(Path.cwd()), str(root.resolve())],
            "filer": [*_files(root, INDBERETNINGER), *_files(root, SKABELONER)],
            "år": year_folders(root),
            "commit": newest_commit(root),
            "program": [*_program()],
            "python": sys.version,
            "pakker": [*_packages()],
            "biblioteker": library_versions(),
        }
    except OSError:
        return None
    return sha256(json.dumps(told).encode(errors="surrogateescape")).hexdigest()


def recall(cache: DocumentCache, key: str) -> Answer | None:
    """Give what was said under the key; None where nothing was, or where a file is not as it was then."""
    kept = cache.get(key)
    if kept is None:
        return None
    answer = Answer(**json.loads(kept))
    return answer if all(content_of(Path(path)) == told for path, told in answer.files.items()) else None


def remember(cache: DocumentCache, key: str, answer: Answer) -> None:
    """Keep what was said under the key."""
    cache.put(key, json.dumps(asdict(answer)).encode(errors="surrogateescape"))


def content_of(path: Path, data: bytes | None = None) -> str:
    """Tell one content of a path from another, and where a link leads; `data` is what is known to stand there."""
    if data is not None:
        found = sha256(data).hexdigest()
    else:
        try:
            found = file_sum(path) if path.is_file() else ""
        except OSError:
            found = ""
    return f"{os.path.realpath(path)} {found}"


def _files(root: Path, name: str) -> Iterator[tuple[str, str]]:
    """Tell every file below a folder that could be read, with its content; one that is not followed by its name."""
    for found in files_below(root, root / name, _refuse):
        yield str(found.path), "" if found.is_link else file_sum(found.path)


def _refuse(error: OSError) -> None:
    """Let a folder that is not there be empty, and have no key for one that cannot be opened."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _program() -> Iterator[tuple[str, str]]:
    """Tell our own code, templates and fonts."""
    for top in dict.fromkeys((code_folder(), builtin_folder())):
        yield from sums_below(top)


def _packages() -> Iterator[Any]:
    """Tell each package that is installed, by the name it left, and when it was put there."""
    for place in sys.path:
        try:
            with os.scandir(place or os.curdir) as found:
                yield place, sorted((one.name, one.stat().st_mtime_ns) for one in _left(found))
        except (FileNotFoundError, NotADirectoryError):  # Python's own in a zip file, which is not there
            continue


def _left(found: Iterable[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    return (one for one in found if one.name.endswith(_INSTALLED))
