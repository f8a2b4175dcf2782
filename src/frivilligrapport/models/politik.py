"""A policy that the work is held against."""

from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Bemaerkning, Navn, Periode, Prosa, Text
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.lister import Maaling


class Politikmaal(Felter):
    """A goal; `indikator` is what shows whether it is reached, `maaling` how that is found out."""

    nummer: Text | None = field("Målets nummer i politikken, fx 3.2. Ellers tælles målene under punktets nummer.")
    tekst: Prosa = field("Målet med få ord, fx Det er let at komme i gang som frivillig.")
    indikator: Text | None = field("Det, der viser, om målet er nået, fx andelen, der svarer ja.")
    maaling: Maaling | None = field("Hvordan det måles: spørgeskema, optælling eller ingen.")


class Politikpunkt(Felter):
    """A point of a policy, or a focus area with its goals."""

    nummer: Text | None = field("Punktets nummer i politikken, fx 3.")
    titel: Navn = field("Punktets titel.")
    tekst: Prosa | None = field("Punktets tekst.", usual=True)
    maal: tuple[Politikmaal, ...] = field("Det, der skal nås, hvert mål med sin tekst.", each=("målet", "mål"))

    @property
    def goals(self) -> tuple[tuple[str, Politikmaal], ...]:
        """Give the goals with their ids, "3.2": as numbered, else counted below the point's number; "" without any."""
        own = str(self.nummer or "").rstrip(".")
        counted = ((f"{own}.{number}" if own else "", one) for number, one in enumerate(self.maal, start=1))
        return tuple((str(one.nummer or name).rstrip("."), one) for name, one in counted)

    @property
    def names(self) -> tuple[str, ...]:
        """Give what the point goes by: its number, its title, and the ids of its goals."""
        own = (str(name) for name in (self.nummer, self.titel) if name)
        return (*own, *(name for name, _ in self.goals if name))


class Politik(Felter):
    """A policy as adopted. It has points or focus areas (`fokusområder`), never both."""

    titel: Navn = field("Politikkens titel, fx Frivillighedspolitik 2011-2014.")
    vedtaget: Periode | None = field("Den dag, politikken blev vedtaget, fx 2011-08-25.")
    gyldig: Periode | None = field("De år, politikken gælder for, fx 2011-2014.")
    krav: tuple[Text, ...] = field("Det, politikken kræver, fx en rapport hvert år. Ét krav i hvert punkt.")
    punkter: tuple[Politikpunkt, ...] = field(
        "Politikkens punkter, hvert med nummer og titel.", each=("punktet", "punkt")
    )
    fokusomraader: tuple[Politikpunkt, ...] = field(
        "Politikkens fokusområder, hvert med titel og mål. Skriv enten punkter eller fokusområder.",
        each=("fokusområdet", "fokusområde"),
    )
    bemaerkning: Bemaerkning | None = field("Det, en læser skal vide om politikken.")

    @property
    def points(self) -> tuple[Politikpunkt, ...]:
        """Give the points or focus areas, in the policy's order."""
        return (*self.punkter, *self.fokusomraader)


FILTYPE = FileType("politik", Politik, "Politik", "En politik, som årets arbejde holdes op imod.")
