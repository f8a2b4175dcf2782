"""The totals as tables: of the whole year, and of its parts."""

from frivilligrapport.aggregation.groups import Grouping, totals_by
from frivilligrapport.aggregation.register import rows_of
from frivilligrapport.aggregation.totals import Total
from frivilligrapport.rendering.exports.cells import NONE, NOT_RELEVANT, Missing, Names, Row, bounds_cells, said
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import Table, columns

_BOUNDS = ("nedre", "øvre", "øvre grænse", "tekst", "note")
_COVERAGE = ("n", "m", "netværk")
_GROSS = ("brutto nedre", "brutto øvre", "brutto øvre grænse", "brutto tekst")
_NUMBERS = ("nedre", "øvre", "n", "m", "uden antal", "uoplyste", "brutto nedre", "brutto øvre")
_WHAT = ("tilstandsgruppe", "enhed", "enhedsart")
_SOURCE = ("oplyst af", "tal")


def totals_table(export: Export) -> Table:
    """Make the table of the year's totals, net beside gross."""
    heads = columns(
        *_WHAT, *_BOUNDS, *_COVERAGE, "tal fra", "mangler", "uden antal", "uoplyste", *_GROSS, "tal", numeric=_NUMBERS
    )
    rows = tuple(_total(export, total) for total in export.ordered(export.tally.totals))
    about = "Årets samlede tal for hele kommunen, en række for hver enhed og tilstandsgruppe."
    return Table("Totaler", about, heads, rows)


def part_table(export: Export, grouping: Grouping) -> Table:
    """Make the table of totals per forvaltning, tema, bydel, målgruppe or lokaludvalg; each part has a row at least."""
    own = grouping is Grouping.FORVALTNING
    heads = columns(
        grouping.value, *_WHAT, *_BOUNDS, *(() if own else _COVERAGE), *_SOURCE, numeric=("nedre", "øvre", "n", "m")
    )
    parts = totals_by(export.tally.register, export.tally.scope, grouping)
    rows = (
        row
        for part, totals in parts.items()
        for row in [_part(export, part, total, own=own) for total in export.ordered(totals)]
        or [_empty(export, part, len(heads))]
    )
    about = f"De samme tal delt op efter {grouping.value}."
    return Table(f"Per {grouping.value}", about, heads, tuple(rows))


def _total(export: Export, total: Total) -> Row:
    gross = export.gross_of(total)
    return (
        *_what(total),
        *_bounds(total),
        *_coverage(total),
        Names(total.coverage.given, NONE),
        Names(total.coverage.missing, NONE),
        total.unspecified,
        total.unknown,
        *bounds_cells(gross.bounds),
        gross.text,
        Names(total.ids, NONE),
    )


def _part(export: Export, part: str, total: Total, *, own: bool) -> Row:
    return (
        part,
        *_what(total),
        *_bounds(total),
        *(() if own else _coverage(total)),
        Names(_tellers(export, total), NONE),
        Names(total.ids, NONE),
    )


def _empty(export: Export, part: str, width: int) -> Row:
    return (part, Missing(export.why_empty(part)), *(NOT_RELEVANT for _ in range(width - 2)))


def _what(total: Total) -> Row:
    return total.gruppe, total.label, total.enhedsart


def _bounds(total: Total) -> Row:
    return *bounds_cells(total.bounds), total.text, said(total.note, NONE)


def _coverage(total: Total) -> Row:
    return total.coverage.n, total.coverage.m, bool(total.coverage.network)


def _tellers(export: Export, total: Total) -> tuple[str, ...]:
    """Name those who reported the figures; one may tell of what another owns."""
    frame = export.tally.register
    found = (row.forvaltning for row in rows_of(frame[frame["id"].isin(total.ids)]))
    return tuple(export.name(one) for one in dict.fromkeys(found))
