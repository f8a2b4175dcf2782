"""What every notat is made of: a head, a text in sections, and what its sender says that it lacks."""

from collections.abc import Iterable, Iterator, Mapping

from frivilligrapport.danish import date_as_letterhead, full_stop
from frivilligrapport.documents.parts.cover import iso_day
from frivilligrapport.documents.parts.tables import NOT_TOLD, Tabel, told
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.dokumentfiler.notathoved import Notathoved
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.fields.leaves import Periode
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.statusfil import Mangel
from frivilligrapport.rendering.typography import one_line, upper_first


class Hovedvisning(Frozen):
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
        dato=iso_day(hoved.dato),
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
    iso = iso_day(dato)
    if iso:
        return date_as_letterhead(iso)
    return told(in_words(dato))


class Notatpunkt(Frozen):
    """An item of a list: what it is about, and a sentence or two; `navn` may be ""."""

    navn: str
    tekst: str


class Notatafsnit(Frozen):
    """A section: the sender's own words (Markdown), sentences from the report, a list, and sentences after it."""

    titel: str
    tekst: str = ""
    stykker: tuple[str, ...] = ()
    punkter: tuple[Notatpunkt, ...] = ()
    slutning: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to print."""
        return not (self.tekst or self.stykker or self.punkter or self.slutning)


class Initiativtabel(Frozen):
    """A list of initiatives: what it comes to in sentences, and the table."""

    titel: str
    indledning: str
    tabel: Tabel


class Notat(Frozen):
    """A notat as the templates place it; `udkast` is "" for a finished one, `slags` what it is called."""

    slags: str
    hoved: Hovedvisning
    udkast: str
    afsnit: tuple[Notatafsnit, ...]
    mangler: Notatafsnit
    initiativer: tuple[Initiativtabel, ...] = ()


def filled(sections: Iterable[Notatafsnit]) -> tuple[Notatafsnit, ...]:
    """Leave out the sections that say nothing."""
    return tuple(one for one in sections if not one.is_empty)


# A gap is placed by a field's name; a reader gets a word.
_NAMES = {"hoved": "det øverste i notatet", "maal": "mål"}


def gap_points(found: Iterable[Mangel], names: Mapping[str, str]) -> tuple[Notatpunkt, ...]:
    """Give an item for each gap: where, what, and why when that is known; `names` turns ids into names of things."""
    return tuple(_gap(one, names) for one in found)


def _gap(one: Mangel, names: Mapping[str, str]) -> Notatpunkt:
    where = names.get(str(one.hvor)) or _NAMES.get(one.hvor.key, str(one.hvor))
    why = f" {full_stop(one_line(one.aarsag))}" if told(one.aarsag) != NOT_TOLD and one.aarsag else ""
    return Notatpunkt(upper_first(where), f"{upper_first(full_stop(one_line(one.hvad)))}{why}")


def gap_section(title: str, found: Iterable[Mangel]) -> Notatafsnit:
    """List what a notat itself says that it lacks."""
    return Notatafsnit(title, punkter=gap_points(found, {}))


def report_gaps(report_data: ReportData) -> tuple[Notatpunkt, ...]:
    """List what the report as a whole lacks."""
    netvaerk = report_data.rapport.netvaerk
    indsatser = {str(one.id): str(one.navn) for one in netvaerk.indsatser} if netvaerk else {}
    preconditions = {str(one.id): str(one.navn) for one in netvaerk.forudsaetninger} if netvaerk else {}
    names = indsatser | preconditions
    return gap_points(report_data.rapport.mangler, names)
