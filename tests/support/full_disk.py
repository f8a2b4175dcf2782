"""Let the disk be full at one place after the other of what a command writes, and look at what is left."""

import errno
import itertools
import mmap
import os
import resource
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from support.killed import Prepare, Trial, before_each, in_child, tree

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike

_TAKES_ROOM = frozenset({"open", "os.rename", "os.mkdir"})
_LIMITS = (0, 1, 100, 1_000, 5_000, 20_000, 100_000, 1_000_000)
_CANNOT_WRITE = 4
_SENTENCES = ("kan ikke skrives", "Der er ikke plads på disken")


def fill_everywhere(trial: Trial) -> tuple[int, list[str]]:
    """Fill the disk at every place; give how many there are, and what is wrong when the command has ended."""
    wrong: list[str] = []
    places = 0
    for for_good in (False, True):
        for place in itertools.count(1):
            work, reached = trial.again(), mmap.mmap(-1, 1)
            how = f"full at {place}{' for good' if for_good else ''}"
            wrong += _wrong(trial, work, how, _full_at(work, place, reached, for_good=for_good))
            if not reached[0]:
                break
            places += 1
    for limit in _LIMITS:
        work = trial.again()
        wrong += _wrong(trial, work, f"no file above {limit} bytes", _small_files(limit))
    return places, wrong


def _wrong(trial: Trial, work: Path, how: str, prepare: Prepare) -> Iterator[str]:
    code, said = in_child(work, trial.words, prepare)
    what = f"{trial.words}, {how}: {code}"
    yield from (f"{what}: {odd}" for odd in trial.mixed())
    now = tree(work)
    # What fails without harm, such as the name in a lock, stops nothing.
    if code == 0 and now != trial.new:
        yield f"{what}: not written"
    if code != 0 and (code != _CANNOT_WRITE or not any(one in said for one in _SENTENCES)):
        yield f"{what}: {said}"
    if code != 0 and now == trial.new:
        yield f"{what}: written all the same"


def _full_at(root: Path, place: int, reached: mmap.mmap, *, for_good: bool) -> Prepare:
    """Have the disk be full at that many of the things that take room; `for_good` for all that follow, too.

    Files can still be moved and removed then. `reached` is 1 afterwards where there was such a place.
    """
    numbers, keep = itertools.count(1), os.fsync

    def refuse(event: str) -> None:
        number = next(numbers)
        if number == place or (for_good and number > place and event != "os.rename"):
            reached[0] = 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fsync(fd: "FileDescriptorLike") -> None:
        refuse("fsync")
        keep(fd)

    listen = before_each(root, _TAKES_ROOM, refuse)

    def prepare() -> None:
        os.fsync = fsync
        listen()

    return prepare


def _small_files(limit: int) -> Prepare:
    """Have no file grow beyond so many bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
