"""Who has delivered for a year and how far each file is: the one answer that status, reminders and documents give."""

from frivilligrapport.collection.organisation import print_order
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.danish import join_words, part_of
from frivilligrapport.fast_start import Frozen

_NOT_RECEIVED = "ikke modtaget"
_UNREADABLE = "modtaget, men kan ikke læses"
_OTHER_YEAR = "for et andet år"
_DRAFT = "udkast"
_NOT_BEGUN = "ikke begyndt"
_SHORT = {_DRAFT: "i gang", _UNREADABLE: "kan ikke læses"}


class Aflevering(Frozen):
    """One forvaltning's delivery; `tilstand` is its filstatus, or why there is none."""

    forvaltning: str
    forkortelse: str
    navn: str
    tilstand: str

    @property
    def har_fil(self) -> bool:
        """Tell whether there is a file, whatever is in it."""
        return self.tilstand != _NOT_RECEIVED

    @property
    def er_begyndt(self) -> bool:
        """Tell whether there is a file that somebody has written in."""
        return self.tilstand not in {_NOT_RECEIVED, _NOT_BEGUN}

    @property
    def er_ulaeselig(self) -> bool:
        """Tell whether there is a file that cannot be read."""
        return self.tilstand == _UNREADABLE

    @property
    def er_for_andet_aar(self) -> bool:
        """Tell whether the file says that it is about another year."""
        return self.tilstand == _OTHER_YEAR

    @property
    def er_i_gang(self) -> bool:
        """Tell whether the file is a draft that somebody works on."""
        return self.tilstand == _DRAFT

    @property
    def er_modtaget(self) -> bool:
        """Tell whether the forvaltning has handed in: a draft is not, and of what cannot be read nobody knows."""
        return self.kan_laeses and not self.er_i_gang

    @property
    def kan_laeses(self) -> bool:
        """Tell whether the file has been begun and its figures count."""
        return self.er_begyndt and not self.er_ulaeselig and not self.er_for_andet_aar

    @property
    def ord(self) -> str:
        """Say in a word or two how far the file is: "i gang", "ikke begyndt", "klar"."""
        return _SHORT.get(self.tilstand, self.tilstand)

    @property
    def fil(self) -> str:
        """Say how far the file is, as a table tells it."""
        return f"i gang ({self.tilstand})" if self.er_i_gang else self.tilstand


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
    if found.is_untouched:
        return _NOT_BEGUN
    if not found.is_of_year:
        return _OTHER_YEAR
    return str(found.statusfil.filstatus or _DRAFT) if found.statusfil else _UNREADABLE


def received_text(found: tuple[Aflevering, ...], *, awaited: bool = True, counted: bool = False) -> str:
    """Say how many have delivered, and who is still awaited: "Modtaget fra 6 af 7 forvaltninger. Der mangler BIF.".

    Where nobody is awaited, as in a background year, every file that somebody has written in counts. With `counted` it
    is said that nothing is counted of a file that cannot be read.
    """
    received = [one for one in found if (one.er_modtaget if awaited else one.er_begyndt)]
    text = f"Modtaget fra {part_of(len(received), len(found), 'forvaltning', 'forvaltninger')}."
    if not awaited:
        return text
    unread = (
        "Filen fra {} kan ikke læses, så ingen af dens tal er talt med." if counted else "Filen fra {} kan ikke læses."
    )
    groups = (
        ("{} er i gang.", [one.forkortelse for one in found if one.er_i_gang]),
        ("{} er ikke begyndt.", [one.forkortelse for one in found if one.har_fil and not one.er_begyndt]),
        ("Der mangler {}.", [one.forkortelse for one in found if not one.har_fil]),
        (unread, [one.forkortelse for one in found if one.er_ulaeselig]),
        ("Filen fra {} er for et andet år.", [one.forkortelse for one in found if one.er_for_andet_aar]),
    )
    return " ".join((text, *(said.format(join_words(names)) for said, names in groups if names)))


def counted_text(found: tuple[Aflevering, ...]) -> str:
    """Say how many have delivered, and whose file cannot be read, so that nothing in it is counted."""
    return received_text(found, counted=True)
