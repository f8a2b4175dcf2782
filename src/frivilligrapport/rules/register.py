"""Looking up forvaltninger in the register, and what was probably meant by a name that is not there."""

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models import lister
from frivilligrapport.models.kommune import Forvaltning


def units(samling: Samling) -> tuple[Forvaltning, ...]:
    """Give all that the register knows, the network too; nothing without a register."""
    return samling.kommune.forvaltninger if samling.kommune else ()


def find(samling: Samling, name: str) -> Forvaltning | None:
    """Find the forvaltning that goes by an acronym or an id, as the counting does."""
    key = normal_key(name)
    return next((one for one in units(samling) if key in {one.forkortelse.key, one.id.key}), None)


def nearest(samling: Samling, name: str) -> Forvaltning | None:
    """Find the forvaltning that was probably meant: by its full name, or by a name spelt nearly like it."""
    known = {word: one for one in units(samling) for word in (str(one.forkortelse), str(one.navn), str(one.id))}
    close = nearest_word(name, known)
    return known[close] if close else None


def is_unanswered(text: str) -> bool:
    """Tell whether a name is uoplyst: nobody knows, or a missing one was filled in while reading."""
    return normal_key(text) == lister.UOPLYST
