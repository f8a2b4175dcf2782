"""A table for export: named columns, and rows of as many cells."""

from decimal import Decimal

from frivilligrapport.danish import format_number
from frivilligrapport.fast_start import Frozen
from frivilligrapport.grammar.quantity import Bounds, Precision
from frivilligrapport.models import lister


class Missing(Frozen):
    """Say in a word why a cell holds nothing."""

    word: str


class Names(Frozen):
    """Hold a list of names, and the reason why there are none when it is empty."""

    found: tuple[str, ...]
    otherwise: Missing


Cell = Decimal | int | bool | str | Names | Missing
Row = tuple[Cell, ...]


class Column(Frozen):
    """Name a column; a column of numbers holds numbers, and reasons why there are none."""

    name: str
    numeric: bool = False


class Table(Frozen):
    """One table; `name` is its sheet, and `about` one sentence that says what it holds.

    `nothing` is what is said where a table without rows may not be empty.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    nothing: str = "ingen tal"


def table_columns(*names: str, numeric: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Make columns; those that are also in `numeric` hold numbers."""
    return tuple(Column(name, name in numeric) for name in names)


OPEN = Missing("åben")
UNANSWERED = Missing(lister.UOPLYST)
NOT_RELEVANT = Missing("ikke relevant")
NOT_GIVEN = Missing("ikke angivet")
NONE = Missing("ingen")
WHOLE = Missing("hele forvaltningen")
COUNTED, NOT_COUNTED = Missing("tæller med"), Missing("tæller ikke med")
NO_BASE = Missing(Precision.SHARE_WITHOUT_BASE.value)
BLANK = Missing("tomt felt")
# Why a cell may hold nothing, and what each of the words means.
REASONS = {
    UNANSWERED.word: "Der er ikke svaret, eller svaret er, at ingen ved det. Det er ikke 0.",
    OPEN.word: "Der er ingen øvre grænse.",
    NOT_RELEVANT.word: "Spørgsmålet giver ikke mening her.",
    NOT_GIVEN.word: "Der står intet om det i filen.",
    NONE.word: "Der er ingen.",
    WHOLE.word: "Tallet er for hele forvaltningen og ikke for én indsats.",
    COUNTED.word: "Tallet er lagt til det samlede.",
    NOT_COUNTED.word: "Tallet er ikke lagt til det samlede.",
    NO_BASE.word: "En andel, hvis grundtal ikke er oplyst.",
    BLANK.word: "Feltet står tomt i filen.",
}
KNOWN = "kendt"
_EXACT_DIGITS = 15  # what spreadsheets show without rounding


def text_cell(text: object, otherwise: Missing = NOT_GIVEN) -> Cell:
    """Give a text on one line, or the reason why there is none."""
    return " ".join(str(text).split()) or otherwise


def bounds_cells(bounds: Bounds | None, otherwise: Missing = UNANSWERED) -> Row:
    """Give three cells: the lower bound, the upper one, and "kendt", "åben" or why there are no bounds."""
    if bounds is None:
        return otherwise, otherwise, otherwise.word
    if bounds.upper is None:
        return bounds.lower, OPEN, OPEN.word
    return bounds.lower, bounds.upper, KNOWN


def cell_text(cell: Cell) -> str:
    """Put a cell in words, numbers the Danish way."""
    match cell:
        case Missing():
            return cell.word
        case Names():
            return "; ".join(cell.found) or cell.otherwise.word
        case bool():
            return "ja" if cell else "nej"
        case str():
            return cell
        case _:
            return format_number(cell)


def number_in(cell: Cell) -> Decimal | int | None:
    """Give the number that a cell holds, None for any other cell."""
    return cell if isinstance(cell, Decimal | int) and not isinstance(cell, bool) else None


def spreadsheet_number(number: Decimal | int) -> int | float | None:
    """Give a number as a spreadsheet holds it; None when it would be rounded on the way."""
    whole = int(number)
    digits = len(str(abs(whole))) if number == whole else len(Decimal(number).as_tuple().digits)
    if digits > _EXACT_DIGITS:
        return None
    return whole if number == whole else float(number)


def json_number(number: Decimal | int) -> int | float | str:
    """Give a number whole when it is; one that no reader could hold as it was typed stands as text."""
    if number == int(number):
        return int(number)
    held = spreadsheet_number(number)
    return f"{number:f}" if held is None else held


def json_bounds(bounds: Bounds | None) -> dict[str, object]:
    """Give both bounds by name; null is no number."""
    if bounds is None:
        return {"nedre": None, "øvre": None}
    return {"nedre": json_number(bounds.lower), "øvre": None if bounds.upper is None else json_number(bounds.upper)}
