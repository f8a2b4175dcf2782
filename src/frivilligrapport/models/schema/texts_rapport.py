"""What an editor says of the fields of rapport.yaml."""

from collections.abc import Mapping

from frivilligrapport.models.base import Felter
from frivilligrapport.models.rapport import (
    Accepteret,
    Bilag,
    Forudsaetning,
    Indstillinger,
    Kolofon,
    Kravopfoelgning,
    Netvaerk,
    NetvaerksIndsats,
    Punkt,
    Rapport,
)
from frivilligrapport.models.schema.texts_statusfil import TEKSTFIL

RAPPORT: dict[type[Felter], Mapping[str, str]] = {
    Rapport: {
        "titel": "Rapportens titel, fx Frivillighed i København.",
        "undertitel": "Linjen under titlen, fx Statusrapport 2014.",
        "aar": "Det år, rapporten handler om, med fire cifre, fx 2014.",
        "nummer_i_raekken": "Hvilket nummer i rækken af årsrapporter det er, fx 4.",
        "afsender": "Hvem rapporten kommer fra, fx Frivillighedsnetværket.",
        "tovholder": "Forkortelsen på den forvaltning, der samler rapporten, fx KFF.",
        "kolofon": "Hvem der har udgivet rapporten, hvornår, og hvor man kan skrive til.",
        "frist": "Den dag, statusfilerne skal være afleveret, fx 2015-02-01. Ellers uoplyst.",
        "raekkefoelge": "Forvaltningernes forkortelser i den rækkefølge, de skal stå i rapporten, fx [TMF, SOF].",
        "politik": "Navnet på filen i mappen politik uden .yaml, fx frivillighedspolitik-2011-2014.",
        "krav": "Om politikkens krav er opfyldt, ét krav i hvert punkt.",
        "forord": "Rapportens første tekst: hvem der har lavet den og hvorfor.",
        "indledning": "Årets situation, før tallene og forvaltningerne.",
        "fordele": "Grunde til at arbejde sammen med frivillige, hver med titel og tekst.",
        "tendenser": "Det, der var nyt eller på vej i året, hver med titel og tekst.",
        "kort": "Højst fire punkter til den korte udgave, hver med titel og tekst. Uden dem viser den tendenserne.",
        "netvaerk": "Netværkets eget arbejde.",
        "forslag": "Netværkets forslag til nye initiativer. Skriv en liste, eller ingen eller uoplyst.",
        "bilag": "Rapportens bilag, hver med nummer og titel.",
        "mangler": "Det, som rapporten selv ved mangler. Det står i rapporten.",
        "indstillinger": "Valg for hele årets rapport, fx hvor usikkert »ca.« er.",
        "accepteret": "Fund, som programmet har gjort, og som er set og i orden. De står i »Om tallene«.",
    },
    Kolofon: {
        "udgiver": "Hvem der udgiver rapporten, fx Københavns Kommune.",
        "dato": "Rapportens dato, fx 2015-04-15.",
        "redaktion": "Hvem der har redigeret rapporten, gerne en afdeling.",
        "kontakt": "En fælles postkasse eller afdeling, aldrig en persons egen.",
        "isbn": "Rapportens ISBN-nummer, hvis den har et.",
        "bemaerkning": "Andet, som læseren skal vide om udgivelsen.",
    },
    Punkt: {
        "titel": "Punktets titel i få ord, fx Nytænkning.",
        "tekst": "Punktets tekst. Skriv | efter kolon og teksten på linjerne under, rykket ind.",
    },
    Netvaerk: {
        "periode": "De år, teksten dækker, fx 2011-2014.",
        "tekst": "Netværkets arbejde. Skriv | efter kolon og teksten på linjerne under, rykket ind.",
        "tekstfil": TEKSTFIL,
        "forudsaetninger": "Det, der skal være på plads, før samarbejdet lykkes, fx kendskab til reglerne.",
        "indsatser": "Netværkets egne indsatser. De skrives som forvaltningernes.",
        "tal": "Tal for hele netværket: enhed, kolon og antal, fx »møder: 6«.",
        "fremover": "Hvad netværket vil fremover.",
    },
    Forudsaetning: {
        "id": "Et kort navn, som indsatserne kan pege på, fx regler.",
        "navn": "Forudsætningens navn, fx Kendskab til reglerne.",
        "tekst": "Hvad forudsætningen går ud på.",
    },
    NetvaerksIndsats: {
        "forudsaetning": "Id'erne på de forudsætninger, indsatsen svarer på, fx [regler].",
    },
    Kravopfoelgning: {
        "krav": "Kravets nummer i politikkens liste over krav, talt fra 1.",
        "opfyldt": "Om kravet er opfyldt: ja, nej, delvist eller uoplyst.",
        "tekst": "Hvordan det ses.",
    },
    Bilag: {
        "nummer": "Bilagets nummer, fx 1.",
        "titel": "Bilagets titel, fx Frivillighedspolitikken.",
        "fil": "Bilagets fil under årets mappe, fx bilag/politik.pdf.",
        "mangler": "Hvorfor bilaget mangler, når der ingen fil er.",
    },
    Indstillinger: {
        "ca_usikkerhed": "Hvor langt »ca.« kan være fra det rigtige, fx 10 %.",
        "udsving": "Hvor meget et tal må stige fra året før, før det skal forklares, fx 100 %.",
    },
    Accepteret: {
        "kode": "Fundets kode, fx FR356. Skriv frivilligrapport explain FR356 for at se, hvad den betyder.",
        "hvor": "Filens navn, eventuelt fulgt af kolon og id'et på en indsats, fx »tmf.yaml: mosetraef«, i "
        "anførselstegn.",
        "fordi": "Hvorfor det er i orden. Grunden står i rapporten.",
    },
}
