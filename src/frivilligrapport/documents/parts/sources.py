"""The source list: where every figure of the report was typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frivilligrapport.figures.figure import Figure, FigurePart


@dataclass(frozen=True, slots=True)
class Henvisning:
    """Refer to an entry of the source list: its number as printed, and the anchor of its figure."""

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


def list_sources(rows: Iterable[Figure], names: Mapping[str, str]) -> Sources:
    """List and number figures in the order given; `names` is what is printed for each forvaltning's id."""
    return Sources.of(tuple(_kilde(number, figure, names) for number, figure in enumerate(rows, start=1)))


def _kilde(number: int, figure: Figure, names: Mapping[str, str]) -> Kilde:
    return Kilde(
        nummer=number,
        id=f"kilde-{number}",
        tal_id=figure.id,
        hvad=f"{names.get(figure.origin.forvaltning, figure.origin.forvaltning)}, {unit_with_part(figure)}",
        indsats=figure.origin.indsats_navn or "hele forvaltningen",
        tekst=figure.quantity.typed or "(tomt)",
        sted=str(figure.location),
    )


def unit_with_part(figure: Figure) -> str:
    """Name what a figure counts, with its label and which part of the reported figure it is."""
    match figure.part:
        case FigurePart.HERAF:
            return f"{figure.enhed.flertal}, heraf {figure.maerke}"
        case FigurePart.FORRIGE_AAR:
            what = f"{figure.enhed.flertal} i {figure.origin.aar - 1}"
        case FigurePart.PAA_VEJ:
            what = f"{figure.enhed.flertal} på vej"
        case FigurePart.ANDEL:
            what = f"{figure.enhed.flertal} (andel)"
        case _:
            what = figure.enhed.flertal
    return f"{what} ({figure.maerke})" if figure.maerke else what
