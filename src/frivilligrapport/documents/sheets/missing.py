"""What is missing from one forvaltning: what was not answered, and what it says itself."""

from collections.abc import Iterator

from frivilligrapport.documents.parts.facts_box import contributors, not_told
from frivilligrapport.documents.parts.tables import NOT_TOLD
from frivilligrapport.documents.sheets.lines import Linje
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.rendering.typography import upper_first

_PROPOSALS = "Forslag til nye initiativer"


def missing_lines(report_data: ReportData, statusfil: Statusfil) -> tuple[Linje, ...]:
    """Give what was not answered, who has not contributed, and then the gaps that the file declares."""
    return tuple(_lines(report_data, statusfil))


def _lines(report_data: ReportData, statusfil: Statusfil) -> Iterator[Linje]:
    yield from (Linje(navn, NOT_TOLD) for navn in not_told(statusfil))
    if not statusfil.forslag and statusfil.answer("forslag") != "ingen":
        yield Linje(_PROPOSALS, NOT_TOLD)
    below = contributors(report_data, statusfil)
    if below and below.missing:
        yield Linje("Bidrag", below.received)
    names = {str(one.id): str(one.navn) for one in statusfil.indsatser}
    for gap in statusfil.mangler:
        yield Linje(upper_first(names.get(str(gap.hvor), str(gap.hvor))), str(gap.hvad))
