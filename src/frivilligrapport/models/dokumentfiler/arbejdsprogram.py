"""The work programme (arbejdsprogram) of a council for one year."""

from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.dokumentfiler.notathoved import HOVED, Notathoved
from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Aarstal, Navn, Prosa
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.statusfil import Afsnit, Mangel


class Arbejdsprogram(Felter):
    """A vision, themes in `afsnit`, and the concrete initiatives, which next year's programme reports on."""

    titel: Navn = field("Programmets titel, fx Arbejdsprogram 2017.")
    aar: Aarstal = field("Det år, programmet gælder for, med fire cifre, fx 2017.")
    hoved: Notathoved = field(HOVED)
    vision: Prosa | None = field("Det, der skal nås på længere sigt.")
    afsnit: tuple[Afsnit, ...] = field(
        "Programmets temaer, hvert med overskrift og tekst.", each=("afsnittet", "afsnit")
    )
    initiativer: tuple[Loefte, ...] = field(
        "Det, der skal gøres, hvert med id, navn og tilstand.", each=("initiativet", "initiativ")
    )
    mangler: tuple[Mangel, ...] = field(
        "Det, som dokumentet selv ved mangler. Det bliver trykt.", each=("manglen", "mangel")
    )

    @property
    def open_initiatives(self) -> tuple[Loefte, ...]:
        """Give the initiatives that the next programme must account for."""
        return tuple(one for one in self.initiativer if not one.is_ended)


FILTYPE = FileType(
    "arbejdsprogram",
    Arbejdsprogram,
    "Arbejdsprogram",
    "Det, som et råd eller et netværk vil nå i et bestemt år.",
    document="arbejdsprogram",
    quotes_figures=True,
)
