"""The figures that a new file asks for, with last year's beside them where they can be compared."""

from collections.abc import Iterator

from frivilligrapport.danish import full_stop, normal_key
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import units_of
from frivilligrapport.grammar.quantity import CA_MARGIN, Precision
from frivilligrapport.models.fields.leaves import Maengde
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.models.tal import Tal
from frivilligrapport.rendering.yaml_text import Group, YamlField

_SAYS_NOTHING = (Precision.UNKNOWN, Precision.NOT_RELEVANT)


def is_known(start: Start, tal: Tal) -> bool:
    """Tell whether a figure's unit is one of those that can be counted."""
    return normal_key(tal.enhed) in units_of(start.samling)


def figure(start: Start, tal: Tal, year: int, typed: str | None = None, *, same: bool = True) -> YamlField:
    """Ask for a figure that was reported for `year`; `typed` is the answer, if it has been given already.

    With `same` it was counted by the same forvaltning, so that last year's figure can stand as `forrige_år`.
    """
    earlier = _earlier(tal) if same and start.compares else None
    notes = (*_remarks(tal, year), *(() if earlier else _was(tal, year)))
    ask = f"{_what(tal)} i {start.aar}"
    value = typed or UOPLYST
    todo = "" if typed else ask
    if tal.andel:
        return _share(tal, value, todo, notes)
    more = [YamlField("forrige_år", earlier.quantity.typed)] if earlier else []
    more += _method(tal)
    if tal.heraf:
        parts = tuple(YamlField(part.navn, UOPLYST, f"{part.navn} i {start.aar}") for part in tal.heraf)
        more.append(YamlField("heraf", Group(parts)))
    if not more:
        return YamlField(tal.enhed_og_maerke, value, todo, notes)
    return YamlField(tal.enhed_og_maerke, Group((YamlField("antal", value, todo), *more)), notes=notes)


def _what(tal: Tal) -> str:
    if tal.andel:
        return "andelen"
    return f"antal {tal.enhed}" + (f" ({tal.maerke})" if tal.maerke else "")


def _share(tal: Tal, value: str, todo: str, notes: tuple[str, ...]) -> YamlField:
    whole = [YamlField("af", str(tal.af))] if tal.af else []
    return YamlField(tal.enhed_og_maerke, Group((YamlField("andel", value, todo), *whole, *_method(tal))), notes=notes)


def _earlier(tal: Tal) -> Maengde | None:
    """Give the figure that can stand as last year's: one that says all that was said, and has a size."""
    antal = tal.antal
    if antal is None or antal.quantity.precision in (*_SAYS_NOTHING, Precision.SHARE_WITHOUT_BASE):
        return None
    return antal if whole_bounds(tal, CA_MARGIN) == antal.quantity.bounds() else None


def _was(tal: Tal, year: int) -> Iterator[str]:
    """Say what the figure was, where it cannot stand as last year's."""
    named = (("antal", tal.antal), ("mindst", tal.mindst), ("højst", tal.hoejst), ("andel", tal.andel))
    said = [
        f"{name} {one.quantity.typed}" for name, one in named if one and one.quantity.precision not in _SAYS_NOTHING
    ]
    if said:
        yield full_stop(f"I {year}: {', '.join(said)}")


def _remarks(tal: Tal, year: int) -> Iterator[str]:
    if tal.paa_vej and tal.paa_vej.quantity.precision not in _SAYS_NOTHING:
        yield full_stop(f"På vej i {year}: {tal.paa_vej.quantity.typed}")
    if tal.bemaerkning:
        yield f"Bemærkning i {year}: {tal.bemaerkning}"
    if tal.forklaring:
        yield f"Forklaring i {year}: {tal.forklaring}"


def _method(tal: Tal) -> list[YamlField]:
    """Keep how the figure is found: measured otherwise, it could not be compared."""
    kept = [YamlField("metode", str(tal.metode))] if tal.metode and not is_unanswered(tal.metode) else []
    return kept if tal.tael_med else [*kept, YamlField("tæl_med", "nej")]
