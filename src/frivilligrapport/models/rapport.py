"""The report's own texts: what no single forvaltning hands in."""

from frivilligrapport.fast_start import pattern
from frivilligrapport.models.fields.base import Felter, NextYear, field
from frivilligrapport.models.fields.leaves import (
    BELOW,
    Aarstal,
    Andel,
    Bemaerkning,
    Henvisning,
    Navn,
    Periode,
    Prosa,
    ProsaMedTal,
    Slug,
    Sti,
    TalId,
    Tekstfil,
    Text,
)
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import Licens, Opfyldt
from frivilligrapport.models.statusfil import HISTORIER, LIST_OR_ANSWER, TEKSTFIL, Forslag, Historie, Mangel
from frivilligrapport.models.tal import Tal

# What the short edition holds (`kort`): points, and signs of each.
MOST_POINTS = 4
MOST_SIGNS = 330
# How many points the first page has, and how many figures the second: what can be taken in at a glance.
FEWEST_FIRST, MOST_FIRST = 3, 6

_WHERE = pattern(
    r"(?P<file>.+?\.(?:yaml|yml|md|txt|docx?|csv|tsv|json|html?|xml|j2|css|svg))\s*[:,]?\s*(?P<subject>.*)"
)


class Kolofon(Felter):
    """The imprint: who publishes, when, and whom to write to."""

    udgiver: Text | None = field(
        "Hvem der udgiver rapporten, fx Københavns Kommune.", usual=True, next_year=NextYear.KEPT
    )
    dato: Periode | None = field("Rapportens dato, fx 2015-04-15.", usual=True, next_year=NextYear.ASKED)
    redaktion: Text | None = field("Hvem der har redigeret rapporten, gerne en afdeling.", next_year=NextYear.KEPT)
    kontakt: Text | None = field("En fælles postkasse eller afdeling, aldrig en persons egen.", next_year=NextYear.KEPT)
    licens: Licens | None = field(
        "Hvad andre må gøre med tallene: CC-BY-4.0, CC-BY-SA-4.0 eller CC0-1.0.", next_year=NextYear.KEPT
    )
    isbn: Text | None = field("Rapportens ISBN-nummer, hvis den har et.", next_year=NextYear.ASKED)
    bemaerkning: Bemaerkning | None = field("Andet, som læseren skal vide om udgivelsen.")


class Punkt(Felter):
    """A titled paragraph, such as a benefit or a tendency."""

    titel: Navn = field("Punktets titel i få ord, fx Nytænkning.", next_year=NextYear.KEPT)
    tekst: Prosa = field("Punktets tekst.", typed=BELOW, next_year=NextYear.KEPT)


class Noegletal(Felter):
    """A figure that others may use: its id, what it tells, and what makes it doubtful."""

    tal: TalId = field("Tallets id, fx 2014.projekter. Det er det samme som i frivilligrapport explain.")
    tekst: ProsaMedTal = field("Hvad tallet siger, i en sætning eller to. Andre tal skrives som [tal 2014.projekter].")
    forbehold: Bemaerkning | None = field("Hvad der er usikkert ved tallet. Det bliver trykt ved siden af.")


class Forudsaetning(Felter):
    """A precondition for good cooperation, which initiatives can be tied to."""

    id: Slug = field("Et kort navn, som indsatserne kan pege på, fx regler.", next_year=NextYear.KEPT)
    navn: Navn = field("Forudsætningens navn, fx Kendskab til reglerne.", next_year=NextYear.KEPT)
    tekst: Prosa = field("Hvad forudsætningen går ud på.", next_year=NextYear.KEPT)


class NetvaerksIndsats(Indsats):
    """An initiative of the network's own, tied to the preconditions it answers."""

    forudsaetning: tuple[Henvisning, ...] = field(
        "Id'erne på de forudsætninger, indsatsen svarer på, fx [regler].", next_year=NextYear.KEPT
    )


