"""The control table: who said what of the things that several report."""

from frivilligrapport.aggregation.control import Telling
from frivilligrapport.rendering.exports.cells import NONE, NOT_RELEVANT, Names, Row, bounds_cells, said
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.table import Table, columns

_HEADS = columns(
    "fælles", "tæller hos", "enhed", "tilstandsgruppe", "oplyst af", "indsatsens navn", "tekst", "nedre", "øvre",
    "øvre grænse", "tæller", "forskel", "forskel nedre", "forskel øvre", "forskel øvre grænse", "note", "tal",
    numeric=("nedre", "øvre", "forskel nedre", "forskel øvre"),
)  # fmt: skip


def control_table(export: Export) -> Table:
    """Make the table, each thing together."""
    rows = tuple(_row(telling) for telling in export.tally.control)
    about = "Det, som flere oplyser om den samme indsats, og hvor langt det er fra det tal, der tæller."
    return Table("Kontrol", about, _HEADS, rows, "ingen fælles indsatser med tal")


def _row(telling: Telling) -> Row:
    return (
        telling.faelles,
        telling.owner,
        telling.enhed,
        telling.gruppe,
        telling.reporter,
        said(telling.indsats),
        telling.text,
        *bounds_cells(telling.bounds),
        telling.counts,
        telling.difference.text,
        *bounds_cells(telling.difference.size, NOT_RELEVANT),
        said(telling.note, NONE),
        Names(telling.ids, NONE),
    )
