"""What templates see, read off the values themselves: classes, fields, and each field's kind in Danish words."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_WORDS: dict[type, str] = {
    str: "tekst",
    int: "helt tal",
    float: "tal",
    bool: "ja eller nej",
    Fraction: "tal",
    date: "dato",
}


@dataclass(frozen=True, slots=True)
class SeenField:
    """One name that a template can write after a dot, and what kind of value it gives."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class SeenClass:
    """One kind of value and its fields, in their order."""

    name: str
    fields: tuple[SeenField, ...]


def seen_by_templates(shows: type) -> tuple[SeenClass, ...]:
    """List the classes that are reached from `shows`, itself first, each once, in the order they are met."""
    found: dict[type, SeenClass] = {}
    waiting = [shows]
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            hints = dict(_hints(one))
            found[one] = SeenClass(one.__name__, tuple(SeenField(name, kind_of(hint)) for name, hint in hints.items()))
            waiting += [inner for hint in hints.values() for inner in _classes(hint)]
    return tuple(found.values())


def kind_of(hint: Any) -> str:
    """Name a type in Danish: "liste af Tabel", "tekst eller intet"."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "et af ordene " + ", ".join(f"»{one.value}«" for one in hint)
    return _of_several(get_origin(hint), get_args(hint)) or _WORDS.get(hint) or str(hint.__name__)


def _of_several(origin: Any, arguments: tuple[Any, ...]) -> str:
    """Name a type that is made of others, "" for any other."""
    if origin in {Union, UnionType}:
        return " eller ".join("intet" if one is NoneType else kind_of(one) for one in arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"liste af {kind_of(arguments[0])}"
    if origin is tuple:
        return f"({', '.join(kind_of(one) for one in arguments)})"
    if origin is not None and issubclass(origin, Mapping):
        return f"opslag fra {kind_of(arguments[0])} til {kind_of(arguments[1])}"
    return ""


def _hints(one: type) -> Iterator[tuple[str, Any]]:
    """Yield the fields and the properties that are not hidden, with their types."""
    hints = get_type_hints(one)
    yield from ((field.name, hints[field.name]) for field in fields(one) if field.name[0] != "_")
    for name, value in inspect.getmembers(one, lambda value: isinstance(value, property)):
        if name[0] != "_":
            yield name, get_type_hints(value.fget)["return"]


def _classes(hint: Any) -> Iterator[type]:
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for argument in get_args(hint):
        yield from _classes(argument)
