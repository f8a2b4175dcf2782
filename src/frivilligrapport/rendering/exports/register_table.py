"""The register as a table: one row for each reported figure, with all that is known of it."""

from collections.abc import Hashable, Mapping
from typing import Any

from frivilligrapport.aggregation.register import bounds_of
from frivilligrapport.counting.figure import Part
from frivilligrapport.reading.quantity import Precision
from frivilligrapport.rendering.exports.cells import (
    NOT_RELEVANT,
    NOT_SAID,
    UNKNOWN,
    Missing,
    Names,
    Row,
    bounds_cells,
    said,
)
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import Table, columns

_SUBJECT = (
    "id", "år", "forvaltning", "tæller hos", "bidragyder", "indsats", "indsatsens navn", "enhed", "enhedsart", "mærke",
    "del", "tilstand", "tilstandsgruppe", "temaer", "bydele", "målgrupper", "lokaludvalg", "fælles", "talt fra",
)  # fmt: skip
_NUMBER = ("præcision", "nedre", "øvre", "øvre grænse", "tekst", "skrevet", "grundtal", "andel af", "afledt")
_COUNT = ("tæller", "hvorfor ikke", "bidrag nedre", "bidrag øvre", "bidrag øvre grænse")
_BASIS = ("metode", "kilde", "opgjort", "bemærkning", "fil", "linje", "kolonne")
_NUMERIC = ("år", "nedre", "øvre", "grundtal", "bidrag nedre", "bidrag øvre", "linje", "kolonne")
_PARTS = {
    Part.ANTAL: "antal",
    Part.FORRIGE_AAR: "forrige år",
    Part.PAA_VEJ: "på vej",
    Part.HERAF: "heraf",
    Part.ANDEL: "andel",
}
_WHOLE = Missing("hele forvaltningen")
_COUNTED, _NOT_COUNTED = Missing("tæller med"), Missing("tæller ikke med")
_NO_BASE = Missing(Precision.SHARE_WITHOUT_BASE.value)
_WITHOUT_BOUNDS = {Precision.NOT_RELEVANT: NOT_RELEVANT, Precision.SHARE_WITHOUT_BASE: _NO_BASE}


def register_table(export: Export) -> Table:
    """Make the table, in the register's own order."""
    rows = tuple(_row(export, row) for row in export.tally.register.to_dict("records"))
    about = "Hvert tal, som det er oplyst, med fil, linje og kolonne. Alle andre ark er regnet ud fra dette."
    return Table("Register", about, columns(*_SUBJECT, *_NUMBER, *_COUNT, *_BASIS, numeric=_NUMERIC), rows)


def _row(export: Export, row: Mapping[Hashable, Any]) -> Row:
    return *_subject(export, row), *_number(row), *_count(row), *_basis(row)


def _subject(export: Export, row: Mapping[Hashable, Any]) -> Row:
    return (
        row["id"],
        row["aar"],
        export.name(row["forvaltning"]),
        export.name(row["ejer"]),
        said(row["bidragyder"]),
        said(row["indsats"], _WHOLE),
        said(row["indsats_navn"], _WHOLE),
        row["enhed"],
        row["enhedsart"],
        said(row["maerke"], NOT_RELEVANT),
        _PARTS[Part(row["del"])],
        said(row["tilstand"], NOT_RELEVANT),
        row["gruppe"],
        *(Names(row[one], NOT_SAID) for one in ("temaer", "bydele", "maalgrupper", "lokaludvalg")),
        said(row["faelles"], NOT_RELEVANT),
        said(export.name(row["talt_fra"]), NOT_RELEVANT),
    )


def _number(row: Mapping[Hashable, Any]) -> Row:
    precision, base = Precision(row["praecision"]), row["grundtal"]
    no_base = UNKNOWN if precision in {Precision.SHARE, Precision.SHARE_WITHOUT_BASE} else NOT_RELEVANT
    return (
        precision.value,
        *bounds_cells(bounds_of(row["nedre"], row["oevre"]), _WITHOUT_BOUNDS.get(precision, UNKNOWN)),
        said(row["tekst"]),
        said(row["skrevet"], Missing("tomt felt")),
        no_base if base is None else base,
        said(row["andel_af"], no_base if base is None else NOT_RELEVANT),
        bool(row["afledt"]),
    )


def _count(row: Mapping[Hashable, Any]) -> Row:
    counts = bool(row["taeller"])
    adds = bounds_of(row["bidrag_nedre"], row["bidrag_oevre"])
    return (
        counts,
        said(row["hvorfor_ikke"], _COUNTED),
        *bounds_cells(adds, UNKNOWN if counts else _NOT_COUNTED),
    )


def _basis(row: Mapping[Hashable, Any]) -> Row:
    basis = (said(row[one]) for one in ("metode", "kilde", "opgjort", "bemaerkning"))
    return *basis, row["fil"], row["linje"], row["kolonne"]
