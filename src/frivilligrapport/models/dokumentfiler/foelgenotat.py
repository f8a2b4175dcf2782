"""The cover note (følgenotat) that brings the report to the committee."""

from frivilligrapport.models.dokumentfiler.notathoved import HOVED, Notathoved
from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Henvisning, Prosa
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.rapport import Bilag
from frivilligrapport.models.statusfil import Mangel


class Resultat(Felter):
    """A result of the network's, by its initiative's id in rapport.yaml; `tekst` when its own words will not do."""

    indsats: Henvisning = field("Id'et på netværkets indsats i rapport.yaml, fx haandbog.")
    tekst: Prosa | None = field("Egne ord om resultatet, når indsatsens ikke passer.")


class Foelgenotat(Felter):
    """A cover note. What the report already says is not repeated here; the texts add to it.

    `hjemmel` is the legal basis, `vurdering` what the sender makes of the report, `fremover` what comes next.
    """

    hoved: Notathoved = field(HOVED)
    hjemmel: Prosa | None = field(
        "Den lov eller beslutning, som rapporten bygger på. Tal skrives som [tal 2014.projekter]."
    )
    vurdering: Prosa | None = field("Hvad afsenderen mener om rapporten. Tal skrives som [tal 2014.projekter].")
    resultater: tuple[Resultat, ...] = field(
        "De af netværkets resultater, som notatet fremhæver.", each=("resultatet", "resultat")
    )
    fremover: Prosa | None = field("Hvad der sker fremover. Tal skrives som [tal 2014.projekter].")
    bilag: tuple[Bilag, ...] = field("Notatets bilag, hver med nummer og titel.", each=("bilaget", "bilag"))
    mangler: tuple[Mangel, ...] = field(
        "Det, som dokumentet selv ved mangler. Det bliver trykt.", each=("manglen", "mangel")
    )


FILTYPE = FileType(
    "foelgenotat",
    Foelgenotat,
    "Følgenotat",
    "Det korte brev, som rapporten sendes til udvalget med.",
    document="foelgenotat",
    quotes_figures=True,
)
