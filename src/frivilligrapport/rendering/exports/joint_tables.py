"""The totals of several municipalities as tables: each one's own, their sums, and who is in them."""

from frivilligrapport.aggregation.joint import Entry, JointTotal
from frivilligrapport.aggregation.joint_year import JointYear, Municipality
from frivilligrapport.rendering.exports.cells import NONE, NOT_RELEVANT, Missing, Names, Row, bounds_cells, said
from frivilligrapport.rendering.exports.table import Table, columns

_WHAT = ("tilstandsgruppe", "enhed", "enhedsart")
_BOUNDS = ("nedre", "øvre", "øvre grænse", "tekst", "note")
_NUMBERS = ("nedre", "øvre", "n", "m", "afleveret", "forvaltninger")


def all_joint_tables(year: JointYear) -> tuple[Table, ...]:
    """Make every table, the one of each municipality's figures first."""
    return own_table(year), sums_table(year), municipality_table(year)


def own_table(year: JointYear) -> Table:
    """Make the table of each municipality's own totals; n and m count its forvaltninger."""
    heads = columns("kommune", *_WHAT, *_BOUNDS, "n", "m", "dækning", numeric=_NUMBERS)
    rows = tuple(_own(one) for total in year.totals for one in total.entries)
    return Table("Tal", f"Kommunernes tal for {year.aar}, en række for hver kommune og enhed.", heads, rows)


def sums_table(year: JointYear) -> Table:
    """Make the table of sums; n and m count municipalities."""
    heads = columns(*_WHAT, *_BOUNDS, "n", "m", "tal fra", "mangler", numeric=_NUMBERS)
    rows = tuple(_sum(one) for one in year.totals)
    return Table("Totaler", "Det, kommunernes kendte tal giver tilsammen, en række for hver enhed.", heads, rows)


def municipality_table(year: JointYear) -> Table:
    """Make the table of the municipalities, also of those that are left out."""
    heads = columns("kommune", "mappe", "afleveret", "forvaltninger", "ikke med, fordi", numeric=_NUMBERS)
    rows = tuple(_municipality(one) for one in year.municipalities)
    return Table("Kommuner", "Kommunerne, og hvorfor nogen ikke er med.", heads, rows)


def _own(one: Entry) -> Row:
    what = (one.kommune, one.gruppe, one.enhed, one.enhedsart)
    return (*what, *bounds_cells(one.bounds), one.text, said(one.note, NONE), one.n, one.m, one.coverage)


def _sum(one: JointTotal) -> Row:
    first = one.first
    given = Names(tuple(entry.kommune for entry in one.known), NONE)
    bounds = (*bounds_cells(one.bounds), one.text, said(one.note, NONE))
    counts = (len(one.known), len(one.asked))
    return (first.gruppe, first.enhed, first.enhedsart, *bounds, *counts, given, Names(one.missing, NONE))


def _municipality(one: Municipality) -> Row:
    if one.left_out:
        unread = Missing("ikke læst")
        return one.kommune, one.mappe, unread, unread, one.left_out
    return one.kommune, one.mappe, one.delivered, one.asked, NOT_RELEVANT
