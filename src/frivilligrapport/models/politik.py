"""A policy that the work is held against."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.choices import Maaling
from frivilligrapport.models.leaves import Periode, Text


class Politikmaal(Felter):
    """A goal; `indikator` is what shows whether it is reached, `maaling` how that is found out."""

    tekst: Text
    indikator: Text | None = None
    maaling: Maaling | None = None


class Politikpunkt(Felter):
    """A point of a policy, or a focus area with its goals."""

    nummer: Text | None = None
    titel: Text
    tekst: Text | None = None
    maal: tuple[Politikmaal, ...] = ()


class Politik(Felter):
    """A policy as adopted. It has points or focus areas (`fokusområder`), never both."""

    titel: Text
    vedtaget: Periode | None = None
    gyldig: Periode | None = None
    krav: tuple[Text, ...] = ()
    punkter: tuple[Politikpunkt, ...] = ()
    fokusomraader: tuple[Politikpunkt, ...] = ()
    bemaerkning: Text | None = None

    @property
    def points(self) -> tuple[Politikpunkt, ...]:
        """Give the points or focus areas, in the policy's order."""
        return (*self.punkter, *self.fokusomraader)
