"""The units that figures are reported in: a closed list, which a municipality may add to in kommune.yaml.

Definitions follow the number grammar and, for volunteers, the Danish definition used by the ministry, CFSA and SFI.
"""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from frivilligrapport.danish import normal_key


class Enhedsart(StrEnum):
    """What a unit counts; figures of different kinds are never added."""

    PERSONER = "personer"
    ORGANISATIONER = "organisationer"
    AKTIVITETER = "aktiviteter"
    STEDER = "steder"
    PENGE = "penge"
    TID = "tid"
    ANDET = "andet"


class Enhed(NamedTuple):
    """Declare a unit: the plural is its name, as it is typed; `decimaler` says whether 2,5 makes sense."""

    flertal: str
    ental: str
    art: Enhedsart
    definition: str
    decimaler: bool = False

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return normal_key(self.flertal)


def _enheder(art: Enhedsart, *rows: tuple[str, str, str], decimaler: bool = False) -> tuple[Enhed, ...]:
    return tuple(Enhed(flertal, ental, art, definition, decimaler) for flertal, ental, definition in rows)


_FRIVILLIG = (
    "Personer, der uden tvang og uden løn gør en aktiv indsats for andre end deres familie i en organiseret ramme, "
    "som også kan være offentlig. Samme person kan være talt med i flere indsatser."
)
ENHEDER: tuple[Enhed, ...] = (
    *_enheder(
        Enhedsart.PERSONER,
        (
            "frivillige",
            "frivillig",
            _FRIVILLIG,
        ),
        ("deltagere", "deltager", "Personer, der deltager i et arrangement. De er ikke talt som frivillige."),
        ("gæster", "gæst", "Personer, der besøger et arrangement. De er ikke talt som frivillige."),
        ("elever", "elev", "Skoleelever, der deltager i en indsats. De er ikke talt som frivillige."),
        (
            "medlemmer",
            "medlem",
            "Personer, der er tilmeldt et korps eller en forening. Det er ikke i sig selv en frivillig indsats.",
        ),
        ("ansatte", "ansat", "Personer, der får løn for arbejdet."),
        ("modtagere", "modtager", "Personer, der modtager hjælp eller støtte."),
        ("oplægsholdere", "oplægsholder", "Personer, der holder oplæg ved et arrangement."),
        ("brobyggere", "brobygger", "Ansatte, der skaber forbindelse mellem borgere, frivillige og kommunen."),
    ),
    *_enheder(
        Enhedsart.ORGANISATIONER,
        ("foreninger", "forening", "Foreninger, der deltager i eller støttes af en indsats."),
        ("organisationer", "organisation", "Organisationer, der deltager i eller styrkes af en indsats."),
        ("virksomheder", "virksomhed", "Private virksomheder, der deltager i en indsats."),
        ("grupper", "gruppe", "Grupper af frivillige eller lokale aktører."),
    ),
    *_enheder(
        Enhedsart.AKTIVITETER,
        ("projekter", "projekt", "Afgrænsede projekter med frivillige."),
        ("arrangementer", "arrangement", "Enkeltstående arrangementer."),
        ("kurser", "kursus", "Hele kurser, uanset hvor mange gange de mødes."),
        ("kursusgange", "kursusgang", "Enkelte mødegange på et kursus. De er ikke det samme som kurser."),
        ("workshops", "workshop", "Workshops, også når flere holdes samtidig."),
        ("møder", "møde", "Møder i netværk, råd, arbejdsgrupper og med borgere."),
        ("kampagner", "kampagne", "Kampagner rettet mod borgere eller medarbejdere."),
        ("forløb", "forløb", "Forløb med en begyndelse og en afslutning for den enkelte deltager."),
    ),
    *_enheder(
        Enhedsart.STEDER,
        ("institutioner", "institution", "Kommunale institutioner, hvor indsatsen foregår."),
        ("plejecentre", "plejecenter", "Plejecentre, hvor indsatsen foregår."),
        ("skoler", "skole", "Skoler, hvor indsatsen foregår."),
        ("biblioteker", "bibliotek", "Biblioteker, hvor indsatsen foregår."),
        ("legepladser", "legeplads", "Bemandede legepladser, hvor indsatsen foregår."),
        ("lokalområder", "lokalområde", "En forvaltnings egne geografiske områder. De følger ikke bydelene."),
    ),
    *_enheder(Enhedsart.PENGE, ("kr", "krone", "Beløb i danske kroner, der er bevilget eller brugt."), decimaler=True),
    *_enheder(
        Enhedsart.TID,
        ("frivillige timer", "frivillig time", "Timer, som frivillige har brugt på indsatsen."),
        decimaler=True,
    ),
    *_enheder(
        Enhedsart.ANDET,
        ("publikationer", "publikation", "Håndbøger, vejledninger og andre udgivelser."),
        ("aftaler", "aftale", "Indgåede aftaler om samarbejde."),
        ("ansøgninger", "ansøgning", "Modtagne ansøgninger."),
        ("bevillinger", "bevilling", "Givne bevillinger."),
    ),
)
_ALIASES = {"kr.": "kr", "kroner": "kr"}


@cache
def built_in() -> dict[str, Enhed]:
    """Give the built-in units by normalised name, aliases included."""
    units = {unit.key: unit for unit in ENHEDER}
    return units | {normal_key(alias): units[normal_key(name)] for alias, name in _ALIASES.items()}
