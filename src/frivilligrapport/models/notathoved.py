"""The head of a municipal notat: from whom, to whom, and which case it belongs to."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import Periode, Text


class Notathoved(Felter):
    """Address a notat; `afsender` and `adresse` are lines in their order. `ean` is the sender's EAN location number."""

    afsender: tuple[Text, ...]
    til: Text | None = None
    emne: Text | None = None
    dato: Periode | None = None
    sagsnr: Text | None = None
    dokumentnr: Text | None = None
    sagsbehandler: Text | None = None
    adresse: tuple[Text, ...] = ()
    postkasse: Text | None = None
    telefon: Text | None = None
    ean: Text | None = None
