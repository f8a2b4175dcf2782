"""The totals of several municipalities as tables: each one's own, their sums, and who is in them."""

from datetime import date

from frivilligrapport.danish import fold_ascii
from frivilligrapport.figures.joint import JointTotal, JointYear, Municipality, MunicipalTotal
from frivilligrapport.problems.signs import json_text
from frivilligrapport.rendering.exports.csv import to_csv
from frivilligrapport.rendering.exports.table import (
    NONE,
    NOT_RELEVANT,
    Missing,
    Names,
    Row,
    Table,
    bounds_cells,
    json_bounds,
    table_columns,
    text_cell,
)
from frivilligrapport.rendering.exports.xlsx import write_book

_WHAT = ("tilstandsgruppe", "enhed", "enhedsart")
_BOUNDS = ("nedre", "øvre", "øvre grænse", "tekst", "note")
_NUMBERS = ("nedre", "øvre", "n", "m", "afleveret", "forvaltninger")


def all_joint_tables(year: JointYear) -> tuple[Table, ...]:
    """Make every table, the one of each municipality's figures first."""
    return own_table(year), sums_table(year), municipality_table(year)


def own_table(year: JointYear) -> Table:
    """Make the table of each municipality's own totals; n and m count its forvaltninger."""
    heads = table_columns("kommune", *_WHAT, *_BOUNDS, "n", "m", "dækning", numeric=_NUMBERS)
    entries = (one for total in year.totals for one in total.entries)
    rows = tuple((one.kommune, *_what_cells(one), one.n, one.m, one.coverage) for one in entries)
    return Table("Tal", f"Kommunernes tal for {year.aar}, en række for hver kommune og enhed.", heads, rows)


def sums_table(year: JointYear) -> Table:
    """Make the table of sums; n and m count municipalities."""
    heads = table_columns(*_WHAT, *_BOUNDS, "n", "m", "tal fra", "mangler", numeric=_NUMBERS)
    rows = tuple(
        (
            *_what_cells(total),
            len(total.known),
            len(total.asked),
            Names(tuple(one.kommune for one in total.known), NONE),
            Names(total.missing, NONE),
        )
        for total in year.totals
    )
    return Table("Totaler", "Det, kommunernes kendte tal giver tilsammen, en række for hver enhed.", heads, rows)


def municipality_table(year: JointYear) -> Table:
    """Make the table of the municipalities, also of those that are left out."""
    heads = table_columns(
        "kommune",
        "mappe",
        "afleveret",
        "forvaltninger",
        "tilstand",
        "ikke talt med",
        "ikke med, fordi",
        numeric=_NUMBERS,
    )
    rows = tuple(_municipality(one) for one in year.municipalities)
    return Table("Kommuner", "Kommunerne, og hvorfor nogen ikke er med.", heads, rows)


def _what_cells(one: MunicipalTotal | JointTotal) -> Row:
    what = one.first if isinstance(one, JointTotal) else one
    named = (what.gruppe, what.enhed, what.enhedsart)
    return *named, *bounds_cells(one.bounds), one.text, text_cell(one.note, NONE)


def _municipality(one: Municipality) -> Row:
    read = (one.delivered, one.asked, one.states) if one.states else (Missing("ikke læst"),) * 3
    return (
        one.kommune,
        one.mappe,
        *read,
        Names(tuple(f"{name} {why}" for name, why in one.uncounted), NONE),
        one.left_out or NOT_RELEVANT,
    )


def joint_csv(year: JointYear) -> bytes:
    """Write the table of each municipality's totals."""
    return to_csv(own_table(year))


def joint_csv_files(year: JointYear) -> dict[str, bytes]:
    """Write every table, by file name."""
    return {f"{fold_ascii(table.name).lower()}.csv": to_csv(table) for table in all_joint_tables(year)}


def joint_xlsx(year: JointYear) -> bytes:
    """Write the workbook; the same figures give the same bytes, since its date is the year's last day."""
    title, last_day = f"Tal for {year.aar} fra flere kommuner", date(year.aar, 12, 31)
    return write_book(all_joint_tables(year), title, "frivilligrapport", last_day)


def joint_json(year: JointYear) -> bytes:
    """Write municipalities and sums; numbers are numbers, and null is no number."""
    municipalities = [
        {
            "kommune": one.kommune,
            "mappe": one.mappe,
            "ikke_med_fordi": one.left_out or None,
            "filer_ikke_talt_med": dict(one.uncounted),
            "tilstand": one.states or None,
            "afleveret": one.delivered if one.states else None,
            "forvaltninger": one.asked if one.states else None,
            "totaler": [
                _what_json(entry) | {"n": entry.n, "m": entry.m, "dækning": entry.coverage} for entry in one.entries
            ],
        }
        for one in year.municipalities
    ]
    sums = [
        _what_json(one) | {"n": len(one.known), "m": len(one.asked), "mangler": list(one.missing)}
        for one in year.totals
    ]
    return json_text({"år": year.aar, "kommuner": municipalities, "totaler": sums}).encode()


def _what_json(one: MunicipalTotal | JointTotal) -> dict[str, object]:
    what = one.first if isinstance(one, JointTotal) else one
    named = {"enhed": what.enhed, "tilstandsgruppe": what.gruppe}
    return {**named, **json_bounds(one.bounds), "tekst": one.text, "note": one.note}
