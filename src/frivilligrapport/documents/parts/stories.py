"""Stories as documents show them: the text, what somebody said, and the picture; or how one begins."""

from collections.abc import Iterable, Mapping

from frivilligrapport.collection.folder import path_in_year
from frivilligrapport.documents.parts.beginnings import beginning
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.lister import said
from frivilligrapport.models.statusfil import Billede, Historie
from frivilligrapport.reading.pictures import UnusablePicture, read_picture
from frivilligrapport.rendering.picture_address import picture_address


class Citatvisning(Frozen):
    """What somebody said, and their function."""

    tekst: str
    funktion: str


class Billedvisning(Frozen):
    """A picture: an address that holds the picture itself, what it shows, who took it ("" when that is not known)."""

    adresse: str
    alt_tekst: str
    fotograf: str


class Historievisning(Frozen):
    """A story; `indsats` is the name of what it is about, "" for none."""

    titel: str
    tekst: str
    indsats: str
    citat: Citatvisning | None
    billede: Billedvisning | None


def quotation_of(one: Historie) -> Citatvisning | None:
    """Show what somebody said in a story; None when nobody did."""
    return Citatvisning(str(one.citat.tekst), str(one.citat.funktion)) if one.citat else None


def stories_of(
    found: Iterable[Historie], names: Mapping[str, str], pictures: Mapping[str, bytes]
) -> tuple[Historievisning, ...]:
    """Show stories; `names` are those of the indsatser by id, `pictures` the year's files by their path."""
    return tuple(
        Historievisning(
            titel=str(one.titel),
            tekst=str(one.tekst),
            indsats=names.get(str(one.indsats), ""),
            citat=quotation_of(one),
            billede=_picture(one.billede, pictures) if one.billede else None,
        )
        for one in found
    )


def _picture(one: Billede, pictures: Mapping[str, bytes]) -> Billedvisning | None:
    """Show a picture; one that is withdrawn, not there or not usable is left out, since a draft is made anyway."""
    data = None if one.trukket_tilbage else pictures.get(path_in_year(one.fil) or "")
    if data is None:
        return None
    try:
        picture = read_picture(data)
    except UnusablePicture:
        return None
    return Billedvisning(picture_address(picture.data, "jpg"), str(one.alt_tekst), said(one.fotograf))


class Historieuddrag(Frozen):
    """The beginning of a story for a page with little room; the picture stands with the whole story."""

    titel: str
    tekst: str
    citat: Citatvisning | None

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what takes room on the page."""
        return (self.tekst, *((self.citat.tekst, self.citat.funktion) if self.citat else ()))


def first_story(found: Iterable[Historie], most: int) -> Historieuddrag | None:
    """Give the first story whose first sentences are at most so many signs; None when there is none."""
    for one in found:
        if text := beginning(str(one.tekst), most):
            return Historieuddrag(str(one.titel), text, quotation_of(one))
    return None
