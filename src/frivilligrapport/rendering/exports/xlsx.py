"""The figures as an Excel workbook after the habits of public statistics: one table a sheet, and no empty cell."""

import io
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from frivilligrapport.figures.register import Grouping
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.indsatser import indsatser_table
from frivilligrapport.rendering.exports.table import (
    NOT_RELEVANT,
    Cell,
    Missing,
    Table,
    cell_text,
    number_in,
    spreadsheet_number,
)
from frivilligrapport.rendering.exports.tables import (
    control_table,
    cover_table,
    notes_table,
    part_table,
    register_table,
    totals_table,
)

_WIDEST = 60
_NARROWEST = 8
_WHOLE, _DECIMAL = "#,##0", "#,##0.0###"  # Danish Excel shows 2.600 and 2,5
_STYLE = "Table Style Light 1"  # lines only, so that no colour carries a meaning


def figures_xlsx(export: Export) -> bytes:
    """Write the workbook; the same figures give the same bytes, since its date is the report's."""
    groupings = dict.fromkeys(one for one in (Grouping.FORVALTNING, export.grouping) if one)
    sheets = (
        notes_table(export),
        totals_table(export),
        *(part_table(export, grouping) for grouping in groupings),
        register_table(export),
        control_table(export),
        indsatser_table(export.indsatser),
    )
    title = f"{export.titel}: tal for {export.aar}"
    return write_book((cover_table(export, sheets), *sheets), title, export.kommune, export.dato)


def write_book(tables: Iterable[Table], title: str, author: str, day: date) -> bytes:
    """Write tables, each on a sheet of its own, in a workbook that says it was made on `day`."""
    import xlsxwriter  # noqa: PLC0415 - slow, and few documents are workbooks

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a date, in no time zone
        book.set_properties({"title": title, "author": author, "company": author, "created": created})
        styles: dict[str, dict[str, object]] = {
            "text": {"text_wrap": True},
            "whole": {"num_format": _WHOLE},
            "plain": {"num_format": "0"},
            "decimal": {"num_format": _DECIMAL},
        }
        formats = {name: book.add_format({"valign": "top", **style}) for name, style in styles.items()}
        for table in tables:
            _add(book.add_worksheet(table.name), table, formats)
    return data.getvalue()


def _add(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    """Fill a sheet: the names of the columns in the first row, which stays in view, and the table below."""
    from xlsxwriter.utility import xl_range  # noqa: PLC0415 - the same

    width = len(table.columns)
    rows = table.rows or ((Missing(table.nothing), *(NOT_RELEVANT for _ in range(width - 1))),)
    last = len(rows), width - 1
    heads = [{"header": column.name} for column in table.columns]
    about = {"name": table.name.replace(" ", "_"), "description": table.about}
    sheet.add_table(0, 0, *last, {**about, "style": _STYLE, "columns": heads})
    sheet.freeze_panes(1, 1)
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, *last)})
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, formats)
    for place, column in enumerate(table.columns):
        longest = max(len(cell_text(cell)) for cell in (column.name, *(row[place] for row in rows)))
        sheet.set_column(place, place, min(max(longest + 3, _NARROWEST), _WIDEST))


def _write(sheet: Any, row: int, place: int, cell: Cell, formats: dict[str, Any]) -> None:
    """Write a number as a number, and everything else as text; a number that Excel would round stands as text."""
    held = number_in(cell)
    number = None if held is None else spreadsheet_number(held)
    if number is None:
        sheet.write_string(row, place, cell_text(cell), formats["text"])
    else:
        style = "decimal" if isinstance(number, float) else "whole" if isinstance(cell, Decimal) else "plain"
        sheet.write_number(row, place, number, formats[style])
