"""The register: one row per reported figure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from frivilligrapport.figures.figure import Figure
from frivilligrapport.grammar.quantity import Bounds, Precision

Register = pd.DataFrame
OPEN = Decimal("Infinity")  # an open upper bound adds up to an open total by itself
COLUMNS = (
    "id", "aar", "forvaltning", "ejer", "bidragyder", "indsats", "indsats_navn", "enhed", "enhedsart", "maerke", "del",
    "tilstand", "gruppe", "temaer", "bydele", "maalgrupper", "lokaludvalg", "faelles", "talt_fra",
    "praecision", "nedre", "oevre", "tekst", "skrevet", "point", "grov", "grundtal", "andel_af", "afledt",
    "taeller", "hvorfor_ikke", "bidrag_nedre", "bidrag_oevre", "opgjort_nedre", "opgjort_oevre",
    "metode", "kilde", "opgjort", "bemaerkning", "fil", "linje", "kolonne",
)  # fmt: skip


def register(figures: tuple[Figure, ...]) -> Register:
    """Tabulate figures, a row each, in the order given.

    Bounds are `Decimal`, `OPEN` above when there is no upper bound, None when nothing is known. `bidrag_*` is what the
    row adds to a total, `opgjort_*` the part of it that has a number. `temaer`, `bydele`, `maalgrupper` and
    `lokaludvalg` are tuples of names. `talt_fra` is the reporter whose figure of a shared thing counts. No cell is NaN.
    """
    rows = [_row(figure) for figure in figures]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def rows_of(frame: Register, *columns: str) -> Iterator[Any]:
    """Yield the rows with the columns as attributes; naming the few that are asked for is many times as fast."""
    return (frame[list(columns)] if columns else frame).itertuples(index=False, name="Row")


def bounds_of(lower: Decimal | None, upper: Decimal | None) -> Bounds | None:
    """Give the bounds that two cells of a row hold; None when nothing is known."""
    if lower is None or upper is None:
        return None
    return Bounds(lower, None if upper == OPEN else upper)


def _row(figure: Figure) -> dict[str, object]:
    return _subject(figure) | _number(figure) | _count(figure) | _basis(figure)


def _subject(figure: Figure) -> dict[str, object]:
    """Tell what the figure is about."""
    origin, tags = figure.origin, figure.origin.tags
    return {
        "id": figure.id,
        "aar": origin.aar,
        "forvaltning": origin.forvaltning,
        "ejer": figure.owner,
        "bidragyder": origin.bidragyder,
        "indsats": origin.indsats,
        "indsats_navn": origin.indsats_navn,
        "enhed": figure.enhed.flertal,
        "enhedsart": figure.enhed.art.value,
        "maerke": figure.maerke,
        "del": figure.part.value,
        "tilstand": origin.tilstand,
        "gruppe": figure.group.value,
        "temaer": tags.temaer,
        "bydele": tags.bydele,
        "maalgrupper": tags.maalgrupper,
        "lokaludvalg": tags.lokaludvalg,
        "faelles": origin.faelles,
        "talt_fra": figure.counted_from,
    }


def _number(figure: Figure) -> dict[str, object]:
    """Tell what the figure itself says."""
    quantity = figure.quantity
    lower, upper = _split(figure.bounds)
    return {
        "praecision": quantity.precision.value,
        "nedre": lower,
        "oevre": upper,
        "tekst": quantity.text(),
        "skrevet": quantity.typed,
        "point": quantity.point(figure.base),
        "grov": quantity.approximate or quantity.precision is Precision.APPROXIMATE,
        "grundtal": figure.base,
        "andel_af": figure.share_of,
    }


def _count(figure: Figure) -> dict[str, object]:
    """Tell what the figure adds to a total, and why when it adds nothing."""
    adds_lower, adds_upper = _split(figure.contribution)
    number_lower, number_upper = _split(figure.quantified)
    return {
        "afledt": figure.derived or figure.contribution not in {None, figure.bounds},
        "taeller": figure.counts,
        "hvorfor_ikke": figure.why_not,
        "bidrag_nedre": adds_lower,
        "bidrag_oevre": adds_upper,
        "opgjort_nedre": number_lower,
        "opgjort_oevre": number_upper,
    }


def _basis(figure: Figure) -> dict[str, object]:
    """Tell what the figure rests on, and where it was typed."""
    return {
        "metode": figure.metode,
        "kilde": figure.kilde,
        "opgjort": figure.opgjort,
        "bemaerkning": figure.bemaerkning,
        "fil": figure.location.file,
        "linje": figure.location.line,
        "kolonne": figure.location.column,
    }


def _split(bounds: Bounds | None) -> tuple[Decimal | None, Decimal | None]:
    if bounds is None:
        return None, None
    return bounds.lower, OPEN if bounds.upper is None else bounds.upper
