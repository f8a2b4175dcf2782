"""The faktaark: one page about one forvaltning's year."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.parts.tables import told
from frivilligrapport.documents.sheets.fact_sheet import Indhold, gather, sections
from frivilligrapport.documents.sheets.heading import Arkhoved, sheet_heading
from frivilligrapport.documents.sheets.own_sources import Arkkilde, citing_only, sources_of
from frivilligrapport.documents.year_data import ReportData, YearData


@dataclass(frozen=True, slots=True)
class Faktaark:
    """One forvaltning on one page. `besked` says what is most important to know, and all of it when nothing came."""

    hoved: Arkhoved
    besked: str
    indhold: Indhold | None
    kilder: tuple[Arkkilde, ...]


def fact_sheet(report_data: ReportData, forvaltning: str) -> Faktaark:
    """Make the page; what there is no room for is cut by rule, and the page says how much."""
    found = report_data.year_data.aargang.indberetning(forvaltning)
    report = report_data.report(forvaltning)
    if found is None or found.statusfil is None or report is None:
        return Faktaark(_heading(report_data, forvaltning), _why_nothing(report_data, forvaltning), None, ())
    facts = gather(report_data, report, found.statusfil)
    kept = facts.room(draft=report_data.year_data.draft)
    own = citing_only(report_data, facts.cited(kept))
    numbered = gather(own, report, found.statusfil)
    return Faktaark(_heading(report_data, forvaltning), facts.lead, sections(own, numbered, kept), sources_of(own))


def _heading(report_data: ReportData, forvaltning: str) -> Arkhoved:
    unit = report_data.unit(forvaltning)
    lines = (
        report_data.name(forvaltning),
        f"Udvalg: {told(unit.udvalg if unit else None)}",
        f"Bidrag: {report_data.delivery(forvaltning).tilstand}",
    )
    return sheet_heading(report_data, f"Faktaark {report_data.aar}", report_data.title(forvaltning), lines)


def _why_nothing(report_data: ReportData, forvaltning: str) -> str:
    if report_data.delivery(forvaltning).er_modtaget:
        return "Ingen tal: Forvaltningens bidrag er modtaget, men kan ikke læses."
    return "Ingen tal: Forvaltningens bidrag er ikke modtaget."


def _documents(year_data: YearData) -> Iterator[Document]:
    report_data = year_data.report
    if report_data is None:
        return
    for one in report_data.scope.forvaltninger:
        yield Document(f"faktaark-{one}", fact_sheet(report_data, one))


DOCUMENT = DocumentType(name="faktaark", title="Faktaark", make=_documents, shows=Faktaark, rank=20)
