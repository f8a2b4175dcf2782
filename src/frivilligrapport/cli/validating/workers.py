"""The same work on many things, as many at a time as there are cores, in processes of their own."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# A process takes as long to begin as some of the least things take.
_WORTH_A_PROCESS = 16


def in_order(work: Callable[[Item], Result], items: Sequence[Item], loads: str) -> Iterator[Result]:
    """Yield what comes of each, in the order of `items`, whoever is done first.

    `work` is a function of the module `loads`, and what goes in and comes out can be pickled. What it raises is raised
    here.
    """
    cores = _cores()
    if cores == 1 or len(items) < _WORTH_A_PROCESS:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    # A copy of a process with threads may wait for ever for what one of them held.
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload([loads])
    with ProcessPoolExecutor(cores, mp_context=context, initializer=_begin) as pool:
        try:
            yield from pool.map(work, items, chunksize=max(1, len(items) // (cores * 8)))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """Let the one stop it who began it: Ctrl+C reaches every process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
