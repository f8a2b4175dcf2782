"""Patterns that are compiled when they are first used, and what they were compiled to, kept for the next start.

Half of those that a command loads it never asks, and to compile the others takes a seventh of the time of a short one.
What they come to is kept as Python keeps what modules are compiled to: beside that, for this very Python, where it may
be written. It is found by what the pattern says, so that one that was changed is compiled anew.
"""

import marshal
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from typing import Any, cast

_compile = re.compile
_Written = tuple[str, int]  # a pattern and its flags
_Compiled = tuple[Any, ...]  # what `_sre.compile` makes the pattern of, its code as bytes
_MOST = 2_000  # that are kept: the program has some four hundred, and those of its earlier versions are in the way


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """Give what `re.compile` gives, compiled when something is first looked for with it.

    A slip in the pattern is found then, and not when its module is loaded. It must not hold what a user has typed, for
    it may be kept.
    """
    return cast("re.Pattern[str]", _Pattern(written, flags))


@contextmanager
def kept_patterns() -> Iterator[None]:
    """Let a library that is loaded meanwhile have its patterns as ours are had: most compile all of theirs then."""

    def had(written: Any, flags: int = 0) -> Any:
        return _compiled(written, int(flags)) if isinstance(written, str) else _compile(written, flags)

    re.compile = had  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = _compile


def keep() -> None:
    """Keep what has been compiled since the start, unless Python is asked to write nothing of that kind."""
    place = _place()
    if place and _new() and not sys.dont_write_bytecode:
        known = _read(place)
        every = (known if len(known) < _MOST else {}) | _new()
        own = f"{place}.{os.getpid()}"
        with suppress(OSError):
            with open(own, "wb") as file:  # noqa: PTH123 - pathlib takes longer to load than this saves
                file.write(marshal.dumps((sys.version, every)))
            os.replace(own, place)  # noqa: PTH105
            _new().clear()


class _Pattern:
    def __init__(self, written: str, flags: int) -> None:
        self.pattern, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        """Give what the compiled pattern has of that name, and have it from then on."""
        found = getattr(_compiled(self.pattern, int(self._flags)), name)
        setattr(self, name, found)
        return found


@cache
def _compiled(written: str, flags: int) -> re.Pattern[str]:
    known = _kept().get((written, flags))
    if known:
        with suppress(RuntimeError, TypeError, ValueError, OverflowError):  # made by another program than this Python
            state, code, *groups = known
            made = import_module("_sre").compile(written, state, memoryview(code).cast("I").tolist(), *groups)
            return cast("re.Pattern[str]", made)
    made = _compile(written, flags)
    with suppress(AttributeError, ImportError, TypeError):  # a Python that does it in another way
        _new()[written, flags] = _parts(written, flags)
    return made


def _parts(written: str, flags: int) -> _Compiled:
    """Give what is made of a pattern on the way to its compiled form, as `re.compile` makes it."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(written, flags)
    names = {name: int(number) for name, number in parsed.state.groupdict.items()}
    by_number = {number: name for name, number in names.items()}
    codes = compiler._code(parsed, flags)  # noqa: SLF001 - as `re.compile` does; whoever lacks it compiles each time
    code = b"".join(int(one).to_bytes(4, sys.byteorder) for one in codes)
    groups = parsed.state.groups
    return int(flags | parsed.state.flags), code, groups - 1, names, tuple(map(by_number.get, range(groups)))


@cache
def _new() -> dict[_Written, _Compiled]:
    return {}


@cache
def _kept() -> dict[_Written, _Compiled]:
    place = _place()
    return _read(place) if place else {}


def _place() -> str:
    """Give the file that they are kept in, "" where Python keeps nothing of this program."""
    beside = __spec__.cached
    return f"{beside.removesuffix('.pyc')}.re" if beside else ""


def _read(place: str) -> dict[_Written, _Compiled]:
    try:
        with open(place, "rb") as file:  # noqa: PTH123
            version, found = marshal.load(file)  # noqa: S302 - ours, beside the bytecode that is read in the same way
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if version == sys.version and isinstance(found, dict) else {}
