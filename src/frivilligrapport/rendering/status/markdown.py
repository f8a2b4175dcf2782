"""The overview as Markdown, for the summary of a CI job."""

from collections.abc import Iterable

from frivilligrapport.deliveries.status import YearStatus
from frivilligrapport.rendering.markdown.escape import escape_inside
from frivilligrapport.rendering.terminal.status import ABOUT, HEADS, OTHER_HEADS, Row, other_row, row, strays


def to_markdown(status: YearStatus) -> str:
    """Write the overview with its tables."""
    blocks = [
        f"## {escape_inside(status.heading)}",
        f"{escape_inside(status.deadline)}  \n{escape_inside(status.received)}",
        _table(HEADS, map(row, status.forvaltninger)),
        *(escape_inside(text) for text in strays(status)),
    ]
    if status.others:
        blocks.append(_table(OTHER_HEADS, map(other_row, status.others)))
    return "\n\n".join([*blocks, ABOUT]) + "\n"


def _table(heads: Row, rows: Iterable[Row]) -> str:
    rule = tuple("---" for _ in heads)
    cells = (heads, rule, *(tuple(escape_inside(cell) if cell != "-" else "" for cell in one) for one in rows))
    return "\n".join(f"| {' | '.join(one)} |" for one in cells)
