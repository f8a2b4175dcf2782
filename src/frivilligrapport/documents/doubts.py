"""What is uncertain, left out or disputed about the figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from frivilligrapport.counting.figure import SUMMED
from frivilligrapport.counting.reporting import state_group
from frivilligrapport.documents.figure_rows import FigureRow
from frivilligrapport.documents.indsatser_shown import period_text
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.sources import unit_with_part
from frivilligrapport.documents.tables import Celle, Kolonne, Raekke, Tabel, columns, words
from frivilligrapport.reading.quantity import Precision

_OPEN_BELOW = {Precision.UP_TO, Precision.FEWER}


@dataclass(frozen=True, slots=True)
class Bemaerkning:
    """A remark that someone declared: `titel` is what it is about, `tekst` their own Markdown."""

    titel: str
    tekst: str


def open_ends(material: Material) -> Tabel | None:
    """List the figures that lack a bound, and the bound that they lack."""
    rows = [(row, missing) for row in material.figures.rows if (missing := _missing_bound(row))]
    heads = columns("Hvem og hvad", "Tal", "Hvad der er åbent")
    shown = [(*_figure(material, row), Celle(missing)) for row, missing in rows]
    return _table("aabne-ender", "Tal med åben ende", heads, shown)


def not_counted(material: Material) -> Tabel | None:
    """List the figures that are in no total, and why."""
    rows = [row for row in material.figures.rows if not row.counts]
    heads = columns("Hvem og hvad", "Tal", "Hvorfor det ikke er lagt til")
    shown = [(*_figure(material, row), Celle(row.why_not)) for row in rows]
    return _table("ikke-talt-med", "Tal, der ikke er lagt til", heads, shown)


def only_listed(material: Material) -> Tabel | None:
    """List the indsatser that are in no total whatever they report, because of their state or period."""
    rows = [
        words(material.name(report.forvaltning), str(one.navn), str(one.tilstand), period_text(one), group.value)
        for report in material.reports
        for one in report.indsatser
        if (group := state_group(one, material.aar)) not in SUMMED
    ]
    heads = columns("Hvem", "Indsats", "Tilstand", "Periode", "Regnes som")
    return _table("kun-naevnt", "Indsatser, der kun er nævnt", heads, rows)


def remarks(material: Material) -> tuple[Bemaerkning, ...]:
    """Give every remark on a figure or on the policy, each once."""
    found: dict[str, Bemaerkning] = {}
    for remark in _remarks(material):
        found.setdefault(remark.tekst, remark)
    return tuple(found.values())


def _remarks(material: Material) -> Iterator[Bemaerkning]:
    for row in material.figures.rows:
        if row.bemaerkning:
            about = f"{material.name(row.forvaltning)}, {row.indsats_navn or 'hele forvaltningen'}: {_unit(row)}"
            yield Bemaerkning(about, row.bemaerkning)
    for one in material.grundlag.samling.politikker:
        if one.politik and one.id == material.rapport.politik and one.politik.bemaerkning:
            yield Bemaerkning(str(one.politik.titel), str(one.politik.bemaerkning))


def _unit(row: FigureRow) -> str:
    return f"{row.enhed} ({row.maerke})" if row.maerke else row.enhed


def _missing_bound(row: FigureRow) -> str:
    if row.is_unspecified:
        return "ubestemt antal"
    if row.precision in _OPEN_BELOW:
        return "nedre grænse kendes ikke"
    return "øvre grænse kendes ikke" if row.bounds and row.bounds.upper is None else ""


def _figure(material: Material, row: FigureRow) -> tuple[Celle, Celle]:
    about = f"{material.name(row.forvaltning)}: {row.indsats_navn or 'hele forvaltningen'}, {unit_with_part(row)}"
    return Celle(about), Celle(tal=(material.figures.show_bare(row),))


def _table(anchor: str, title: str, heads: tuple[Kolonne, ...], rows: Sequence[Raekke]) -> Tabel | None:
    return Tabel(anchor, title, heads, tuple(rows)) if rows else None
