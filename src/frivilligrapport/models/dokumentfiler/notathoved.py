"""The head of a municipal notat: from whom, to whom, and which case it belongs to."""

from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Navn, Periode, Text

HOVED = "Hvem der skriver til hvem, og hvilken sag det hører til."


class Notathoved(Felter):
    """Address a notat; `afsender` and `adresse` are lines in their order. `ean` is the sender's EAN location number."""

    afsender: tuple[Text, ...] = field(
        "Afsenderen, én linje i hvert punkt, fx [Kultur- og Fritidsforvaltningen, Center for Politik].",
        required=True,
    )
    til: Text | None = field("Hvem det er til, fx Økonomiudvalget.", usual=True)
    emne: Navn | None = field("Hvad det handler om, fx Statusrapport om frivillighed 2014.")
    dato: Periode | None = field("Datoen, fx 2015-04-15.", usual=True)
    sagsnr: Text | None = field("Sagens nummer, fx 2015-0012345.")
    dokumentnr: Text | None = field("Dokumentets nummer, fx 2015-0012345-1.")
    sagsbehandler: Text | None = field("Den enhed, der behandler sagen, ikke en person.")
    adresse: tuple[Text, ...] = field("Afsenderens adresse, én linje i hvert punkt.")
    postkasse: Text | None = field("En fælles postkasse, aldrig en persons egen.")
    telefon: Text | None = field("Et hovednummer, aldrig en persons eget.")
    ean: Text | None = field("Afsenderens EAN-nummer med 13 cifre.")
