"""How much of the process a template may use, where the system sets bounds: processor time and memory.

The environment counts what a template does (`sandbox`). This stops what it cannot count: work in a library's own code,
and many texts each of which is short enough.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from math import ceil
from pathlib import Path
from threading import current_thread, main_thread

from frivilligrapport.rendering.templates.sandbox import TemplateMistake

if sys.platform != "win32":
    import resource
    import signal

SECONDS = 60.0  # of processor time; a page takes less than one
MEMORY = 1_500_000_000  # bytes beside what the process has; a page takes less than a tenth of it
_TOO_LONG = "Skabelonen er i gang for længe. Har den en løkke, der ikke slutter?"
_SIZE = Path("/proc/self/statm")  # Linux alone says how large a process is, and keeps it as small as it is told to


@contextmanager
def limited(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Let the block use so much processor time, and so much more memory than there is in use.

    Raises TemplateMistake when the time is over, and Python MemoryError when the memory is. Work in a library that does
    not come back to Python cannot be told; the system ends the process when it has taken twice the time. Windows has
    none of these bounds, macOS not that of memory.
    """
    with ExitStack() as stack:
        if sys.platform != "win32":
            stack.enter_context(_lowered(resource.RLIMIT_CPU, ceil(_used() + 2 * seconds) + 1))
            if _SIZE.exists():
                stack.enter_context(_lowered(resource.RLIMIT_AS, _size() + memory))
            if current_thread() is main_thread():  # the only one that Python tells of signals
                stack.enter_context(timed(seconds, TemplateMistake(_TOO_LONG)))
        yield


if sys.platform != "win32":

    def _used() -> float:
        used = resource.getrusage(resource.RUSAGE_SELF)
        return used.ru_utime + used.ru_stime

    def _size() -> int:
        return int(_SIZE.read_text(encoding="ascii").split()[0]) * resource.getpagesize()

    @contextmanager
    def _lowered(kind: int, bound: int) -> Iterator[None]:
        """Lower one of the process's own bounds while the block runs; one that is lower stays."""
        soft, hard = resource.getrlimit(kind)
        lowest = min(one for one in (soft, hard, bound) if one != resource.RLIM_INFINITY)
        resource.setrlimit(kind, (lowest, hard))
        try:
            yield
        finally:
            resource.setrlimit(kind, (soft, hard))

    @contextmanager
    def timed(seconds: float, over: Exception) -> Iterator[None]:
        """Raise `over` in the block once it has taken so much processor time. Only for the main thread."""

        def stop(*_: object) -> None:
            raise over

        before = signal.signal(signal.SIGPROF, stop)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
