"""How one forvaltning carries out a policy: for each point of it, what is to be done."""

from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Aarstal, Bemaerkning, Henvisning, Navn, Periode, Prosa, Text
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.statusfil import Mangel


class OperationaliseretPunkt(Felter):
    """One point of the policy, by its number, and the items that answer it; `titel` where no policy file has it."""

    punkt: Henvisning = field("Punktets nummer i politikken, fx 3.")
    titel: Navn | None = field("Punktets titel, når ingen fil i mappen politik har den.")
    tekst: Prosa | None = field("Hvordan forvaltningen forstår punktet.")
    opgaver: tuple[Loefte, ...] = field(
        "Det, der skal gøres, hvert med id, navn og tilstand.", each=("opgaven", "opgave")
    )


class Operationalisering(Felter):
    """A forvaltning's plan. `opfoelges` is how often it is to be followed up, `politik` the id of the policy file."""

    titel: Navn = field("Planens titel.")
    forvaltning: Henvisning = field("Forvaltningens forkortelse, fx BIF.")
    aar: Aarstal = field("Planens år, med fire cifre, fx 2012.")
    kontor: Text | None = field("Det kontor, der har lavet planen.")
    dato: Periode | None = field("Planens dato, fx 2012-03-01.")
    politik: Henvisning | None = field(
        "Navnet på filen i mappen politik uden .yaml, fx frivillighedspolitik-2011-2014."
    )
    opfoelges: Text | None = field("Hvor tit der bliver fulgt op, fx hvert halve år.")
    indledning: Prosa | None = field("Planens første tekst.")
    punkter: tuple[OperationaliseretPunkt, ...] = field(
        "Politikkens punkter, hvert med det, der skal gøres.", required=True, each=("punktet", "punkt")
    )
    bemaerkning: Bemaerkning | None = field("Det, en læser skal vide om planen.")
    mangler: tuple[Mangel, ...] = field(
        "Det, som dokumentet selv ved mangler. Det bliver trykt.", each=("manglen", "mangel")
    )


FILTYPE = FileType(
    "operationalisering",
    Operationalisering,
    "Operationalisering",
    "En forvaltnings plan for, hvordan en politik bliver til handling.",
    document=r"operationalisering-(?P<forvaltning>[a-z0-9-]+)",
)
