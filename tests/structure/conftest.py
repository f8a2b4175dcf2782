"""Editions documents, each laid out once."""

import pytest

from support.editions import KINDS, Document, Editions


@pytest.fixture(scope="session", params=list(KINDS))
def documents(request: pytest.FixtureRequest, editions: Editions) -> tuple[Document, ...]:
    """Give the documents of each kind of edition in turn."""
    return editions(request.param).documents()


@pytest.fixture(scope="session")
def fullest(editions: Editions) -> Document:
    """Give the report of 2014, which has every kind of chapter."""
    return next(one for one in editions("fullest").documents() if one.name == "statusrapport")


@pytest.fixture(scope="session")
def tables(editions: Editions) -> Document:
    """Give the tabelbilag of 2014."""
    return next(one for one in editions("fullest").documents() if one.name == "tabelbilag")
