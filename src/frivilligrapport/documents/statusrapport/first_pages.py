"""The report's first pages: "Det vigtigste", "Tal, der kan bruges" and "Forvaltningerne kort"."""

from collections.abc import Iterator

from frivilligrapport.danish import full_stop, join_words, normal_key, plural
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.parts.beginnings import beginning
from frivilligrapport.documents.parts.facts_box import contributors, not_told
from frivilligrapport.documents.parts.figures.changes import chart_of_changes, name_of, sure_changes
from frivilligrapport.documents.parts.figures.in_large_type import (
    Noegletalsvisning,
    chosen_figures,
    double_counts_in,
    doubts_about,
    lead,
)
from frivilligrapport.documents.parts.figures.in_text import FigureWords
from frivilligrapport.documents.parts.figures.in_words import Talvisning, few
from frivilligrapport.documents.parts.figures.summaries import VOLUNTEERS
from frivilligrapport.documents.parts.figures.totals import missing_volunteers, total_of_volunteers
from frivilligrapport.documents.parts.proposals import all_proposals
from frivilligrapport.documents.statusrapport.chapters import chapter_id
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.changes.total_changes import words_of
from frivilligrapport.figures.derivation import TotalDerivation
from frivilligrapport.figures.figure import FigurePart, StateGroup
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.figures.reports import Report, state_group
from frivilligrapport.grammar.figure_references import find_references
from frivilligrapport.grammar.markdown.text import points_of
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import said
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.rendering.charts.bars import Panels
from frivilligrapport.rendering.typography import one_line, upper_first


class DetVigtigste(Frozen):
    """What a reader must know: `tekst` is rapport.yaml's own (Markdown); without it `punkter` say what a rule can say.

    `forbehold` are what is doubtful about the figures that the text mentions, `uvist` what nobody knows.
    """

    tekst: str
    punkter: tuple[str, ...]
    forbehold: tuple[str, ...]
    uvist: tuple[str, ...]


def main_points(report_data: ReportData) -> DetVigtigste:
    """Take the report's own points, with each figure as the register has it, or make some."""
    return _told(report_data, said(report_data.rapport.hovedbudskaber))


def first_points(report_data: ReportData, most: int, signs: int) -> DetVigtigste:
    """Take the first of them, each as far as it can be told in so many signs."""
    told = [beginning(one, signs) for one in points_of(said(report_data.rapport.hovedbudskaber))]
    return _told(report_data, "\n".join(f"- {one}" for one in list(filter(None, told))[:most]))


def _told(report_data: ReportData, own: str) -> DetVigtigste:
    words = FigureWords(report_data)
    return DetVigtigste(
        tekst=words.put_in(own),
        punkter=() if own else tuple(_by_rule(report_data)),
        forbehold=tuple(dict.fromkeys(_reservations(report_data, words, own))),
        uvist=tuple(_unknown(report_data)),
    )


def _by_rule(report_data: ReportData) -> Iterator[str]:
    """Say who has contributed, how much is registered, and whether anything is proposed."""
    yield counted_text(report_data.deliveries)
    told = (
        (one.faelles.id if one.faelles else f"{report.forvaltning}/{one.id}", one)
        for report in report_data.reports
        for one in report.indsatser
    )
    groups = [state_group(one, report_data.aar) for one in dict(told).values()]
    done, coming = groups.count(StateGroup.GENNEMFOERT), groups.count(StateGroup.KOMMENDE)
    if groups:
        first = (
            f"{done or 'Ingen'} {plural(done, 'indsats', 'indsatser')} er gennemført eller i gang i {report_data.aar}"
        )
        yield f"{first}, og {coming or 'ingen'} er på vej eller planlagt."
    yield all_proposals(report_data).indledning


def _unknown(report_data: ReportData) -> Iterator[str]:
    """Say what no total can tell: how many volunteers there were, and who has not said."""
    yield from lead(report_data)
    total = total_of_volunteers(report_data)
    if total and (missing := missing_volunteers(report_data, total)):
        yield missing


