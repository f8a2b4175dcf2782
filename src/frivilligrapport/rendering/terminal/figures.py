"""A year's figures in the terminal."""

from collections.abc import Iterator

from frivilligrapport.danish import plural
from frivilligrapport.figures.figure import SUMMED, StateGroup
from frivilligrapport.figures.register import Grouping
from frivilligrapport.figures.totals import Total
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.terminal.lines import WIDTH, TableRow, in_blocks, in_columns, wrapped

_HEADINGS = {StateGroup.GENNEMFOERT: "Gennemført", StateGroup.KOMMENDE: "Kommende"}


def figures_text(export: Export, width: int = WIDTH) -> str:
    """Write the year's totals, or those of its parts, no line longer than `width` where words allow."""
    blocks = [*_heading(export, width)]
    blocks += _parts(export, export.grouping, width) if export.grouping else _whole(export, width)
    blocks += [wrapped(sentence, width) for sentence in _convention(export)]
    return in_blocks(blocks)


def _heading(export: Export, width: int) -> Iterator[list[str]]:
    yield [f"Tal for {export.aar}, {export.kommune}", *wrapped(export.received, width)]


def _whole(export: Export, width: int) -> Iterator[list[str]]:
    totals = export.ordered(export.register.totals)
    if not totals:
        yield ["Der er ingen tal."]
    for group in SUMMED:
        found = [total for total in totals if total.gruppe == group.value]
        if found:
            yield [_HEADINGS[group]]
            yield in_columns(("Enhed", "I alt", "Dækning"), [_entry(export, total) for total in found], width)


def _parts(export: Export, grouping: Grouping, width: int) -> Iterator[list[str]]:
    own = grouping is Grouping.FORVALTNING
    for part, totals in export.register.totals_by(grouping).items():
        entries = [_part_entry(total, own=own) for total in export.ordered(totals)]
        yield [f"{grouping.value.capitalize()}: {part}"]
        yield in_columns(("Enhed", "I alt", "Hvornår"), entries, width) if entries else [export.why_empty(part)]


def _entry(export: Export, total: Total) -> TableRow:
    gross = export.gross_of(total)
    remarks = [f"intet tal fra {total.coverage.missing_text}"] if total.coverage.missing_text else []
    remarks += _notes(total)
    if (gross.bounds, gross.text) != (total.bounds, total.text):
        remarks.append(f"brutto: {gross.text}, når alles tal er talt med, også om det samme")
    return TableRow((total.label, total.text, total.coverage.text), tuple(remarks))


def _part_entry(total: Total, *, own: bool) -> TableRow:
    remarks = _notes(total) if own else [total.coverage.text, *_notes(total)]
    return TableRow((total.label, total.text, total.gruppe), tuple(remarks))


def _notes(total: Total) -> list[str]:
    remarks = [f"note: {total.note}"] if total.note else []
    if total.unknown and total.bounds:
        remarks.append(f"dertil {total.unknown} {plural(total.unknown, 'tal, der er uoplyst', 'tal, der er uoplyste')}")
    return remarks


def _convention(export: Export) -> Iterator[str]:
    yield (
        f"»ca.« er regnet som plus eller minus {export.margin_text}. Tal, der ikke kan lægges "
        "sammen til ét, står hver for sig. Uoplyst er ikke 0."
    )
    if export.grouping and export.grouping is not Grouping.FORVALTNING:
        yield (
            "En indsats med flere svar står under »flere« og er ikke delt. "
            f"Siger filen intet om {export.grouping.value}, står den under »ikke angivet«."
        )
    if any(total.label != total.enhed for total in export.register.totals):
        yield "Frivillige er registreringer og ikke hoveder: Samme person kan være talt med i flere indsatser."
