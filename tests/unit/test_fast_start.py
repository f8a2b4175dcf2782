"""Patterns, values and modules that take no time at a start."""

import pickle
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import frivilligrapport
from frivilligrapport import models
from frivilligrapport.fast_start import Frozen, modules_of, pattern


class Sum(Frozen):
    """A value with a field that may be left out."""

    number: int
    unit: str = "personer"


class Thing(Frozen, eq=False):
    """A value that is itself."""

    name: str


def test_a_value_is_frozen_and_is_what_its_fields_are() -> None:
    """Two with the same fields are equal and stand once in a set; it cannot be changed, and it can be handed on."""
    one = Sum(15)
    assert one == Sum(number=15, unit="personer") != Sum(15, "timer")
    assert len({one, Sum(15)}) == 1
    assert one._replace(unit="timer") == Sum(15, "timer")
    assert repr(one) == "Sum(number=15, unit='personer')"
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
    with pytest.raises(AttributeError):
        one.number = 16  # type: ignore[misc]


def test_a_value_may_be_itself() -> None:
    """With eq=False two with the same fields are two."""
    one = Thing("a")
    assert one != Thing("a")
    assert len({one, one, Thing("a")}) == 2


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    """Until then a slip in it is not seen; then it is as any other."""
    broken, whole = pattern("("), pattern(r"(?P<word>\w+)", re.IGNORECASE)
    assert [found["word"] for found in whole.finditer("En to")] == ["En", "to"]
    assert whole.groups == 1
    with pytest.raises(re.error):
        broken.search("")


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    """None waits with a slip for the file that asks it."""
    names = [one.name for one in walk_packages(frivilligrapport.__path__, "frivilligrapport.")]
    found = {
        id(value): value
        for name in names
        if not name.endswith("__main__")
        for value in vars(import_module(name)).values()
        if type(value) is type(pattern(""))
    }
    assert len(found) > 150
    assert all(one.groups >= 0 for one in found.values())


def test_the_modules_of_a_folder_are_found() -> None:
    """By their names, without the folder's own; what lies in folders in it is left out."""
    names = [one.__name__ for one in modules_of(models)]
    assert "frivilligrapport.models.statusfil" in names
    assert names == sorted(names)
    assert not {"frivilligrapport.models", "frivilligrapport.models.fields"} & set(names)
