"""The head of a municipal notat: who writes to whom, about what, and which case it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.danish import date_as_letterhead
from frivilligrapport.documents.tables import NOT_TOLD, told
from frivilligrapport.models.leaves import Periode
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.notathoved import Notathoved
from frivilligrapport.reading.period import PeriodKind


@dataclass(frozen=True, slots=True)
class Hovedvisning:
    """The head as it is printed: `oplysninger` is the side column, name by name; `dato` is an ISO date or ""."""

    afsender: tuple[str, ...]
    til: str
    emne: str
    dato: str
    oplysninger: tuple[tuple[str, str], ...]


def notat_head(hoved: Notathoved, title: str = "") -> Hovedvisning:
    """Make the head; `title` is the subject of a document that has one of its own."""
    sender = tuple(str(line) for line in hoved.afsender if line != UOPLYST)
    return Hovedvisning(
        afsender=sender or (f"Afsender {NOT_TOLD}",),
        til=told(hoved.til),
        emne=title or told(hoved.emne),
        dato=_iso(hoved.dato),
        oplysninger=tuple(_side_column(hoved)),
    )


def _side_column(hoved: Notathoved) -> Iterator[tuple[str, str]]:
    """Yield what a notat always has, told or not, and then what it may have."""
    yield "Dato", _day(hoved.dato)
    yield "Sagsnr.", told(hoved.sagsnr)
    yield "Dokumentnr.", told(hoved.dokumentnr)
    yield "Sagsbehandler", told(hoved.sagsbehandler)
    if hoved.adresse:
        yield "Adresse", ", ".join(hoved.adresse)
    may_have = (("Postkasse", hoved.postkasse), ("Telefon", hoved.telefon), ("EAN-nr.", hoved.ean))
    yield from ((name, told(text)) for name, text in may_have if text)


def _day(dato: Periode | None) -> str:
    iso = _iso(dato)
    if iso:
        return date_as_letterhead(iso)
    return dato.period.text() if dato and dato.period.is_known else NOT_TOLD


def _iso(dato: Periode | None) -> str:
    day = dato.period.start if dato and dato.period.kind is PeriodKind.DATE else None
    return day.isoformat() if day else ""
