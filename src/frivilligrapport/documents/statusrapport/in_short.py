"""The section "Forvaltningerne kort": a line for each, and what the committee can take up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from frivilligrapport.danish import join_words, normal_key, plural
from frivilligrapport.documents.parts.facts_box import contributors, unanswered
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.figures.summaries import VOLUNTEERS
from frivilligrapport.documents.parts.figures.totals import total_of_volunteers
from frivilligrapport.documents.parts.tables import NOT_TOLD
from frivilligrapport.documents.statusrapport.chapters import chapter_id
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import FigurePart, StateGroup
from frivilligrapport.figures.reports import Report, state_group
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.statusfil import Statusfil

_MOST_DONE, _MOST_COMING = 3, 2


@dataclass(frozen=True, slots=True)
class Kortdel:
    """A thing that was done or is to come, with its figures."""

    navn: str
    tal: tuple[Talvisning, ...]


@dataclass(frozen=True, slots=True)
class Kortlinje:
    """A forvaltning in short; `flere_gjort` and `flere_naeste` count those that are not named, 0 for none.

    `besked` stands alone where nothing was received. `mangler` is what it lacks, "" for nothing.
    """

    id: str
    navn: str
    forkortelse: str
    besked: str = ""
    gjort: tuple[Kortdel, ...] = ()
    flere_gjort: int = 0
    naeste: tuple[Kortdel, ...] = ()
    flere_naeste: int = 0
    mangler: str = ""


def in_short(report_data: ReportData) -> tuple[Kortlinje, ...]:
    """Give a line for each forvaltning in print order."""
    return tuple(_line(report_data, one) for one in report_data.scope.forvaltninger)


def _line(report_data: ReportData, forvaltning: str) -> Kortlinje:
    found = report_data.year_data.aargang.indberetning(forvaltning)
    report, delivered = report_data.report(forvaltning), report_data.delivery(forvaltning)
    line = Kortlinje(chapter_id(forvaltning), delivered.navn, delivered.forkortelse)
    if found is None or found.statusfil is None or report is None:
        return replace(line, besked=f"Bidraget er {delivered.tilstand}.")
    done, coming = (_named(report_data, report, group) for group in (StateGroup.GENNEMFOERT, StateGroup.KOMMENDE))
    return replace(
        line,
        gjort=done[:_MOST_DONE],
        flere_gjort=len(done[_MOST_DONE:]),
        naeste=coming[:_MOST_COMING],
        flere_naeste=len(coming[_MOST_COMING:]),
        mangler=join_words(list(_lacks(report_data, forvaltning, found.statusfil))),
    )


def _named(report_data: ReportData, report: Report, group: StateGroup) -> tuple[Kortdel, ...]:
    """Give the indsatser of a state group, those first that have a figure, each with the figures of that group."""
    own = [one for one in report.indsatser if state_group(one, report_data.aar) is group]
    found = [Kortdel(str(one.navn), _figures(report_data, report.forvaltning, one)) for one in own]
    return tuple(sorted(found, key=lambda one: not one.tal))


def _figures(report_data: ReportData, forvaltning: str, indsats: Indsats) -> tuple[Talvisning, ...]:
    rows = [one for one in report_data.figures.reported_by(forvaltning) if one.origin.indsats == str(indsats.id)]
    told = (one for one in rows if one.part is FigurePart.ANTAL and one.is_known and not one.is_unspecified)
    return tuple(report_data.figures.show_bare(one) for one in told)


def _lacks(report_data: ReportData, forvaltning: str, statusfil: Statusfil) -> Iterator[str]:
    """Yield what is missing: the number of volunteers, the perspectives, contributors, then what the file declares."""
    total = total_of_volunteers(report_data)
    name = report_data.name(forvaltning)
    is_asked = normal_key(VOLUNTEERS) in report_data.scope.asked_of_all
    if name in total.coverage.missing if total else is_asked:
        yield f"antallet af {VOLUNTEERS}"
    yield from (one.navn.lower() for one in unanswered(statusfil) if one.celle.tekst == NOT_TOLD)
    for one in contributors(report_data, statusfil):
        received, _, missing = one.celle.tekst.partition(";")
        if missing:
            yield f"bidrag ({received})"
    many = len(statusfil.mangler)
    if many:
        yield f"{many} {plural(many, 'oplysning', 'oplysninger')}, som kapitlet nævner"
