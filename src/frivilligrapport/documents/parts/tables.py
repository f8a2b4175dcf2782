"""Tables as the templates place them: no cell is ever empty."""

from collections.abc import Iterable, Sequence

from frivilligrapport.danish import full_stop, join_words
from frivilligrapport.documents.parts.figures.in_words import Talvisning
from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.markdown.table_room import lines_of_row
from frivilligrapport.rendering.typography import lower_first, upper_first

NOT_TOLD = "ikke oplyst"
_FEWEST_ROWS = 2  # from so many on, a column can repeat itself
_MANY_GAPS = 3  # from so many on, a sign stands for them
_MOST_LINES_HELD_TOGETHER = 12  # a page has about fifty
_SIGNS_OF_LINE = 95
_MOST_SIGNS_IN_ONE_PIECE = 700
_SIGNS_OF_COUNTS = 92  # acronyms are capitals, and wider
_SIGNS_BETWEEN_COUNTS = 4


class Celle(Frozen):
    """One cell: words or figures, and a remark set small below them.

    `svag`: the words say that there is nothing. `laest` is what a voice says in their place, "" for the words.
    """

    tekst: str = ""
    tal: tuple[Talvisning, ...] = ()
    note: str = ""
    svag: bool = False
    laest: str = ""

    @property
    def signs(self) -> int:
        """Count the signs that are set, without references."""
        return len(self.tekst) + len(self.note) + sum(len(one.tekst) for one in self.tal)

    @property
    def er_lang(self) -> bool:
        """Tell whether what it says may fill a page's height, so that its row must be parted."""
        return self.signs > _MOST_SIGNS_IN_ONE_PIECE


class Kolonne(Frozen):
    """The head of a column; numbers stand to the right."""

    navn: str
    er_tal: bool = False


Raekke = tuple[Celle, ...]
# The sign of Danish public statistics for what is not told; a dash would be nought.
GAP = Celle("..", svag=True, laest=NOT_TOLD)
_MEANING = f"»{GAP.tekst}« betyder, at det ikke er oplyst."


class Tabel(Frozen):
    """A table with an anchor, a caption and a remark below; the first cell of a row is the row's head.

    `fast`: its columns stand below those of other tables, so none may go. `hul` says what it means here that a cell
    tells nothing, where that is more than that it is not told.
    """

    id: str
    titel: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[Raekke, ...]
    fod: tuple[Raekke, ...] = ()
    note: str = ""
    lille: bool = True
    fast: bool = False
    hul: str = ""

    @property
    def er_kort(self) -> bool:
        """Tell whether the table is so short that it should stay on one page."""
        lines = (lines_of_row([one.signs for one in row], _SIGNS_OF_LINE) for row in self.raekker)
        return sum(lines) <= _MOST_LINES_HELD_TOGETHER

    @property
    def vist(self) -> "Tabel":
        """Give the table as it is placed: what all its rows say, and what is not told, is said once below it."""
        return _gaps_said_once(self if self.fast else _without_repeats(self))

    @property
    def som_saetninger(self) -> tuple[tuple[str, Celle], ...]:
        """Give a table of one row as sentences: the name of each column and its cell; () for other tables.

        The first says what the row is about and needs no name, unless it is a number.
        """
        if len(self.raekker) != 1 or self.fod:
            return ()
        pairs = [(column.navn, cell) for column, cell in zip(self.kolonner, self.raekker[0], strict=True)]
        missing = [lower_first(name) for name, cell in pairs if _is_gap(cell)]
        about = pairs[0][1]
        unnamed = not (about.tal or about.tekst.isdecimal())
        told = [
            ("" if cell is about and unnamed else name, _sentences(cell, is_first=cell is about))
            for name, cell in pairs
            if not _is_gap(cell)
        ]
        return (*told, *((("Ikke oplyst", Celle(full_stop(join_words(missing)))),) if missing else ()))

    @property
    def som_liste(self) -> tuple[Celle, ...]:
        """Give a table of one column as the items of a list; () for other tables."""
        return tuple(row[0] for row in self.raekker) if len(self.kolonner) == 1 else ()


