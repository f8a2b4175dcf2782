"""Tables in HTML: what each cell is called where it stands alone, where long words break, how much room one takes.

On a narrow screen a row is a card: its cells stand below each other, each with the name of its column before it
(skabeloner/rapport.css). Then only the roles say that it is a table, so they are written out.
"""

import html
import re

from markupsafe import Markup, escape

from frivilligrapport.grammar.markdown.table_room import LONGEST_UNBROKEN, Room, lines_of_row, room_of
from frivilligrapport.rendering.line_breaks import PARTING, with_breaks

# Templates and nh3 write the tags in these forms and no others; a text has no tags of its own.
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b([^>]*)>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_GROUP = re.compile(r"<(thead|tbody|tfoot)>")
_TAG = re.compile(r"<[^>]*>")
_CELL_TEXT = re.compile(r"(?<=>)[^<]+")
# A link holds text alone.
_TEXT_OUTSIDE_LINKS = re.compile(r"(<a\b[^>]*>[^<]*</a>)|(?<=>)[^<]+")
_BREAK = "<wbr>"
_PARTS_OF_WORDS = re.compile(rf"\s+|(?<=[{PARTING}])")
# Letters that stand beside each other on a page, those that a gap between columns takes, and those of a word that may
# and must stay together.
_LETTERS_ABREAST, _LETTERS_BETWEEN = 94, 2
_MOST_UNBROKEN, _FEWEST_UNBROKEN = 30, 12
_CLASSES = {
    Room.COLUMN: "",
    Room.PAGE: " ud",
    Room.PAGE_SMALL: " ud taet",
    Room.LYING: " bred",
    Room.LYING_SMALL: " bred taet",
    Room.NONE: " bred taet trang",
}
# What is held on one page: a table of so many lines, and a row of so many; a page has about fifty.
_LETTERS_ON_A_LINE = 62
_MOST_LINES_OF_A_TABLE, _MOST_LINES_OF_A_ROW = 22, 20


def with_names(rows: object) -> Markup:
    """Give what stands inside a <table> with the role of each part, and with the name of its column in each cell.

    The names are the texts of the first row when its cells head columns. Words are broken only where the longest of
    each column have no room beside each other.
    """
    longest = _longest_unbroken(_texts(str(rows)))
    broken = _TEXT_OUTSIDE_LINKS.sub(lambda one: one[1] or with_breaks(one[0], longest, _BREAK), _named(str(rows)))
    return Markup(broken)  # noqa: S704 - places to break added


def _longest_unbroken(rows: list[list[str]]) -> int:
    """Give how many letters of a word may stay together, so that a table with these cells is no wider than the page."""
    widest: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row):
            widest[column] = max(widest.get(column, 0), *map(len, _PARTS_OF_WORDS.split(cell)))
    room = _LETTERS_ABREAST - len(widest) * _LETTERS_BETWEEN
    fits = (
        most
        for most in range(_MOST_UNBROKEN, _FEWEST_UNBROKEN, -1)
        if sum(min(most, one) for one in widest.values()) <= room
    )
    return next(fits, _FEWEST_UNBROKEN)


def _named(rows: str) -> Markup:
    """Name all parts of a table and break nothing."""
    names: list[str] = []

    def named(row: re.Match[str]) -> str:
        cells = _CELL.findall(row[2])
        if not names and 'scope="col"' in row[2]:
            names.extend(_text(inner) for _, _, inner in cells)
            return f'<tr role="row"{row[1]}>{_CELL.sub(_with_role, row[2])}</tr>'
        called = iter(names)
        return f'<tr role="row"{row[1]}>{_CELL.sub(lambda cell: _with_role(cell, next(called, "")), row[2])}</tr>'

    return Markup(_ROW.sub(named, _GROUP.sub(r'<\1 role="rowgroup">', rows)))  # noqa: S704 - roles and names added


def _with_role(cell: re.Match[str], name: str = "") -> str:
    tag, attributes, inner = cell.groups()
    heads = {"th": "columnheader" if 'scope="col"' in attributes else "rowheader"}
    called = f' data-navn="{escape(name)}"' if name else ""
    return f'<{tag} role="{heads.get(tag, "cell")}"{attributes}{called}>{inner}</{tag}>'


def framed(table: str) -> str:
    """Frame a contributor's table, <table> and all, so that a short one stays on one page.

    One that is wider than the text gets a roomier place; long words in it may be broken, and so may a long row.
    """
    rows = _texts(table)
    lines = [lines_of_row([*map(len, row)], _LETTERS_ON_A_LINE) for row in rows]
    short = " kort" if sum(lines) <= _MOST_LINES_OF_A_TABLE else ""
    tall = " hoej" if max(lines, default=0) > _MOST_LINES_OF_A_ROW else ""
    broken = _CELL_TEXT.sub(lambda text: with_breaks(text[0], LONGEST_UNBROKEN, _BREAK), table)
    inside = _named(broken.removeprefix("<table>").removesuffix("</table>"))
    classes = f"tabelramme skrevet{short}{tall}{_CLASSES[room_of(rows)]}"
    return f'<div class="{classes}"><table role="table">{inside}</table></div>'


def _texts(table: str) -> list[list[str]]:
    return [[_text(inner) for _, _, inner in cells] for _, row in _ROW.findall(table) if (cells := _CELL.findall(row))]


def _text(inner: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", inner)).split())
