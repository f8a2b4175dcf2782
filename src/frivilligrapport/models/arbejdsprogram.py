"""The work programme (arbejdsprogram) of a council for one year."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import Aarstal, Text
from frivilligrapport.models.loefte import Loefte
from frivilligrapport.models.notathoved import Notathoved
from frivilligrapport.models.statusfil import Afsnit, Mangel


class Arbejdsprogram(Felter):
    """A vision, themes in `afsnit`, and the concrete initiatives, which next year's programme reports on."""

    titel: Text
    aar: Aarstal
    hoved: Notathoved
    vision: Text | None = None
    afsnit: tuple[Afsnit, ...] = ()
    initiativer: tuple[Loefte, ...] = ()
    mangler: tuple[Mangel, ...] = ()

    @property
    def open_initiatives(self) -> tuple[Loefte, ...]:
        """Give the initiatives that the next programme must account for."""
        return tuple(one for one in self.initiativer if not one.is_ended)
