"""The overview as Markdown, for the summary of a CI job."""

from collections.abc import Iterable

from frivilligrapport.deliveries.overview import Standing
from frivilligrapport.rendering.markdown.escape import escape_inside
from frivilligrapport.rendering.terminal.status import ABOUT, HEADS, OTHER_HEADS, Row, other_row, row, strays


def to_markdown(standing: Standing) -> str:
    """Write the overview with its tables."""
    blocks = [
        f"## {escape_inside(standing.heading)}",
        f"{escape_inside(standing.deadline)}  \n{escape_inside(standing.received)}",
        _table(HEADS, map(row, standing.lines)),
        *(escape_inside(text) for text in strays(standing)),
    ]
    if standing.others:
        blocks.append(_table(OTHER_HEADS, map(other_row, standing.others)))
    return "\n\n".join([*blocks, ABOUT]) + "\n"


def _table(heads: Row, rows: Iterable[Row]) -> str:
    rule = tuple("---" for _ in heads)
    cells = (heads, rule, *(tuple(escape_inside(cell) if cell != "-" else "" for cell in one) for one in rows))
    return "\n".join(f"| {' | '.join(one)} |" for one in cells)
