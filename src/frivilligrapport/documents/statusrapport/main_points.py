"""The section "Det vigtigste": what a reader must know, and what nobody knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.danish import full_stop, plural
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.parts.beginnings import beginning
from frivilligrapport.documents.parts.figures.doubts import double_counts_in, doubts_about
from frivilligrapport.documents.parts.figures.in_text import FigureWords
from frivilligrapport.documents.parts.figures.key_figures import lead
from frivilligrapport.documents.parts.figures.totals import missing_text, total_of_volunteers
from frivilligrapport.documents.parts.proposals import all_proposals
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.derivation import TotalDerivation
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.ids import normal_id
from frivilligrapport.figures.reports import state_group
from frivilligrapport.grammar.figure_references import find_references
from frivilligrapport.grammar.markdown.text import points_of
from frivilligrapport.models.lister import said
from frivilligrapport.rendering.typography import one_line, upper_first


@dataclass(frozen=True, slots=True)
class DetVigtigste:
    """The section: `tekst` is rapport.yaml's own (Markdown); without it `punkter` say what a rule can say.

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
    words = FigureWords(report_data.year_data)
    return DetVigtigste(
        tekst=words.put_in(own),
        punkter=() if own else tuple(_by_rule(report_data)),
        forbehold=tuple(dict.fromkeys(_reservations(report_data, words, own))),
        uvist=tuple(_unknown(report_data)),
    )


def _by_rule(report_data: ReportData) -> Iterator[str]:
    """Say who has contributed, how much is registered, and whether anything is proposed."""
    yield counted_text(report_data.deliveries)
    groups = [state_group(one, report_data.aar) for report in report_data.reports for one in report.indsatser]
    done, coming = groups.count(StateGroup.GENNEMFOERT), groups.count(StateGroup.KOMMENDE)
    if groups:
        noun = plural(done, "indsats er gennemført", "indsatser er gennemført")
        yield f"{done} {noun} eller i gang i {report_data.aar}, og {coming} er på vej eller planlagt."
    yield all_proposals(report_data).indledning


def _unknown(report_data: ReportData) -> Iterator[str]:
    """Say what no total can tell: how many volunteers there were, and who has not said."""
    yield lead(report_data)
    total = total_of_volunteers(report_data)
    if total and (missing := missing_text(report_data, total)):
        yield f"Antallet af frivillige mangler fra {missing}."


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
