"""The changes since last year, as a table and drawn."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from frivilligrapport.danish import full_stop, join_words, normal_key
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, words
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.changes.change import Change, Direction
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.indsats_changes import IndsatsFate
from frivilligrapport.figures.changes.total_changes import words_of
from frivilligrapport.figures.changes.year_over_year import YearOverYear
from frivilligrapport.figures.figure import Figure, FigurePart
from frivilligrapport.rendering.charts.bars import PANEL_WIDTH, BarData, Chart, Panels, draw_bars, put_in_columns
from frivilligrapport.rendering.typography import one_line, upper_first


def changes_since_last_year(report_data: ReportData) -> Tabel | None:
    """Show each figure beside last year's, and the indsatser that are no more; None when there is neither.

    The note below tells what reporters and registers say of the changes: explanations, remarks, new names.
    """
    found, over = report_data.years.shown, tuple(_ended(report_data.years))
    if not found and not over:
        return None
    heads = columns("Hvad", str(report_data.years.older), str(report_data.aar), "Ændring")
    rows = (*(_row(report_data, one) for one in found), *over)
    notes = dict.fromkeys(note for one in found for note in _notes(report_data, one))
    return Tabel(
        "aendringer", f"Fra {report_data.years.older} til {report_data.aar}", heads, rows, note=" ".join(notes)
    )


def _row(report_data: ReportData, one: FigureChange) -> Raekke:
    before = [_shown(report_data, said, *one.confirming) for said in one.before]
    after = Celle(tal=(_shown(report_data, one.after),)) if one.after else Celle("intet tal")
    return (
        Celle(name_of(report_data, one.figure)),
        Celle(tal=tuple(before)),
        after,
        Celle(one.outcome.text),
    )


def _ended(years: YearOverYear) -> Iterator[Raekke]:
    """Yield a row for each indsats that was going on in the older year and that the newer one says is over."""
    for one in years.became(IndsatsFate.ENDED):
        if one.before and one.after:
            states = join_words(list(dict.fromkeys(str(old.indsats.tilstand) for old in one.before)))
            name = f"{years.name(one.after.forvaltning, years.newer)}: {one.after.indsats.navn}"
            yield words(name, states, str(one.after.indsats.tilstand), IndsatsFate.ENDED.value)


def _shown(report_data: ReportData, figure: Figure, *confirming: Figure) -> Talvisning:
    refer = report_data.figures.sources.refer
    return Talvisning(words_of(figure), refer([figure.id, *(one.id for one in confirming)]))


def name_of(report_data: ReportData, figure: Figure) -> str:
    """Say whose figure it is, of which indsats, and in which unit."""
    whose = report_data.years.name(figure.origin.forvaltning, figure.origin.aar)
    return f"{whose}: {figure.origin.om}, {figure.enhed_og_maerke}"


def _notes(report_data: ReportData, one: FigureChange) -> Iterator[str]:
    if one.forklaring:
        yield full_stop(f"Forklaring til {name_of(report_data, one.figure)}: {one_line(one.forklaring)}")
    if one.figure.said("bemaerkning"):
        yield one_line(one.figure.said("bemaerkning"))
    yield from (full_stop(remark) for remark in one.remarks)


_SURE = {Direction.UP, Direction.DOWN}
_MOST = 12  # more than this and the table below is the better drawing


def sure_changes(report_data: ReportData) -> Iterator[tuple[FigureChange, Change, Figure]]:
    """Yield each figure that has certainly gone up or down since last year, how, and what it is now."""
    for one in report_data.years.shown:
        change = one.outcome.change
        if change and change.direction in _SURE and one.after and one.after.part is FigurePart.ANTAL:
            yield one, change, one.after


def chart_of_changes(report_data: ReportData) -> Panels | None:
    """Draw a panel for each unit with certain changes, the volunteers first; None when there are none."""
    order = list(report_data.figures.units)
    found = [one for one, _, _ in sure_changes(report_data)]
    found.sort(key=lambda one: order.index(_unit(one)) if _unit(one) in order else len(order))
    drawn, left_out = found[:_MOST], len(found) > _MOST
    charts = [_changes_panel(report_data, list(of_unit)) for _, of_unit in groupby(drawn, _unit)]
    note = "Kun de første er tegnet." if left_out else ""
    return put_in_columns(charts, note) if charts else None


def _unit(one: FigureChange) -> str:
    return normal_key(one.figure.enhed.flertal)


def _changes_panel(report_data: ReportData, found: Sequence[FigureChange]) -> Chart:
    unit = found[0].figure.enhed
    amounts = [amount for one in found for amount in _pair(report_data, one)]
    name = unit.key.replace(" ", "-")
    title = f"{upper_first(unit.flertal)}, {report_data.years.older} og {report_data.aar}"
    return draw_bars(f"diagram-aendringer-{name}", title, amounts, width=PANEL_WIDTH)


def _pair(report_data: ReportData, one: FigureChange) -> Iterator[BarData]:
    heading = f"{name_of(report_data, one.figure)}: {one.outcome.text}"
    yield _changed_amount(str(report_data.years.older), one.before[0], heading)
    if one.after:
        yield _changed_amount(str(report_data.aar), one.after)


def _changed_amount(year: str, figure: Figure, heading: str = "") -> BarData:
    bounds = figure.bounds
    lower, upper = (bounds.lower, bounds.upper) if bounds else (None, None)
    return BarData(year, words_of(figure), lower, upper, heading=heading)
