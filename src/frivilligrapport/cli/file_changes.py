"""When the files of the work folder were last changed: by git where it knows, else by the disk."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from frivilligrapport.cli.git import ask_git
from frivilligrapport.rendering.standing.value import Changed


def changed_days(root: Path, files: Iterable[str]) -> dict[str, Changed]:
    """Give the day of each file's last change, by its path as shown.

    A file that is saved in git and untouched since was changed on the day of its commit; a copy of the files, as in CI,
    has other times on the disk. Where the history is cut off, the oldest commit that is left stands for all before it.
    """
    wanted = tuple(files)
    kind = (ask_git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository") or "").split()
    oldest = _boundary(root) if kind[1:] == ["true"] else frozenset()
    saved = set(wanted) - _touched(root, wanted) if kind[:1] == ["true"] else set()
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


def _by_git(root: Path, name: str, oldest: frozenset[str]) -> Changed | None:
    told = (ask_git(root, "log", "-1", "--format=%H %cs", "--", name) or "").split()
    if len(told) != len(("commit", "day")):
        return None
    return Changed(date.fromisoformat(told[1]), from_git=True, is_latest=told[0] in oldest)


def _by_disk(path: Path) -> Changed | None:
    try:
        seconds = path.stat().st_mtime
    except OSError:
        return None
    return Changed(datetime.fromtimestamp(seconds, UTC).astimezone().date(), from_git=False)
