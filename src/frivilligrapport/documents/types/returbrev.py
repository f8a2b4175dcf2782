"""The returbrev: what a forvaltning's own contact gets back before the report is published."""

from collections.abc import Iterator

from frivilligrapport.danish import date_as_text
from frivilligrapport.documents.document_type import Document, DocumentType, of_report
from frivilligrapport.documents.parts.cover import Arkhoved, cover, sheet_heading
from frivilligrapport.documents.parts.facts_box import Faktalinje, own_figures
from frivilligrapport.documents.parts.figures.fate import fate_of, summary_of_figures, what_is_counted
from frivilligrapport.documents.parts.lines import Linje, missing_lines
from frivilligrapport.documents.parts.tables import NOT_TOLD, Celle, Raekke, Tabel, columns, told, words
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import Figure
from frivilligrapport.grammar.period import PeriodKind
from frivilligrapport.models.lister import said
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.reading.printable import drawable
from frivilligrapport.rendering.typography import one_line
from frivilligrapport.rules.files.deliveries import DRAFT_DELIVERY

_HEADS = columns("Tal", "Som I skrev det", "Sådan indgår det", "Linje")
_UNFINISHED = "Rapporten er ikke færdig, så noget kan nå at blive ændret."


class Fund(Frozen):
    """One finding: where it is, what it says, and what can be written instead ("" when only you can know)."""

    sted: str
    vaegt: str
    besked: str
    forslag: str
    kode: str


class Returbrev(Frozen):
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


def _letter(report_data: ReportData, forvaltning: str, file: str) -> Returbrev:
    """Write the letter to one forvaltning, also when its file cannot be read."""
    found = report_data.aargang.indberetning(forvaltning)
    statusfil = found.statusfil if found else None
    return Returbrev(
        hoved=_heading(report_data, forvaltning),
        indledning=tuple(_opening(report_data, is_read=statusfil is not None)),
        opsummering=summary_of_figures(report_data, forvaltning) if statusfil else "",
        tal=_figures_of_file(report_data, forvaltning),
        tal_fra_andre=_told_by_others(report_data, forvaltning),
        samlet=tuple(own_figures(report_data, forvaltning)) if statusfil else (),
        fund=_open_findings(report_data, file),
        accepteret=_accepted_findings(report_data, file),
        mangler=tuple(missing_lines(report_data, statusfil)) if statusfil else (),
        svar=tuple(_steps(file, _deadline(report_data))),
        hilsen=said(report_data.rapport.afsender) or report_data.title(forvaltning),
    )


def _heading(report_data: ReportData, forvaltning: str) -> Arkhoved:
    found = report_data.aargang.indberetning(forvaltning)
    contact = found.statusfil.kontakt if found and found.statusfil else None
    role = told(contact.funktion if contact else None)
    lines = (
        f"Til: {report_data.title(forvaltning)} ({report_data.name(forvaltning)})",
        f"Att.: {role if role != NOT_TOLD else 'forvaltningens kontakt'}",
        f"Bidrag: {report_data.delivery(forvaltning).fil}",
    )
    heading = sheet_heading(report_data, "Returbrev", f"Sådan indgår jeres tal i {report_data.aar}", lines)
    # How far the others are is none of the reader's business.
    return heading._replace(udkast=_UNFINISHED if heading.udkast else "")


def _opening(report_data: ReportData, *, is_read: bool) -> Iterator[str]:
    title = said(report_data.rapport.undertitel) or cover(report_data).titel
    if not is_read:
        yield f"Tak for jeres fil til »{title}«. Programmet kan ikke læse den, så ingen af jeres tal er med endnu."
        yield "Nedenfor står, hvor det går galt, og hvad der kan skrives i stedet."
        return
    yield f"Tak for jeres bidrag til »{title}«. Her kan I se, hvordan jeres tal indgår, før rapporten bliver udgivet."
    by = _deadline(report_data)
    yield (
        f"Er noget forkert, så ret det senest den {by}." if by else "Er noget forkert, så ret det, eller skriv til os."
    )


