"""The totals of several municipalities in the terminal: unit by unit, each municipality, and their sum last."""

from frivilligrapport.figures.joint import JointTotal, JointYear
from frivilligrapport.rendering.terminal.lines import WIDTH, TableRow, in_blocks, in_columns, wrapped
from frivilligrapport.rendering.typography import upper_first

_CLOSING = (
    "»I alt« er det, de kendte tal giver tilsammen, fra det mindste til det største, det kan være. Det, der ikke er "
    "oplyst, er ikke lagt til og er ikke 0."
)


def joint_text(year: JointYear, width: int = WIDTH) -> str:
    """Write the year, no line longer than `width` where words allow."""
    blocks = [[f"Tal for {year.aar} fra flere kommuner", *wrapped(year.text, width)]]
    for total in year.totals:
        blocks += [[f"{upper_first(total.label)}, {total.first.gruppe}"], _table(total, width)]
    blocks += [["Der er ingen tal."]] if not year.totals else [wrapped(_CLOSING, width)]
    return in_blocks(blocks)


def _table(total: JointTotal, width: int) -> list[str]:
    rows = [TableRow((one.kommune, one.text, one.coverage), (one.note,) if one.note else ()) for one in total.entries]
    missing = f"intet tal fra {total.missing_text}" if total.missing else ""
    remarks = tuple(one for one in (missing, total.note) if one)
    rows.append(TableRow(("I alt", total.text, total.coverage), remarks))
    return in_columns(("Kommune", "Tal", "Dækning"), rows, width)
