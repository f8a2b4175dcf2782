"""The workbook's first sheet: what this is, from whom, and what the other sheets hold."""

from collections.abc import Sequence

from frivilligrapport.danish import date_as_text
from frivilligrapport.rendering.exports.cells import Row
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.notes_table import margin_text
from frivilligrapport.rendering.exports.table import Table, columns


def cover_table(export: Export, sheets: Sequence[Table]) -> Table:
    """Make the sheet that lists the others, in their order."""
    listed = tuple((f"Arket {table.name}", table.about) for table in sheets)
    return Table("Forside", "Hvad projektmappen er.", columns("emne", "indhold"), (*_facts(export), *listed))


def _facts(export: Export) -> tuple[Row, ...]:
    return (
        ("Titel", f"{export.titel}: tal for {export.aar}"),
        ("Kommune", export.kommune),
        ("År", export.aar),
        ("Dato", date_as_text(export.dato)),
        ("Modtaget", export.received),
        *((f"Fil fra {name}", state) for name, state in export.deliveries.items()),
        ("Dækning", "»tal fra n af m forvaltninger«: n har oplyst et tal, m er dem, enheden er relevant for."),
        ("Ca.", f"»ca.« er regnet som plus eller minus {margin_text(export)}. Teksten siger stadig ca."),
        ("Tomme celler", "Ingen celle er tom: Er der intet tal, står grunden der som ord. Se arket Noter."),
    )
