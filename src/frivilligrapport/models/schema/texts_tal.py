"""What an editor says of the fields of a figure."""

from collections.abc import Mapping

from frivilligrapport.models.base import Felter
from frivilligrapport.models.tal import Delmaengde, Tal

TAL: dict[type[Felter], Mapping[str, str]] = {
    Tal: {
        "antal": "Tallet, som det er kendt: 15, 2.600, ca. 15, over 100, op mod 10.000, 20-30, mange eller uoplyst.",
        "forrige_aar": "Tallet for året før, målt på samme måde, fx 12.",
        "paa_vej": "Hvor mange der er på vej, fx 9. Skriv også på_vej_med_i_antal.",
        "paa_vej_med_i_antal": "Om dem, der er på vej, er talt med i antal: ja, nej eller uoplyst.",
        "heraf": "Dele af antallet, hver med sit eget navn, fx »unge: 5«. De vises og lægges aldrig til.",
        "mindst": "Det mindste, det kan være, når det er kendt nærmere end i antal, fx 140.",
        "hoejst": "Det højeste, det kan være, når det er kendt nærmere end i antal, fx 160.",
        "andel": "En del af noget, der ikke selv er et antal, fx 15 %. Den vises og lægges aldrig sammen.",
        "af": "Det, som andelen er en del af, fx »§ 18-midlerne«.",
        "opgjort": "Hvornår tallet er gjort op, fx december 2014.",
        "kilde": "Hvor tallet kommer fra, fx deltagerlister fra arrangementerne.",
        "metode": "Hvordan tallet er fundet, fx optælling eller skøn.",
        "tael_med": "Skriv nej, hvis tallet kun skal vises og ikke lægges til de samlede tal.",
        "bemaerkning": "Det, en læser skal vide om tallet. Det står i rapporten.",
        "forklaring": "Hvorfor tallet er meget anderledes end året før. Forklaringen står i rapporten.",
    },
    Delmaengde: {
        "antal": "Hvor mange af det hele, fx 5, ca. 2/3 eller uoplyst.",
    },
}
