"""The organisation register: names and acronyms live in kommune.yaml and nowhere in the code."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.choices import Enhedsart, Enhedstype, JaNej, Vaegt
from frivilligrapport.models.leaves import Aarstal, Slug, Text
from frivilligrapport.models.udseende import Udseende


class Forvaltning(Felter):
    """A forvaltning, or with `type: netværk` the network, in the years `fra` to `til` (both included)."""

    id: Slug
    forkortelse: Text
    navn: Text
    type: Enhedstype | None = None
    udvalg: Text | None = None
    fra: Aarstal | None = None
    til: Aarstal | None = None
    afloeser: tuple[Text, ...] = ()

    @property
    def is_network(self) -> bool:
        """Tell whether this is the network, which is never one of the forvaltninger."""
        return self.type == "netværk"

    def exists_in(self, year: int) -> bool:
        """Tell whether it existed in `year`."""
        return _covers(self.fra, self.til, year)


class Lokaludvalg(Felter):
    """A local committee and the names it goes by."""

    navn: Text
    bydel: Text | None = None
    kaldes_ogsaa: tuple[Text, ...] = ()


class EgenEnhed(Felter):
    """A unit that the municipality adds to the built-in ones, in the years `fra` to `til` (both included).

    A definition that changes gets a last year, and the unit a new entry with the new definition.
    """

    enhed: Text
    art: Enhedsart
    ental: Text
    definition: Text
    decimaler: JaNej = False
    fra: Aarstal | None = None
    til: Aarstal | None = None

    def holds_in(self, year: int) -> bool:
        """Tell whether this is what the unit means in `year`."""
        return _covers(self.fra, self.til, year)


class Regelvaegt(Felter):
    """How much the findings of one code matter in this municipality, and why; `fra` leaves them out."""

    kode: Text
    vaegt: Vaegt
    fordi: Text


class Kommune(Felter):
    """The municipality."""

    kommune: Text
    forvaltninger: tuple[Forvaltning, ...]
    bydele: tuple[Text, ...] = ()
    lokaludvalg: tuple[Lokaludvalg, ...] = ()
    temaer: tuple[Text, ...] = ()
    enheder: tuple[EgenEnhed, ...] = ()
    regler: tuple[Regelvaegt, ...] = ()
    udseende: Udseende | None = None


def _covers(first: int | None, last: int | None, year: int) -> bool:
    return (first is None or first <= year) and (last is None or year <= last)
