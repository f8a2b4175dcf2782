"""Lines of a facts box that gather what the indsatser say: for whom, with whom, where and about what."""

from collections.abc import Iterable, Iterator

from frivilligrapport.danish import join_words, plural, sort_key
from frivilligrapport.documents.facts import Faktalinje, fact
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.tables import NOT_TOLD
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import UOPLYST


def about(material: Material, indsatser: tuple[Indsats, ...]) -> Iterator[Faktalinje]:
    """Yield målgrupper, partnere, bydele and temaer; bydele only where the municipality has any."""
    yield fact("Målgrupper", listed(one for indsats in indsatser for one in indsats.maalgrupper))
    yield fact("Partnere", listed(one for indsats in indsatser for one in indsats.partnere))
    kommune, districts = material.grundlag.samling.kommune, _districts(material, indsatser)
    if districts != NOT_TOLD or (kommune and kommune.bydele):
        yield fact("Bydele", districts)
    yield fact("Temaer", listed(one for indsats in indsatser for one in indsats.tema))


def _districts(material: Material, indsatser: tuple[Indsats, ...]) -> str:
    places = [sted for indsats in indsatser for sted in indsats.steder]
    known = [str(sted.bydel) for sted in places if sted.bydel and sted.bydel != UOPLYST]
    known += [one for indsats in indsatser for one in (*indsats.bydele, *_committee_districts(material, indsats))]
    unknown = sum(sted.bydel in {None, UOPLYST} for sted in places)
    text = listed(known)
    rest = f"{NOT_TOLD} for {unknown} {plural(unknown, 'sted', 'steder')}"
    if not unknown:
        return text
    return rest if text == NOT_TOLD else f"{text}; {rest}"


def _committee_districts(material: Material, indsats: Indsats) -> Iterator[str]:
    kommune = material.grundlag.samling.kommune
    for one in kommune.lokaludvalg if kommune else ():
        names = {one.navn.key, *(alias.key for alias in one.kaldes_ogsaa)}
        if one.bydel and names & {name.key for name in indsats.lokaludvalg}:
            yield str(one.bydel)


def listed(found: Iterable[str]) -> str:
    """List each thing once, in alphabetical order."""
    by_key = {one.casefold(): str(one) for one in found if one != UOPLYST}
    return join_words(sorted(by_key.values(), key=sort_key)) or NOT_TOLD
