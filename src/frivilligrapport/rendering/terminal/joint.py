"""The totals of several municipalities in the terminal: unit by unit, each municipality, and their sum last."""

from collections.abc import Iterator

from frivilligrapport.figures.joint import JointTotal, JointYear
from frivilligrapport.rendering.terminal.lines import WIDTH, Entry, in_blocks, in_columns, wrapped

_CLOSING = (
    "»I alt« er det, de kendte tal giver tilsammen, fra det mindste til det største, det kan være. Det, der ikke er "
    "oplyst, er ikke lagt til og er ikke 0."
)


def joint_text(year: JointYear, width: int = WIDTH) -> str:
    """Write the year, no line longer than `width` where words allow."""
    blocks = [[f"Tal for {year.aar} fra flere kommuner", *wrapped(year.text, width)]]
    for total in year.totals:
        blocks += [[f"{total.label[:1].upper()}{total.label[1:]}, {total.first.gruppe}"], _table(total, width)]
    blocks += [["Der er ingen tal."]] if not year.totals else [wrapped(_CLOSING, width)]
    return in_blocks(blocks)


def _table(total: JointTotal, width: int) -> list[str]:
    entries = [Entry((one.kommune, one.text, one.coverage), (one.note,) if one.note else ()) for one in total.entries]
    return in_columns(("Kommune", "Tal", "Dækning"), [*entries, _sum(total)], width)


def _sum(total: JointTotal) -> Entry:
    return Entry(("I alt", total.text, total.coverage), tuple(_remarks(total)))


def _remarks(total: JointTotal) -> Iterator[str]:
    if total.missing:
        yield f"intet tal fra {total.missing_text}"
    if total.note:
        yield total.note
