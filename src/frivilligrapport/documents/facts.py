"""Lines of a facts box: what the forvaltning answered in words, and who contributed to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from frivilligrapport.danish import join_words, sort_key
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.tables import NOT_TOLD, Celle, told
from frivilligrapport.models.lister import INGEN
from frivilligrapport.models.statusfil import Statusfil


@dataclass(frozen=True, slots=True)
class Faktalinje:
    """One line of the box: what it is about, and what is known of it."""

    navn: str
    celle: Celle


def fact(navn: str, text: str) -> Faktalinje:
    """Make a line of words."""
    return Faktalinje(navn, Celle(text))


def contributors(material: Material, statusfil: Statusfil) -> Iterator[Faktalinje]:
    """Say how many contributors below the forvaltning have delivered: "modtaget fra 5 af 12 lokaludvalg"."""
    found = statusfil.bidragydere
    if not found:
        return
    missing = sorted((str(one.navn) for one in found if one.status != "modtaget"), key=sort_key)
    kommune = material.grundlag.samling.kommune
    committees = {one.navn.key for one in kommune.lokaludvalg} if kommune else set()
    kind = "lokaludvalg" if all(one.navn.key in committees for one in found) else "bidragydere"
    text = f"modtaget fra {len(found) - len(missing)} af {len(found)} {kind}"
    yield fact("Bidrag", f"{text}; mangler fra {join_words(missing)}" if missing else text)


def unanswered(statusfil: Statusfil) -> Iterator[Faktalinje]:
    """Say what stands in place of perspektiver and of indsatser; there is no section for them then."""
    for navn, field in (("Perspektiver", "perspektiver"), ("Indsatser", "indsatser")):
        if not getattr(statusfil, field):
            yield fact(navn, _answer(statusfil, field))


def proposal_answer(statusfil: Statusfil) -> str:
    """Say how many proposals there are, or what was answered instead."""
    number = len(statusfil.forslag)
    return f"{number} forslag til nye initiativer" if number else _answer(statusfil, "forslag")


def _answer(statusfil: Statusfil, field: str) -> str:
    return "ingen, svarer forvaltningen" if statusfil.answer(field) == INGEN else NOT_TOLD


def contact_text(statusfil: Statusfil) -> str:
    """Say whom to ask: a function and a shared mailbox, never a person."""
    kontakt = statusfil.kontakt
    if kontakt is None:
        return NOT_TOLD
    return f"{told(kontakt.funktion)}; fælles postkasse: {told(kontakt.postkasse)}"