class Netvaerk(Felter):
    """The network's own work; its id in kommune.yaml is the one with `type: netværk`."""

    periode: Periode | None = field("De år, teksten dækker, fx 2011-2014.", usual=True, next_year=NextYear.ASKED)
    tekst: Prosa | None = field(
        "Netværkets arbejde.",
        typed=BELOW,
        usual=True,
        next_year=NextYear.ASKED,
    )
    tekstfil: Tekstfil | None = field(TEKSTFIL)
    forudsaetninger: tuple[Forudsaetning, ...] = field(
        "Det, der skal være på plads, før samarbejdet lykkes, fx kendskab til reglerne.",
        each=("forudsætningen", "forudsætning"),
        next_year=NextYear.KEPT,
    )
    indsatser: tuple[NetvaerksIndsats, ...] = field(
        "Netværkets egne indsatser. De skrives som forvaltningernes.", each=("indsatsen", "indsats")
    )
    tal: tuple[Tal, ...] = field(
        "Tal for hele netværket.",
        typed="Skriv enhed, kolon og antal, fx »møder: 6«.",
        keyed_by="antal",
        example="frivillige: 15",
    )
    fremover: Prosa | None = field("Hvad netværket vil fremover.", next_year=NextYear.ASKED)


class Kravopfoelgning(Felter):
    """Whether one demand of the policy's is met; `krav` is its number in the policy's list, counted from 1."""

    krav: Henvisning = field("Kravets nummer i politikkens liste over krav, talt fra 1.", next_year=NextYear.KEPT)
    opfyldt: Opfyldt = field("Om kravet er opfyldt: ja, nej, delvist eller uoplyst.", next_year=NextYear.ASKED)
    tekst: Prosa | None = field("Hvordan det ses.")


class Bilag(Felter):
    """An appendix: a file below the year's folder, or the reason why it is missing."""

    nummer: Text = field("Bilagets nummer, fx 1.")
    titel: Navn = field("Bilagets titel, fx Frivillighedspolitikken.")
    fil: Sti | None = field("Bilagets fil under årets mappe, fx bilag/politik.pdf.", usual=True)
    mangler: Bemaerkning | None = field("Hvorfor bilaget mangler, når der ingen fil er.")


class Indstillinger(Felter):
    """Settings of the year.

    `ca_usikkerhed` is how far "ca." may be off, as a share (number grammar, section 1). `udsving` is how much a figure
    may rise from last year before it asks for an explanation, as a share of what it was.
    """

    ca_usikkerhed: Andel | None = field("Hvor langt »ca.« kan være fra det rigtige, fx 10 %.", next_year=NextYear.KEPT)
    udsving: Andel | None = field(
        "Hvor meget et tal må stige fra året før, før det skal forklares, fx 100 %.", next_year=NextYear.KEPT
    )


class Accepteret(Felter):
    """A finding accepted: its code, where (`tmf.yaml` or `tmf.yaml: <id>`), and why. Printed in "Om tallene"."""

    kode: Henvisning = field(
        "Fundets kode, fx FR356. Skriv frivilligrapport explain FR356 for at se, hvad den betyder."
    )
    hvor: Henvisning = field(
        "Filens navn, eventuelt fulgt af kolon og id'et på en indsats, fx »tmf.yaml: mosetraef«, i anførselstegn."
    )
    fordi: Bemaerkning = field("Hvorfor det er i orden. Grunden står i rapporten.", may_be_blank=True)

    @property
    def place(self) -> tuple[str, str]:
        """Give the file that it is about, and the thing in it, "" when it names none."""
        where = _WHERE.fullmatch(self.hvor)
        return (where["file"], where["subject"]) if where else (str(self.hvor), "")


