"""From a collection to a year's figures as they are exported."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from frivilligrapport.collection.values import Aargang
from frivilligrapport.danish import fold_ascii, normal_key
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.figures.groups import Grouping
from frivilligrapport.figures.register import Registers
from frivilligrapport.figures.reports import margin_of, reports, units_of
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.rendering.exports.column_texts import columns_table
from frivilligrapport.rendering.exports.csv import to_csv
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.indsatser import IndsatsRow, indsatser_table, indsatser_text
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
from frivilligrapport.rendering.terminal.lines import WIDTH

FORMATS = ("text", "csv", "xlsx", "json")
_BACKGROUND = "Året har ingen rapport.yaml. Tallene er dem, der kendes, og ingen mangler at aflevere."


def export_of(registers: Registers, aargang: Aargang, grouping: Grouping | None = None) -> Export:
    """Gather a year's figures and what must be known to read them."""
    samling = registers.samling
    year = YearData(registers, aargang)
    received = year.report.deliveries if year.report else ()
    return Export(
        kommune=str(samling.kommune.kommune) if samling.kommune else "Kommunen",
        titel=str(aargang.rapport.titel) if aargang.rapport else "Frivillighed",
        aar=aargang.aar,
        dato=_date(aargang.rapport, aargang.aar),
        deliveries={one.forkortelse: one.tilstand for one in received},
        silent={one.forkortelse: one.tilstand for one in received if not one.kan_laeses},
        received=counted_text(received) if received else _BACKGROUND,
        margin=margin_of(aargang),
        register=year.register,
        units=tuple(dict.fromkeys(units_of(samling).values())),
        indsatser=tuple(indsatser_of(registers, aargang)),
        grouping=grouping,
    )


def indsatser_of(registers: Registers, *years: Aargang) -> Iterator[IndsatsRow]:
    """Yield every indsats of some years, as they are in print."""
    for aargang in years:
        register = registers.of(aargang)
        ids: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for figure in register.figures:
            ids[figure.origin.subject].append(figure.id)
        for report in reports(registers.samling, aargang):
            answers = [(str(one.punkt), {normal_key(name) for name in one.indsatser}) for one in report.politik]
            for indsats in report.indsatser:
                points = tuple(point for point, named in answers if normal_key(indsats.id) in named)
                subject = report.forvaltning, str(indsats.id)
                yield IndsatsRow(aargang.aar, register.scope.name(subject[0]), indsats, points, tuple(ids[subject]))


def indsatser_file(kommune: str, found: Sequence[IndsatsRow], wanted: str, width: int = WIDTH) -> bytes:
    """Put indsatser alone, of one year or several, in one of FORMATS; `width` is how long the lines of text may be."""
    match wanted:
        case "xlsx":
            newest = max((one.aar for one in found), default=1)
            return write_book((indsatser_table(found),), "Indsatser", kommune, date(newest, 12, 31))
        case "json":
            return indsatser_json(found)
        case "csv":
            return to_csv(indsatser_table(found))
    return indsatser_text(kommune, found, width).encode()


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


def _date(rapport: Rapport | None, year: int) -> date:
    """Give the report's own date, or the year's last day: an export never carries the day it was made."""
    stated = rapport.kolofon.dato if rapport and rapport.kolofon else None
    return (stated.period.start if stated else None) or date(year, 12, 31)
