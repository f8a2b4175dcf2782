"""The keys of what is kept of documents: two are the same only when all that goes in is the same."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import Any

from frivilligrapport.fast_start import Frozen
from frivilligrapport.pipeline.manifest import versions
from frivilligrapport.rendering.templates.shipped import builtin_folder, code_folder, sums_below

_OURS = __name__.partition(".")[0]
_PLAIN = frozenset({bool, int, float, NoneType, Decimal, date})


class OpaqueValue(Exception):  # noqa: N818 - what a value holds, not an error of the program's
    """Say that a value holds something that its fields do not tell all of; the argument is its class's name."""


def sum_of(*values: object) -> str:
    """Give the SHA-256 of values: texts, numbers, dates, collections, and enums and what is its fields, of our own.

    What a template can tell apart has another sum: a tuple is no list, 1 is not True, and a mapping has an order, since
    it may be shown in it. A set has none, and it is all the same what the values share, and which process asks. Raises
    OpaqueValue for anything else, also for a class of another package, whose code no sum of ours stands for.
    """
    return sha256(_told(values)).hexdigest()


def _told(value: object) -> bytes:
    kind = type(value)
    name = f"{kind.__module__}.{kind.__qualname__}"
    if kind is str:
        told = str(value).encode("utf-8", "surrogatepass")
    elif kind in _PLAIN:
        told = repr(value).encode()
    elif isinstance(value, Enum) and _is_ours(kind):
        told = value.name.encode()
    else:
        told = b"".join(_parts(value, kind))
    # With its length before it, nothing can be read as two things or as part of what follows.
    return b"%b %d %b" % (name.encode(), len(told), told)


def _parts(value: Any, kind: type) -> Iterable[bytes]:
    if kind in {tuple, list}:
        return map(_told, value)
    if kind is frozenset:
        return sorted(map(_told, value))
    if kind in {dict, MappingProxyType}:
        return map(_told, value.items())
    if _is_ours(kind) and (names := _names(kind)) is not None:
        return (_told(getattr(value, name)) for name in names)
    raise OpaqueValue(kind.__qualname__)


def _is_ours(kind: type) -> bool:
    return kind.__module__.partition(".")[0] == _OURS


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """Give the names of the fields of a class that is nothing but them; None for any other."""
    if issubclass(kind, Frozen):
        return kind._fields
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else None


def program_sum() -> str:
    """Tell one state of all that makes a page of a value from another."""
    return sum_of(code_sum(), sum_below(builtin_folder()))


def code_sum() -> str:
    """Tell one state of the program's code, and of the packages and libraries that it uses, from another.

    The templates are not in it.
    """
    return sum_of(versions(), sum_below(code_folder()))


@cache
def sum_below(folder: Path) -> str:
    """Tell one state of all files below a folder from another: they are looked at once in the life of a process."""
    return sum_of(*sums_below(folder))
