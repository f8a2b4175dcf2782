"""Laws of the sums that kept documents are known by."""

import os
import subprocess
import sys
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.register import Grouping
from frivilligrapport.pipeline.document_keys import OpaqueValue, sum_of
from frivilligrapport.rendering.pdf.faults import Breach, Overrun
from frivilligrapport.rendering.templates.sources import HouseStyle
from support.laws import tried
from support.repository import REPOSITORY

# So few of each that two that are drawn are often nearly the same.
TEXTS = st.text("a1 :", max_size=3)
PLAIN = st.one_of(
    TEXTS,
    st.sampled_from([None, True, False, 0, 1, 10, 0.0, -0.0, 1.0, Decimal(1), Decimal("1.0"), date(2014, 1, 1)]),
    st.sampled_from(Grouping),
)


def holding(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Put values into values."""
    some = st.lists(inner, max_size=3)
    return st.one_of(
        some,
        some.map(tuple),
        st.frozensets(st.one_of(PLAIN, st.tuples(PLAIN)), max_size=3),
        st.dictionaries(TEXTS, inner, max_size=3),
        st.dictionaries(TEXTS, inner, max_size=3).map(MappingProxyType),
        st.builds(Indholdsled, TEXTS, TEXTS, some.map(tuple)),
        st.builds(HouseStyle, st.dictionaries(TEXTS, TEXTS, max_size=2), TEXTS, TEXTS, st.just({})),
    )


VALUES = st.recursive(PLAIN, holding, max_leaves=6)


def names(value: Any) -> tuple[str, ...]:
    """Give the names of a value's fields."""
    return value._fields if isinstance(value, Frozen) else tuple(field.name for field in fields(value))


def is_same(one: Any, other: Any) -> bool:
    """Tell whether a template could not tell two values apart, in the plainest words."""
    if type(one) is not type(other):
        return False
    if isinstance(one, frozenset):
        return len(one) == len(other) and all(any(is_same(a, b) for b in other) for a in one)
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, (dict, MappingProxyType)):
        return is_same([*one.items()], [*other.items()])
    if isinstance(one, (HouseStyle, Frozen)):
        return all(is_same(getattr(one, name), getattr(other, name)) for name in names(one))
    return str(one) == str(other)


def made_again(value: Any) -> Any:
    """Build the same of other objects, sets in another order."""
    if isinstance(value, (frozenset, tuple, list)):
        again = [made_again(one) for one in value]
        return type(value)(reversed(again) if isinstance(value, frozenset) else again)
    if isinstance(value, (dict, MappingProxyType)):
        return type(value)(dict(made_again([*value.items()])))
    if isinstance(value, (HouseStyle, Frozen)):
        return type(value)(**{name: made_again(getattr(value, name)) for name in names(value)})
    return "".join([*value]) if type(value) is str else value


@tried(400)
@given(VALUES, VALUES)
def test_different_values_have_different_sums(one: object, other: object) -> None:
    """Two values have the same sum when they are the same, and never otherwise; nor have they side by side."""
    assert (sum_of(one) == sum_of(other)) is is_same(one, other)
    assert sum_of(one, other) not in {sum_of((one, other)), sum_of(one), sum_of(one, other, None)}


@given(VALUES)
def test_the_same_built_otherwise_has_the_same_sum(value: object) -> None:
    """Neither the order that a set was filled in nor which objects are shared can be seen."""
    assert sum_of(value, value) == sum_of(made_again(value), value)


@dataclass(frozen=True)
class Theirs:
    """A class of another package."""

    name: str = ""


class Word(str):
    """A text that holds more than its letters."""

    __slots__ = ("place",)


@pytest.mark.parametrize(
    "value",
    [Theirs(), Word("a"), datetime(2014, 1, 1, tzinfo=UTC), {1}, object(), Breach, len],
    ids=lambda one: type(one).__name__,
)
def test_what_cannot_be_told_has_none(value: object) -> None:
    """What holds more than its fields, or code that no sum of ours stands for, is refused, however deep it lies."""
    for one in (value, (value,), {"a": [value]}, Overrun(1, value)):  # type: ignore[arg-type]  # it may be anything
        with pytest.raises(OpaqueValue):
            sum_of(one)


KEYS = """
from frivilligrapport.cli.execution import building
from frivilligrapport.cli.execution.unchanged import BuildRequest
from frivilligrapport.pipeline import edition

edition.render = lambda *_: ""

class Names:
    def get(self, key):
        print(key)
    def put(self, key, data):
        print(key)

building.carry_out(BuildRequest("2014", "md,html", folder={folder!r}, output={output!r}), Names(), lambda _: None)
"""


@pytest.mark.full
def test_the_keys_of_a_year_are_the_same_in_every_process(tmp_path: Path) -> None:
    """Whatever Python's seed for its sums is, every page of 2014 has the same key."""
    script = KEYS.format(folder=str(REPOSITORY), output=str(tmp_path / "ud"))
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].count(b".html\n") > len(["asked for", "kept"]) * 10
