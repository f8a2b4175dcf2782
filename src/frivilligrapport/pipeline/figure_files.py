"""From a collection to a year's figures as they are exported."""

from collections.abc import Sequence
from datetime import date

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import fold_ascii
from frivilligrapport.documents.types.tal import export_of
from frivilligrapport.figures.register import Registers
from frivilligrapport.rendering.exports.column_texts import columns_table
from frivilligrapport.rendering.exports.csv import to_csv
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.indsatser import IndsatsRow, indsatser_table
from frivilligrapport.rendering.exports.json import figures_json, indsatser_json
from frivilligrapport.rendering.exports.table import Table
from frivilligrapport.rendering.exports.tables import (
    control_table,
    notes_table,
    part_table,
    register_table,
    totals_table,
)
from frivilligrapport.rendering.exports.xlsx import figures_xlsx, write_book
from frivilligrapport.rendering.terminal.figures import figures_text
from frivilligrapport.rendering.terminal.indsatser import indsatser_text
from frivilligrapport.rendering.terminal.lines import WIDTH

# `datapakke` is a folder of files for other programs, of a single municipality's figures.
PACKAGE = "datapakke"
FORMATS = ("text", "csv", "xlsx", "json", PACKAGE)


def indsatser_file(samling: Samling, found: Sequence[IndsatsRow], wanted: str, width: int = WIDTH) -> bytes:
    """Put indsatser alone, of one year or several, in one of FORMATS; `width` is how long the lines of text may be."""
    match wanted:
        case "xlsx":
            newest = max((one.aar for one in found), default=1)
            return write_book((indsatser_table(found),), "Indsatser", samling.navn, date(newest, 12, 31))
        case "json":
            return indsatser_json(found)
        case "csv":
            return to_csv(indsatser_table(found))
    return indsatser_text(samling.navn, found, width).encode()


def indsatser_tables(found: Sequence[IndsatsRow]) -> dict[str, bytes]:
    """Put indsatser alone in a csv file, by its name."""
    return {"indsatser.csv": to_csv(indsatser_table(found))}


def one_file(export: Export, wanted: str, width: int = WIDTH) -> bytes:
    """Put the figures in one of FORMATS; csv holds one table only, the totals or the parts that are asked for.

    `width` is how long the lines of text may be.
    """
    match wanted:
        case "xlsx":
            return figures_xlsx(export)
        case "json":
            return figures_json(export)
        case "csv":
            return to_csv(part_table(export, export.grouping) if export.grouping else totals_table(export))
    return figures_text(export, width).encode()


def all_tables(export: Export) -> dict[str, bytes]:
    """Put every table in a csv file of its own, by the file's name."""
    return {name: to_csv(table) for name, table in _tables(export).items()}


def archived_tables(registers: Registers, aargang: Aargang) -> dict[str, bytes]:
    """Put a year's tables in csv files, and beside them one that describes their columns."""
    tables = _tables(export_of(registers, aargang))
    return {name: to_csv(table) for name, table in {**tables, "kolonner.csv": columns_table(tables.items())}.items()}


def _tables(export: Export) -> dict[str, Table]:
    tables = {
        "register": register_table(export),
        "totaler": totals_table(export),
        "kontrol": control_table(export),
        "indsatser": indsatser_table(export.indsatser),
        "definitioner": notes_table(export),
    }
    if export.grouping:
        tables[f"per-{fold_ascii(export.grouping.value)}"] = part_table(export, export.grouping)
    return {f"{name}.csv": table for name, table in tables.items()}
