"""The indsatser as a table: each with all that its file says of it, whether it reports figures or not."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frivilligrapport.models.fields.base import Felter, Field, in_words
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.rendering.exports.table import (
    NONE,
    NOT_GIVEN,
    UNANSWERED,
    Cell,
    Names,
    Row,
    Table,
    table_columns,
    text_cell,
)


class IndsatsRow(NamedTuple):
    """Hold an indsats of a year, who tells of it, the policy's points that it answers, and the ids of its figures."""

    aar: int
    forvaltning: str
    indsats: Indsats
    punkter: tuple[str, ...]
    tal: tuple[str, ...]


# The register's names for them, so that the two tables can be joined.
_NAMED = {"id": "indsats", "navn": "indsatsens navn"}
_FIELDS = tuple(one for one in Indsats.fields.values() if one.name != "tal")
_NUMERIC = ("år", "linje", "kolonne")


def _parts(field: Field) -> tuple[Field, ...]:
    """Give the fields of a group that there is one of, each of which is a column; none for all else."""
    return tuple(field.group.fields.values()) if field.group and not field.holds_list else ()


def _columns() -> Iterator[tuple[str, Field]]:
    for field in _FIELDS:
        name = _NAMED.get(field.name, field.spelled.replace("_", " "))
        yield from ((f"{name} {part.spelled.replace('_', ' ')}", part) for part in _parts(field))
        if not _parts(field):
            yield name, field


INDSATS_COLUMNS = {name: field.help.partition(". ")[0].rstrip(".") + "." for name, field in _columns()}


# Those that are answered with yes or no.
YES_NO_COLUMNS = frozenset(name for name, field in _columns() if field.kind is bool)


def indsatser_table(found: Sequence[IndsatsRow]) -> Table:
    """Make the table, a row for each indsats in print order; several years stand one after the other."""
    heads = table_columns(
        "år", "forvaltning", *INDSATS_COLUMNS, "politikpunkter", "tal", "fil", "linje", "kolonne", numeric=_NUMERIC
    )
    about = "Alle indsatser med det, der er oplyst om dem, også dem uden tal. Tallene står i registeret."
    return Table("Indsatser", about, heads, tuple(map(_row, found)), "ingen indsatser")


def _row(one: IndsatsRow) -> Row:
    place = one.indsats.location
    cells = [cell for field in _FIELDS for cell in _cells(one.indsats, field)]
    ends = (Names(one.punkter, NOT_GIVEN), Names(one.tal, NONE), place.file, place.line, place.column)
    return (one.aar, one.forvaltning, *cells, *ends)


def _cells(group: Felter | None, field: Field) -> Iterator[Cell]:
    value, parts = getattr(group, field.name, None), _parts(field)
    if parts:
        yield from (cell for part in parts for cell in _cells(value, part))
    elif field.holds_list:
        yield Names(tuple(map(_words, value or ())), NOT_GIVEN)
    elif isinstance(value, bool):
        yield value
    else:
        words = in_words(value)
        yield UNANSWERED if words == UOPLYST else text_cell(words)


def _words(one: object) -> str:
    """Put an item of a list in words, a group as its first field with the others in parentheses."""
    if not isinstance(one, Felter):
        return in_words(one)
    first, *rest = (in_words(getattr(one, name)) for name in one.fields)
    others = "; ".join(filter(None, rest))
    return f"{first} ({others})" if others else first
