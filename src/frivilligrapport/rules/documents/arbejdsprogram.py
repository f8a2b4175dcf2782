"""What somebody has undertaken to do, held against last time's programme (FR457, FR458)."""

from collections.abc import Iterator

from frivilligrapport.models.dokumentfiler.arbejdsprogram import Arbejdsprogram
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.problems import Problem, error, warning
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_BEFORE = (
    "# fil: 2013/arbejdsprogram.yaml\ninitiativer:\n  - id: frivillig-fredag\n    navn: Frivillig Fredag\n"
    "    tilstand: planlagt\n# fil: 2014/arbejdsprogram.yaml\n"
)
_DROPPED = (
    "# fil: 2014/arbejdsprogram.yaml\ninitiativer:\n  - id: csr-maerke\n    navn: Et mærke til virksomheder\n"
    "    tilstand: aflyst\n    udgang: droppet"
)
FORGOTTEN_INITIATIVE = warning(
    "FR457",
    "Et initiativ fra sidste arbejdsprogram er ikke omtalt",
    "Det, et råd har sagt, at det vil gøre, skal have en afslutning. Næste program nævner hvert initiativ ved dets id "
    "og siger med »udgang«, om det er lukket, fortsat eller droppet.",
    _BEFORE + "initiativer: []",
    _BEFORE + "initiativer:\n  - id: frivillig-fredag\n    navn: Frivillig Fredag\n    tilstand: afholdt\n"
    "    udgang: lukket",
)
DROPPED_WITHOUT_REASON = error(
    "FR458",
    "Noget er droppet uden en grund",
    "Den, der har fået et løfte, skal kunne læse, hvorfor det ikke blev til noget.",
    _DROPPED,
    _DROPPED + "\n    fordi: Ingen virksomheder ville være med.",
)


@rule(FORGOTTEN_INITIATIVE, needs_folder=True)
def _silent(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Arbejdsprogram):
        last = year.samling.document_before(year.aargang.aar, Arbejdsprogram)
        told = {str(one.id) for one in piece.group.initiativer}
        for one in last.open_initiatives if last else ():
            if last and str(one.id) not in told:
                message = f"Initiativet »{one.navn}« fra {last.aar} er ikke omtalt."
                hint = f"Skriv det under initiativer med id: {one.id} og udgang: lukket, fortsat eller droppet"
                place = piece.group.place_of("initiativer")
                yield piece.problem(FORGOTTEN_INITIATIVE, place, message, hint)._replace(subject=str(one.id))


@rule(DROPPED_WITHOUT_REASON)
def _no_reason(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Loefte):
        one = piece.group
        if one.udgang == "droppet" and not one.fordi:
            message = f"»{one.navn}« er droppet, men der står ikke hvorfor."
            yield piece.problem(DROPPED_WITHOUT_REASON, one.udgang.location, message, "Skriv fordi: og grunden")
