"""Where each fact of the sources is said: docs/kilder.csv."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from support.repository import REPOSITORY

STATUSES = {"ok", "udeladt"}
# By these an item of a list is named in the column »sted«, whatever the list is of.
NAMES = ("id", "titel", "overskrift", "nummer", "navn", "kode", "hvor", "punkt", "krav")


def rows() -> Iterator[dict[str, str]]:
    """Give the rows of the table."""
    with (REPOSITORY / "docs" / "kilder.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


@cache
def tree(fil: str) -> Any:
    """Read a YAML file, every value as text."""
    return yaml.load((REPOSITORY / fil).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def step(node: Any, name: str) -> Any:
    """Give what `name` leads to: a field, or the item of a list that has it as its name."""
    if isinstance(node, dict):
        return node[name]
    return next(item for item in node if isinstance(item, dict) and name in (item.get(key) for key in NAMES))


def leads_somewhere(fil: str, sted: str) -> bool:
    """Tell whether `sted`, names with > between, leads to something in the file that is not empty."""
    node = tree(fil)
    try:
        for name in sted.split(" > "):
            node = step(node, name)
    except (KeyError, StopIteration, TypeError):
        return False
    return bool(node)


def test_each_fact_of_the_sources_stands_where_the_table_says() -> None:
    """Every row names a field of a file, and that field has something in it."""
    assert [row["række"] for row in rows() if not leads_somewhere(row["fil"], row["sted"])] == []


def test_each_fact_that_is_not_told_has_a_reason() -> None:
    """A row is ok, or it says why not."""
    assert [row["række"] for row in rows() if row["status"] != "ok" and not row["grund"]] == []
    assert {row["status"] for row in rows()} == STATUSES


@pytest.mark.parametrize("sted", ["findes ikke", "indsatser > findes-ikke", "status > En ren by > findes ikke"])
def test_a_place_that_is_gone_is_seen(sted: str) -> None:
    """The table is held against the files as they are."""
    assert not leads_somewhere("indberetninger/2014/tmf.yaml", sted)
