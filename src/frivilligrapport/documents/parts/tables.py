"""Tables as the templates place them: no cell is ever empty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from frivilligrapport.danish import join_words
from frivilligrapport.documents.parts.figures.in_words import Talvisning

NOT_TOLD = "ikke oplyst"
_FEWEST_ROWS = 2  # from so many on, a column can repeat itself
_MOST_LINES_HELD_TOGETHER = 12  # a page has about fifty
_SIGNS_OF_LINE = 95


@dataclass(frozen=True, slots=True)
class Celle:
    """One cell: words or figures, and a remark set small below them. `svag`: the words say that there is nothing."""

    tekst: str = ""
    tal: tuple[Talvisning, ...] = ()
    note: str = ""
    svag: bool = False


@dataclass(frozen=True, slots=True)
class Kolonne:
    """The head of a column; numbers stand to the right."""

    navn: str
    er_tal: bool = False


Raekke = tuple[Celle, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with an anchor, a caption and a remark below; the first cell of a row is the row's head."""

    id: str
    titel: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[Raekke, ...]
    fod: tuple[Raekke, ...] = ()
    note: str = ""
    lille: bool = True

    @property
    def er_kort(self) -> bool:
        """Tell whether the table is so short that it should stay on one page."""
        return sum(map(self._lines, self.raekker)) <= _MOST_LINES_HELD_TOGETHER

    def _lines(self, row: Raekke) -> int:
        """Guess at the lines of a row whose columns are equally wide."""
        longest = max(len(cell.tekst) + len(cell.note) + sum(len(one.tekst) for one in cell.tal) for cell in row)
        return 1 + longest * len(row) // _SIGNS_OF_LINE


def without_repeats(table: Tabel) -> Tabel:
    """Say below the table what each of its rows would say in the same column; a table of one row is left as it is."""
    if len(table.raekker) < _FEWEST_ROWS:
        return table
    same: dict[int, str] = {}
    for number, column in enumerate(table.kolonner[1:], start=1):
        cells = {row[number] for row in (*table.raekker, *table.fod)}
        first = next(iter(cells))
        if len(cells) == 1 and not (first.tal or first.note or column.er_tal):
            same[number] = told(first.tekst)
    kept = [number for number in range(len(table.kolonner)) if number not in same]
    missing = [table.kolonner[number].navn.lower() for number, text in same.items() if text == NOT_TOLD]
    said = [f"{table.kolonner[number].navn} for dem alle: {text}." for number, text in same.items() if text != NOT_TOLD]
    said += [f"Ikke oplyst for nogen af dem: {join_words(missing)}."] if missing else []
    return replace(
        table,
        kolonner=tuple(table.kolonner[number] for number in kept),
        raekker=tuple(tuple(row[number] for number in kept) for row in table.raekker),
        fod=tuple(tuple(row[number] for number in kept) for row in table.fod),
        note=" ".join(one for one in (table.note, *said) if one),
    )


def words(*texts: str) -> Raekke:
    """Make a row of words; what is not told is said to be so."""
    return tuple(Celle(told(text)) for text in texts)


def figures(shown: Sequence[Talvisning], note: str = "") -> Celle:
    """Make a cell of figures, or say that there are none."""
    return Celle(tal=tuple(shown), note=note) if shown else Celle(NOT_TOLD)


def columns(*names: str) -> tuple[Kolonne, ...]:
    """Make the heads of a table of words."""
    return tuple(Kolonne(name) for name in names)


def count_columns(first: str, names: Iterable[str]) -> tuple[Kolonne, ...]:
    """Make the heads of a table of counts: what the rows are, then columns of numbers."""
    return (Kolonne(first), *(Kolonne(name, er_tal=True) for name in names))


def told(text: str | None) -> str:
    """Give a text, or "ikke oplyst" when there is none or when it says just that."""
    return str(text) if text and text != "uoplyst" else NOT_TOLD
