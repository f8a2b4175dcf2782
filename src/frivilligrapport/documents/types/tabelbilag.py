"""The tabelbilag: every table that the statusrapport rests on, and the source list that all figures refer to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from frivilligrapport.danish import full_stop
from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.documents.parts.cover import Forside, cover, draft_text
from frivilligrapport.documents.parts.figures.sources import SOURCE_DOCUMENT, Kilde, Sources
from frivilligrapport.documents.parts.tables import Tabel
from frivilligrapport.documents.tabelbilag.basis import Grundlag, basis
from frivilligrapport.documents.tabelbilag.registered_indsatser import all_indsatser, whom_and_where
from frivilligrapport.documents.tabelbilag.year_in_figures import AaretITal, control, gross, year_in_figures
from frivilligrapport.documents.year_data import ReportData, YearData


@dataclass(frozen=True, slots=True)
class Bilagshoveder:
    """The anchor and heading of each chapter."""

    samlet: Indholdsled
    hver: Indholdsled
    registreret: Indholdsled
    faelles: Indholdsled
    grundlag: Indholdsled
    fund: Indholdsled
    kilder: Indholdsled


HEADINGS = Bilagshoveder(
    samlet=Indholdsled("samlede-tal", "Årets samlede tal"),
    hver=Indholdsled("fra-hver", "Tal fra hver forvaltning"),
    registreret=Indholdsled("registreret", "Registrerede indsatser"),
    faelles=Indholdsled("faelles-tal", "Fælles indsatser i tal"),
    grundlag=Indholdsled("grundlag", "Det, tallene bygger på"),
    fund=Indholdsled("fund", "Set og accepteret"),
    kilder=Indholdsled("kilder", "Kildeliste"),
)


@dataclass(frozen=True)
class Tabelbilag:
    """Everything that the templates place; a table that is None is left out."""

    forside: Forside
    kolofon: tuple[tuple[str, str], ...]
    udkast: str
    hoveder: Bilagshoveder
    aaret: AaretITal
    alle_indsatser: Tabel | None
    hvem_og_hvor: Tabel | None
    faelles: tuple[Tabel, ...]
    grundlag: Grundlag
    kilder: tuple[Kilde, ...]

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents."""
        heads = self.hoveder
        shared, sources = (heads.faelles,) if self.faelles else (), (heads.kilder,) if self.kilder else ()
        return heads.samlet, heads.hver, heads.registreret, *shared, heads.grundlag, heads.fund, *sources


def make(year_data: YearData) -> Tabelbilag | None:
    """Make the appendix of a year's report; None for a year without a readable rapport.yaml."""
    if year_data.report is None:
        return None
    own = _referring_to_itself(year_data.report)
    shared, front = (control(own), gross(own)), _front(own)
    return Tabelbilag(
        forside=front,
        kolofon=(("Hører til", front.undertitel),),
        udkast=draft_text(year_data),
        hoveder=HEADINGS,
        aaret=year_in_figures(own),
        alle_indsatser=all_indsatser(own),
        hvem_og_hvor=whom_and_where(own),
        faelles=tuple(one for one in shared if one),
        grundlag=basis(own),
        kilder=own.figures.sources.kilder,
    )


def _referring_to_itself(report_data: ReportData) -> ReportData:
    """Give the same data with a source list that is in this document."""
    figures = report_data.figures
    return replace(report_data, figures=replace(figures, sources=Sources.of(figures.sources.kilder)))


def _front(report_data: ReportData) -> Forside:
    """Give the report's own cover another title."""
    front = cover(report_data)
    title = f"{full_stop(front.titel)} {front.undertitel}"
    return replace(front, titel="Tabelbilag", undertitel=title, beskrivelse=full_stop(f"Tabelbilag til {title}"))


def _documents(year_data: YearData) -> Iterator[Document]:
    found = make(year_data)
    if found:
        yield Document(SOURCE_DOCUMENT, found)


DOCUMENT = DocumentType(
    name=SOURCE_DOCUMENT,
    title="Tabelbilag",
    make=_documents,
    shows=Tabelbilag,
    rank=30,
    about="Alle tal i tabeller, og hvor hvert tal er skrevet.",
)
