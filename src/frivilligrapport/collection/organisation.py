"""The municipality’s forvaltninger and network: looked up by id, acronym or a near spelling, and in print order."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import Guesses, normal_key, slug_of
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.kommune import Forvaltning

_OfOne = TypeVar("_OfOne")
_FEWEST_CAPITALS = 2
_NO_END = 9999  # a forvaltning that is still there is newer than all that have gone
_REFERENCE = pattern(r"(?:(?P<unit>[^/.:\s]+)(?:\s*[/.:]\s*|\s+))?(?P<id>\S.*)")


def units(samling: Samling) -> tuple[Forvaltning, ...]:
    """Give all that the register knows, the network too; nothing without a register."""
    return samling.kommune.forvaltninger


def find(samling: Samling, name: str) -> Forvaltning | None:
    """Find the forvaltning that goes by an acronym or an id, as the counting does."""
    return samling.units.get(normal_key(name))


def guessing(samling: Samling) -> Callable[[str], Forvaltning | None]:
    """Give what finds the forvaltning that was probably meant: by its full name, or by a name spelt nearly like it."""
    known = {word: one for one in units(samling) for word in (str(one.forkortelse), str(one.navn), str(one.id))}
    guesses = Guesses(known)

    def nearest(name: str) -> Forvaltning | None:
        close = guesses.nearest(name)
        return known[close] if close else None

    return nearest


def abbreviations(samling: Samling, year: int) -> dict[str, str]:
    """Give what each abbreviation is short for in a year: those of kommune.yaml and of its forvaltninger.

    A forvaltning goes by the name of the year, else by its newest. One that does not look abbreviated, such as
    "Social", is left out: it would be taken for the word.
    """
    known = sorted(units(samling), key=lambda one: (one.exists_in(year), one.til or _NO_END))
    named = {str(one.forkortelse): str(one.navn) for one in known if _looks_abbreviated(str(one.forkortelse))}
    own = samling.kommune.forkortelser
    declared = {str(one.forkortelse): str(one.betydning) for one in own}
    return {short: meaning for short, meaning in (declared | named).items() if short and meaning not in {"", short}}


def _looks_abbreviated(short: str) -> bool:
    return sum(map(str.isupper, short)) >= _FEWEST_CAPITALS


def print_order(samling: Samling, aargang: Aargang) -> tuple[str, ...]:
    """Give the forvaltninger's ids in print order: rapport.yaml's `rækkefølge`, then the register's."""
    ids = [str(one.id) for one in samling.forvaltninger(aargang.aar)]
    wanted = [unit_id(samling, name) for name in (aargang.rapport.raekkefoelge if aargang.rapport else ())]
    return (*(one for one in wanted if one in ids), *(one for one in ids if one not in wanted))


def in_print_order(
    samling: Samling, aargang: Aargang, found: Iterable[_OfOne], forvaltning: Callable[[_OfOne], str]
) -> list[_OfOne]:
    """Sort what is of one forvaltning each, by its id; what is of one that the year does not have comes last."""
    rank = {name: place for place, name in enumerate(print_order(samling, aargang))}
    return sorted(found, key=lambda one: rank.get(forvaltning(one), len(rank)))


def unit_id(samling: Samling, name: str) -> str:
    """Give the id of the forvaltning or network that goes by `name`, an acronym or an id; else the name, folded."""
    unit = find(samling, name)
    return str(unit.id) if unit else normal_key(name)


def indsats_reference(samling: Samling, typed: str) -> tuple[str, str]:
    """Read a reference to another's indsats, such as "kff/kulturnat": the ids of its reporter and of the indsats.

    The id of an indsats may stand alone; then the reporter's is "".
    """
    found = _REFERENCE.fullmatch(typed)
    unit = find(samling, found["unit"]) if found and found["unit"] else None
    name = typed if found is None or (found["unit"] and not unit) else found["id"]
    return str(unit.id) if unit else "", slug_of(name)


def not_read(samling: Samling, aargang: Aargang) -> frozenset[str]:
    """Give the ids of the year's forvaltninger whose file is not there or cannot be read."""
    read = {one.forvaltning_id for one in aargang.indberetninger if one.statusfil}
    return frozenset(str(one.id) for one in samling.forvaltninger(aargang.aar)) - read
