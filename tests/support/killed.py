"""Kill a command at one place after the other, and look at what the next command leaves of it."""

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from frivilligrapport.cli import main

_EVENTS = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate"})

Tree = dict[str, bytes | None]


def tree(folder: Path) -> Tree:
    """Give everything in a folder by its path: a file's bytes, None for a folder."""
    paths = sorted(folder.rglob("*"))
    return {path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes() for path in paths}


def in_this(root: Path, words: Sequence[str]) -> int:
    """Run the program here, so that forks find everything loaded; give its exit code."""
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        contextlib.chdir(root),
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        return _exit_code(words)


def in_child(root: Path, words: Sequence[str], kill_at: int = 0) -> int:
    """Run the program in a fork; give its exit code, negative when a signal ended it.

    With `kill_at` it kills itself before that many of the things it does to files and folders below `root`. Only for a
    process with one thread.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if kill_at:
        sys.addaudithook(_killer(str(root), kill_at))
    os._exit(in_this(root, words))


def _exit_code(words: Sequence[str]) -> int:
    sys.argv = ["frivilligrapport", *words]
    try:
        return main() or 0
    except SystemExit as end:
        return int(end.code or 0)


def _killer(root: str, kill_at: int) -> Callable[[str, tuple[object, ...]], None]:
    count = 0

    def hook(event: str, about: tuple[object, ...]) -> None:
        nonlocal count
        if event in _EVENTS and _is_below(root, about[0]) and (event != "open" or _is_writing(about)):
            count += 1
            if count == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    return hook


def _is_below(root: str, path: object) -> bool:
    return isinstance(path, str | bytes | os.PathLike) and str(Path(os.fsdecode(path)).absolute()).startswith(root)


def _is_writing(about: tuple[object, ...]) -> bool:
    flags = about[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def kill_everywhere(before: Path, work: Path, words: Sequence[str], following: Sequence[str]) -> tuple[int, list[str]]:
    """Kill `words` at every place in a copy of `before`; give how many places, and what was wrong after the next."""
    old = tree(before)
    shutil.copytree(before, work)
    assert in_this(work, words) == 0, words
    new = tree(work)
    in_this(work, following)
    wrong: list[str] = []
    for place in range(1, 1000):
        shutil.rmtree(work)
        shutil.copytree(before, work)
        if in_child(work, words, place) >= 0:
            return place - 1, wrong
        in_child(work, following)
        if (now := tree(work)) not in (old, new):
            odd = [name for name in {*now, *old, *new} if now.get(name, 0) not in (old.get(name, 1), new.get(name, 1))]
            wrong.append(f"{words} at {place}: {odd or 'a mixture'}")
    return 0, ["it never ends"]
