"""Who has delivered for a year and how far each file is: the one answer that status, reminders and documents give."""

from dataclasses import dataclass

from frivilligrapport.collection.organisation import print_order
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import join_words

_NOT_RECEIVED = "ikke modtaget"
_UNREADABLE = "modtaget, men kan ikke læses"
_DRAFT = "udkast"


@dataclass(frozen=True, slots=True)
class Aflevering:
    """One forvaltning's delivery; `tilstand` is its filstatus, or why there is none."""

    forvaltning: str
    forkortelse: str
    navn: str
    tilstand: str

    @property
    def er_modtaget(self) -> bool:
        """Tell whether there is a file."""
        return self.tilstand != _NOT_RECEIVED

    @property
    def kan_laeses(self) -> bool:
        """Tell whether the file is there and its figures count."""
        return self.tilstand not in {_NOT_RECEIVED, _UNREADABLE}

    @property
    def er_faerdig(self) -> bool:
        """Tell whether nothing more is awaited: the file can be read and is no draft."""
        return self.tilstand not in {_NOT_RECEIVED, _UNREADABLE, _DRAFT}


def deliveries(samling: Samling, aargang: Aargang) -> tuple[Aflevering, ...]:
    """Give the deliveries of a year's forvaltninger in print order."""
    units = {str(one.id): one for one in samling.forvaltninger(aargang.aar)}
    return tuple(
        Aflevering(one, str(units[one].forkortelse), str(units[one].navn), _state(aargang, one))
        for one in print_order(samling, aargang)
    )


def _state(aargang: Aargang, forvaltning: str) -> str:
    """Give how far a file is; one without a filstatus is a draft (design, section 2)."""
    found = aargang.indberetning(forvaltning)
    if found is None:
        return _NOT_RECEIVED
    return str(found.statusfil.filstatus or _DRAFT) if found.statusfil else _UNREADABLE


def received_text(found: tuple[Aflevering, ...], *, awaited: bool = True) -> str:
    """Say how many have delivered, and who is still awaited: "Modtaget fra 6 af 7 forvaltninger. Der mangler BIF."."""
    text = f"Modtaget fra {sum(one.er_modtaget for one in found)} af {len(found)} forvaltninger."
    missing = [one.forkortelse for one in found if not one.er_modtaget]
    return f"{text} Der mangler {join_words(missing)}." if missing and awaited else text


def counted_text(found: tuple[Aflevering, ...]) -> str:
    """Say how many have delivered, and whose file cannot be read, so that nothing in it is counted."""
    unread = [one.forkortelse for one in found if one.er_modtaget and not one.kan_laeses]
    text = received_text(found)
    return (
        f"{text} Filen fra {join_words(unread)} kan ikke læses, så ingen af dens tal er talt med." if unread else text
    )
