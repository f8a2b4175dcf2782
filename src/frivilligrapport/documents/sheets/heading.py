"""The head of a document that has no cover."""

from dataclasses import dataclass

from frivilligrapport.danish import full_stop
from frivilligrapport.deliveries.aflevering import counted_text
from frivilligrapport.documents.parts.cover import cover
from frivilligrapport.documents.year_data import ReportData


@dataclass(frozen=True, slots=True)
class Arkhoved:
    """The head: `slags` is what kind of document it is, `linjer` stand below the title.

    `dato` is an ISO date or "". `udkast` is "" for a finished document, else how far the deliveries are.
    """

    slags: str
    overtitel: str
    titel: str
    linjer: tuple[str, ...]
    afsender: str
    beskrivelse: str
    dato: str
    udkast: str


def sheet_heading(
    report_data: ReportData, slags: str, titel: str, linjer: tuple[str, ...], overtitel: str = ""
) -> Arkhoved:
    """Make the head from rapport.yaml's sender and date, and from its title where no other `overtitel` is given."""
    front = cover(report_data)
    return Arkhoved(
        slags=slags,
        overtitel=overtitel or f"{full_stop(front.titel)} {front.undertitel}",
        titel=titel,
        linjer=linjer,
        afsender=front.afsender,
        beskrivelse=f"{slags}. {full_stop(titel)} {full_stop(front.undertitel)}",
        dato=front.dato,
        udkast=counted_text(report_data.deliveries) if report_data.draft else "",
    )
