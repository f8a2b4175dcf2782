"""The figures as JSON for other programs (design, section 4); numbers are numbers, and null is no number."""

import json

from frivilligrapport.figures.totals import Total
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import Cell, Missing, Names, Table, json_number, number_in
from frivilligrapport.rendering.exports.tables import control_table, notes_table, part_table, register_table


def to_json(export: Export) -> bytes:
    """Write totals, net and gross, the register, the control table and the definitions; UTF-8, with a last newline."""
    content: dict[str, object] = {
        "år": export.aar,
        "totaler": [_total(total) for total in export.ordered(export.register.totals)],
        "brutto": [_total(total) for total in export.ordered(export.register.gross)],
        "register": _objects(register_table(export)),
        "kontrol": _objects(control_table(export)),
        "definitioner": _objects(notes_table(export)),
    }
    if export.grouping:
        content[f"per_{export.grouping.value}"] = _objects(part_table(export, export.grouping))
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _total(total: Total) -> dict[str, object]:
    bounds = total.bounds
    return {
        "enhed": total.enhed,
        "tilstandsgruppe": total.gruppe,
        "nedre": None if bounds is None else json_number(bounds.lower),
        "øvre": None if bounds is None or bounds.upper is None else json_number(bounds.upper),
        "tekst": total.text,
        "n": total.coverage.n,
        "m": total.coverage.m,
        "mangler": list(total.coverage.missing),
        "note": total.note,
        "netværk": total.coverage.network or None,
    }


def _objects(table: Table) -> list[dict[str, object]]:
    keys = [column.name.replace(" ", "_") for column in table.columns]
    return [dict(zip(keys, map(_value, row), strict=True)) for row in table.rows]


def _value(cell: Cell) -> object:
    if isinstance(cell, Missing):
        return None
    if isinstance(cell, Names):
        return list(cell.found)
    number = number_in(cell)
    return cell if number is None else json_number(number)