def _reservations(report_data: ReportData, words: FigureWords, text: str) -> Iterator[str]:
    """Say what is doubtful about each figure in a text, in the words of `nøgletal` or of those who accepted it."""
    named = {normal_id(one.tal): one_line(one.forbehold or "") for one in report_data.rapport.noegletal}
    for reference in find_references(text):
        derivation, _ = words.find(reference.id) or (None, None)
        for figure in derivation.basis if derivation else ():
            own = named.get(normal_id(reference.id)) or named.get(figure.id)
            said_of_it = (own,) if own else doubts_about(report_data, figure)
            if said_of_it:
                reasons = " ".join(full_stop(one) for one in said_of_it)
                yield f"{upper_first(report_data.figures.show_bare(figure).tekst)}: {reasons}"
        if isinstance(derivation, TotalDerivation) and not named.get(normal_id(reference.id)):
            yield from double_counts_in(report_data, derivation.sum.total)


class BrugbareTal(Frozen):
    """A few figures, each with its owner and doubt, and the changes that are sure: sentences, and drawn (`tegnet`)."""

    tal: tuple[Noegletalsvisning, ...]
    aendringer: tuple[str, ...]
    tegnet: Panels | None


def usable_figures(report_data: ReportData) -> BrugbareTal:
    """Take the figures that are chosen for the year; a change is there only when it is certain."""
    return BrugbareTal(
        tal=chosen_figures(report_data),
        aendringer=tuple(_changes(report_data)),
        tegnet=chart_of_changes(report_data),
    )


def _changes(report_data: ReportData) -> Iterator[str]:
    for one, change, now in sure_changes(report_data):
        before, after = words_of(one.before[0]), words_of(now)
        years = f"fra {before} i {report_data.years.older} til {after} i {report_data.aar}"
        yield full_stop(f"{name_of(report_data, one.figure)}: {years}, {change.text}")


_MOST_DONE, _MOST_COMING, _MOST_FIGURES = 3, 2, 3


class Kortdel(Frozen):
    """A thing that was done or is to come, with its figures."""

    navn: str
    tal: tuple[Talvisning, ...]


class Kortlinje(Frozen):
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
    found = report_data.aargang.indberetning(forvaltning)
    report, delivered = report_data.report_of(forvaltning), report_data.delivery(forvaltning)
    line = Kortlinje(chapter_id(forvaltning), delivered.navn, delivered.forkortelse)
    if found is None or found.statusfil is None or report is None:
        return line._replace(besked=f"Bidraget er {delivered.tilstand}.")
    done, coming = (_named(report_data, report, group) for group in (StateGroup.GENNEMFOERT, StateGroup.KOMMENDE))
    return line._replace(
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
    rows = report_data.figures.reported_of(forvaltning, str(indsats.id))
    told = (one for one in rows if one.part is FigurePart.ANTAL and one.is_known and not one.is_unspecified)
    return few(tuple(report_data.figures.show_bare(one) for one in told), _MOST_FIGURES)


def _lacks(report_data: ReportData, forvaltning: str, statusfil: Statusfil) -> Iterator[str]:
    """Yield what is missing: the number of volunteers, the perspectives, contributors, then what the file declares."""
    total = total_of_volunteers(report_data)
    name = report_data.name(forvaltning)
    is_asked = normal_key(VOLUNTEERS) in report_data.scope.asked_of_all
    if name in total.coverage.missing if total else is_asked:
        yield f"antallet af {VOLUNTEERS}"
    yield from (navn.lower() for navn in not_told(statusfil))
    below = contributors(report_data, statusfil)
    if below and below.missing:
        yield f"bidrag ({below.received})"
    many = len(statusfil.mangler)
    if many:
        yield f"{many} {plural(many, 'oplysning', 'oplysninger')}, som kapitlet nævner"
