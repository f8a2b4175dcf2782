"""What every notat is made of: a head, a text in sections, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from frivilligrapport.danish import full_stop
from frivilligrapport.documents.tables import NOT_TOLD, told
from frivilligrapport.models.statusfil import Mangel
from frivilligrapport.rendering.typography import upper_first

# A gap is placed by a field's name; a reader gets a word.
_NAMES = {"hoved": "det øverste i notatet", "maal": "mål"}


@dataclass(frozen=True, slots=True)
class Punkt:
    """An item of a list: what it is about, and a sentence or two; `navn` may be ""."""

    navn: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Notatafsnit:
    """A section: the sender's own words (Markdown), sentences from the report, a list, and sentences after it."""

    titel: str
    tekst: str = ""
    stykker: tuple[str, ...] = ()
    punkter: tuple[Punkt, ...] = ()
    slutning: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to print."""
        return not (self.tekst or self.stykker or self.punkter or self.slutning)


def gaps(title: str, found: Iterable[Mangel]) -> Notatafsnit:
    """List what the document itself says that it lacks."""
    return Notatafsnit(title, punkter=tuple(_gap(one) for one in found))


def _gap(one: Mangel) -> Punkt:
    where = _NAMES.get(one.hvor.key, str(one.hvor))
    why = f" {full_stop(' '.join(one.aarsag.split()))}" if told(one.aarsag) != NOT_TOLD and one.aarsag else ""
    return Punkt(upper_first(where), f"{upper_first(full_stop(' '.join(one.hvad.split())))}{why}")


def filled(sections: Iterable[Notatafsnit]) -> tuple[Notatafsnit, ...]:
    """Leave out the sections that say nothing."""
    return tuple(one for one in sections if not one.is_empty)
