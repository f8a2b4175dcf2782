"""What an indsats is about and where it happens, in the municipality's own names: what totals can be split by."""

from collections.abc import Iterable
from typing import NamedTuple

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import normal_key
from frivilligrapport.models import lister
from frivilligrapport.models.indsats import Indsats


class Tags(NamedTuple):
    """Hold the names that are given; empty when the file says nothing, ("uoplyst",) when it says so."""

    temaer: tuple[str, ...] = ()
    bydele: tuple[str, ...] = ()
    maalgrupper: tuple[str, ...] = ()
    lokaludvalg: tuple[str, ...] = ()


NO_TAGS = Tags()


def tags_of(samling: Samling, indsats: Indsats) -> Tags:
    """Give the tags of an indsats, spelt as in kommune.yaml where they stand there; each stands once."""
    kommune = samling.kommune
    behind = kommune.bydele_of(indsats.lokaludvalg) if kommune else ()
    return Tags(
        temaer=_spelt(indsats.tema, kommune.spelt_temaer if kommune else {}),
        bydele=_spelt((*_bydele(indsats), *behind), kommune.spelt_bydele if kommune else {}),
        maalgrupper=_spelt(indsats.maalgrupper, {}),
        lokaludvalg=_spelt(indsats.lokaludvalg, kommune.spelt_lokaludvalg if kommune else {}),
    )


def _bydele(indsats: Indsats) -> tuple[str, ...]:
    """Give the bydele named, and those of the places; a place without one makes the answer uncertain."""
    if indsats.bydele:
        return (*indsats.bydele, *(place.bydel for place in indsats.steder if place.bydel))
    return tuple(place.bydel or lister.UOPLYST for place in indsats.steder)


def _spelt(names: Iterable[str], known: dict[str, str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        key = normal_key(name)
        spelling = lister.UOPLYST if key == lister.UOPLYST else known.get(key, str(name))
        found.setdefault(normal_key(spelling), spelling)
    return tuple(found.values())
