"""Ask git, without letting it start anything or change anything."""

import os
import re
import subprocess
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from frivilligrapport.collection.folder import INDBERETNINGER, SKABELONER
from frivilligrapport.danish import date_as_text
from frivilligrapport.problems import Location

if TYPE_CHECKING:
    from frivilligrapport.deliveries.status import LastChange
    from frivilligrapport.pipeline.manifest import Commit

_PATIENCE = 20.0  # seconds; a file of a hundred lines takes hundredths
# A repository's own settings must start no program, and looking must change nothing in it.
_SETTINGS = ("core.fsmonitor=false", "blame.ignoreRevsFile=", "log.showSignature=false")
_GIT = ("git", "--no-optional-locks", *(word for setting in _SETTINGS for word in ("-c", setting)))
# Set where git itself runs us, as in a hook; the work folder may be in another repository.
_ANOTHER_REPOSITORY = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}


def ask_git(root: Path, *words: str) -> str | None:
    """Give what git answers about the folder `root`, "" when it refuses, None when there is no git."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and no shell
            [*_GIT, *words],
            cwd=root,
            env={name: value for name, value in os.environ.items() if name not in _ANOTHER_REPOSITORY},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""


class WorkTree(NamedTuple):
    """Tell whether a folder lies in a work tree of git's, and whether its history is cut off."""

    is_one: bool = False
    is_cut: bool = False


def work_tree(root: Path) -> WorkTree | None:
    """Tell what a folder is to git; None when there is no git."""
    told = ask_git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    return None if told is None else WorkTree(*(one == "true" for one in told.split()))


_AT = re.compile(r"^# branch\.oid ([0-9a-f]{40,64})$", re.MULTILINE)
_STATUS = ("status", "--porcelain=v2", "--branch", "--untracked-files=all", "--ignore-submodules=all", "--")


def commit_of(root: Path) -> "Commit | None":
    """Give the commit as a manifest states it; None where `newest_commit` has none."""
    from frivilligrapport.pipeline.manifest import Commit

    found = newest_commit(root)
    return Commit(*found) if found else None


def newest_commit(root: Path) -> tuple[str, bool] | None:
    """Give the commit and whether nothing has changed since; None without git, outside a work tree, before the first.

    Only what a report is made of counts as a change: the deliveries and the folder's own templates.
    """
    told = ask_git(root, *_STATUS, INDBERETNINGER, SKABELONER) or ""
    at = _AT.search(told)
    return (at[1], all(line.startswith("#") for line in told.splitlines())) if at else None


UNSAVED = "Linjen er ændret, siden der sidst blev gemt i git."
NO_GIT = "Mappen er ikke i git, så her kan ikke ses, hvornår linjerne er ændret."
_HEAD = re.compile(r"(?P<commit>[0-9a-f]{40,64}) ")
_TIME = re.compile(r"^author-time (?P<seconds>-?[0-9]+)$", re.MULTILINE)
_ZONE = re.compile(r"^author-tz (?P<sign>[+-])(?P<hours>[0-9]{2})(?P<minutes>[0-9]{2})$", re.MULTILINE)
_SHORT = 7


def changes(root: Path, places: Iterable[Location]) -> tuple[dict[Location, str], str]:
    """Say of each line when it was last changed, in a sentence, and give a note for all of them.

    Never who changed it. Outside a git work tree there are no sentences and the note says so; on a machine without git
    there is neither.
    """
    if (kind := work_tree(root)) is None:
        return {}, ""
    if not kind.is_one:
        return {}, NO_GIT
    return {place: _change(root, place, is_cut=kind.is_cut) for place in places}, ""


def _change(root: Path, place: Location, *, is_cut: bool) -> str:
    line = f"{place.line},{place.line}"
    told = ask_git(root, "blame", "--porcelain", "-L", line, "--", place.file) or ""
    head, time, zone = _HEAD.match(told), _TIME.search(told), _ZONE.search(told)
    if not (head and time and zone) or not head["commit"].strip("0"):
        return UNSAVED
    ahead = timedelta(hours=int(zone["hours"]), minutes=int(zone["minutes"])) * (-1 if zone["sign"] == "-" else 1)
    day = date_as_text((datetime.fromtimestamp(int(time["seconds"]), UTC) + ahead).date())
    # The history of a copy may be cut off; what came before then all looks like its first commit.
    when = "ændret senest" if is_cut and "\nboundary\n" in told else "sidst ændret"
    return f"Linjen er {when} {day} (commit {head['commit'][:_SHORT]})."


def changed_days(root: Path, files: Iterable[str]) -> "dict[str, LastChange]":
    """Give the day of each file's last change, by its path as shown.

    A file that is saved in git and untouched since was changed on the day of its commit; a copy of the files, as in CI,
    has other times on the disk. Where the history is cut off, the oldest commit that is left stands for all before it.
    """
    wanted = tuple(files)
    kind = work_tree(root) or WorkTree()
    oldest = _boundary(root) if kind.is_cut else frozenset()
    saved = set(wanted) - _touched(root, wanted) if kind.is_one else set()
    found = {name: (_by_git(root, name, oldest) if name in saved else None) or _by_disk(root / name) for name in wanted}
    return {name: changed for name, changed in found.items() if changed}


def _boundary(root: Path) -> frozenset[str]:
    """Give the commits at which the history was cut off."""
    told = ask_git(root, "rev-list", "--max-parents=0", "HEAD") or ""
    return frozenset(told.split())


def _touched(root: Path, files: tuple[str, ...]) -> frozenset[str]:
    """Give those of the files that are not as the newest commit has them."""
    told = (
        ask_git(root, "diff", "--name-only", "--no-ext-diff", "--relative", "-z", "HEAD", "--", *files),
        ask_git(root, "ls-files", "--others", "-z", "--", *files),
    )
    return frozenset(name for one in told for name in (one or "").split("\0"))


def _by_git(root: Path, name: str, oldest: frozenset[str]) -> "LastChange | None":
    from frivilligrapport.deliveries.status import LastChange

    told = (ask_git(root, "log", "-1", "--format=%H %cs", "--", name) or "").split()
    if len(told) != len(("commit", "day")):
        return None
    return LastChange(date.fromisoformat(told[1]), from_git=True, is_latest=told[0] in oldest)


def _by_disk(path: Path) -> "LastChange | None":
    from frivilligrapport.deliveries.status import LastChange

    try:
        seconds = path.stat().st_mtime
    except OSError:
        return None
    return LastChange(datetime.fromtimestamp(seconds, UTC).astimezone().date(), from_git=False)
