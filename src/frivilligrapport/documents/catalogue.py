"""The document types: the program's, those that other packages add, and the index of what they make of a year."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from sysconfig import get_path

from frivilligrapport.documents import types
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.cover import UNTITLED, Forside, cover, draft_text, front
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.fast_start import Frozen, modules_of
from frivilligrapport.problems import ExitCode, Refusal

_FORM_NAMES = {"html": "webside", "pdf": "PDF", "md": "Markdown", "xlsx": "Excel", "csv": "CSV"}


class Udgaveled(Frozen):
    """A document: what it is called, and where it lies, as (name of the format, file)."""

    titel: str
    filer: tuple[tuple[str, str], ...]


class Udgavegruppe(Frozen):
    """The documents of a kind; `tekst` says in a sentence what they are, "" where the name does."""

    titel: str
    tekst: str
    led: tuple[Udgaveled, ...]


class Udgaveindeks(Frozen):
    """Everything that the template places."""

    forside: Forside
    udkast: str
    grupper: tuple[Udgavegruppe, ...]


def index_type(others: Callable[[], Iterable[DocumentType]]) -> DocumentType:
    """Declare the index of all that `others` make of a year."""

    def make(year_data: YearData) -> Iterator[Document]:
        groups = tuple(_groups(year_data, (one for one in others() if one.name != "index" and not one.on_request)))
        if len([led for group in groups for led in group.led]) > 1:
            yield Document("index", Udgaveindeks(_front(year_data), draft_text(year_data), groups))

    return DocumentType(name="index", title="Udgaven", make=make, shows=Udgaveindeks, rank=100, forms=("html",))


def _groups(year_data: YearData, kinds: Iterable[DocumentType]) -> Iterator[Udgavegruppe]:
    for kind in kinds:
        forms = [form for form in _FORM_NAMES if form in year_data.forms and form in kind.forms]
        made = tuple(_entry(year_data, kind, one, forms) for one in year_data.once(kind.make)) if forms else ()
        if made:
            yield Udgavegruppe(kind.title, kind.about, made)


def _entry(year_data: YearData, kind: DocumentType, one: Document, forms: Iterable[str]) -> Udgaveled:
    of = one.name.removeprefix(kind.name).strip("-")
    title = f"{kind.title}: {_whose(year_data, of)}" if of else kind.title
    return Udgaveled(title, tuple((_FORM_NAMES[form], f"{one.name}.{form}") for form in forms))


def _whose(year_data: YearData, name: str) -> str:
    """Give the whole name of the forvaltning that a document is about, else what its own name says."""
    units = {str(one.id): str(one.navn) for one in year_data.samling.forvaltninger(year_data.aar)}
    return units.get(name, name.replace("-", " "))


def _front(year_data: YearData) -> Forside:
    if year_data.report:
        return cover(year_data.report)
    return front(year_data, UNTITLED, str(year_data.aar), ())


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
