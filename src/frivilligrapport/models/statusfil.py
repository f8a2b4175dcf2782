"""The status file: what one forvaltning hands in for one year."""

from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import (
    BELOW,
    Aarstal,
    Bemaerkning,
    Henvisning,
    Navn,
    Periode,
    Prosa,
    Sti,
    Tekstfil,
    Text,
)
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import Bidragsstatus, Billedgrundlag, Filstatus
from frivilligrapport.models.tal import Tal

LIST_OR_ANSWER = "Skriv en liste, eller ingen eller uoplyst."

TEKSTFIL = "En længere tekst i sin egen fil under årets mappe, fx tekster/groen.md. Skriv enten tekst eller tekstfil."

HISTORIER = "Historier fra året, som læseren husker: hver med titel og tekst, og gerne et citat og et billede."


class Kontakt(Felter):
    """Who answers questions: a function and a shared mailbox, never a person."""

    funktion: Text | None = field("Hvad kontakten er, ikke hvem, fx »medlem af frivillighedsnetværket«.", usual=True)
    postkasse: Text | None = field(
        "En fælles postkasse, fx frivillig@kommunen.dk, aldrig en persons egen. Ellers uoplyst.", usual=True
    )


class Afsnit(Felter):
    """A free section of the status, in the forvaltning's own order. Either `tekst` or `tekstfil`."""

    overskrift: Navn = field("Afsnittets overskrift, fx Grøn frivillighed.")
    tekst: Prosa | None = field(
        "Afsnittets tekst. Den kan have lister og **fremhævning** (Markdown).", typed=BELOW, usual=True
    )
    tekstfil: Tekstfil | None = field(TEKSTFIL, label="Tekst i en fil for sig")
    indsatser: tuple[Henvisning, ...] = field(
        "Id'erne på de indsatser, som afsnittet handler om, fx [groen-frivillighed, mosetraef]."
    )


class Perspektiver(Felter):
    """Where the forvaltning is heading; `planer` are ids of indsatser that lie ahead."""

    tekst: Prosa | None = field("Hvor er forvaltningen på vej hen?", typed=BELOW, usual=True)
    tekstfil: Tekstfil | None = field(TEKSTFIL, label="Tekst i en fil for sig")
    planer: tuple[Henvisning, ...] = field("Id'erne på indsatser, der ligger forude, fx [lektiehjaelp].")


class Forslag(Felter):
    """A proposal for a new initiative; the policy asks for them."""

    titel: Navn = field("Forslaget i få ord, fx Flere følgevenner.")
    begrundelse: Bemaerkning | None = field("Hvorfor det er en god idé.", usual=True)
    gaelder_for: tuple[Henvisning, ...] = field(
        "Forkortelserne på de forvaltninger, forslaget gælder for, fx [TMF, KFF]."
    )


class Citat(Felter):
    """What somebody said; who is a function, never a name."""

    tekst: Bemaerkning = field("Det, der blev sagt, uden anførselstegn.")
    funktion: Text = field("Hvem der sagde det: en funktion, fx »frivillig i byhaven«, aldrig et navn.")


class Billede(Felter):
    """A picture, what it shows, and what gives the right to publish it (GDPR, article 6)."""

    fil: Sti = field("Billedets fil under årets mappe, fx billeder/byhave.jpg: jpg, png eller webp.")
    alt_tekst: Bemaerkning = field("Hvad billedet viser, for den, der ikke kan se det, fx »To planter et æbletræ«.")
    fotograf: Text | None = field("Hvem der har taget billedet, som navnet skal trykkes.", usual=True)
    grundlag: Billedgrundlag = field(
        "Hvorfor billedet må offentliggøres: samtykke, interesseafvejning eller ingen genkendelige personer."
    )
    samtykke: Periode | None = field("Den dag, samtykket blev givet, fx 2014-06-12. Kun når grundlag er samtykke.")
    trukket_tilbage: Periode | None = field(
        "Den dag, samtykket blev trukket tilbage. Så er billedet væk fra næste udgivelse."
    )


class Historie(Felter):
    """One case of the year, which a reader remembers."""

    titel: Navn = field("Historiens titel i få ord, fx Æbletræet på hjørnet.")
    tekst: Prosa = field("Historien.", typed=BELOW)
    indsats: Henvisning | None = field("Id'et på den indsats, historien handler om, fx byhaver-i-gaarden.", usual=True)
    citat: Citat | None = field("Hvad nogen har sagt, og hvem, ved deres funktion.")
    billede: Billede | None = field("Et billede til historien.")


