"""The modules of a folder of the program, found there: a new one takes part without being named anywhere."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType


def modules_of(room: ModuleType) -> Iterator[ModuleType]:
    """Load and yield the modules of a folder, by name; not the folders in it.

    `pkgutil` finds them in other places than folders too, and takes as long to load as all modules of `models`.
    """
    names = sorted(file.stem for path in room.__path__ for file in Path(path).glob("*.py*"))
    return (import_module(f"{room.__name__}.{name}") for name in names if name != "__init__")
