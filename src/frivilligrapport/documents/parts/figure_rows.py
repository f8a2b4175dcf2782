"""The register's rows with types: what documents know of a figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.figures.families import INSIDE
from frivilligrapport.figures.figure import Part
from frivilligrapport.figures.register import Register, bounds_of
from frivilligrapport.figures.totals import Total
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.problems import Location


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Hold one row of the register; `forvaltning` reported the figure, `ejer` is whom it counts for."""

    id: str
    aar: int
    forvaltning: str
    ejer: str
    indsats: str
    indsats_navn: str
    enhed: str
    maerke: str
    part: Part
    gruppe: str
    precision: Precision
    tekst: str
    skrevet: str
    andel_af: str
    bounds: Bounds | None
    counts: bool
    why_not: str
    metode: str
    kilde: str
    opgjort: str
    bemaerkning: str
    location: Location

    @property
    def is_unspecified(self) -> bool:
        """Tell whether it is "mange", "flere" and the like."""
        return self.precision is Precision.UNSPECIFIED

    @property
    def is_unknown(self) -> bool:
        """Tell whether it was answered with "uoplyst"."""
        return self.precision is Precision.UNKNOWN

    def is_inside(self, total: Total) -> bool:
        """Tell whether a parent of the same unit and state group counts this figure."""
        same = self.enhed == total.enhed and self.gruppe == total.gruppe
        return same and self.why_not.startswith(INSIDE)


def figure_rows(register: Register) -> tuple[FigureRow, ...]:
    """Read the register, in its own order."""
    return tuple(_rows(register))


def _rows(register: Register) -> Iterator[FigureRow]:
    for row in register.to_dict("records"):
        yield FigureRow(
            id=str(row["id"]),
            aar=int(row["aar"]),
            forvaltning=str(row["forvaltning"]),
            ejer=str(row["ejer"]),
            indsats=str(row["indsats"]),
            indsats_navn=str(row["indsats_navn"]),
            enhed=str(row["enhed"]),
            maerke=str(row["maerke"]),
            part=Part(row["del"]),
            gruppe=str(row["gruppe"]),
            precision=Precision(row["praecision"]),
            tekst=str(row["tekst"]),
            skrevet=str(row["skrevet"]),
            andel_af=str(row["andel_af"]),
            bounds=bounds_of(row["nedre"], row["oevre"]),
            counts=bool(row["taeller"]),
            why_not=str(row["hvorfor_ikke"]),
            metode=str(row["metode"]),
            kilde=str(row["kilde"]),
            opgjort=str(row["opgjort"]),
            bemaerkning=str(row["bemaerkning"]),
            location=Location(str(row["fil"]), int(row["linje"]), int(row["kolonne"])),
        )
