"""What lets a command begin at once: values, patterns and modules that take no time at a start."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, ClassVar, Self, cast, dataclass_transform

NOTHING: MappingProxyType[Any, Any] = MappingProxyType({})  # what a mapping is when it is left out


@dataclass_transform(frozen_default=True)
class Frozen:
    """Hold fields as they were given: a class declares each in a line, with what it is when it is left out.

    Two of a class are equal when their fields are; with `eq=False` each is itself. What is only its fields is a
    NamedTuple. A dataclass is compiled anew at each start, which takes forty times as long as to declare one of these,
    and the library that does it takes as long to load as twenty classes.
    """

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, eq: bool = True, **others: Any) -> None:
        super().__init_subclass__(**others)
        cls._fields = (*cls._fields, *cls.__annotations__)
        if not eq:
            cls.__eq__ = object.__eq__  # type: ignore[method-assign]
            cls.__hash__ = object.__hash__  # type: ignore[method-assign]

    def __init__(self, *given: Any, **named: Any) -> None:
        values = self.__dict__
        if given:
            values.update(zip(self._fields, given, strict=False))
        if named:
            values.update(named)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot assign to field {name!r}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frozen) and type(self) is type(other) and self._values == other._values

    def __hash__(self) -> int:
        return hash(self._values)

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in zip(self._fields, self._values, strict=True))
        return f"{type(self).__name__}({', '.join(said)})"

    def _replace(self, **changes: Any) -> Self:
        """Give the same value with other fields, as of a NamedTuple."""
        return type(self)(**dict(zip(self._fields, self._values, strict=True)) | changes)

    @property
    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields)


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """Give what `re.compile` gives, compiled when something is first looked for with it.

    A slip in the pattern is found then, and not when its module is loaded.
    """
    return cast("re.Pattern[str]", _Pattern(written, flags))


class _Pattern:
    def __init__(self, written: str, flags: int) -> None:
        self.pattern, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        """Give what the compiled pattern has of that name, and have it from then on."""
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def modules_of(room: ModuleType) -> Iterator[ModuleType]:
    """Load and yield the modules of a folder, by name; not the folders in it.

    `pkgutil` finds them in other places than folders too, and takes as long to load as all modules of `models`.
    """
    names = sorted(file.stem for path in room.__path__ for file in Path(path).glob("*.py*"))
    return (import_module(f"{room.__name__}.{name}") for name in names if name != "__init__")
