"""The statusrapport: the year's report to the committee."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import unit_id
from frivilligrapport.danish import join_words, plural
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.document_type import Document, DocumentType, of_report
from frivilligrapport.documents.parts.contents import Hoveder, Indholdsled, headings
from frivilligrapport.documents.parts.cover import Forside, colophon, cover
from frivilligrapport.documents.parts.notat import Notatpunkt, report_gaps
from frivilligrapport.documents.parts.proposals import Forslagskapitel, all_proposals
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, words
from frivilligrapport.documents.policy.chapter import Politikvisning, follow_up
from frivilligrapport.documents.policy.policy_data import followed
from frivilligrapport.documents.statusrapport.about_figures import OmTallene, about_figures
from frivilligrapport.documents.statusrapport.chapters import Forvaltningskapitel, chapters
from frivilligrapport.documents.statusrapport.first_pages import (
    BrugbareTal,
    DetVigtigste,
    Kortlinje,
    in_short,
    main_points,
    usable_figures,
)
from frivilligrapport.documents.statusrapport.network import Netvaerkskapitel, network_chapter
from frivilligrapport.documents.statusrapport.own_texts import Bilagsafsnit, Indledning, appendices, introduction
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.indsats import Faelles, Indsats
from frivilligrapport.models.lister import said
from frivilligrapport.problems import Severity
from frivilligrapport.reading.printable import drawable


class Udkast(Frozen):
    """A draft's state: in a sentence, who has delivered what, and the findings that are open."""

    besked: str
    afleveringer: Tabel
    fund_i_alt: str
    fund: Tabel | None


class Statusrapport(Frozen):
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


def make(report_data: ReportData) -> Statusrapport:
    """Make the report of a year."""
    policy = followed(report_data)
    return Statusrapport(
        forside=cover(report_data),
        vigtigst=main_points(report_data),
        tal=usable_figures(report_data),
        kort=in_short(report_data),
        kolofon=colophon(report_data),
        hoveder=headings(report_data.tekster),
        udkast=_draft(report_data),
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


def _draft(report_data: ReportData) -> Udkast | None:
    """Tell how far the report is; None when it is no draft."""
    if not report_data.draft:
        return None
    found = report_data.deliveries
    rows = tuple(words(f"{one.navn} ({one.forkortelse})", one.fil) for one in found)
    return Udkast(
        besked=counted_text(found),
        afleveringer=Tabel("udkast-afleveringer", "Modtagne bidrag", columns("Forvaltning", "Fil"), rows),
        fund_i_alt=_count(report_data),
        fund=_findings(report_data),
    )


def _count(report_data: ReportData) -> str:
    severities = [one.severity for one in report_data.open_problems]
    errors, warnings = severities.count(Severity.FEJL), severities.count(Severity.ADVARSEL)
    parts = [f"{errors} fejl"] if errors else []
    parts += [f"{warnings} {plural(warnings, 'advarsel', 'advarsler')}"] if warnings else []
    return f"Filerne har {join_words(parts)}." if parts else "Der er ingen åbne fund i filerne."


def _findings(report_data: ReportData) -> Tabel | None:
    found = sorted(report_data.open_problems, key=lambda problem: problem.order)
    if not found:
        return None
    rows = tuple(
        words(one.code, one.severity.value, drawable(str(one.location)), drawable(one.message)) for one in found
    )
    return Tabel("udkast-fund", "Åbne fund", columns("Kode", "Slags", "Sted", "Besked"), rows)


_NOBODY = "ingen"


class _Told(Frozen):
    """One reporter's word about a shared thing."""

    forvaltning: str
    indsats: Indsats
    faelles: Faelles


def shared_work(report_data: ReportData) -> Tabel | None:
    """List the shared things in the order they are first told of; None when there are none."""
    by_thing: dict[str, list[_Told]] = {}
    for report in report_data.reports:
        for indsats in report.indsatser:
            if indsats.faelles:
                told = _Told(report.forvaltning, indsats, indsats.faelles)
                by_thing.setdefault(str(indsats.faelles.id), []).append(told)
    if not by_thing:
        return None
    heads = columns("Indsats", "Indberettet af", "Nævnes ikke af", "Tælles hos")
    rows = tuple(_row(report_data, told) for told in by_thing.values())
    return Tabel("faelles", "Fælles indsatser", heads, rows)


def _row(report_data: ReportData, told: list[_Told]) -> Raekke:
    reporters = list(dict.fromkeys(one.forvaltning for one in told))
    owner = unit_id(report_data.samling, told[0].faelles.taeller_hos)
    involved = dict.fromkeys(
        unit_id(report_data.samling, name) for one in told for name in (*one.faelles.med, one.faelles.taeller_hos)
    )
    silent = [report_data.name(one) for one in involved if one not in reporters]
    first = next((one for one in told if one.forvaltning == owner), told[0])
    return (
        Celle(str(first.indsats.navn), note=_other_names(report_data, told, first)),
        Celle(join_words([report_data.name(one) for one in reporters])),
        Celle(join_words(silent) or _NOBODY),
        Celle(report_data.name(owner)),
    )


def _other_names(report_data: ReportData, told: list[_Told], first: _Told) -> str:
    others = [one for one in told if one.indsats.navn != first.indsats.navn]
    names = [f"»{one.indsats.navn}« hos {report_data.name(one.forvaltning)}" for one in others]
    return f"hedder {join_words(names)}" if names else ""


def _documents(report_data: ReportData) -> Iterator[Document]:
    yield Document("statusrapport", make(report_data))


DOCUMENT = DocumentType(
    name="statusrapport",
    title="Statusrapport",
    make=of_report(_documents),
    shows=Statusrapport,
    rank=0,
    about="Hele rapporten. De første tre sider siger det vigtigste.",
)
