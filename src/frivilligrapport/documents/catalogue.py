"""The document types: those of the program and those that other packages add."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from sysconfig import get_path

from frivilligrapport.documents import types
from frivilligrapport.documents.document_type import DocumentType
from frivilligrapport.documents.edition_index import index_type
from frivilligrapport.fast_start import modules_of
from frivilligrapport.problems import ExitCode, Refusal

# A package adds a type with an entry point of this group that points at its DocumentType.
ENTRY_POINTS = "frivilligrapport.documents"


class AddedTypeFault(Refusal):
    """Refuse a document type that another package adds, and say which package, and what to do."""

    exit_code = ExitCode.CANNOT_RENDER


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Give every document type in the order they are made: by rank, then by name.

    Raises AddedTypeFault when one that a package adds cannot be loaded, is none, or has a name that is taken.
    """
    own = own_document_types()
    return _in_order((*own, *_added(own)))


def own_document_types() -> tuple[DocumentType, ...]:
    """Give the program's own document types in that order."""
    return _in_order(_own())


def added_types_are_installed() -> bool:
    """Tell whether the code of every added type lies where packages are installed, so that a version stands for it.

    Elsewhere, as where its author works on it, it changes while the version stands still.
    """
    installed = [Path(get_path(name)).resolve() for name in ("purelib", "platlib")]
    files = [getattr(import_module(point.module), "__file__", None) for point in entry_points(group=ENTRY_POINTS)]
    return all(file and any(Path(file).resolve().is_relative_to(one) for one in installed) for file in files)


def _in_order(kinds: Iterable[DocumentType]) -> tuple[DocumentType, ...]:
    return tuple(sorted(kinds, key=lambda one: (one.rank, one.name)))


def _own() -> Iterator[DocumentType]:
    yield index_type(document_types)
    yield from (one.DOCUMENT for one in modules_of(types))


def _added(own: tuple[DocumentType, ...]) -> Iterator[DocumentType]:
    taken = {kind.name: "programmet selv" for kind in own}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: (_package(one), one.name)):
        kind = _load(point)
        if kind.name in taken:
            raise _fault(point, f"Navnet »{kind.name}« er allerede brugt af {taken[kind.name]}.")
        taken[kind.name] = f"pakken {_package(point)}"
        yield kind


def _load(point: EntryPoint) -> DocumentType:
    try:
        kind = point.load()
    except Exception as error:
        raise _fault(point, f"Den kan ikke indlæses ({type(error).__name__}: {error}).") from error
    if not isinstance(kind, DocumentType):
        raise _fault(point, f"»{point.value}« er ikke en DocumentType.")
    return kind


def _fault(point: EntryPoint, reason: str) -> AddedTypeFault:
    package = _package(point)
    return AddedTypeFault(
        f"Dokumenttypen »{point.name}« fra pakken {package} kan ikke bruges. {reason}",
        f"Spørg dem, der har lavet pakken, eller fjern den: python -m pip uninstall {package}",
    )


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist else point.module
