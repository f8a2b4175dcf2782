"""The document types: those of the program and those that other packages add."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from frivilligrapport.documents import types
from frivilligrapport.documents.grundlag import DocumentType

# A package adds a type with an entry point of this group that points at its DocumentType.
ENTRY_POINTS = "frivilligrapport.documents"


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Give every document type in the order they are made: by rank, then by name."""
    return _in_order((*own_document_types(), *_added()))


def own_document_types() -> tuple[DocumentType, ...]:
    """Give the program's own document types in that order."""
    return _in_order(_own())


def _in_order(kinds: Iterable[DocumentType]) -> tuple[DocumentType, ...]:
    return tuple(sorted(kinds, key=lambda one: (one.rank, one.name)))


def _own() -> Iterator[DocumentType]:
    for module in iter_modules(types.__path__, f"{types.__name__}."):
        yield import_module(module.name).DOCUMENT


def _added() -> Iterator[DocumentType]:
    for point in entry_points(group=ENTRY_POINTS):
        yield point.load()
