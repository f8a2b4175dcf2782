"""The organisation register: names and acronyms live in kommune.yaml and nowhere in the code."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from frivilligrapport.models.enheder import ENHEDER
from frivilligrapport.models.fields.base import Felter, Trail, field
from frivilligrapport.models.fields.leaves import Aarstal, Bemaerkning, Henvisning, Navn, Slug, Text
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.lister import EnhedsartValg, Enhedstype, Vaegt
from frivilligrapport.models.udseende import Tekster, Udseende
from frivilligrapport.problems import Location
from frivilligrapport.reading.tree import MappingNode, ScalarNode

# The volunteers: what a municipality asks all for unless it says otherwise.
ASKED_OF_ALL = frozenset({ENHEDER[0].key})


class Forvaltning(Felter):
    """A forvaltning, or with `type: netværk` the network, in the years `fra` to `til` (both included)."""

    id: Slug = field("Et kort navn med små bogstaver, som filerne hedder efter, fx tmf.")
    forkortelse: Text = field("Forkortelsen, som den skrives i filerne, fx TMF.")
    navn: Navn = field("Forvaltningens fulde navn, fx Teknik- og Miljøforvaltningen.")
    type: Enhedstype | None = field("Skriv netværk for netværket. Det tælles aldrig med som forvaltning.")
    udvalg: Text | None = field("Det politiske udvalg, fx Teknik- og Miljøudvalget.")
    fra: Aarstal | None = field("Det første år, forvaltningen fandtes, fx 2006.")
    til: Aarstal | None = field("Det sidste år, forvaltningen fandtes. Lad feltet være, hvis den findes endnu.")
    afloeser: tuple[Henvisning, ...] = field(
        "Forkortelserne på de forvaltninger, som denne har taget over efter, fx [TMF]."
    )

    @property
    def is_network(self) -> bool:
        """Tell whether this is the network, which is never one of the forvaltninger."""
        return self.type == "netværk"

    @property
    def has_unread_type(self) -> bool:
        """Tell whether something was typed as its type that cannot be read, so that nobody knows what it is."""
        typed = self.trail.node
        return isinstance(typed, MappingNode) and typed.get("type") is not None and self.node.get("type") is None

    def exists_in(self, year: int) -> bool:
        """Tell whether it existed in `year`."""
        return _covers(self.fra, self.til, year)


class Lokaludvalg(Felter):
    """A local committee and the names it goes by."""

    navn: Navn = field("Lokaludvalgets navn, fx Valby Lokaludvalg.")
    bydel: Henvisning | None = field("Den bydel, udvalget hører til, fx Valby.", usual=True)
    kaldes_ogsaa: tuple[Navn, ...] = field("Andre navne, som udvalget går under, fx [Valby].")


class Forkortelse(Felter):
    """An abbreviation that the texts use, and what it is short for."""

    forkortelse: Text = field("Forkortelsen, som den skrives i teksterne, fx CFSA.")
    betydning: Navn = field("Det, den står for, fx Center for Frivilligt Socialt Arbejde.")


class EgenEnhed(Felter):
    """A unit that the municipality adds to the built-in ones, in the years `fra` to `til` (both included).

    A definition that changes gets a last year, and the unit a new entry with the new definition.
    """

    enhed: Navn = field("Enhedens navn i flertal, som det skrives under tal, fx sangaftener.")
    art: EnhedsartValg = field(
        "Hvad enheden tæller: personer, organisationer, aktiviteter, steder, penge, tid eller andet."
    )
    ental: Text = field("Enhedens navn i ental, fx sangaften.")
    definition: Text = field("Hvad der tælles med, i en hel sætning. Den står i rapporten.")
    decimaler: bool = field("Om 2,5 giver mening: ja eller nej.", default=False)
    fra: Aarstal | None = field("Det første år, definitionen gælder for, fx 2014.")
    til: Aarstal | None = field("Det sidste år, definitionen gælder for.")

    def holds_in(self, year: int) -> bool:
        """Tell whether this is what the unit means in `year`."""
        return _covers(self.fra, self.til, year)


class Regelvaegt(Felter):
    """How much the findings of one code matter in this municipality, and why; `fra` leaves them out."""

    kode: Henvisning = field(
        "Reglens kode, fx FR371. Skriv frivilligrapport explain FR371 for at se, hvad den betyder."
    )
    vaegt: Vaegt = field("Hvad reglen vejer: fejl, advarsel eller fra.")
    fordi: Bemaerkning = field("Hvorfor kommunen har valgt det. Grunden står i rapporten.")


class Kommune(Felter):
    """The municipality."""

    kommune: Navn = field("Kommunens navn, fx Københavns Kommune.")
    forvaltninger: tuple[Forvaltning, ...] = field(
        "Kommunens forvaltninger, også dem, der ikke findes mere.",
        required=True,
        each=("forvaltningen", "forvaltning"),
    )
    bydele: tuple[Navn, ...] = field("Bydelenes navne, fx [Valby, Vanløse].")
    lokaludvalg: tuple[Lokaludvalg, ...] = field(
        "Lokaludvalgene, hvert med navn og bydel.", each=("lokaludvalget", "lokaludvalg")
    )
    temaer: tuple[Navn, ...] = field("De temaer, en indsats kan have, fx [grøn, kultur].", spelled="temaer")
    forkortelser: tuple[Forkortelse, ...] = field(
        "Forkortelser i teksterne ud over forvaltningernes egne, hver med det, den står for.",
        each=("forkortelsen", "forkortelse"),
    )
    enheder: tuple[EgenEnhed, ...] = field(
        "Enheder, som kommunen selv føjer til de indbyggede.", each=("enheden", "enhed")
    )
    spoerges_alle: tuple[Henvisning, ...] = field(
        "Enheder, som alle forvaltninger bliver spurgt om, fx [frivillige]. Kun dér mangler den, der intet oplyser. "
        "Uden feltet er det frivillige; [] er ingen.",
    )
    regler: tuple[Regelvaegt, ...] = field(
        "Hvad programmets regler vejer i denne kommune. Det står i rapporten.", each=("reglen", "regel")
    )
    udseende: Udseende | None = field("Logo og farver i alt, hvad der udgives.")
    tekster: Tekster | None = field("Rapportens egne overskrifter og sætninger med kommunens ord.")

    @cached_property
    def asked_of_all(self) -> frozenset[str]:
        """Give the keys of the units that all are asked for."""
        return frozenset(one.key for one in self.spoerges_alle) if self.is_given("spoerges_alle") else ASKED_OF_ALL

    @cached_property
    def spelt_temaer(self) -> dict[str, str]:
        """Give the temaer as they are spelt here, by the key of all their spellings."""
        return {one.key: str(one) for one in self.temaer}

    @cached_property
    def spelt_bydele(self) -> dict[str, str]:
        """Give the bydele as they are spelt here, by the key of all their spellings."""
        return {one.key: str(one) for one in self.bydele}

    @cached_property
    def spelt_lokaludvalg(self) -> dict[str, str]:
        """Give the names of the lokaludvalg as they are spelt here, by the key of each name that one goes by."""
        named = {alias.key: str(one.navn) for one in self.lokaludvalg for alias in one.kaldes_ogsaa}
        return named | {one.navn.key: str(one.navn) for one in self.lokaludvalg}

    def bydele_of(self, lokaludvalg: Iterable[Text]) -> tuple[str, ...]:
        """Give the bydele of some lokaludvalg, by any of their names, as far as they are told."""
        keys = {name.key for name in lokaludvalg}
        told = (one for one in self.lokaludvalg if one.bydel) if keys else ()
        return tuple(str(one.bydel) for one in told if keys & {one.navn.key, *(two.key for two in one.kaldes_ogsaa)})


def _covers(first: int | None, last: int | None, year: int) -> bool:
    return (first is None or first <= year) and (last is None or year <= last)


_NOTHING = MappingNode((), Location(""))
_KOMMUNE: Any = Kommune  # mypy knows no other arguments than the fields
# What stands for a kommune.yaml that is not there or cannot be read: it says nothing.
UNREAD_KOMMUNE: Kommune = _KOMMUNE(
    node=_NOTHING,
    trail=Trail(None, None, _NOTHING, _NOTHING.location),
    kommune=Navn.of("", ScalarNode("", _NOTHING.location)),
)
FILTYPE = FileType(
    "kommune", Kommune, "Kommune", "Kommunens forvaltninger, bydele, lokaludvalg, temaer og egne enheder."
)
