"""The year's figures of one forvaltning: what it comes to, and how certain it is."""

from collections.abc import Iterator
from dataclasses import replace

from frivilligrapport.danish import join_words, plural
from frivilligrapport.documents.parts.facts_box import by_state_group
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.figures.summaries import VOLUNTEERS
from frivilligrapport.documents.parts.tables import Celle, Raekke
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import SUMMED_PARTS, StateGroup
from frivilligrapport.figures.reports import Report
from frivilligrapport.figures.totals import Total
from frivilligrapport.figures.wording import span
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.rendering.typography import upper_first

_DONE = StateGroup.GENNEMFOERT.value


def lead(report_data: ReportData, report: Report) -> str:
    """Say in two sentences how many indsatser there are, and what is known in figures."""
    many = len(report.indsatser)
    noun = plural(many, "indsats", "indsatser")
    indsatser = (
        f"{many} {noun} er registreret: {by_state_group(report_data, report)}."
        if many
        else "Ingen indsatser er registreret."
    )
    return f"{indsatser} {_truth(_totals(report_data, report.forvaltning))}".strip()


def _truth(found: tuple[Total, ...]) -> str:
    """Say the least that a reader must know: that there are no figures, or none for the volunteers."""
    if not any(one.quantified for one in found):
        vague = list(dict.fromkeys(one.enhed for one in found if one.bounds))
        return f"Ingen tal oplyst: {join_words(vague)} er nævnt, men uden et antal." if vague else "Ingen tal oplyst."
    volunteers = next((one for one in found if one.enhed == VOLUNTEERS and one.gruppe == _DONE), None)
    if volunteers is None or volunteers.quantified is None:
        return "Hvor mange frivillige der har været med, er ikke oplyst."
    is_exact = volunteers.bounds is not None and volunteers.bounds.is_exact and not volunteers.unknown
    return "" if is_exact else "Hvor mange frivillige der har været med, kendes ikke præcist."


def figure_lines(report_data: ReportData, forvaltning: str) -> tuple[Raekke, ...]:
    """Give a row for each total, volunteers first, then what counts elsewhere; silence about volunteers is said too."""
    return tuple(_rows(report_data, forvaltning))


def _rows(report_data: ReportData, forvaltning: str) -> Iterator[Raekke]:
    found = _totals(report_data, forvaltning)
    if not any(one.enhed == VOLUNTEERS and one.gruppe == _DONE for one in found):
        yield (Celle(f"{VOLUNTEERS}: ikke oplyst"), Celle(_DONE), Celle("Forvaltningen har ikke givet et tal"))
    for total in sorted(found, key=lambda one: (one.gruppe != _DONE, one.enhed != VOLUNTEERS)):
        shown = report_data.figures.show_total(total, forvaltning)
        yield _row(shown, total.gruppe, "; ".join(one for one in (certainty(total), shown.note) if one))
    for row in report_data.figures.reported_by(forvaltning):
        if row.owner != forvaltning and row.part in SUMMED_PARTS:
            shown = report_data.figures.show(row)
            yield _row(shown, row.group.value, shown.note)


def _totals(report_data: ReportData, forvaltning: str) -> tuple[Total, ...]:
    return report_data.register.by_forvaltning.get(forvaltning, ())


def _row(shown: Talvisning, gruppe: str, words: str) -> Raekke:
    return (Celle(tal=(replace(shown, note=""),)), Celle(gruppe), Celle(upper_first(words)))


def certainty(total: Total) -> str:
    """Say how certain a total is, and how many figures that are unknown it leaves out."""
    words = _words(total)
    if total.bounds and total.unknown:
        words = f"{words}; dertil noget, der er uoplyst"
    return words


def _words(total: Total) -> str:
    if total.bounds is None:
        return "uoplyst: forvaltningen kender ikke tallet"
    if total.quantified is None:
        return "nævnt uden et antal"
    if total.is_said_apart:
        return "kendes ikke præcist"
    if total.text.startswith("ca."):
        return f"cirka: {span(total.bounds)}"
    return _of(total.bounds)


def _of(bounds: Bounds) -> str:
    if bounds.is_exact:
        return "præcist tal"
    if bounds.upper is None:
        return "mindst så mange"
    return "højst så mange" if not bounds.lower else "et sted imellem"
