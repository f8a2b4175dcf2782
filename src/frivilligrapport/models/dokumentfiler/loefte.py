"""What somebody has undertaken to do: an initiative of a work programme, or an item of an operationalisation."""

from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Bemaerkning, Henvisning, Navn, Periode, Prosa, Slug, Text
from frivilligrapport.models.lister import Tilstand, Udgang

_ENDS = ("lukket", "droppet")


class Opfoelgning(Felter):
    """One follow-up: when it was made, how far the work was, and what there is to say."""

    dato: Periode = field("Hvornår der blev fulgt op, fx 2017-06-01.")
    tilstand: Tilstand = field("Hvor langt arbejdet var, fx i gang.")
    tekst: Prosa | None = field("Hvad der er at fortælle.")


class Loefte(Felter):
    """A promise with the same `id` every year. `indsatser` are ids of indsatser that show what was done.

    `udgang` says what became of it in a later document, `fordi` why it was dropped.
    """

    id: Slug = field(
        "Et kort navn, der er det samme hvert år, fx nye-foelgevenner. Små bogstaver a-z, tal og bindestreger."
    )
    navn: Navn = field("Navnet, som det skal stå i dokumentet.")
    tilstand: Tilstand = field("Hvor langt arbejdet er, fx planlagt, i gang eller afholdt.")
    tekst: Prosa | None = field("Hvad der skal gøres.")
    ejer: Text | None = field("Den, der har ansvaret: en forvaltning eller en enhed, ikke en person.")
    med: tuple[Text, ...] = field("Hvem der også er med, fx [KFF].")
    periode: Periode | None = field("Hvornår arbejdet foregår, fx 2017.")
    frist: Periode | None = field("Hvornår det skal være færdigt, fx december 2017.", usual=True)
    hyppighed: Text | None = field("Hvor tit det sker, fx hvert kvartal.")
    maal: Text | None = field("Hvordan man kan se, at det er lykkedes.")
    indsatser: tuple[Henvisning, ...] = field("Id'erne på de indsatser, der viser, hvad der er gjort.")
    opfoelgning: tuple[Opfoelgning, ...] = field("Hvordan det er gået undervejs, én opfølgning i hvert punkt.")
    udgang: Udgang | None = field("Hvad der blev af det: lukket, fortsat eller droppet.")
    fordi: Bemaerkning | None = field("Hvorfor det blev droppet.")

    @property
    def is_ended(self) -> bool:
        """Tell whether nothing more is to be expected of it."""
        return self.udgang in _ENDS
