"""Whole documents, each rendered once."""

from collections.abc import Callable
from functools import cache

import pytest
from built import FOLDERS, Built, built

Make = Callable[[str], tuple[Built, ...]]


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Build one of FOLDERS by its name, once."""
    return cache(lambda name: built(name, tmp_path_factory.mktemp(name)))


@pytest.fixture(scope="session", params=list(FOLDERS))
def documents(request: pytest.FixtureRequest, make: Make) -> tuple[Built, ...]:
    """Give the documents of each folder in turn."""
    return make(request.param)


@pytest.fixture(scope="session")
def fullest(make: Make) -> Built:
    """Give the report of 2014, which has every kind of chapter."""
    return next(one for one in make("fullest") if one.name == "statusrapport")
