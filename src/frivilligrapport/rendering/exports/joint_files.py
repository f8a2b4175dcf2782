"""The totals of several municipalities as csv, Excel and JSON."""

import json

from frivilligrapport.aggregation.joint import Entry, JointTotal
from frivilligrapport.aggregation.joint_year import JointYear, Municipality
from frivilligrapport.danish import fold_ascii
from frivilligrapport.reading.quantity import Bounds
from frivilligrapport.rendering.exports.cells import json_number
from frivilligrapport.rendering.exports.csv import to_csv
from frivilligrapport.rendering.exports.joint_tables import all_joint_tables, own_table
from frivilligrapport.rendering.exports.xlsx import write_book


def joint_csv(year: JointYear) -> bytes:
    """Write the table of each municipality's totals."""
    return to_csv(own_table(year))


def joint_csv_files(year: JointYear) -> dict[str, bytes]:
    """Write every table, by file name."""
    return {f"{fold_ascii(table.name).lower()}.csv": to_csv(table) for table in all_joint_tables(year)}


def joint_xlsx(year: JointYear) -> bytes:
    """Write the workbook; the same figures give the same bytes, since its date is the year's last day."""
    return write_book(all_joint_tables(year), f"Tal for {year.aar} fra flere kommuner", "frivilligrapport", year.aar)


def joint_json(year: JointYear) -> bytes:
    """Write municipalities and sums; numbers are numbers, and null is no number."""
    content = {
        "år": year.aar,
        "kommuner": [_municipality(one) for one in year.municipalities],
        "totaler": [_sum(one) for one in year.totals],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _municipality(one: Municipality) -> dict[str, object]:
    return {
        "kommune": one.kommune,
        "mappe": one.mappe,
        "ikke_med_fordi": one.left_out or None,
        "afleveret": None if one.left_out else one.delivered,
        "forvaltninger": None if one.left_out else one.asked,
        "totaler": [_own(entry) for entry in one.entries],
    }


def _own(one: Entry) -> dict[str, object]:
    counts = {"tekst": one.text, "note": one.note, "n": one.n, "m": one.m, "dækning": one.coverage}
    return {"enhed": one.enhed, "tilstandsgruppe": one.gruppe, **_bounds(one.bounds), **counts}


def _sum(one: JointTotal) -> dict[str, object]:
    return {
        "enhed": one.first.enhed,
        "tilstandsgruppe": one.first.gruppe,
        **_bounds(one.bounds),
        "tekst": one.text,
        "note": one.note,
        "n": len(one.known),
        "m": len(one.asked),
        "mangler": list(one.missing),
    }


def _bounds(bounds: Bounds | None) -> dict[str, object]:
    lower, upper = (bounds.lower, bounds.upper) if bounds else (None, None)
    return {name: None if end is None else json_number(end) for name, end in (("nedre", lower), ("øvre", upper))}
