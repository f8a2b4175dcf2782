"""Kill a command at one place after the other, and look at what the next command leaves of it."""

import contextlib
import io
import itertools
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from frivilligrapport.cli import main

_EVENTS = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate"})

Tree = dict[str, bytes | None]
Prepare = Callable[[], object]


def tree(folder: Path) -> Tree:
    """Give everything in a folder by its path: a file's bytes, None for a folder."""
    paths = sorted(folder.rglob("*"))
    return {path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes() for path in paths}


def in_this(root: Path, words: Sequence[str]) -> tuple[int, str]:
    """Run the program here, so that forks find everything loaded; give its exit code, and what it says on stderr."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.chdir(root), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = _exit_code(words)
    err.seek(0)
    return code, err.read()


def in_child(root: Path, words: Sequence[str], prepare: Prepare = lambda: None) -> tuple[int, str]:
    """Run the program in a fork, in which `prepare` is called first.

    Give its exit code, negative when a signal ended it, and what it says on stderr. Only for a process with one thread.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        prepare()
        code, said = in_this(root, words)
        os.write(writer, said.encode())
        os._exit(code)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8", errors="replace") as told:
        said = told.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def _exit_code(words: Sequence[str]) -> int:
    sys.argv = ["frivilligrapport", *words]
    try:
        return main() or 0
    except SystemExit as end:
        return int(end.code or 0)


def before_each(root: Path, events: frozenset[str], act: Callable[[str], object]) -> Prepare:
    """Have `act` called before whatever of these events the program does to files and folders below `root`."""
    below = str(root)

    def hook(event: str, about: tuple[object, ...]) -> None:
        if event in events and _is_below(below, about[0]) and (event != "open" or _is_writing(about)):
            act(event)

    return lambda: sys.addaudithook(hook)


def _is_below(root: str, path: object) -> bool:
    return isinstance(path, str | bytes | os.PathLike) and str(Path(os.fsdecode(path)).absolute()).startswith(root)


def _is_writing(about: tuple[object, ...]) -> bool:
    flags = about[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


class Trial:
    """A command that is carried out in a fresh copy of a folder, again and again.

    `wholes` are the top folders that are whole each for itself, as those of several municipalities.
    """

    def __init__(self, before: Path, work: Path, words: Sequence[str], wholes: Sequence[str] = ()) -> None:
        self._before, self._work, self.words, self._wholes = before, work, words, wholes
        shutil.copytree(before, work)
        assert in_this(work, words)[0] == 0, words
        self.old, self.new = tree(before), tree(work)

    def again(self) -> Path:
        """Give the folder as it was before."""
        shutil.rmtree(self._work)
        return Path(shutil.copytree(self._before, self._work))

    def mixed(self) -> Iterator[str]:
        """Yield what is neither as it was nor as the command makes it."""
        now = tree(self._work)
        for own, was, will in zip(*map(self._split, (now, self.old, self.new)), strict=True):
            if own not in (was, will):
                known = ((was.get(name, 1), will.get(name, 1)) for name in own)
                odd = [name for name, either in zip(own, known, strict=True) if own[name] not in either]
                yield f"{odd or 'a mixture'}"

    def _split(self, found: Tree) -> list[Tree]:
        parts: list[Tree] = [{} for _ in (*self._wholes, "")]
        for name, data in found.items():
            top = name.partition("/")[0]
            parts[self._wholes.index(top) if top in self._wholes else -1][name] = data
        return parts


def kill_everywhere(trial: Trial, following: Sequence[str]) -> tuple[int, list[str]]:
    """Kill a command at every place; give how many there are, and what is wrong after the `following` command."""
    wrong: list[str] = []
    for place in itertools.count(1):
        work, numbers = trial.again(), itertools.count(1)

        def kill(_: str, place: int = place, numbers: Iterator[int] = numbers) -> None:
            if next(numbers) == place:
                os.kill(os.getpid(), signal.SIGKILL)

        if in_child(work, trial.words, before_each(work, _EVENTS, kill))[0] >= 0:
            return place - 1, wrong
        in_child(work, following)
        wrong += (f"{trial.words} at {place}: {what}" for what in trial.mixed())
    raise AssertionError