def _deadline(report_data: ReportData) -> str:
    """Give rapport.yaml's deadline as "1. marts 2015", "" when no day is known."""
    found = report_data.rapport.frist.period if report_data.rapport.frist else None
    return date_as_text(found.start) if found and found.kind is PeriodKind.DATE and found.start else ""


def _steps(file: str, by: str) -> Iterator[str]:
    """Yield the steps, each a sentence or two; `by` is the deadline, "" when no day is known."""
    yield f"Ret i filen {file}. Linjenumrene ovenfor er dens."
    yield f"Se efter, om alt er i orden: frivilligrapport validate {file}"
    yield "Skriv uoplyst, hvor I ikke kender svaret. Det er et ærligt svar, og rapporten siger det, som det er."
    yield "Skriv filstatus: godkendt i filen, når I er færdige, og send den som sidst."
    yield f"Fristen er den {by}." if by else "Fristen er ikke oplyst. Spørg tovholderen, hvis I er i tvivl."


def _figures_of_file(report_data: ReportData, forvaltning: str) -> Tabel | None:
    """List every figure that a forvaltning reported, in the file's order; None when it reported none."""
    rows = tuple(_row(report_data, figure) for figure in report_data.figures.reported_by(forvaltning))
    return Tabel("jeres-tal", "Alle tal i jeres fil", _HEADS, rows) if rows else None


def _told_by_others(report_data: ReportData, forvaltning: str) -> Tabel | None:
    """List the figures that others reported and that count for this forvaltning; None when there are none."""
    rows = tuple(
        (
            Celle(what_is_counted(figure)),
            Celle(figure.quantity.typed or "(tomt)"),
            Celle(f"{report_data.name(figure.origin.forvaltning)} har oplyst det, og det tæller hos jer."),
            Celle(str(figure.location)),
        )
        for figure in report_data.figures.reported
        if figure.owner == forvaltning and figure.origin.forvaltning != forvaltning and figure.counts
    )
    heads = columns("Tal", "Som de skrev det", "Sådan indgår det", "Sted")
    return Tabel("andres-tal", "Tal, som andre har oplyst", heads, rows) if rows else None


def _row(report_data: ReportData, figure: Figure) -> Raekke:
    return (
        Celle(what_is_counted(figure)),
        Celle(figure.quantity.typed or "(tomt)"),
        Celle(fate_of(report_data, figure)),
        Celle(str(figure.location.line)),
    )


def _open_findings(report_data: ReportData, file: str) -> tuple[Fund, ...]:
    """Give the file's open findings, in the file's order, errors and warnings together.

    That the file is a draft is no mistake of the contact's: the letter's head says it.
    """
    found = (one for one in report_data.open_problems if one.location.file == file and one.kind is not DRAFT_DELIVERY)
    return tuple(_fund(one) for one in sorted(found, key=lambda problem: problem.order))


def _accepted_findings(report_data: ReportData, file: str) -> Tabel | None:
    """List what was found in the file and is accepted, with the reason; None when there is nothing."""
    found = [one for one in report_data.accepted if one.problem.location.file == file]
    rows = tuple(
        words(str(one.problem.location.line), one.problem.message, one_line(one.fordi))
        for one in sorted(found, key=lambda accepted: accepted.problem.order)
    )
    heads = columns("Linje", "Fundet", "I orden, fordi")
    return Tabel("accepteret", "Set efter og i orden", heads, rows) if rows else None


def _fund(one: Problem) -> Fund:
    where = "Hele filen" if one.is_of_file else f"Linje {one.location.line}, tegn {one.location.column}"
    weight = "skal rettes" if one.severity is Severity.FEJL else "se efter"
    return Fund(where, weight, drawable(one.message), drawable(one.hint), one.code)


def _documents(report_data: ReportData) -> Iterator[Document]:
    for one in report_data.scope.forvaltninger:
        found = report_data.aargang.indberetning(one)
        # Those who have sent nothing, or have not begun, get a reminder instead: `status --reminder`.
        if found is not None and not found.is_untouched:
            yield Document(f"returbrev-{one}", _letter(report_data, one, found.file))


DOCUMENT = DocumentType(
    name="returbrev", title="Returbrev", make=of_report(_documents), shows=Returbrev, rank=90, on_request=True
)
