"""What an editor says of the fields of an indsats."""

from collections.abc import Mapping

from frivilligrapport.models.base import Felter
from frivilligrapport.models.indsats import Faelles, IkkeSammeSom, Indsats, Sted

INDSATS: dict[type[Felter], Mapping[str, str]] = {
    Indsats: {
        "id": "Et kort navn, der er det samme hvert år, fx groen-frivillighed. Små bogstaver a-z, tal og bindestreger.",
        "navn": "Indsatsens navn, som det skal stå i rapporten, fx Naturens Dag.",
        "tilstand": "Hvor langt indsatsen er: afholdt, i gang, i drift, etableret, på vej, planlagt, ophørt eller "
        "aflyst. Ved ingen det, så skriv uoplyst.",
        "art": "Hvilken slags indsats det er, fx arrangement, kursus eller projekt.",
        "periode": "Hvornår: 2014, august 2014, 2014-04-27, 2013-2014, 2014- eller primo 2015.",
        "varighed": "Hvor længe indsatsen varer, fx 1½ år.",
        "hyppighed": "Hvor tit noget sker, fx hver anden onsdag.",
        "tema": "Temaer fra listen i kommune.yaml, fx [grøn, kultur].",
        "maalgrupper": "Hvem indsatsen er til for, fx [børn, ældre].",
        "partnere": "Hvem indsatsen laves sammen med, fx [Danmarks Naturfredningsforening].",
        "steder": "Steder, hvor det foregår, hvert med navn og bydel.",
        "bydele": "Bydele, som hele indsatsen gælder for, fx [Valby, Vanløse].",
        "lokaludvalg": "Lokaludvalg, der står bag, fx [Valby Lokaludvalg].",
        "frivilligtype": "På hvilken måde de frivillige er frivillige, fx [foreningsfrivillig].",
        "beskrivelse": "Hvad indsatsen går ud på. Skriv | efter kolon og teksten på linjerne under, rykket ind.",
        "effekt": "Hvad indsatsen har ført til, fortalt med ord.",
        "kaldes_ogsaa": "Andre navne, som indsatsen går under, fx [Ren Kærlighed].",
        "hoerer_til": "Id'et på den større indsats, som denne er en del af, fx ren-kaerlighed.",
        "faelles": "Udfyldes, når flere forvaltninger fortæller om det samme, så det kun tælles én gang.",
        "ikke_samme_som": "Skrives, når programmet spørger, om to indsatser er den samme, og de ikke er det.",
        "kilde": "Hvor oplysningerne kommer fra, fx årsregnskab 2014.",
        "metode": "Hvordan tallene er fundet, fx optælling eller skøn.",
        "ny_i_aar": "Om indsatsen er ny i år: ja eller nej.",
        "tal": "Det, der er talt: enhed, kolon og antal, fx »frivillige: ca. 15«. En enhed kan have et mærke i "
        "parentes: »møder (board): 2«.",
    },
    Sted: {
        "navn": "Stedets navn, fx Utterslev Mose.",
        "bydel": "Bydelen fra listen i kommune.yaml, fx Bispebjerg. Ellers uoplyst.",
    },
    Faelles: {
        "id": "Et kort navn for det fælles, som er det samme hos alle parter, fx naturens-dag.",
        "med": "Forkortelserne på de andre parter, fx [ØKF].",
        "taeller_hos": "Forkortelsen på den forvaltning, hvor det tælles, fx TMF. Alle parter skriver den samme.",
    },
    IkkeSammeSom: {
        "indsats": "Den anden indsats: forvaltningen, en skråstreg og indsatsens id, fx kff/kulturnat.",
        "fordi": "Hvorfor de to ikke er det samme. Grunden står i rapporten.",
    },
}
