"""How much room a table needs on a page, so that no short word in it is broken."""

from collections.abc import Sequence
from enum import Enum

LONGEST_UNBROKEN = 16  # letters: longer words may be broken
# In em: the width of a small letter, a capital and the widest letters.
_LETTER, _CAPITAL, _WIDEST = 0.54, 0.68, 0.92


class Room(Enum):
    """Name the rooms for a table, the roomiest last; each with its width and the gap beside a column.

    Both are in em of the type that the table is then set in, as skabeloner/rapport.css has them.
    """

    COLUMN = (33.0, 0.9)  # as wide as the text
    PAGE = (48.5, 0.9)
    PAGE_SMALL = (51.0, 0.5)  # in the smallest type
    LYING = (74.0, 0.9)  # on a page that lies down
    LYING_SMALL = (78.0, 0.5)
    NONE = (float("inf"), 0.0)  # nowhere but with short words broken

    def holds(self, columns: Sequence[float]) -> bool:
        """Tell whether columns of these widths stand side by side in it."""
        width, gap = self.value
        return sum(columns) + len(columns) * gap <= width


def room_of(rows: Sequence[Sequence[str]]) -> Room:
    """Give the first room that holds a table with these texts in its cells."""
    widest: dict[int, float] = {}
    for row in rows:
        for column, cell in enumerate(row):
            most = max((width_of(word[:LONGEST_UNBROKEN]) for word in cell.split()), default=_LETTER)
            widest[column] = max(widest.get(column, _LETTER), most)
    return next(room for room in Room if room.holds([*widest.values()]))


def width_of(text: str) -> float:
    """Give about how wide a text is, in em."""
    return sum(_WIDEST if one in "MWmw@%" else _CAPITAL if one.isupper() else _LETTER for one in text)


def lines_of_row(lengths: Sequence[int], signs: int) -> int:
    """Guess at the lines that a row takes, from the signs in each cell: its columns are equally wide.

    `signs` fill a line of the whole table.
    """
    return 1 + max(lengths) * len(lengths) // signs
