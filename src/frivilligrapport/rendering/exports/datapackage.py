"""A year's figures as a Frictionless data package, version 2: csv files, and one that says what every column holds."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from typing import Any

from frivilligrapport.danish import slug_of
from frivilligrapport.models.lister import LICENCES, said
from frivilligrapport.problems.signs import json_text
from frivilligrapport.rendering.exports.column_texts import COLUMN_TEXTS
from frivilligrapport.rendering.exports.csv import guarded_command
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.indsatser import YES_NO_COLUMNS, indsatser_table
from frivilligrapport.rendering.exports.table import (
    REASONS,
    Cell,
    Column,
    Missing,
    Names,
    Table,
    cell_text,
    number_in,
    table_columns,
)
from frivilligrapport.rendering.exports.tables import register_table, totals_table

DESCRIPTOR = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"
_YES_NO = {"afledt", "tæller", "netværk", *YES_NO_COLUMNS}
_WHOLE = {"linje", "kolonne", "n", "m", "uden antal", "uoplyste"}
_BOUNDED = re.compile(r"nedre|øvre$|grundtal")
_UNITS = {"n": "forvaltninger", "m": "forvaltninger", "uden antal": "tal", "uoplyste": "tal"}
# What a row is known by, and what its words are looked up in.
_KEYS = {"register": ("id",), "indsatser": ("år", "forvaltning", "indsats"), "enheder": ("enhed",)}
_LOOKED_UP = {"register": ("enhed", "enheder")}


def data_package(export: Export) -> dict[str, bytes]:
    """Put the register, the totals, the indsatser and the units in a package, by file name; the description first.

    The same figures give the same bytes: the package carries the report's own date, or the year's last day.
    """
    tables = {
        "register": register_table(export),
        "totaler": totals_table(export),
        "indsatser": indsatser_table(export.indsatser),
        "enheder": _units_table(export),
    }
    files = {f"{name}.csv": _to_csv(table) for name, table in tables.items()}
    resources = [_resource(name, table, files[f"{name}.csv"]) for name, table in tables.items()]
    content = {"$schema": f"{_PROFILES}/datapackage.json", **dict(_about(export)), "resources": resources}
    return {DESCRIPTOR: json_text(content).encode(), **files}


def _units_table(export: Export) -> Table:
    units = {one.flertal: one for one in reversed(export.units)}
    rows = tuple((one.flertal, one.ental, one.art.value, one.definition) for one in reversed(units.values()))
    columns = table_columns("enhed", "ental", "enhedsart", "definition")
    return Table("Enheder", "De enheder, der kan tælles, og hvad der tælles med.", columns, rows)


def _about(export: Export) -> Iterator[tuple[str, object]]:
    """Yield what is said of the whole package; a licence and contacts as far as the report states them."""
    day, imprint = export.dato.isoformat(), export.kolofon
    yield (
        "name",
        f"frivillighed-{slug_of(export.kommune)}-{export.aar}",
    )
    yield "title", f"{export.titel}: tal for {export.aar}"
    yield "description", f"Samarbejdet med frivillige i {export.kommune} i {export.aar}. {export.received}"
    yield "created", f"{day}T00:00:00Z"
    yield "temporal", {"start": f"{export.aar}-01-01", "end": f"{export.aar}-12-31"}
    yield "keywords", ["frivillighed", "frivillige", export.kommune]
    publisher = said(imprint.udgiver) if imprint else ""
    contributors: list[dict[str, object]] = [{"title": publisher or export.kommune, "roles": ["publisher"]}]
    if imprint and (contact := said(imprint.kontakt)):
        is_address = re.fullmatch(r"[^@\s]+@[^@\s]+", contact)
        contributors.append({"title": contact, **({"email": contact} if is_address else {}), "roles": ["contact"]})
    yield "contributors", contributors
    if imprint and imprint.licens:
        title, path = LICENCES[str(imprint.licens)]
        yield "licenses", [{"name": str(imprint.licens), "title": title, "path": path}]


def _resource(name: str, table: Table, data: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "$schema": f"{_PROFILES}/dataresource.json",
        "title": table.name,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": _schema(name, table),
    }


def _schema(name: str, table: Table) -> dict[str, Any]:
    """Describe a table. A cell is never empty: where it holds nothing, it holds one of the reasons declared."""
    fields = [_field(column, [row[at] for row in table.rows]) for at, column in enumerate(table.columns)]
    reasons = [{"value": word, "label": text} for word, text in REASONS.items()]
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": fields,
        "missingValues": reasons,
    }
    if name in _KEYS:
        schema["primaryKey"] = list(_KEYS[name])
    if name in _LOOKED_UP:
        field, other = _LOOKED_UP[name]
        schema["foreignKeys"] = [{"fields": [field], "reference": {"resource": other, "fields": [field]}}]
    return schema


def _field(column: Column, cells: list[Cell]) -> dict[str, Any]:
    """Describe a column, with the reasons that its cells give; a word that is also a value of its own is none."""
    name = column.name
    found: dict[str, Any] = {"name": name, "type": _type(column), "description": _COLUMN_TEXTS[name]}
    if found["type"] == "boolean":
        found |= {"trueValues": ["ja"], "falseValues": ["nej"]}
    if name in _UNITS:
        found["unit"] = _UNITS[name]
    if column.numeric and _BOUNDED.search(name):
        found["unitField"] = "enhed"
    given = {one.word for one in map(_reason, cells) if one} - {one for one in cells if isinstance(one, str)}
    found["missingValues"] = [{"value": word, "label": REASONS[word]} for word in REASONS if word in given]
    return found


_COLUMN_TEXTS = COLUMN_TEXTS | {"ental": "Enhedens navn i ental.", "definition": "Hvad der tælles med."}


def _type(column: Column) -> str:
    if column.name == "år":
        return "year"
    if column.name in _YES_NO:
        return "boolean"
    if column.name in _WHOLE:
        return "integer"
    return "number" if column.numeric else "string"


def _reason(cell: Cell) -> Missing | None:
    if isinstance(cell, Names):
        return None if cell.found else cell.otherwise
    return cell if isinstance(cell, Missing) else None


def _to_csv(table: Table) -> bytes:
    """Write a table as programs read it: commas, a decimal point, no mark of the encoding."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([*map(_words, row)] for row in table.rows)
    return lines.getvalue().encode()


def _words(cell: Cell) -> str:
    number = number_in(cell)
    return guarded_command(cell_text(cell)) if number is None else f"{Decimal(number):f}"
