"""What an editor says of the fields of a year's other documents."""

from collections.abc import Mapping

from frivilligrapport.models.arbejdsprogram import Arbejdsprogram
from frivilligrapport.models.base import Felter
from frivilligrapport.models.foelgenotat import Foelgenotat, Resultat
from frivilligrapport.models.loefte import Loefte, Opfoelgning
from frivilligrapport.models.notathoved import Notathoved
from frivilligrapport.models.operationalisering import OperationaliseretPunkt, Operationalisering

_MANGLER = "Det, som dokumentet selv ved mangler. Det bliver trykt."
_HOVED = "Hvem der skriver til hvem, og hvilken sag det hører til."
DOKUMENTER: dict[type[Felter], Mapping[str, str]] = {
    Notathoved: {
        "afsender": "Afsenderen, én linje i hvert punkt, fx [Kultur- og Fritidsforvaltningen, Center for Politik].",
        "til": "Hvem det er til, fx Økonomiudvalget.",
        "emne": "Hvad det handler om, fx Statusrapport om frivillighed 2014.",
        "dato": "Datoen, fx 2015-04-15.",
        "sagsnr": "Sagens nummer, fx 2015-0012345.",
        "dokumentnr": "Dokumentets nummer, fx 2015-0012345-1.",
        "sagsbehandler": "Den enhed, der behandler sagen, ikke en person.",
        "adresse": "Afsenderens adresse, én linje i hvert punkt.",
        "postkasse": "En fælles postkasse, aldrig en persons egen.",
        "telefon": "Et hovednummer, aldrig en persons eget.",
        "ean": "Afsenderens EAN-nummer med 13 cifre.",
    },
    Foelgenotat: {
        "hoved": _HOVED,
        "hjemmel": "Den lov eller beslutning, som rapporten bygger på. Tal skrives som [tal 2014.projekter].",
        "vurdering": "Hvad afsenderen mener om rapporten. Tal skrives som [tal 2014.projekter].",
        "resultater": "De af netværkets resultater, som notatet fremhæver.",
        "fremover": "Hvad der sker fremover. Tal skrives som [tal 2014.projekter].",
        "bilag": "Notatets bilag, hver med nummer og titel.",
        "mangler": _MANGLER,
    },
    Resultat: {
        "indsats": "Id'et på netværkets indsats i rapport.yaml, fx haandbog.",
        "tekst": "Egne ord om resultatet, når indsatsens ikke passer.",
    },
    Arbejdsprogram: {
        "titel": "Programmets titel, fx Arbejdsprogram 2017.",
        "aar": "Det år, programmet gælder for, med fire cifre, fx 2017.",
        "hoved": _HOVED,
        "vision": "Det, der skal nås på længere sigt.",
        "afsnit": "Programmets temaer, hvert med overskrift og tekst.",
        "initiativer": "Det, der skal gøres, hvert med id, navn og tilstand.",
        "mangler": _MANGLER,
    },
    Loefte: {
        "id": "Et kort navn, der er det samme hvert år, fx nye-foelgevenner. Små bogstaver a-z, tal og bindestreger.",
        "navn": "Navnet, som det skal stå i dokumentet.",
        "tilstand": "Hvor langt arbejdet er, fx planlagt, i gang eller afholdt.",
        "tekst": "Hvad der skal gøres.",
        "ejer": "Den, der har ansvaret: en forvaltning eller en enhed, ikke en person.",
        "med": "Hvem der også er med, fx [KFF].",
        "periode": "Hvornår arbejdet foregår, fx 2017.",
        "frist": "Hvornår det skal være færdigt, fx december 2017.",
        "hyppighed": "Hvor tit det sker, fx hvert kvartal.",
        "maal": "Hvordan man kan se, at det er lykkedes.",
        "indsatser": "Id'erne på de indsatser, der viser, hvad der er gjort.",
        "opfoelgning": "Hvordan det er gået undervejs, én opfølgning i hvert punkt.",
        "udgang": "Hvad der blev af det: lukket, fortsat eller droppet.",
        "fordi": "Hvorfor det blev droppet.",
    },
    Opfoelgning: {
        "dato": "Hvornår der blev fulgt op, fx 2017-06-01.",
        "tilstand": "Hvor langt arbejdet var, fx i gang.",
        "tekst": "Hvad der er at fortælle.",
    },
    Operationalisering: {
        "titel": "Planens titel.",
        "forvaltning": "Forvaltningens forkortelse, fx BIF.",
        "aar": "Planens år, med fire cifre, fx 2012.",
        "kontor": "Det kontor, der har lavet planen.",
        "dato": "Planens dato, fx 2012-03-01.",
        "politik": "Navnet på filen i mappen politik uden .yaml, fx frivillighedspolitik-2011-2014.",
        "opfoelges": "Hvor tit der bliver fulgt op, fx hvert halve år.",
        "indledning": "Planens første tekst.",
        "punkter": "Politikkens punkter, hvert med det, der skal gøres.",
        "bemaerkning": "Det, en læser skal vide om planen.",
        "mangler": _MANGLER,
    },
    OperationaliseretPunkt: {
        "punkt": "Punktets nummer i politikken, fx 3.",
        "titel": "Punktets titel, når ingen fil i mappen politik har den.",
        "tekst": "Hvordan forvaltningen forstår punktet.",
        "opgaver": "Det, der skal gøres, hvert med id, navn og tilstand.",
    },
}
