"""How one forvaltning carries out a policy: for each point of it, what is to be done."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import Aarstal, Periode, Text
from frivilligrapport.models.loefte import Loefte
from frivilligrapport.models.statusfil import Mangel


class OperationaliseretPunkt(Felter):
    """One point of the policy, by its number, and the items that answer it; `titel` where no policy file has it."""

    punkt: Text
    titel: Text | None = None
    tekst: Text | None = None
    opgaver: tuple[Loefte, ...] = ()


class Operationalisering(Felter):
    """A forvaltning's plan. `opfoelges` is how often it is to be followed up, `politik` the id of the policy file."""

    titel: Text
    forvaltning: Text
    aar: Aarstal
    kontor: Text | None = None
    dato: Periode | None = None
    politik: Text | None = None
    opfoelges: Text | None = None
    indledning: Text | None = None
    punkter: tuple[OperationaliseretPunkt, ...]
    bemaerkning: Text | None = None
    mangler: tuple[Mangel, ...] = ()
