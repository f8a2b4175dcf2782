"""The figures as JSON for other programs (design, section 4); numbers are numbers, and null is no number."""

from collections.abc import Sequence

from frivilligrapport.figures.totals import Total
from frivilligrapport.problems.signs import json_text
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.indsatser import IndsatsRow, indsatser_table
from frivilligrapport.rendering.exports.table import Cell, Missing, Names, Table, json_bounds, json_number
from frivilligrapport.rendering.exports.tables import control_table, notes_table, part_table, register_table


def figures_json(export: Export) -> bytes:
    """Write totals, net and gross, the register, the control table and the definitions; UTF-8, with a last newline."""
    content: dict[str, object] = {
        "år": export.aar,
        "totaler": [_total(total) for total in export.ordered(export.register.totals)],
        "brutto": [_total(total) for total in export.ordered(export.register.gross)],
        "register": _objects(register_table(export)),
        "kontrol": _objects(control_table(export)),
        "indsatser": _objects(indsatser_table(export.indsatser)),
        "definitioner": _objects(notes_table(export)),
    }
    if export.grouping:
        content[f"per_{export.grouping.value}"] = _objects(part_table(export, export.grouping))
    return json_text(content).encode()


def indsatser_json(found: Sequence[IndsatsRow]) -> bytes:
    """Write indsatser alone, of one year or several; UTF-8, with a last newline."""
    return json_text({"indsatser": _objects(indsatser_table(found))}).encode()


def _total(total: Total) -> dict[str, object]:
    return {
        "enhed": total.enhed,
        "tilstandsgruppe": total.gruppe,
        **json_bounds(total.bounds),
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
    match cell:
        case Missing():
            return None
        case Names():
            return list(cell.found)
        case bool() | str():
            return cell
    return json_number(cell)
