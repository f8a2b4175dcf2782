"""The overview in the terminal: plain lines without boxes, which also read well aloud."""

from collections.abc import Iterator, Sequence

from frivilligrapport.danish import date_short, plural
from frivilligrapport.deliveries.overview import Changed, Checked, Line, Standing
from frivilligrapport.rendering.terminal.lines import WIDTH, display_width, in_blocks, pad, wrapped

HEADS = ("Forvaltning", "Filstatus", "Fejl", "Advarsler", "Besvaret", "Ændret")
OTHER_HEADS = ("Andre filer", "Fejl", "Advarsler", "Ændret")
ABOUT = "»Besvaret« er spørgsmål med et svar. »uoplyst« tæller ikke som et svar, men »ingen« gør."
_GAP = "  "
_INDENT = "    "
_NOTHING = "-"
Row = tuple[str, ...]


def to_text(standing: Standing, width: int = WIDTH) -> str:
    """Write the overview, no line longer than `width` where words allow."""
    top = (standing.heading, standing.deadline, standing.received)
    blocks = [[line for text in top for line in wrapped(text, width)]]
    blocks.append(_table(HEADS, [row(line) for line in standing.lines], width))
    blocks.append([line for text in strays(standing) for line in wrapped(text, width)])
    if standing.others:
        blocks.append(_table(OTHER_HEADS, [other_row(one) for one in standing.others], width))
    blocks.append(wrapped(ABOUT, width))
    return in_blocks(blocks)


def row(line: Line) -> Row:
    """Give what is said of one forvaltning, in the order of `HEADS`."""
    counts = (str(line.checked.errors), str(line.checked.warnings)) if line.is_received else (_NOTHING, _NOTHING)
    return (line.forkortelse, line.state, *counts, line.share or _NOTHING, changed_text(line.checked.changed))


def other_row(one: Checked) -> Row:
    """Give what is said of another file, in the order of `OTHER_HEADS`."""
    return (one.file, str(one.errors), str(one.warnings), changed_text(one.changed))


def changed_text(changed: Changed | None) -> str:
    """Say when a file was last changed, as exactly as it is known."""
    if changed is None:
        return _NOTHING
    return f"{'senest ' if changed.is_latest else ''}{date_short(changed.day)}"


def strays(standing: Standing) -> Iterator[str]:
    """Say which files seem to be a delivery and are not read."""
    found = (line for line in standing.lines if line.stray)
    return (f"{line.forkortelse}: {line.stray} hører ikke til her og bliver ikke læst." for line in found)


def _table(heads: Row, rows: Sequence[Row], width: int) -> list[str]:
    """Set rows in columns; where the screen is too narrow for them, each is a few lines of words."""
    sizes = [max(map(display_width, column)) for column in zip(heads, *rows, strict=True)]
    if sum(sizes) + len(_GAP) * (len(heads) - 1) <= width:
        return [_GAP.join(map(pad, cells, sizes)).rstrip() for cells in (heads, *rows)]
    return [line for cells in rows for line in (*wrapped(cells[0], width), *_words(heads, cells, width))]


def _words(heads: Row, cells: Row, width: int) -> list[str]:
    told = [
        f"{head.lower()} {cell}" for head, cell in zip(heads[1:], cells[1:], strict=True) if cell and cell != _NOTHING
    ]
    return wrapped(", ".join(told), width, _INDENT)


def counts_text(errors: int, warnings: int) -> str:
    """Count findings in words: "2 fejl og 1 advarsel", "" for none."""
    parts = [f"{errors} fejl"] if errors else []
    parts += [f"{warnings} {plural(warnings, 'advarsel', 'advarsler')}"] if warnings else []
    return " og ".join(parts)
