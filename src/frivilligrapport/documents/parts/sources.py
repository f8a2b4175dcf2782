"""The source list: where every figure of the report was typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frivilligrapport.documents.parts.figure_rows import FigureRow
from frivilligrapport.figures.figure import Part


@dataclass(frozen=True, slots=True)
class Henvisning:
    """Refer to an entry of the source list: its number as printed, and the anchor of its row."""

    nummer: int
    id: str


@dataclass(frozen=True, slots=True)
class Kilde:
    """One entry: which figure it is (`tal_id` in the register), its words as typed, and `sted` as file:line:column."""

    nummer: int
    id: str
    tal_id: str
    hvad: str
    indsats: str
    tekst: str
    sted: str


@dataclass(frozen=True)
class Sources:
    """Hold the whole list, and find a figure's entry by its id in the register."""

    kilder: tuple[Kilde, ...]
    by_figure: Mapping[str, Henvisning]

    @classmethod
    def of(cls, kilder: tuple[Kilde, ...]) -> "Sources":
        """Hold a list that is numbered."""
        return cls(kilder, {kilde.tal_id: Henvisning(kilde.nummer, kilde.id) for kilde in kilder})

    def refer(self, ids: Iterable[str]) -> tuple[Henvisning, ...]:
        """Give the references of figures, in the order of the list."""
        found = [self.by_figure[one] for one in ids if one in self.by_figure]
        return tuple(sorted(found, key=lambda reference: reference.nummer))


def list_sources(rows: Iterable[FigureRow], names: Mapping[str, str]) -> Sources:
    """List and number figures in the order given; `names` is what is printed for each forvaltning's id."""
    return Sources.of(tuple(_kilde(number, row, names) for number, row in enumerate(rows, start=1)))


def _kilde(number: int, row: FigureRow, names: Mapping[str, str]) -> Kilde:
    return Kilde(
        nummer=number,
        id=f"kilde-{number}",
        tal_id=row.id,
        hvad=f"{names.get(row.forvaltning, row.forvaltning)}, {unit_with_part(row)}",
        indsats=row.indsats_navn or "hele forvaltningen",
        tekst=row.skrevet or "(tomt)",
        sted=str(row.location),
    )


def unit_with_part(row: FigureRow) -> str:
    """Name what a figure counts, with its label and which part of the reported figure it is."""
    match row.part:
        case Part.HERAF:
            return f"{row.enhed}, heraf {row.maerke}"
        case Part.FORRIGE_AAR:
            what = f"{row.enhed} i {row.aar - 1}"
        case Part.PAA_VEJ:
            what = f"{row.enhed} på vej"
        case Part.ANDEL:
            what = f"{row.enhed} (andel)"
        case _:
            what = row.enhed
    return f"{what} ({row.maerke})" if row.maerke else what
