"""The source list of the tabelbilag: where every figure of the report was typed."""

from collections.abc import Iterable, Mapping

from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import Figure


class Kildehenvisning(Frozen):
    """Refer to an entry of the source list: its number as printed, its anchor, and where a link leads to it."""

    nummer: int
    id: str
    sted: str


class Kilde(Frozen):
    """One entry: which figure it is (`tal_id` in the register), its words as typed, and `sted` as file:line:column."""

    nummer: int
    id: str
    tal_id: str
    hvad: str
    indsats: str
    tekst: str
    sted: str


# The document that holds the list, which all others refer to.
SOURCE_DOCUMENT = "tabelbilag"


class Sources(Frozen):
    """Hold the whole list, and find a figure's entry by its id in the register.

    `page` is the file of the document that holds the list, "" where that refers to itself.
    """

    kilder: tuple[Kilde, ...]
    by_figure: Mapping[str, Kildehenvisning]
    page: str

    @classmethod
    def of(cls, kilder: tuple[Kilde, ...], document: str = "") -> "Sources":
        """Hold a list that is numbered; `document` is the one that holds it, "" where that refers to itself."""
        page = f"{document}.html" if document else ""
        found = {one.tal_id: Kildehenvisning(one.nummer, one.id, f"{page}#{one.id}") for one in kilder}
        return cls(kilder, found, page)

    def place_of(self, table: str) -> str:
        """Give where a link leads to a table of the document that holds the list; "" within that one."""
        return f"{self.page}#{table}" if self.page else ""

    def refer(self, ids: Iterable[str]) -> tuple[Kildehenvisning, ...]:
        """Give the references of figures, in the order of the list."""
        found = [self.by_figure[one] for one in ids if one in self.by_figure]
        return tuple(sorted(found, key=lambda reference: reference.nummer))


def list_sources(rows: Iterable[Figure], names: Mapping[str, str]) -> Sources:
    """List and number figures in the order given; `names` is what is printed for each forvaltning's id."""
    found = tuple(_kilde(number, figure, names) for number, figure in enumerate(rows, start=1))
    return Sources.of(found, SOURCE_DOCUMENT)


def _kilde(number: int, figure: Figure, names: Mapping[str, str]) -> Kilde:
    return Kilde(
        nummer=number,
        id=f"kilde-{number}",
        tal_id=figure.id,
        hvad=f"{names.get(figure.origin.forvaltning, figure.origin.forvaltning)}, {figure.enhed_og_del}",
        indsats=figure.origin.om,
        tekst=figure.quantity.typed or "(tomt)",
        sted=str(figure.location),
    )
