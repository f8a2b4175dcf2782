"""The index: the page that ties a year's documents together, each with a link to every format that it is made in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.cover import UNTITLED, Forside, cover, draft_text, front
from frivilligrapport.documents.year_data import YearData

_FORM_NAMES = {"html": "webside", "pdf": "PDF", "md": "Markdown", "xlsx": "Excel", "csv": "CSV"}


@dataclass(frozen=True, slots=True)
class Udgaveled:
    """A document: what it is called, and where it lies, as (name of the format, file)."""

    titel: str
    filer: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Udgavegruppe:
    """The documents of a kind; `tekst` says in a sentence what they are, "" where the name does."""

    titel: str
    tekst: str
    led: tuple[Udgaveled, ...]


@dataclass(frozen=True)
class Udgaveindeks:
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
