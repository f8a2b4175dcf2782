"""Patterns, values and modules that take no time at a start."""

import marshal
import os
import pickle
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

import frivilligrapport
from frivilligrapport import models
from frivilligrapport.fast_start.frozen import Frozen
from frivilligrapport.fast_start.modules import modules_of
from frivilligrapport.fast_start.patterns import kept_patterns, pattern
from support.repository import REPOSITORY


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


def every_pattern() -> dict[int, Any]:
    """Give all that stand in the program's modules."""
    names = [one.name for one in walk_packages(frivilligrapport.__path__, "frivilligrapport.")]
    return {
        id(value): value
        for name in names
        if not name.endswith("__main__")
        for value in vars(import_module(name)).values()
        if type(value) is type(pattern(""))
    }


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    """None waits with a slip for the file that asks it."""
    found = every_pattern()
    assert len(found) > 150
    assert all(one.groups >= 0 for one in found.values())


def test_what_is_kept_of_a_pattern_is_the_pattern(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Made of what another start has kept, each one is what compiling it gives: the same code, groups and names."""
    from frivilligrapport.fast_start import patterns

    place = tmp_path / "patterns.re"
    monkeypatch.setattr(patterns, "_place", lambda: str(place))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    written = [(one.pattern, int(one._flags)) for one in every_pattern().values()]
    for cached in (patterns._compiled, patterns._new, patterns._kept):
        cached.cache_clear()
    compiled = {one: patterns._compiled(*one) for one in written}
    patterns.keep()
    assert [one.name for one in tmp_path.iterdir()] == ["patterns.re"]
    patterns._compiled.cache_clear()
    patterns._kept.cache_clear()
    monkeypatch.setattr(patterns, "_compile", None)
    for one, expected in compiled.items():
        made = patterns._compiled(*one)
        assert made == expected, one
        assert (made.groups, made.groupindex, made.flags) == (expected.groups, expected.groupindex, expected.flags)


@pytest.mark.parametrize("held", [b"", b"{", marshal.dumps(("another Python", {})), marshal.dumps((sys.version, 5))])
def test_what_cannot_be_used_is_as_if_nothing_was_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: bytes
) -> None:
    """A file that is broken, or another Python's, changes nothing; nor does one that holds no code."""
    from frivilligrapport.fast_start import patterns

    place = tmp_path / "patterns.re"
    monkeypatch.setattr(patterns, "_place", lambda: str(place))
    for kept in (held, marshal.dumps((sys.version, {("a+", 0): (32, b"1234", 0, {}, (None,))}))):
        place.write_bytes(kept)
        for cached in (patterns._compiled, patterns._kept):
            cached.cache_clear()
        assert pattern("a+").findall("baab") == ["aa"]


@pytest.mark.full
def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path) -> None:
    """A start keeps its patterns beside the bytecode, and asked to write no bytecode it writes none of them either."""
    run = [sys.executable, "-m", "frivilligrapport", "validate", "indberetninger/2014/tmf.yaml"]
    for name, count in (("PYTHONDONTWRITEBYTECODE", 0), ("NONE", 1)):
        without = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment = without | {"PYTHONPYCACHEPREFIX": str(tmp_path), name: "1"}
        subprocess.run(run, cwd=REPOSITORY, env=environment, check=True, capture_output=True)
        assert len(list(tmp_path.rglob("*.re"))) == count


def test_a_library_has_its_patterns_from_what_is_kept() -> None:
    """What is compiled meanwhile is what compiling gives, and afterwards `re.compile` is itself."""
    before = re.compile
    with kept_patterns():
        one, other = re.compile("a(?P<b>b)", re.IGNORECASE), re.compile(b"a")
    assert re.compile is before
    assert one == re.compile("a(?P<b>b)", re.IGNORECASE)
    assert other == re.compile(b"a")


def test_the_modules_of_a_folder_are_found() -> None:
    """By their names, without the folder's own; what lies in folders in it is left out."""
    names = [one.__name__ for one in modules_of(models)]
    assert "frivilligrapport.models.statusfil" in names
    assert names == sorted(names)
    assert not {"frivilligrapport.models", "frivilligrapport.models.fields"} & set(names)
