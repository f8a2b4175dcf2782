"""What an editor says of the fields of a status file."""

from collections.abc import Mapping

from frivilligrapport.models.base import Felter
from frivilligrapport.models.statusfil import (
    Afsnit,
    Barrierer,
    Bidragyder,
    Forslag,
    Kontakt,
    Mangel,
    Perspektiver,
    Politikopfoelgning,
    Statusfil,
)

Texts = Mapping[type[Felter], Mapping[str, str]]
TEKSTFIL = "En længere tekst i sin egen fil under årets mappe, fx tekster/groen.md. Skriv enten tekst eller tekstfil."
STATUSFIL: dict[type[Felter], Mapping[str, str]] = {
    Statusfil: {
        "forvaltning": "Forvaltningens forkortelse, som den står i kommune.yaml, fx TMF.",
        "aar": "Det år, der fortælles om, med fire cifre, fx 2014.",
        "filstatus": "Hvor langt filen er: udkast, klar eller godkendt. Mangler feltet, er filen et udkast.",
        "kontakt": "Hvem der svarer på spørgsmål: en funktion og en fælles postkasse, aldrig en person.",
        "status": "Årets arbejde i afsnit, i den rækkefølge de skal stå i rapporten. Mindst ét afsnit.",
        "perspektiver": "Hvor er forvaltningen på vej hen? Skriv tekst og planer, eller ingen eller uoplyst.",
        "indsatser": "Det, der kan tælles og følges fra år til år. Skriv en liste, eller ingen eller uoplyst.",
        "forslag": "Forslag til nye initiativer, som politikken beder om. Skriv en liste, eller ingen eller uoplyst.",
        "tal": "Tal for hele forvaltningen: enhed, kolon og antal, fx »frivillige: ca. 150«. "
        "De samme enheder under indsatserne er dele af tallet her.",
        "bidragydere": "Hvem der har bidraget under forvaltningen, fx lokaludvalg, og om bidraget er kommet.",
        "barrierer": "Hvad der står i vejen for samarbejdet med frivillige, i fire grupper.",
        "politik": "Hvordan årets arbejde svarer på politikkens punkter, ét punkt ad gangen.",
        "mangler": "Det, som forvaltningen selv ved mangler. Det står i rapporten, så ingen tror, det er glemt.",
    },
    Kontakt: {
        "funktion": "Hvad kontakten er, ikke hvem, fx »medlem af frivillighedsnetværket«.",
        "postkasse": "En fælles postkasse, fx frivillig@kommunen.dk, aldrig en persons egen. Ellers uoplyst.",
    },
    Afsnit: {
        "overskrift": "Afsnittets overskrift, fx Grøn frivillighed.",
        "tekst": "Afsnittets tekst. Skriv | efter kolon og teksten på linjerne under, rykket ind. Den kan have "
        "lister og **fremhævning** (Markdown).",
        "tekstfil": TEKSTFIL,
        "indsatser": "Id'erne på de indsatser, som afsnittet handler om, fx [groen-frivillighed, mosetraef].",
    },
    Perspektiver: {
        "tekst": "Hvor er forvaltningen på vej hen? Skriv | efter kolon og teksten på linjerne under, rykket ind.",
        "tekstfil": TEKSTFIL,
        "planer": "Id'erne på indsatser, der ligger forude, fx [lektiehjaelp].",
    },
    Forslag: {
        "titel": "Forslaget i få ord, fx Flere følgevenner.",
        "begrundelse": "Hvorfor det er en god idé.",
        "gaelder_for": "Forkortelserne på de forvaltninger, forslaget gælder for, fx [TMF, KFF].",
    },
    Mangel: {
        "hvor": "Hvad manglen handler om: id'et på en indsats eller et felt, fx ren-kaerlighed.",
        "hvad": "Det, der mangler, fx »tal for årets affaldsindsats«.",
        "aarsag": "Hvorfor det mangler. Ellers uoplyst.",
    },
    Bidragyder: {
        "navn": "Bidragyderens navn, fx Valby Lokaludvalg.",
        "status": "Om bidraget er kommet: modtaget eller ikke modtaget.",
    },
    Barrierer: {
        "regler": "Regler, der står i vejen, fx krav om tilladelser.",
        "kompetencer": "Viden eller erfaring, der mangler.",
        "ledelse": "Det, der mangler fra ledelsens side.",
        "ressourcer": "Tid, penge eller lokaler, der mangler.",
    },
    Politikopfoelgning: {
        "punkt": "Punktets nummer eller titel i politikken, fx 3.",
        "status": "Hvor langt arbejdet er, fx i gang.",
        "tekst": "Hvordan årets arbejde svarer på punktet.",
        "indsatser": "Id'erne på de indsatser, der svarer på punktet.",
    },
}
