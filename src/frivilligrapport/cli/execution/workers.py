"""The same work on many things, as many at a time as there are cores, in processes of their own."""

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain, islice
from operator import length_hint
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")
# A process takes as long to begin as some of the least things take.
_WORTH_A_PROCESS = 16
_MOST = 61  # that Windows can wait for


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    loads: str,
    *,
    jobs: int | None = None,
    fewest: int = _WORTH_A_PROCESS,
) -> Generator[Result, None, None]:
    """Yield what comes of each, in the order of `items`, whoever is done first.

    `work` is a function of the module `loads`, and what goes in and comes out can be pickled. At most `jobs` are done
    at a time, as many as there are cores unless it is said, and all here where there are not the `fewest` that are
    worth a process. Work on the first begins before all of `items` are found. What `work` or `items` raises is raised
    here, by the first in order. What a process did not live to do, as where memory is short, is done here.
    """
    number = min(jobs or _cores(), _MOST)
    rest = iter(items)
    first = list(islice(rest, fewest if number > 1 else 0))
    pool = _pool(number, loads) if first and len(first) == fewest else None
    if pool is None:
        yield from map(work, chain(first, rest))
    else:
        with pool:
            yield from _shared(pool, work, chain(first, rest), max(1, length_hint(items) // (number * 8)))


def _pool(number: int, loads: str) -> "ProcessPoolExecutor | None":
    """Give so many processes that have loaded a module; None on a machine that lets none work together."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    # A copy of a process with threads may wait for ever for what one of them held.
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload([loads])
    try:
        return ProcessPoolExecutor(number, mp_context=context, initializer=_begin, initargs=gc.get_threshold())
    except (ImportError, NotImplementedError, OSError):
        return None


def _shared(
    pool: "ProcessPoolExecutor", work: Callable[[Item], Result], items: Iterable[Item], at_a_time: int
) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool

    taken: list[Item] = []
    faults: list[Exception] = []

    def taking() -> Iterator[Item]:
        """Keep what is handed over; a fault waits for its turn, since what went before may have one too."""
        try:
            for item in items:
                taken.append(item)
                yield item
        except Exception as fault:  # noqa: BLE001 - raised below
            faults.append(fault)

    done = 0
    found = taking()
    try:
        for result in pool.map(work, found, chunksize=at_a_time):
            done += 1
            yield result
    except BrokenProcessPool:
        yield from map(work, chain(taken[done:], found))
    except BaseException:
        _stop(pool)
        raise
    if faults:
        raise faults[0]


def _stop(pool: "ProcessPoolExecutor") -> None:
    """End what the processes are doing, which nobody waits for any longer."""
    from multiprocessing import active_children

    pool.shutdown(wait=False, cancel_futures=True)
    for process in active_children():
        process.terminate()


def _cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(*threshold: int) -> None:
    """Let it end with the one who began it: Ctrl+C reaches every process, and the end of one that is killed none.

    `threshold` is the beginner's own, of the garbage collector.
    """
    from threading import Thread

    gc.set_threshold(*threshold)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
