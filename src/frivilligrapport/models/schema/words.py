"""The closed lists with what each word means, as an editor shows it beside the word."""

from collections.abc import Mapping
from typing import Any

from frivilligrapport.models import choices, lister

Words = Mapping[str, str]

UNKNOWN = {lister.UOPLYST: "Ingen ved det. Rapporten skriver »ikke oplyst«."}
ANSWERS = {lister.INGEN: "Der er ikke noget at fortælle.", **UNKNOWN}
_YES_NO = {"ja": "Ja.", "nej": "Nej."}
_FILSTATUS = {
    "udkast": "Der arbejdes stadig på filen. Rapporten kan kun bygges som udkast.",
    "klar": "Forvaltningen er færdig med filen.",
    "godkendt": "Filen er godkendt af forvaltningen.",
}
_ART = {
    "program": "En ramme om flere indsatser, der hører sammen.",
    "projekt": "Et forløb med et mål, en begyndelse og en slutning.",
    "arrangement": "En enkelt begivenhed, fx en dag eller en aften.",
    "kampagne": "En indsats, der skal gøre opmærksom på noget.",
    "kursus": "Undervisning, som deltagerne melder sig til.",
    "netværk": "Folk, der mødes fast om en fælles opgave.",
    "møderække": "Flere møder om det samme.",
    "publikation": "En håndbog, en vejledning eller en anden udgivelse.",
    "it-løsning": "En hjemmeside, et system eller en app.",
    "tilbud": "Noget fast, som borgerne kan bruge.",
    "uddannelse": "Et længere forløb, der gør frivillige eller ansatte klar til en opgave.",
    "pulje": "Penge, der kan søges.",
    "udlån": "Udstyr eller lokaler, der kan lånes.",
    "undersøgelse": "Indsamling af viden.",
    "enhed": "Et sted i kommunen med denne opgave.",
    "forening": "En sammenslutning med vedtægter og bestyrelse.",
    "forum": "Et sted, hvor borgere eller parter drøfter noget.",
    "korps": "En fast flok af frivillige, der kaldes ud efter behov.",
    "samarbejde": "En aftale om at løse noget sammen.",
    "andet": "Ingen af de andre ord passer.",
}
_TILSTAND = {
    "afholdt": "Det har fundet sted og er slut.",
    "i gang": "Det er begyndt og får en slutning.",
    "i drift": "Det kører fast.",
    "etableret": "Det er sat op og klar til brug.",
    "på vej": "Arbejdet er begyndt, men det er ikke klar endnu.",
    "planlagt": "Det er besluttet, men ikke begyndt.",
    "ophørt": "Det fandtes før, men er holdt op.",
    "aflyst": "Det blev ikke til noget.",
}
_FRIVILLIGTYPE = {
    "fri frivillig": "Frivillig direkte i kommunen uden at komme fra en forening.",
    "foreningsfrivillig": "Frivillig gennem en forening.",
    "eventfrivillig": "Frivillig ved en enkelt begivenhed.",
    "brugerfrivillig": "Frivillig i det tilbud, man selv bruger.",
    "virksomhedsfrivillig": "Frivillig gennem sit arbejde i en virksomhed.",
    "rådsmedlem": "Medlem af et råd eller udvalg.",
}
_METODE = {
    "deltagerliste": "Navnene er skrevet op og talt.",
    "optælling": "Nogen har talt på stedet.",
    "skøn": "Et kvalificeret gæt.",
    "arrangørens oplysning": "Arrangøren har oplyst tallet.",
    "registerudtræk": "Tallet er trukket ud af et system.",
    "unikke personer": "Hver person er talt én gang, også når vedkommende har været med flere gange.",
}
_ENHEDSART = {
    "personer": "Mennesker, fx frivillige.",
    "organisationer": "Foreninger, virksomheder og grupper.",
    "aktiviteter": "Det, der sker, fx møder og kurser.",
    "steder": "Skoler, biblioteker og andre steder.",
    "penge": "Kroner.",
    "tid": "Timer.",
    "andet": "Alt andet.",
}
_UDGANG = {
    "lukket": "Det er gjort færdigt.",
    "fortsat": "Det fortsætter i det næste dokument.",
    "droppet": "Det bliver ikke til noget. Skriv hvorfor i feltet fordi.",
}
_OPFYLDT = {
    "ja": "Kravet er opfyldt.",
    "nej": "Kravet er ikke opfyldt.",
    "delvist": "En del af kravet er opfyldt.",
}
_MAALING = {
    "spørgeskema": "Folk bliver spurgt.",
    "optælling": "Der bliver talt.",
    "ingen": "Målet bliver ikke målt.",
}
_VAEGT = {
    "fejl": "Fundet skal rettes, før rapporten kan bygges.",
    "advarsel": "Fundet vises, men standser ikke rapporten.",
    "fra": "Fundet vises ikke.",
}

# By the types of `models.choices`; the property tests find a word that stands in one list only.
WORD_LISTS: Mapping[Any, Words] = {
    choices.JaNej: _YES_NO,
    choices.JaNejUoplyst: _YES_NO | UNKNOWN,
    choices.Filstatus: _FILSTATUS,
    choices.Art: _ART | UNKNOWN,
    choices.Tilstand: _TILSTAND | {lister.UOPLYST: "Ingen ved det. Indsatsen står på listen, men tælles ikke med."},
    choices.Frivilligtype: _FRIVILLIGTYPE | UNKNOWN,
    choices.Metode: _METODE | UNKNOWN,
    choices.Bidragsstatus: {
        "modtaget": "Bidraget er kommet.",
        "ikke modtaget": "Bidraget er ikke kommet.",
        **UNKNOWN,
    },
    choices.Udgang: _UDGANG,
    choices.Opfyldt: _OPFYLDT | UNKNOWN,
    choices.Maaling: _MAALING | UNKNOWN,
    choices.Vaegt: _VAEGT,
    choices.Enhedstype: {"forvaltning": "En del af administrationen.", "netværk": "Netværket, som ikke tæller med."},
    choices.Enhedsart: _ENHEDSART,
}
