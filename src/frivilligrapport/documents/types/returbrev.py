"""The returbrev: what a forvaltning's own contact gets back before the report is published."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from frivilligrapport.documents.document_type import Document, DocumentType
from frivilligrapport.documents.letters.findings import Fund, accepted_findings, open_findings
from frivilligrapport.documents.letters.own_figures import figures_of_file, summary, told_by_others
from frivilligrapport.documents.letters.steps import deadline, steps
from frivilligrapport.documents.parts.facts_box import Faktalinje, own_figures
from frivilligrapport.documents.parts.tables import NOT_TOLD, Tabel, told
from frivilligrapport.documents.sheets.heading import Arkhoved, sheet_heading
from frivilligrapport.documents.sheets.lines import Linje
from frivilligrapport.documents.sheets.missing import missing_lines
from frivilligrapport.documents.year_data import ReportData, YearData

_UNFINISHED = "Rapporten er ikke færdig, så noget kan nå at blive ændret."


@dataclass(frozen=True, slots=True)
class Returbrev:
    """A letter: `indledning` in paragraphs, then tables that are None and lists that are () where there is nothing."""

    hoved: Arkhoved
    indledning: tuple[str, ...]
    opsummering: str
    tal: Tabel | None
    tal_fra_andre: Tabel | None
    samlet: tuple[Faktalinje, ...]
    fund: tuple[Fund, ...]
    accepteret: Tabel | None
    mangler: tuple[Linje, ...]
    svar: tuple[str, ...]
    hilsen: str


def letter(report_data: ReportData, forvaltning: str, file: str) -> Returbrev:
    """Write the letter to one forvaltning, also when its file cannot be read."""
    found = report_data.year_data.aargang.indberetning(forvaltning)
    statusfil = found.statusfil if found else None
    return Returbrev(
        hoved=_heading(report_data, forvaltning),
        indledning=tuple(_opening(report_data, is_read=statusfil is not None)),
        opsummering=summary(report_data, forvaltning) if statusfil else "",
        tal=figures_of_file(report_data, forvaltning),
        tal_fra_andre=told_by_others(report_data, forvaltning),
        samlet=own_figures(report_data, forvaltning) if statusfil else (),
        fund=open_findings(report_data, file),
        accepteret=accepted_findings(report_data, file),
        mangler=missing_lines(report_data, statusfil) if statusfil else (),
        svar=steps(report_data, file),
        hilsen=str(report_data.rapport.afsender or report_data.title(forvaltning)),
    )


def _heading(report_data: ReportData, forvaltning: str) -> Arkhoved:
    found = report_data.year_data.aargang.indberetning(forvaltning)
    contact = found.statusfil.kontakt if found and found.statusfil else None
    role = told(contact.funktion if contact else None)
    lines = (
        f"Til: {report_data.title(forvaltning)} ({report_data.name(forvaltning)})",
        f"Att.: {role if role != NOT_TOLD else 'forvaltningens kontakt'}",
        f"Bidrag: {report_data.delivery(forvaltning).tilstand}",
    )
    heading = sheet_heading(report_data, "Returbrev", f"Sådan indgår jeres tal i {report_data.aar}", lines)
    # How far the others are is none of the reader's business.
    return replace(heading, udkast=_UNFINISHED if heading.udkast else "")


def _opening(report_data: ReportData, *, is_read: bool) -> Iterator[str]:
    title = report_data.rapport.undertitel or report_data.rapport.titel
    if not is_read:
        yield f"Tak for jeres fil til »{title}«. Programmet kan ikke læse den, så ingen af jeres tal er med endnu."
        yield "Nedenfor står, hvor det går galt, og hvad der kan skrives i stedet."
        return
    yield f"Tak for jeres bidrag til »{title}«. Her kan I se, hvordan jeres tal indgår, før rapporten bliver udgivet."
    by = deadline(report_data)
    yield (
        f"Er noget forkert, så ret det senest den {by}." if by else "Er noget forkert, så ret det, eller skriv til os."
    )


def _documents(year_data: YearData) -> Iterator[Document]:
    report_data = year_data.report
    if report_data is None:
        return
    for one in report_data.scope.forvaltninger:
        found = year_data.aargang.indberetning(one)
        # Those who have sent nothing get a reminder instead: `status --reminder`.
        if found is not None:
            yield Document(f"returbrev-{one}", letter(report_data, one, found.file))


DOCUMENT = DocumentType(name="returbrev", title="Returbrev", make=_documents, shows=Returbrev, rank=90, on_request=True)
