"""What somebody has undertaken to do: an initiative of a work programme, or an item of an operationalisation."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.choices import Tilstand, Udgang
from frivilligrapport.models.leaves import Periode, Slug, Text

_ENDS = ("lukket", "droppet")


class Opfoelgning(Felter):
    """One follow-up: when it was made, how far the work was, and what there is to say."""

    dato: Periode
    tilstand: Tilstand
    tekst: Text | None = None


class Loefte(Felter):
    """A promise with the same `id` every year. `indsatser` are ids of indsatser that show what was done.

    `udgang` says what became of it in a later document, `fordi` why it was dropped.
    """

    id: Slug
    navn: Text
    tilstand: Tilstand
    tekst: Text | None = None
    ejer: Text | None = None
    med: tuple[Text, ...] = ()
    periode: Periode | None = None
    frist: Periode | None = None
    hyppighed: Text | None = None
    maal: Text | None = None
    indsatser: tuple[Text, ...] = ()
    opfoelgning: tuple[Opfoelgning, ...] = ()
    udgang: Udgang | None = None
    fordi: Text | None = None

    @property
    def is_ended(self) -> bool:
        """Tell whether nothing more is to be expected of it."""
        return self.udgang in _ENDS
