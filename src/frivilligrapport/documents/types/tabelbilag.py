"""The tabelbilag: every table that the statusrapport rests on, and the source list that all figures refer to."""

from collections.abc import Iterator
from dataclasses import replace

from frivilligrapport.danish import full_stop
from frivilligrapport.documents.document_type import Document, DocumentType, of_report
from frivilligrapport.documents.parts.contents import Indholdsled
from frivilligrapport.documents.parts.cover import Forside, cover, draft_text
from frivilligrapport.documents.parts.figures.changes import changes_since_last_year
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.figures.sources import SOURCE_DOCUMENT, Kilde, Sources
from frivilligrapport.documents.parts.figures.summaries import who_says_what
from frivilligrapport.documents.parts.figures.totals import table_of_coming, tables_of_done
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, parted
from frivilligrapport.documents.tabelbilag.basis import Grundlag, basis
from frivilligrapport.documents.tabelbilag.registered_indsatser import (
    about_registered,
    all_indsatser,
    by_art,
    by_part,
    by_state,
    chart_of_registered,
    whom_and_where,
)
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.shared import SharedFigure
from frivilligrapport.rendering.charts.stacked import StackedChart


class AaretITal(Frozen):
    """Totals, changes, each forvaltning's figures, and how many indsatser are registered: tables in their parts."""

    gennemfoert: tuple[Tabel, ...]
    kommende: Tabel | None
    aendringer: Tabel | None
    forvaltninger: Tabel
    om_registreret: str
    diagram: StackedChart
    registrerede: tuple[tuple[Tabel, ...], ...]


def year_in_figures(report_data: ReportData) -> AaretITal:
    """Make the chapter from the register and its totals."""
    is_any = any(report.indsatser for report in report_data.reports)
    return AaretITal(
        gennemfoert=tables_of_done(report_data),
        kommende=table_of_coming(report_data),
        aendringer=changes_since_last_year(report_data),
        forvaltninger=who_says_what(report_data),
        om_registreret=about_registered(report_data),
        diagram=chart_of_registered(report_data),
        registrerede=tuple(parted(of(report_data)) for of in (by_part, by_state, by_art)) if is_any else (),
    )


def control(report_data: ReportData) -> Tabel | None:
    """Hold everyone's figure against the one that counts (number grammar, section 3 rule 5)."""
    found = report_data.register.shared
    if not found:
        return None
    rows = tuple(_telling(report_data, one) for one in found)
    return Tabel("faelles-kontrol", "Hvad hver siger i tal", columns("Indsats", "Hvem", "Tal", "Forhold"), rows)


def _telling(report_data: ReportData, one: SharedFigure) -> Raekke:
    shown = Talvisning(f"{one.text} {one.enhed}", report_data.figures.sources.refer(one.ids))
    return (Celle(one.indsats), Celle(one.reporter), Celle(tal=(shown,)), Celle(one.difference.text, note=one.note))


def gross(report_data: ReportData) -> Tabel | None:
    """List the totals that would be another if shared things were counted everywhere."""
    rows = tuple(_differing(report_data))
    heads = columns("Enhed", "Alles tal lagt sammen", "Talt én gang")
    return Tabel("faelles-brutto", "Med og uden gentagelser", heads, rows) if rows else None


def _differing(report_data: ReportData) -> Iterator[Raekke]:
    register = report_data.register
    net = {(total.enhed, total.gruppe): total for total in register.totals}
    for one in register.gross:
        counted = net.get((one.enhed, one.gruppe))
        if counted and counted.text != one.text:
            refer = report_data.figures.sources.refer
            everything = Talvisning(one.text, refer(one.ids))
            once = Talvisning(counted.text, refer(counted.ids))
            yield (Celle(f"{one.enhed}, {one.gruppe}"), Celle(tal=(everything,)), Celle(tal=(once,)))


class Bilagshoveder(Frozen):
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


class Tabelbilag(Frozen):
    """Everything that the templates place; a table that is None is left out."""

    forside: Forside
    kolofon: tuple[tuple[str, str], ...]
    udkast: str
    aaret: AaretITal
    alle_indsatser: Tabel | None
    hvem_og_hvor: Tabel | None
    faelles: tuple[Tabel, ...]
    grundlag: Grundlag
    kilder: tuple[Kilde, ...]
    hoveder: Bilagshoveder = HEADINGS

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents."""
        heads = self.hoveder
        shared, sources = (heads.faelles,) if self.faelles else (), (heads.kilder,) if self.kilder else ()
        return heads.samlet, heads.hver, heads.registreret, *shared, heads.grundlag, heads.fund, *sources


def make(report_data: ReportData) -> Tabelbilag:
    """Make the appendix of a year's report."""
    own = _referring_to_itself(report_data)
    shared, front = (control(own), gross(own)), _front(own)
    return Tabelbilag(
        forside=front,
        kolofon=(("Hører til", front.undertitel),),
        udkast=draft_text(report_data),
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
    return replace(report_data, figures=figures._replace(sources=Sources.of(figures.sources.kilder)))


def _front(report_data: ReportData) -> Forside:
    """Give the report's own cover another title."""
    front = cover(report_data)
    title = f"{full_stop(front.titel)} {front.undertitel}"
    return front._replace(titel="Tabelbilag", undertitel=title, beskrivelse=full_stop(f"Tabelbilag til {title}"))


def _documents(report_data: ReportData) -> Iterator[Document]:
    yield Document(SOURCE_DOCUMENT, make(report_data))


DOCUMENT = DocumentType(
    name=SOURCE_DOCUMENT,
    title="Tabelbilag",
    make=of_report(_documents),
    shows=Tabelbilag,
    rank=30,
    about="Alle tal i tabeller, og hvor hvert tal er skrevet.",
)