def parted(table: Tabel) -> tuple[Tabel, ...]:
    """Part a table of counts that has more columns than a page has room for, the last of them their sum.

    Each part has the heads of the rows.
    """
    rows, counts = (*table.raekker, *table.fod), len(table.kolonner) - 1
    room = _SIGNS_OF_COUNTS - max(len(word) for row in rows for word in row[0].tekst.split())
    widest = max(len(one.navn) for one in table.kolonner[1:-1]) + _SIGNS_BETWEEN_COUNTS
    many = -(-counts // max(1, room // widest))
    if many == 1:
        return (table,)
    each = -(-counts // many)
    starts = range(1, counts + 1, each)
    return tuple(
        table._replace(
            id=f"{table.id}-{number}",
            titel=f"{table.titel}, del {number} af {len(starts)}",
            kolonner=(table.kolonner[0], *table.kolonner[at : at + each]),
            raekker=tuple((row[0], *row[at : at + each]) for row in table.raekker),
            fod=tuple((row[0], *row[at : at + each]) for row in table.fod),
            note=table.note if number == len(starts) else "",
        )
        for number, at in enumerate(starts, start=1)
    )


def _without_repeats(table: Tabel) -> Tabel:
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
    missing = [lower_first(table.kolonner[number].navn) for number, text in same.items() if text == NOT_TOLD]
    said = [
        full_stop(f"{table.kolonner[number].navn} for dem alle: {text}")
        for number, text in same.items()
        if text != NOT_TOLD
    ]
    said += [f"Ikke oplyst for nogen af dem: {join_words(missing)}."] if missing else []
    return table._replace(
        kolonner=tuple(table.kolonner[number] for number in kept),
        raekker=tuple(tuple(row[number] for number in kept) for row in table.raekker),
        fod=tuple(tuple(row[number] for number in kept) for row in table.fod),
        note=" ".join(one for one in (table.note, *said) if one),
    )


def _gaps_said_once(table: Tabel) -> Tabel:
    """Put a sign in the cells that tell nothing, where they are many, and say below the table what it means."""
    many = sum(map(_is_gap, (cell for row in table.raekker for cell in row)))
    if table.som_saetninger or not many or (many < _MANY_GAPS and not table.hul):
        return table
    rows = tuple(tuple(GAP if _is_gap(cell) else cell for cell in row) for row in table.raekker)
    notes = (table.hul, table.note) if table.hul else (table.note, _MEANING)
    return table._replace(raekker=rows, note=" ".join(filter(None, notes)))


def _is_gap(cell: Celle) -> bool:
    return not (cell.tal or cell.note) and told(cell.tekst) == NOT_TOLD


def _sentences(cell: Celle, *, is_first: bool) -> Celle:
    """Give a cell of words as sentences, of which the name of its column begins the first; figures are left alone."""
    words = upper_first(cell.tekst) if is_first else cell.tekst
    return cell if cell.tal else Celle(" ".join(full_stop(one) for one in (words, upper_first(cell.note)) if one))


def words(*texts: str) -> Raekke:
    """Make a row of words; what is not told is said to be so."""
    return tuple(Celle(told(text)) for text in texts)


def figures(shown: Sequence[Talvisning]) -> Celle:
    """Make a cell of figures, or say that there are none."""
    return Celle(tal=tuple(shown)) if shown else Celle(NOT_TOLD)


def columns(*names: str) -> tuple[Kolonne, ...]:
    """Make the heads of a table of words."""
    return tuple(Kolonne(name) for name in names)


def count_columns(first: str, names: Iterable[str]) -> tuple[Kolonne, ...]:
    """Make the heads of a table of counts: what the rows are, then columns of numbers."""
    return (Kolonne(first), *(Kolonne(name, er_tal=True) for name in names))


def told(text: str | None) -> str:
    """Give a text, or "ikke oplyst" when there is none or when it says just that."""
    return str(text) if text and text != "uoplyst" else NOT_TOLD
