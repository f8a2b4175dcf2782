"""The figures that stand for a year, chosen by rule, and what is most important to know of them."""

from collections.abc import Iterator
from decimal import Decimal

from frivilligrapport.danish import part_of
from frivilligrapport.documents.parts.figures.summaries import VOLUNTEERS
from frivilligrapport.documents.parts.figures.totals import told_by_others, total_of_volunteers, totals_of
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.totals import Total

_MOST = 6
StortTal = tuple[str, str, str]  # a total set large, its unit, its coverage


def key_figures(report_data: ReportData) -> tuple[StortTal, ...]:
    """Word the largest totals."""
    return tuple((total.text, total.label, total.coverage.text) for total in largest_totals(report_data))


def largest_totals(report_data: ReportData) -> tuple[Total, ...]:
    """Choose by rule, not by taste: volunteers, the largest of each kind of unit, then the largest that are left."""
    found = [total for total in totals_of(report_data, StateGroup.GENNEMFOERT) if total.quantified]
    largest = sorted(found, key=size_of, reverse=True)
    first_of_kind = {total.enhedsart: total for total in reversed(largest)}
    wanted = [
        *(total for total in found if total.enhed == VOLUNTEERS),
        *first_of_kind.values(),
        *largest,
    ]
    chosen = {total.enhed for total in list({total.enhed: total for total in wanted}.values())[:_MOST]}
    return tuple(total for total in found if total.enhed in chosen)


def size_of(total: Total) -> Decimal:
    """Give by what totals are compared: the least that a total can be."""
    return total.bounds.lower if total.bounds else Decimal(0)


def lead(report_data: ReportData) -> Iterator[str]:
    """Say what no figure tells of the volunteers, and from how many they are counted; nothing where all is told."""
    found = total_of_volunteers(report_data)
    asked = len(report_data.scope.forvaltninger)
    given, asked = (found.coverage.n, found.coverage.m) if found else (0, asked)
    told = "".join(f"; {one}" for one in (told_by_others(report_data, found) if found else ()))
    text = f"Der er tal for frivillige fra {part_of(given, asked, 'forvaltning', 'forvaltninger')}{told}."
    if given < asked:
        yield f"{text} Hvor mange der er i alt, kan derfor ikke gøres op."
    elif found and found.label != found.enhed:
        yield f"{text} Hvor mange forskellige mennesker det er, ved ingen: Den samme kan være talt med flere gange."
