"""The register as rows, one for each reported figure, and as a table for analysts.

The only importer of pandas. Its columns are those of register.csv and are documented in docs/tal.md.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from frivilligrapport.figures.figure import Figure, FigurePart
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.totals import Scope
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.tal import Tal

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame  # noqa: PLC0414 - the way to name the type without naming pandas

KNOWN, OPEN = "kendt", "åben"
_PARTS = {
    FigurePart.ANTAL: "antal",
    FigurePart.FORRIGE_AAR: "forrige år",
    FigurePart.PAA_VEJ: "på vej",
    FigurePart.HERAF: "heraf",
    FigurePart.ANDEL: "andel",
}
# The fields of a figure and of its indsats that the register has a column of.
DECLARED_COLUMNS = tuple(
    sorted((one for model in (Tal, Indsats) for one in model.fields.values() if one.column), key=lambda one: one.column)
)


def _declared(name: str) -> Callable[[Figure, Scope], object]:
    return lambda figure, _: figure.said(name) or None


# What each column holds of a figure; None is a cell without an answer.
_COLUMNS: dict[str, Callable[[Figure, Scope], object]] = {
    "id": lambda figure, _: figure.id,
    "år": lambda figure, _: figure.origin.aar,
    "forvaltning": lambda figure, scope: scope.name(figure.origin.forvaltning),
    "tæller hos": lambda figure, scope: scope.name(figure.owner),
    "bidragyder": lambda figure, _: figure.origin.bidragyder or None,
    "indsats": lambda figure, _: figure.origin.indsats or None,
    "indsatsens navn": lambda figure, _: figure.origin.indsats_navn or None,
    "enhed": lambda figure, _: figure.enhed.flertal,
    "enhedsart": lambda figure, _: figure.enhed.art.value,
    "mærke": lambda figure, _: figure.maerke or None,
    "del": lambda figure, _: _PARTS[figure.part],
    "tilstand": lambda figure, _: figure.origin.tilstand or None,
    "tilstandsgruppe": lambda figure, _: figure.group.value,
    "temaer": lambda figure, _: figure.origin.tags.temaer,
    "bydele": lambda figure, _: figure.origin.tags.bydele,
    "målgrupper": lambda figure, _: figure.origin.tags.maalgrupper,
    "lokaludvalg": lambda figure, _: figure.origin.tags.lokaludvalg,
    "fælles": lambda figure, _: figure.origin.faelles or None,
    "talt fra": lambda figure, scope: scope.name(figure.counted_from) or None,
    "præcision": lambda figure, _: figure.precision.value,
    "nedre": lambda figure, _: _lower(figure.bounds),
    "øvre": lambda figure, _: _upper(figure.bounds),
    "øvre grænse": lambda figure, _: _limit(figure.bounds),
    "tekst": lambda figure, _: figure.text or None,
    "skrevet": lambda figure, _: figure.quantity.typed or None,
    "grundtal": lambda figure, _: figure.base,
    "andel af": lambda figure, _: figure.share_of or None,
    "afledt": lambda figure, _: figure.adds_otherwise,
    "tæller": lambda figure, _: figure.counts,
    "hvorfor ikke": lambda figure, _: figure.why_not or None,
    "bidrag nedre": lambda figure, _: _lower(figure.adds),
    "bidrag øvre": lambda figure, _: _upper(figure.adds),
    "bidrag øvre grænse": lambda figure, _: _limit(figure.adds),
    **{one.spelled: _declared(one.name) for one in DECLARED_COLUMNS},
    "fil": lambda figure, _: figure.location.file,
    "linje": lambda figure, _: figure.location.line,
    "kolonne": lambda figure, _: figure.location.column,
}
COLUMNS = tuple(_COLUMNS)
_TYPES = {"år": "int64", "linje": "int64", "kolonne": "int64", "afledt": "bool", "tæller": "bool"}


def register_rows(register: Register) -> Iterator[Mapping[str, Any]]:
    """Yield a year's figures in print order, each as what it holds by column; `COLUMNS` are the columns.

    Bounds are `Decimal`, exactly as typed or reckoned. An upper bound that is open or unknown is None, and the column
    beside it says which. `temaer`, `bydele`, `målgrupper` and `lokaludvalg` are tuples of names. What has no answer is
    None.
    """
    for figure in register.figures:
        yield {name: cell(figure, register.scope) for name, cell in _COLUMNS.items()}


def table(register: Register) -> "DataFrame":
    """Tabulate `register_rows`, a row each. No cell is NaN: what has no answer is None."""
    import pandas as pd  # noqa: PLC0415 - half a second, which only those pay who ask for the table

    rows = [list(row.values()) for row in register_rows(register)]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object).astype(_TYPES)


def _lower(bounds: Bounds | None) -> Decimal | None:
    return bounds.lower if bounds else None


def _upper(bounds: Bounds | None) -> Decimal | None:
    return bounds.upper if bounds else None


def _limit(bounds: Bounds | None) -> str | None:
    if bounds is None:
        return None
    return OPEN if bounds.upper is None else KNOWN
