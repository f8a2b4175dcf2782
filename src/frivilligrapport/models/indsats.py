"""What can be counted and followed from year to year."""

from frivilligrapport.models import lister
from frivilligrapport.models.fields.base import Felter, NextYear, field
from frivilligrapport.models.fields.leaves import BELOW, Bemaerkning, Henvisning, Navn, Periode, Prosa, Slug, Text
from frivilligrapport.models.lister import Art, Frivilligtype, Metode, Tilstand
from frivilligrapport.models.tal import Tal


class Sted(Felter):
    """A place where an indsats happens; `bydel` is one of the municipality's, or uoplyst."""

    navn: Navn = field("Stedets navn, fx Utterslev Mose.")
    bydel: Henvisning | None = field("Bydelen fra listen i kommune.yaml, fx Bispebjerg. Ellers uoplyst.", usual=True)


class Faelles(Felter):
    """Mark one thing that several report: it is counted once, at `taeller_hos`."""

    id: Slug = field(
        "Et kort navn for det fælles, som er det samme hos alle parter, fx naturens-dag.", label="Kort navn (id)"
    )
    med: tuple[Henvisning, ...] = field("Forkortelserne på de andre parter, fx [ØKF].", label="Sammen med")
    taeller_hos: Henvisning = field(
        "Forkortelsen på den forvaltning, hvor det tælles, fx TMF. Alle parter skriver den samme."
    )


class IkkeSammeSom(Felter):
    """Record that a look-alike is another thing, and why."""

    indsats: Henvisning = field("Den anden indsats: forvaltningen, en skråstreg og indsatsens id, fx kff/kulturnat.")
    fordi: Bemaerkning = field("Hvorfor de to ikke er det samme. Grunden står i rapporten.", label="Hvorfor")


class Indsats(Felter):
    """One named effort, with the same `id` every year."""

    id: Slug = field(
        "Et kort navn, der er det samme hvert år, fx groen-frivillighed. Små bogstaver a-z, tal og bindestreger.",
        next_year=NextYear.KEPT,
        label="Kort navn (id)",
    )
    navn: Navn = field("Indsatsens navn, som det skal stå i rapporten, fx Naturens Dag.", next_year=NextYear.KEPT)
    tilstand: Tilstand = field(
        "Hvor langt indsatsen er: afholdt, i gang, i drift, etableret, på vej, planlagt, ophørt eller aflyst. "
        "Ved ingen det, så skriv uoplyst.",
        next_year=NextYear.ASKED,
    )
    art: Art | None = field(
        "Hvilken slags indsats det er, fx arrangement, kursus eller projekt.", next_year=NextYear.KEPT, usual=True
    )
    periode: Periode | None = field(
        "Hvornår: 2014, august 2014, 2014-04-27, 2013-2014, 2014- eller primo 2015.",
        next_year=NextYear.KEPT,
        usual=True,
    )
    varighed: Text | None = field("Hvor længe indsatsen varer, fx 1½ år.", fact=5)
    hyppighed: Text | None = field("Hvor tit noget sker, fx hver anden onsdag.", next_year=NextYear.KEPT, fact=6)
    tema: tuple[Henvisning, ...] = field(
        "Temaer fra listen i kommune.yaml, fx [grøn, kultur].", next_year=NextYear.KEPT
    )
    maalgrupper: tuple[Text, ...] = field("Hvem indsatsen er til for, fx [børn, ældre].", next_year=NextYear.KEPT)
    partnere: tuple[Text, ...] = field(
        "Hvem indsatsen laves sammen med, fx [Danmarks Naturfredningsforening].",
        next_year=NextYear.KEPT,
        fact=1,
    )
    steder: tuple[Sted, ...] = field(
        "Steder, hvor det foregår, hvert med navn og bydel.",
        next_year=NextYear.KEPT,
        each=("stedet", "sted"),
        fact=2,
    )
    bydele: tuple[Henvisning, ...] = field(
        "Bydele, som hele indsatsen gælder for, fx [Valby, Vanløse].",
        next_year=NextYear.KEPT,
        fact=3,
    )
    lokaludvalg: tuple[Henvisning, ...] = field(
        "Lokaludvalg, der står bag, fx [Valby Lokaludvalg].",
        next_year=NextYear.KEPT,
        fact=4,
    )
    frivilligtype: tuple[Frivilligtype, ...] = field(
        "På hvilken måde de frivillige er frivillige, fx [foreningsfrivillig].", next_year=NextYear.KEPT
    )
    beskrivelse: Prosa | None = field("Hvad indsatsen går ud på.", typed=BELOW, usual=True)
    effekt: Prosa | None = field("Hvad indsatsen har ført til, fortalt med ord.")
    kaldes_ogsaa: tuple[Navn, ...] = field(
        "Andre navne, som indsatsen går under, fx [Ren Kærlighed].",
        next_year=NextYear.KEPT,
        fact=8,
    )
    hoerer_til: Slug | None = field(
        "Id'et på den større indsats, som denne er en del af, fx ren-kaerlighed.",
        next_year=NextYear.KEPT,
        fact=7,
    )
    faelles: Faelles | None = field(
        "Udfyldes, når flere forvaltninger fortæller om det samme, så det kun tælles én gang.",
        next_year=NextYear.KEPT,
        fact=9,
        label="Fælles med",
    )
    ikke_samme_som: tuple[IkkeSammeSom, ...] = field(
        "Skrives, når programmet spørger, om to indsatser er den samme, og de ikke er det.",
        fact=10,
        label="Ikke det samme som",
    )
    maaske_samme_som: tuple[Henvisning, ...] = field(
        "Skrives, når ingen kan afgøre, om en andens indsats er den samme: forvaltningen, en skråstreg og indsatsens "
        "id, fx [net/kurser]. Det samlede tal holder begge muligheder åbne.",
        fact=11,
        label="Måske det samme som",
    )
    maal: tuple[Henvisning, ...] = field(
        "De mål i politikken, som indsatsen skal hjælpe med at nå, ved deres nummer, fx [3.2].",
        next_year=NextYear.KEPT,
    )
    kilde: Text | None = field("Hvor oplysningerne kommer fra, fx årsregnskab 2014.", fact=12)
    metode: Metode | None = field("Hvordan tallene er fundet, fx optælling eller skøn.", fact=13, label="Opgjort ved")
    ny_i_aar: bool | None = field("Om indsatsen er ny i år: ja eller nej.")
    tal: tuple[Tal, ...] = field(
        "Det, der er talt, hver ting med sin enhed, fx frivillige.",
        typed="Skriv enhed, kolon og antal, fx »frivillige: ca. 15«. En enhed kan have et mærke i parentes: »møder "
        "(board): 2«.",
        keyed_by="antal",
        example="frivillige: 15",
        next_year=NextYear.ASKED,
    )

    @property
    def gennemfoert(self) -> bool:
        """Tell whether it has been carried out or is running."""
        return self.tilstand in lister.GENNEMFOERT

    @property
    def kommende(self) -> bool:
        """Tell whether it lies ahead."""
        return self.tilstand in lister.KOMMENDE