class Mangel(Felter):
    """A declared gap, printed as such."""

    hvor: Henvisning = field("Hvad manglen handler om: id'et på en indsats eller et felt, fx ren-kaerlighed.")
    hvad: Bemaerkning = field("Det, der mangler, fx »tal for årets affaldsindsats«.")
    aarsag: Bemaerkning | None = field("Hvorfor det mangler. Ellers uoplyst.", usual=True)


class Bidragyder(Felter):
    """A contributor below the forvaltning, such as a lokaludvalg."""

    navn: Navn = field("Bidragyderens navn, fx Valby Lokaludvalg.")
    status: Bidragsstatus = field("Om bidraget er kommet: modtaget eller ikke modtaget.")


class Barrierer(Felter):
    """What stands in the way, in the four groups of the 2014 report."""

    regler: Bemaerkning | None = field("Regler, der står i vejen, fx krav om tilladelser.", usual=True)
    kompetencer: Bemaerkning | None = field("Viden eller erfaring, der mangler.", usual=True)
    ledelse: Bemaerkning | None = field("Det, der mangler fra ledelsens side.", usual=True)
    ressourcer: Bemaerkning | None = field("Tid, penge eller lokaler, der mangler.", usual=True)


class Politikopfoelgning(Felter):
    """How the year's work answers one point of the policy."""

    punkt: Henvisning = field("Punktets nummer eller titel i politikken, fx 3, eller nummeret på et mål, fx 3.2.")
    status: Text | None = field("Hvor langt arbejdet er, fx i gang.")
    tekst: Prosa | None = field("Hvordan årets arbejde svarer på punktet.")
    indsatser: tuple[Henvisning, ...] = field("Id'erne på de indsatser, der svarer på punktet.")


class Statusfil(Felter):
    """One forvaltning's year."""

    forvaltning: Henvisning = field("Forvaltningens forkortelse, som den står i kommune.yaml, fx TMF.")
    aar: Aarstal = field("Det år, der fortælles om, med fire cifre, fx 2014.")
    filstatus: Filstatus | None = field(
        "Hvor langt filen er: udkast, klar eller godkendt.",
        typed="Mangler feltet, er filen et udkast.",
        label="Hvor langt er I?",
    )
    kontakt: Kontakt | None = field(
        "Hvem der svarer på spørgsmål: en funktion og en fælles postkasse, aldrig en person."
    )
    status: tuple[Afsnit, ...] = field(
        "Årets arbejde i afsnit, i den rækkefølge de skal stå i rapporten. Mindst ét afsnit.",
        label="Året",
        each=("afsnittet", "afsnit"),
    )
    perspektiver: Perspektiver | None = field(
        "Hvor er forvaltningen på vej hen?", typed="Skriv tekst og planer, eller ingen eller uoplyst.", answerable=True
    )
    indsatser: tuple[Indsats, ...] = field(
        "Det, der kan tælles og følges fra år til år.",
        typed=LIST_OR_ANSWER,
        answerable=True,
        each=("indsatsen", "indsats"),
    )
    forslag: tuple[Forslag, ...] = field(
        "Forslag til nye initiativer, som politikken beder om.",
        typed=LIST_OR_ANSWER,
        answerable=True,
        each=("forslaget", "forslag"),
    )
    historier: tuple[Historie, ...] = field(HISTORIER, each=("historien", "historie"))
    tal: tuple[Tal, ...] = field(
        "Tal for hele forvaltningen. De samme enheder under indsatserne er dele af tallet her.",
        typed="Skriv enhed, kolon og antal, fx »frivillige: ca. 150«.",
        keyed_by="antal",
        example="frivillige: 15",
    )
    bidragydere: tuple[Bidragyder, ...] = field(
        "Hvem der har bidraget under forvaltningen, fx lokaludvalg, og om bidraget er kommet.",
        each=("bidragyderen", "bidragyder"),
    )
    barrierer: Barrierer | None = field("Hvad der står i vejen for samarbejdet med frivillige, i fire grupper.")
    politik: tuple[Politikopfoelgning, ...] = field(
        "Hvordan årets arbejde svarer på politikkens punkter, ét punkt ad gangen.",
        each=("politikpunktet", "politikpunkt"),
    )
    mangler: tuple[Mangel, ...] = field(
        "Det, som forvaltningen selv ved mangler. Det står i rapporten, så ingen tror, det er glemt.",
        each=("manglen", "mangel"),
    )

    @property
    def is_draft(self) -> bool:
        """A file without `filstatus` is a draft (design, section 2)."""
        return self.filstatus in {None, "udkast"}


FILTYPE = FileType("statusfil", Statusfil, "Statusfil", "Det, som én forvaltning afleverer om ét år.")
