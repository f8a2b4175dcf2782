"""Whole documents, each laid out once."""

import pytest

from support.editions import KINDS, Document, Whole


@pytest.fixture(scope="session", params=list(KINDS))
def documents(request: pytest.FixtureRequest, whole: Whole) -> tuple[Document, ...]:
    """Give the documents of each kind of edition in turn."""
    return whole(request.param).documents()


@pytest.fixture(scope="session")
def fullest(whole: Whole) -> Document:
    """Give the report of 2014, which has every kind of chapter."""
    return next(one for one in whole("fullest").documents() if one.name == "statusrapport")
