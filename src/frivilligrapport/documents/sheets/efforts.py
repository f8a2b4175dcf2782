"""Indsatser as short lines: what has been done, and what lies ahead."""

from collections.abc import Iterable

from frivilligrapport.counting.figure import Group
from frivilligrapport.counting.reporting import Report, state_group
from frivilligrapport.documents.indsatser_shown import period_text
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.sheets.lines import Linje
from frivilligrapport.documents.tables import NOT_TOLD, told
from frivilligrapport.models.indsats import Indsats


def effort_lines(material: Material, report: Report) -> tuple[Linje, ...]:
    """Give all but those that lie ahead: first those with figures, then in the file's own order."""
    return _lines(
        material, report, (one for one in report.indsatser if state_group(one, material.aar) is not Group.KOMMENDE)
    )


def coming_lines(material: Material, report: Report) -> tuple[Linje, ...]:
    """Give those that lie ahead, in the same order."""
    return _lines(
        material, report, (one for one in report.indsatser if state_group(one, material.aar) is Group.KOMMENDE)
    )


def _lines(material: Material, report: Report, indsatser: Iterable[Indsats]) -> tuple[Linje, ...]:
    found = [_line(material, report.forvaltning, one) for one in indsatser]
    return tuple(sorted(found, key=lambda line: not line.tal))


def _line(material: Material, forvaltning: str, indsats: Indsats) -> Linje:
    period = period_text(indsats)
    state = "tilstand ikke oplyst" if told(indsats.tilstand) == NOT_TOLD else str(indsats.tilstand)
    words = [str(indsats.art)] if told(indsats.art) != NOT_TOLD else []
    words += [state] + ([period] if period not in {NOT_TOLD, str(material.aar)} else [])
    return Linje(str(indsats.navn), ", ".join(words), material.figures.of_indsats(forvaltning, str(indsats.id)))
