"""The statusrapport: the year's report to the committee."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.contents import Hoveder, Indholdsled, headings
from frivilligrapport.documents.parts.cover import Forside, colophon, cover
from frivilligrapport.documents.parts.gaps import report_gaps
from frivilligrapport.documents.parts.notat import Notatpunkt
from frivilligrapport.documents.parts.proposals import Forslagskapitel, all_proposals
from frivilligrapport.documents.parts.tables import Tabel
from frivilligrapport.documents.policy.chapter import Politikvisning, follow_up
from frivilligrapport.documents.policy.policy_data import followed
from frivilligrapport.documents.statusrapport.about_figures import OmTallene, about_figures
from frivilligrapport.documents.statusrapport.appendices import Bilagsafsnit, appendices
from frivilligrapport.documents.statusrapport.chapters import Forvaltningskapitel, chapters
from frivilligrapport.documents.statusrapport.draft import Udkast, draft_of
from frivilligrapport.documents.statusrapport.in_short import Kortlinje, in_short
from frivilligrapport.documents.statusrapport.introduction import Indledning, introduction
from frivilligrapport.documents.statusrapport.main_points import DetVigtigste, main_points
from frivilligrapport.documents.statusrapport.network import Netvaerkskapitel, network_chapter
from frivilligrapport.documents.statusrapport.shared_work import shared_work
from frivilligrapport.documents.statusrapport.usable_figures import BrugbareTal, usable_figures
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.models.lister import said


@dataclass(frozen=True)
class Statusrapport:
    """Everything the templates place, in the report's order; a chapter that is None, "" or () is left out."""

    forside: Forside
    vigtigst: DetVigtigste
    tal: BrugbareTal
    kort: tuple[Kortlinje, ...]
    kolofon: tuple[tuple[str, str], ...]
    hoveder: Hoveder
    udkast: Udkast | None
    forord: str
    indledning: Indledning | None
    netvaerk: Netvaerkskapitel | None
    forvaltninger: tuple[Forvaltningskapitel, ...]
    faelles: Tabel | None
    forslag: Forslagskapitel
    politik: Politikvisning | None
    om_tallene: OmTallene
    bilag: tuple[Bilagsafsnit, ...]
    mangler: tuple[Notatpunkt, ...]

    @property
    def indhold(self) -> tuple[Indholdsled, ...]:
        """Give the table of contents: every chapter that is there."""
        return tuple(self._contents())

    def _contents(self) -> Iterator[Indholdsled]:
        heads = self.hoveder
        yield from (heads.vigtigst, heads.tal, heads.kort)
        before = ((heads.udkast, self.udkast), (heads.forord, self.forord), (heads.indledning, self.indledning))
        yield from (head for head, content in before if content)
        if self.netvaerk:
            yield Indholdsled(self.netvaerk.id, self.netvaerk.titel)
        yield from (Indholdsled(one.id, one.titel) for one in self.forvaltninger)
        if self.faelles:
            yield heads.faelles
        if self.forslag.forslag:
            yield heads.forslag
        if self.politik:
            yield heads.politik
        yield heads.om_tallene
        after = ((heads.bilag, self.bilag), (heads.mangler, self.mangler))
        yield from (head for head, content in after if content)


def make(year_data: YearData) -> Statusrapport | None:
    """Make the report of a year; None for a year without a readable rapport.yaml."""
    report_data, policy = year_data.report, followed(year_data)
    if report_data is None:
        return None
    return Statusrapport(
        forside=cover(report_data),
        vigtigst=main_points(report_data),
        tal=usable_figures(report_data),
        kort=in_short(report_data),
        kolofon=colophon(report_data),
        hoveder=headings(report_data.tekster),
        udkast=draft_of(report_data),
        forord=said(report_data.rapport.forord),
        indledning=introduction(report_data),
        netvaerk=network_chapter(report_data),
        forvaltninger=chapters(report_data),
        faelles=shared_work(report_data),
        forslag=all_proposals(report_data),
        politik=follow_up(policy) if policy else None,
        om_tallene=about_figures(report_data),
        bilag=appendices(report_data),
        mangler=report_gaps(report_data),
    )


def _documents(year_data: YearData) -> Iterator[Document]:
    report = make(year_data)
    if report:
        yield Document("statusrapport", report)


DOCUMENT = DocumentType(
    name="statusrapport",
    title="Statusrapport",
    make=_documents,
    shows=Statusrapport,
    rank=0,
    about="Hele rapporten. De første tre sider siger det vigtigste.",
)
