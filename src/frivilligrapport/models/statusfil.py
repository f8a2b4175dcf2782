"""The status file: what one forvaltning hands in for one year."""

from typing import ClassVar

from frivilligrapport.models.answers import Besvaret
from frivilligrapport.models.base import Felter
from frivilligrapport.models.choices import Bidragsstatus, Filstatus
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.leaves import Aarstal, Text
from frivilligrapport.models.tal import TalListe


class Kontakt(Felter):
    """Who answers questions: a function and a shared mailbox, never a person."""

    funktion: Text | None = None
    postkasse: Text | None = None


class Afsnit(Felter):
    """A free section of the status, in the forvaltning's own order. Either `tekst` or `tekstfil`."""

    overskrift: Text
    tekst: Text | None = None
    tekstfil: Text | None = None
    indsatser: tuple[Text, ...] = ()


class Perspektiver(Felter):
    """Where the forvaltning is heading; `planer` are ids of indsatser that lie ahead."""

    tekst: Text | None = None
    tekstfil: Text | None = None
    planer: tuple[Text, ...] = ()


class Forslag(Felter):
    """A proposal for a new initiative; the policy asks for them."""

    titel: Text
    begrundelse: Text | None = None
    gaelder_for: tuple[Text, ...] = ()


class Mangel(Felter):
    """A declared gap, printed as such."""

    hvor: Text
    hvad: Text
    aarsag: Text | None = None


class Bidragyder(Felter):
    """A contributor below the forvaltning, such as a lokaludvalg."""

    navn: Text
    status: Bidragsstatus


class Barrierer(Felter):
    """What stands in the way, in the four groups of the 2014 report."""

    regler: Text | None = None
    kompetencer: Text | None = None
    ledelse: Text | None = None
    ressourcer: Text | None = None


class Politikopfoelgning(Felter):
    """How the year's work answers one point of the policy."""

    punkt: Text
    status: Text | None = None
    tekst: Text | None = None
    indsatser: tuple[Text, ...] = ()


class Statusfil(Besvaret):
    """One forvaltning's year."""

    answerable: ClassVar[tuple[str, ...]] = ("perspektiver", "indsatser", "forslag")

    forvaltning: Text
    aar: Aarstal
    filstatus: Filstatus | None = None
    kontakt: Kontakt | None = None
    status: tuple[Afsnit, ...] = ()
    perspektiver: Perspektiver | None = None
    indsatser: tuple[Indsats, ...] = ()
    forslag: tuple[Forslag, ...] = ()
    tal: TalListe = ()
    bidragydere: tuple[Bidragyder, ...] = ()
    barrierer: Barrierer | None = None
    politik: tuple[Politikopfoelgning, ...] = ()
    mangler: tuple[Mangel, ...] = ()

    @property
    def is_draft(self) -> bool:
        """A file without `filstatus` is a draft (design, section 2)."""
        return self.filstatus in {None, "udkast"}
