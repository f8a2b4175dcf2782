"""The report's own texts: what no single forvaltning hands in."""

from typing import ClassVar

from frivilligrapport.models.answers import Besvaret
from frivilligrapport.models.base import Felter
from frivilligrapport.models.choices import Opfyldt
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.leaves import Aarstal, Andel, Periode, Slug, Text
from frivilligrapport.models.statusfil import Forslag, Mangel
from frivilligrapport.models.tal import TalListe

# What the short edition holds (`kort`): points, and signs of each.
MOST_POINTS = 4
MOST_SIGNS = 330


class Kolofon(Felter):
    """The imprint: who publishes, when, and whom to write to."""

    udgiver: Text | None = None
    dato: Periode | None = None
    redaktion: Text | None = None
    kontakt: Text | None = None
    isbn: Text | None = None
    bemaerkning: Text | None = None


class Punkt(Felter):
    """A titled paragraph, such as a benefit or a tendency."""

    titel: Text
    tekst: Text


class Forudsaetning(Felter):
    """A precondition for good cooperation, which initiatives can be tied to."""

    id: Slug
    navn: Text
    tekst: Text


class NetvaerksIndsats(Indsats):
    """An initiative of the network's own, tied to the preconditions it answers."""

    forudsaetning: tuple[Text, ...] = ()


class Netvaerk(Felter):
    """The network's own work; its id in kommune.yaml is the one with `type: netværk`."""

    periode: Periode | None = None
    tekst: Text | None = None
    tekstfil: Text | None = None
    forudsaetninger: tuple[Forudsaetning, ...] = ()
    indsatser: tuple[NetvaerksIndsats, ...] = ()
    tal: TalListe = ()
    fremover: Text | None = None


class Kravopfoelgning(Felter):
    """Whether one demand of the policy's is met; `krav` is its number in the policy's list, counted from 1."""

    krav: Text
    opfyldt: Opfyldt
    tekst: Text | None = None


class Bilag(Felter):
    """An appendix: a file below the year's folder, or the reason why it is missing."""

    nummer: Text
    titel: Text
    fil: Text | None = None
    mangler: Text | None = None


class Indstillinger(Felter):
    """Settings of the year.

    `ca_usikkerhed` is how far "ca." may be off, as a share (number grammar, section 1). `udsving` is how much a figure
    may rise from last year before it asks for an explanation, as a share of what it was.
    """

    ca_usikkerhed: Andel | None = None
    udsving: Andel | None = None


class Accepteret(Felter):
    """A finding accepted: its code, where (`tmf.yaml` or `tmf.yaml: <id>`), and why. Printed in "Om tallene"."""

    may_be_blank: ClassVar[tuple[str, ...]] = ("fordi",)

    kode: Text
    hvor: Text
    fordi: Text


class Rapport(Besvaret):
    """The year's report; its file makes the folder a report year."""

    answerable: ClassVar[tuple[str, ...]] = ("forslag",)

    titel: Text
    undertitel: Text | None = None
    aar: Aarstal
    nummer_i_raekken: Text | None = None
    afsender: Text | None = None
    tovholder: Text | None = None
    kolofon: Kolofon | None = None
    frist: Periode | None = None
    raekkefoelge: tuple[Text, ...] = ()
    politik: Text | None = None
    krav: tuple[Kravopfoelgning, ...] = ()
    forord: Text | None = None
    indledning: Text | None = None
    fordele: tuple[Punkt, ...] = ()
    tendenser: tuple[Punkt, ...] = ()
    kort: tuple[Punkt, ...] = ()
    netvaerk: Netvaerk | None = None
    forslag: tuple[Forslag, ...] = ()
    bilag: tuple[Bilag, ...] = ()
    mangler: tuple[Mangel, ...] = ()
    indstillinger: Indstillinger | None = None
    accepteret: tuple[Accepteret, ...] = ()
