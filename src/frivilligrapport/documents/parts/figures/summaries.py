"""What each forvaltning says in figures: volunteers, everything else, what lies ahead, and what counts elsewhere."""

from collections.abc import Iterator

from frivilligrapport.documents.parts.figures.in_words import OWN_TOTALS, Talvisning
from frivilligrapport.documents.parts.tables import GAP, Celle, Raekke, Tabel, columns, figures
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import SUMMED_PARTS, StateGroup
from frivilligrapport.grammar.quantity import Precision
from frivilligrapport.models.enheder import ENHEDER

VOLUNTEERS = ENHEDER[0].flertal


def volunteers(report_data: ReportData, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give what counts as the forvaltning's volunteers, also when another forvaltning told it."""
    return _totals(report_data, forvaltning, StateGroup.GENNEMFOERT, only_volunteers=True)


def done(report_data: ReportData, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give the forvaltning's other totals of the year."""
    return _totals(report_data, forvaltning, StateGroup.GENNEMFOERT, only_volunteers=False)


def coming(report_data: ReportData, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give what lies ahead, of all units."""
    both = (True, False)
    return tuple(
        one for flag in both for one in _totals(report_data, forvaltning, StateGroup.KOMMENDE, only_volunteers=flag)
    )


def told_for_others(report_data: ReportData, forvaltning: str) -> tuple[Talvisning, ...]:
    """Give the figures that the forvaltning reports and that count elsewhere, each saying where."""
    rows = report_data.figures.reported_by(forvaltning)
    return tuple(report_data.figures.show(row) for row in rows if row.owner != forvaltning and row.part in SUMMED_PARTS)


def _totals(
    report_data: ReportData, forvaltning: str, group: StateGroup, *, only_volunteers: bool
) -> tuple[Talvisning, ...]:
    found = report_data.register.by_forvaltning.get(forvaltning, ())
    totals = [
        report_data.figures.show_total(total, forvaltning)
        for total in found
        if total.gruppe == group.value and (total.enhed == VOLUNTEERS) is only_volunteers
    ]
    not_relevant = [
        report_data.figures.show_bare(row)
        for row in report_data.figures.reported_by(forvaltning)
        if row.precision is Precision.NOT_RELEVANT
        and row.group.value == group.value
        and (row.enhed.flertal == VOLUNTEERS) is only_volunteers
    ]
    return (*totals, *not_relevant)


_GAP = f"»{GAP.tekst}« betyder, at filen ikke nævner et tal."


def who_says_what(report_data: ReportData) -> Tabel:
    """List every forvaltning and the network with what they say, and with words where they say nothing."""
    rows = tuple(_rows(report_data))
    note = "»Uoplyst« betyder, at filen nævner tallet og siger, at det ikke kendes. Intet af det er det samme som 0."
    heads = columns("Forvaltning", "Frivillige", "Andre tal, gennemført", "Kommende", "Tælles hos andre")
    return Tabel(OWN_TOTALS, f"Hvad hver har oplyst for {report_data.aar}", heads, rows, note=note, hul=_GAP)


def _rows(report_data: ReportData) -> Iterator[Raekke]:
    for one in report_data.reporters:
        name = Celle(report_data.name(one))
        state = report_data.delivery(one) if one in report_data.scope.forvaltninger else None
        if state and not state.kan_laeses:
            yield (name, *(Celle(state.tilstand) for _ in range(4)))
            continue
        elsewhere = told_for_others(report_data, one)
        yield (
            name,
            figures(volunteers(report_data, one)),
            figures(done(report_data, one)),
            figures(coming(report_data, one)),
            figures(elsewhere) if elsewhere else Celle("ingen"),
        )
