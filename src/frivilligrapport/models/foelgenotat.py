"""The cover note (følgenotat) that brings the report to the committee."""

from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.notathoved import Notathoved
from frivilligrapport.models.rapport import Bilag
from frivilligrapport.models.statusfil import Mangel


class Resultat(Felter):
    """A result of the network's, by its initiative's id in rapport.yaml; `tekst` when its own words will not do."""

    indsats: Text
    tekst: Text | None = None


class Foelgenotat(Felter):
    """A cover note. What the report already says is not repeated here; the texts add to it.

    `hjemmel` is the legal basis, `vurdering` what the sender makes of the report, `fremover` what comes next.
    """

    hoved: Notathoved
    hjemmel: Text | None = None
    vurdering: Text | None = None
    resultater: tuple[Resultat, ...] = ()
    fremover: Text | None = None
    bilag: tuple[Bilag, ...] = ()
    mangler: tuple[Mangel, ...] = ()
