"""What an editor says of the fields of a policy."""

from collections.abc import Mapping

from frivilligrapport.models.base import Felter
from frivilligrapport.models.politik import Politik, Politikmaal, Politikpunkt

POLITIK: dict[type[Felter], Mapping[str, str]] = {
    Politik: {
        "titel": "Politikkens titel, fx Frivillighedspolitik 2011-2014.",
        "vedtaget": "Den dag, politikken blev vedtaget, fx 2011-08-25.",
        "gyldig": "De år, politikken gælder for, fx 2011-2014.",
        "krav": "Det, politikken kræver, fx en rapport hvert år. Ét krav i hvert punkt.",
        "punkter": "Politikkens punkter, hvert med nummer og titel.",
        "fokusomraader": "Politikkens fokusområder, hvert med titel og mål. Skriv enten punkter eller fokusområder.",
        "bemaerkning": "Det, en læser skal vide om politikken.",
    },
    Politikpunkt: {
        "nummer": "Punktets nummer i politikken, fx 3.",
        "titel": "Punktets titel.",
        "tekst": "Punktets tekst.",
        "maal": "Det, der skal nås, hvert mål med sin tekst.",
    },
    Politikmaal: {
        "tekst": "Målet med få ord, fx Det er let at komme i gang som frivillig.",
        "indikator": "Det, der viser, om målet er nået, fx andelen, der svarer ja.",
        "maaling": "Hvordan det måles: spørgeskema, optælling eller ingen.",
    },
}
