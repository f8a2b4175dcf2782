"""The cover and the colophon, and what stands first and last in a document of its own or on a sheet without a cover."""

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.danish import full_stop, join_words, part_of
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.parts.tables import NOT_TOLD, told
from frivilligrapport.documents.year_data import ReportData, YearData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.period import PeriodKind
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.fields.leaves import Periode
from frivilligrapport.models.lister import LICENCES, said
from frivilligrapport.rendering.typography import one_line

UNTITLED = "Frivillighed"  # the title of what has none


class Forside(Frozen):
    """The cover; `dato` is an ISO date or ""."""

    overtitel: str
    titel: str
    undertitel: str
    afsender: str
    linjer: tuple[str, ...]
    dato: str
    beskrivelse: str


def cover(report_data: ReportData) -> Forside:
    """Make the cover from rapport.yaml; what is not there is left out."""
    rapport, kommune = report_data.rapport, report_data.samling.kommune
    published = rapport.kolofon.dato if rapport.kolofon else None
    number = f"Rapport nr. {rapport.nummer_i_raekken} i rækken" if said(rapport.nummer_i_raekken) else ""
    publisher, sender = str(kommune.kommune), said(rapport.afsender)
    return Forside(
        overtitel=publisher,
        titel=said(rapport.titel) or UNTITLED,
        undertitel=said(rapport.undertitel) or str(report_data.aar),
        afsender=sender or publisher,
        linjer=tuple(line for line in (sender, number, said(in_words(published))) if line not in {"", publisher}),
        dato=iso_day(published),
        beskrivelse=_description(report_data, publisher),
    )


def colophon(report_data: ReportData) -> tuple[tuple[str, str], ...]:
    """Give the imprint's lines; the last says what nobody has told."""
    rapport = report_data.rapport
    kolofon = rapport.kolofon
    leader = unit_id(report_data.samling, rapport.tovholder) if rapport.tovholder else ""
    lines = (
        ("Udgiver", told(kolofon.udgiver if kolofon else None)),
        ("Afsender", told(rapport.afsender)),
        ("Tovholder", told(report_data.title(leader))),
        ("Udgivelsesdag", told(in_words(kolofon.dato if kolofon else None))),
        ("Nummer i rækken", told(rapport.nummer_i_raekken)),
        ("Redaktion", told(kolofon.redaktion if kolofon else None)),
        ("Kontakt", told(kolofon.kontakt if kolofon else None)),
        ("ISBN", told(kolofon.isbn if kolofon else None)),
        ("Frist for bidrag", told(in_words(rapport.frist))),
        *((("Licens", f"Tallene: {LICENCES[str(kolofon.licens)][0]}"),) if kolofon and kolofon.licens else ()),
        *((("Bemærkning", one_line(kolofon.bemaerkning)),) if kolofon and kolofon.bemaerkning else ()),
    )
    missing = [name if name.isupper() else name.lower() for name, text in lines if text == NOT_TOLD]
    given = tuple((name, text) for name, text in lines if text != NOT_TOLD)
    return (*given, *((("Ikke oplyst", join_words(missing)),) if missing else ()))


def _description(report_data: ReportData, publisher: str) -> str:
    number = sum(one.er_modtaget for one in report_data.deliveries)
    told = part_of(number, len(report_data.scope.forvaltninger), "forvaltning", "forvaltninger")
    return f"{publisher}: samarbejdet med frivillige i {report_data.aar}, fortalt af {told}."


def iso_day(period: Periode | None) -> str:
    """Give a date in its ISO form, "" for any other period."""
    found = period.period if period else None
    return found.start.isoformat() if found and found.kind is PeriodKind.DATE and found.start else ""


def publisher(year_data: YearData) -> str:
    """Give the municipality's name."""
    return str(year_data.samling.kommune.kommune)


def front(
    year_data: YearData, title: str, subtitle: str, lines: tuple[str, ...], dato: Periode | None = None
) -> Forside:
    """Make the cover; `lines` stand at its foot."""
    return Forside(
        overtitel=publisher(year_data),
        titel=title,
        undertitel=subtitle,
        afsender=publisher(year_data),
        linjer=lines,
        dato=iso_day(dato),
        beskrivelse=f"{publisher(year_data)}: {full_stop(title)} {full_stop(subtitle)}",
    )


def draft_text(year_data: YearData) -> str:
    """Say that the document is a draft, "" when it is none."""
    return "Dokumentet er ikke færdigt og kan blive ændret." if year_data.draft else ""


class Arkhoved(Frozen):
    """The head: `slags` is what kind of document it is, `linjer` stand below the title.

    `dato` is an ISO date or "". `udkast` is "" for a finished document, else how far the deliveries are.
    """

    slags: str
    overtitel: str
    titel: str
    linjer: tuple[str, ...]
    afsender: str
    beskrivelse: str
    dato: str
    udkast: str


def sheet_heading(
    report_data: ReportData, slags: str, titel: str, linjer: tuple[str, ...], overtitel: str = ""
) -> Arkhoved:
    """Make the head from rapport.yaml's sender and date, and from its title where no other `overtitel` is given."""
    front = cover(report_data)
    return Arkhoved(
        slags=slags,
        overtitel=overtitel or f"{full_stop(front.titel)} {front.undertitel}",
        titel=titel,
        linjer=linjer,
        afsender=front.afsender,
        beskrivelse=f"{slags}. {full_stop(titel)} {full_stop(front.undertitel)}",
        dato=front.dato,
        udkast=counted_text(report_data.deliveries) if report_data.draft else "",
    )
