"""Two years compared, as JSON for other programs; numbers are numbers, and null is no number."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from frivilligrapport.figures.changes.change import Outcome
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.indsats_changes import IndsatsChange
from frivilligrapport.figures.changes.total_changes import Comparison, TotalChange, words_of
from frivilligrapport.figures.figure import Figure, FigurePart
from frivilligrapport.figures.totals import Total
from frivilligrapport.problems.signs import json_text
from frivilligrapport.rendering.exports.table import json_bounds

_TENTHS = 10
Object = dict[str, object]


def comparison_json(comparison: Comparison) -> str:
    """Write totals, figures and indsatser, all of them, with a last newline."""
    years = comparison.years
    content: Object = {
        "år": [years.older, years.newer],
        "kommune": comparison.kommune,
        "baggrundsår": list(comparison.background),
        "totaler": [_total_change(one) for one in comparison.totals],
        "tal": [_figure_change(one) for one in years.figures],
        "indsatser": [_indsats_change(one) for one in years.indsatser],
    }
    return json_text(content)


def _total_change(one: TotalChange) -> Object:
    return {"enhed": one.enhed, "før": _total(one.before), "efter": _total(one.after), **_outcome(one.outcome)}


def _total(total: Total | None) -> Object | None:
    if total is None:
        return None
    return {"tekst": total.text, **json_bounds(total.bounds), "n": total.coverage.n, "m": total.coverage.m}


def _figure_change(one: FigureChange) -> Object:
    origin = one.figure.origin
    return {
        "forvaltning": origin.forvaltning,
        "indsats": origin.indsats or None,
        "indsats_navn": origin.indsats_navn or None,
        "enhed": one.figure.enhed.flertal,
        "mærke": one.figure.maerke or None,
        "før": [_figure(said) for said in one.before],
        "efter": _figure(one.after) if one.after else None,
        **_outcome(one.outcome),
        "bemærkninger": list(one.remarks),
        "forklaring": one.forklaring or None,
    }


def _figure(figure: Figure) -> Object:
    """Give a figure; `felt` tells last year's own figure from what this year's file says of last year."""
    return {
        "id": figure.id,
        "felt": "forrige_år" if figure.part is FigurePart.FORRIGE_AAR else "antal",
        "tekst": words_of(figure),
        "skrevet": figure.quantity.typed,
        **json_bounds(figure.bounds),
        "sted": str(figure.location),
    }


def _indsats_change(one: IndsatsChange) -> Object:
    return {
        "forvaltning": one.entry.forvaltning,
        "id": str(one.entry.indsats.id),
        "navn": str(one.entry.indsats.navn),
        "udfald": one.fate.value,
        "hvorfor": one.why or None,
        "flyttet": one.moved or None,
        "før": [
            {"forvaltning": old.forvaltning, "id": str(old.indsats.id), "navn": str(old.indsats.navn)}
            for old in one.before
        ],
    }


def _outcome(outcome: Outcome) -> Object:
    change = outcome.change
    return {
        "ændring": outcome.text,
        "retning": change.direction.value if change else None,
        "mindst_procent": _tenths(change.least, floor) if change else None,
        "højst_procent": _tenths(change.most, ceil) if change else None,
        "brud": [{"slags": one.kind.value, "tekst": one.text} for one in outcome.breaks],
        "hvorfor_ikke": outcome.gap or None,
    }


def _tenths(percent: Fraction | None, rounded: Callable[[Fraction], int]) -> float | None:
    """Round a percentage outwards to one decimal."""
    return None if percent is None else rounded(percent * _TENTHS) / _TENTHS