class Rapport(Felter):
    """The year's report; its file makes the folder a report year."""

    titel: Navn = field("Rapportens titel, fx Frivillighed i København.", next_year=NextYear.KEPT)
    undertitel: Navn | None = field("Linjen under titlen, fx Statusrapport 2014.", next_year=NextYear.KEPT)
    aar: Aarstal = field("Det år, rapporten handler om, med fire cifre, fx 2014.", next_year=NextYear.KEPT)
    nummer_i_raekken: Text | None = field(
        "Hvilket nummer i rækken af årsrapporter det er, fx 4.", next_year=NextYear.ASKED
    )
    afsender: Text | None = field("Hvem rapporten kommer fra, fx Frivillighedsnetværket.", next_year=NextYear.KEPT)
    tovholder: Henvisning | None = field(
        "Forkortelsen på den forvaltning, der samler rapporten, fx KFF.", next_year=NextYear.KEPT
    )
    kolofon: Kolofon | None = field(
        "Hvem der har udgivet rapporten, hvornår, og hvor man kan skrive til.", next_year=NextYear.KEPT
    )
    frist: Periode | None = field(
        "Den dag, statusfilerne skal være afleveret, fx 2015-02-01. Ellers uoplyst.", next_year=NextYear.ASKED
    )
    raekkefoelge: tuple[Henvisning, ...] = field(
        "Forvaltningernes forkortelser i den rækkefølge, de skal stå i rapporten, fx [TMF, SOF].",
        next_year=NextYear.KEPT,
    )
    politik: Henvisning | None = field(
        "Navnet på filen i mappen politik uden .yaml, fx frivillighedspolitik-2011-2014.", next_year=NextYear.KEPT
    )
    krav: tuple[Kravopfoelgning, ...] = field(
        "Om politikkens krav er opfyldt, ét krav i hvert punkt.", each=("kravet", "krav"), next_year=NextYear.ASKED
    )
    hovedbudskaber: ProsaMedTal | None = field(
        "Det vigtigste på rapportens første side: tre til seks punkter. Tal skrives som [tal 2014.projekter]."
    )
    noegletal: tuple[Noegletal, ...] = field(
        "Tre til seks tal, som andre kan bruge, hver med tal (id) og tekst. De står på rapportens anden side.",
        each=("nøgletallet", "nøgletal"),
    )
    forord: Prosa | None = field(
        "Rapportens første tekst: hvem der har lavet den og hvorfor.", next_year=NextYear.ASKED
    )
    indledning: Prosa | None = field("Årets situation, før tallene og forvaltningerne.", next_year=NextYear.ASKED)
    fordele: tuple[Punkt, ...] = field(
        "Grunde til at arbejde sammen med frivillige, hver med titel og tekst.",
        each=("fordelen", "fordel"),
        next_year=NextYear.ASKED,
    )
    tendenser: tuple[Punkt, ...] = field(
        "Det, der var nyt eller på vej i året, hver med titel og tekst.",
        each=("tendensen", "tendens"),
        next_year=NextYear.ASKED,
    )
    kort: tuple[Punkt, ...] = field(
        "Højst fire punkter til den korte udgaves anden side, hver med titel og tekst. Uden dem viser den tendenserne."
    )
    netvaerk: Netvaerk | None = field("Netværkets eget arbejde.", example="tekst: …", next_year=NextYear.ASKED)
    historier: tuple[Historie, ...] = field(HISTORIER, each=("historien", "historie"))
    forslag: tuple[Forslag, ...] = field(
        "Netværkets forslag til nye initiativer.",
        typed=LIST_OR_ANSWER,
        answerable=True,
        each=("forslaget", "forslag"),
        next_year=NextYear.ASKED,
    )
    bilag: tuple[Bilag, ...] = field("Rapportens bilag, hver med nummer og titel.", each=("bilaget", "bilag"))
    mangler: tuple[Mangel, ...] = field(
        "Det, som rapporten selv ved mangler. Det står i rapporten.", each=("manglen", "mangel")
    )
    indstillinger: Indstillinger | None = field(
        "Valg for hele årets rapport, fx hvor usikkert »ca.« er.", next_year=NextYear.KEPT
    )
    accepteret: tuple[Accepteret, ...] = field(
        "Fund, som programmet har gjort, og som er set og i orden. De står i »Om tallene«.",
        each=("punktet", "punkt"),
    )


FILTYPE = FileType("rapport", Rapport, "Rapport", "Rapportens egne tekster: det, som ingen forvaltning afleverer.")
