"""The indsatser in the terminal: what there is to know of them is in the other formats."""

from collections.abc import Sequence

from frivilligrapport.danish import plural
from frivilligrapport.rendering.exports.indsatser import IndsatsRow
from frivilligrapport.rendering.terminal.lines import TableRow, in_blocks, in_columns, wrapped


def indsatser_text(kommune: str, found: Sequence[IndsatsRow], width: int) -> str:
    """List the indsatser for the screen, a block for each year and forvaltning."""
    blocks: dict[tuple[int, str], list[TableRow]] = {}
    for one in found:
        cells = (str(one.indsats.id), str(one.indsats.navn), str(one.indsats.tilstand))
        blocks.setdefault((one.aar, one.forvaltning), []).append(TableRow(cells))
    count = f"{len(found)} {plural(len(found), 'indsats', 'indsatser')}"
    lines = [wrapped(f"{kommune}: {count}. --format csv, xlsx eller json giver alle felter.", width)]
    for (aar, forvaltning), rows in blocks.items():
        lines += [[f"{forvaltning} {aar}"], in_columns(("Id", "Navn", "Tilstand"), rows, width)]
    return in_blocks(lines)
