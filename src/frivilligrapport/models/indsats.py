"""What can be counted and followed from year to year."""

from frivilligrapport.models import lister
from frivilligrapport.models.base import Felter
from frivilligrapport.models.choices import Art, Frivilligtype, JaNej, Metode, Tilstand
from frivilligrapport.models.leaves import Periode, Slug, Text
from frivilligrapport.models.tal import TalListe


class Sted(Felter):
    """A place where an indsats happens; `bydel` is one of the municipality's, or uoplyst."""

    navn: Text
    bydel: Text | None = None


class Faelles(Felter):
    """Mark one thing that several report: it is counted once, at `taeller_hos`."""

    id: Slug
    med: tuple[Text, ...] = ()
    taeller_hos: Text


class IkkeSammeSom(Felter):
    """Record that a look-alike is another thing, and why."""

    indsats: Text
    fordi: Text


class Indsats(Felter):
    """One named effort, with the same `id` every year."""

    id: Slug
    navn: Text
    tilstand: Tilstand
    art: Art | None = None
    periode: Periode | None = None
    varighed: Text | None = None
    hyppighed: Text | None = None
    tema: tuple[Text, ...] = ()
    maalgrupper: tuple[Text, ...] = ()
    partnere: tuple[Text, ...] = ()
    steder: tuple[Sted, ...] = ()
    bydele: tuple[Text, ...] = ()
    lokaludvalg: tuple[Text, ...] = ()
    frivilligtype: tuple[Frivilligtype, ...] = ()
    beskrivelse: Text | None = None
    effekt: Text | None = None
    kaldes_ogsaa: tuple[Text, ...] = ()
    hoerer_til: Slug | None = None
    faelles: Faelles | None = None
    ikke_samme_som: tuple[IkkeSammeSom, ...] = ()
    kilde: Text | None = None
    metode: Metode | None = None
    ny_i_aar: JaNej | None = None
    tal: TalListe = ()

    @property
    def gennemfoert(self) -> bool:
        """Tell whether it has been carried out or is running."""
        return self.tilstand in lister.GENNEMFOERT

    @property
    def kommende(self) -> bool:
        """Tell whether it lies ahead."""
        return self.tilstand in lister.KOMMENDE
