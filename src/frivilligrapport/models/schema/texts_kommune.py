"""What an editor says of the fields of kommune.yaml."""

from collections.abc import Mapping

from frivilligrapport.models.base import Felter
from frivilligrapport.models.kommune import EgenEnhed, Forvaltning, Kommune, Lokaludvalg, Regelvaegt
from frivilligrapport.models.udseende import Farver, Udseende

KOMMUNE: dict[type[Felter], Mapping[str, str]] = {
    Kommune: {
        "kommune": "Kommunens navn, fx Københavns Kommune.",
        "forvaltninger": "Kommunens forvaltninger, også dem, der ikke findes mere.",
        "bydele": "Bydelenes navne, fx [Valby, Vanløse].",
        "lokaludvalg": "Lokaludvalgene, hvert med navn og bydel.",
        "temaer": "De temaer, en indsats kan have, fx [grøn, kultur].",
        "enheder": "Enheder, som kommunen selv føjer til de indbyggede.",
        "udseende": "Logo og farver i alt, hvad der udgives.",
        "regler": "Hvad programmets regler vejer i denne kommune. Det står i rapporten.",
    },
    Udseende: {
        "logo": "Stien til logoet som svg eller png, fx skabeloner/logo.svg.",
        "logo_tekst": "Hvad logoet viser, til dem, der får rapporten læst højt, fx Københavns Kommunes logo.",
        "farver": "Kommunens farver. En farve, der ikke står her, er programmets egen.",
    },
    Farver: {
        "hovedfarve": 'Overskrifter, forside og søjler, fx "#14485c" i anførselstegn. Den skal kunne bære hvid tekst.',
        "baggrund": 'Bunden i faktabokse, fx "#eaf1f3" i anførselstegn. Den skal være lys.',
        "fremhaevning": 'Det, der skal ses, fx "#a8431c" i anførselstegn.',
    },
    Forvaltning: {
        "id": "Et kort navn med små bogstaver, som filerne hedder efter, fx tmf.",
        "forkortelse": "Forkortelsen, som den skrives i filerne, fx TMF.",
        "navn": "Forvaltningens fulde navn, fx Teknik- og Miljøforvaltningen.",
        "type": "Skriv netværk for netværket. Det tælles aldrig med som forvaltning.",
        "udvalg": "Det politiske udvalg, fx Teknik- og Miljøudvalget.",
        "fra": "Det første år, forvaltningen fandtes, fx 2006.",
        "til": "Det sidste år, forvaltningen fandtes. Lad feltet være, hvis den findes endnu.",
        "afloeser": "Forkortelserne på de forvaltninger, som denne har taget over efter, fx [TMF].",
    },
    Lokaludvalg: {
        "navn": "Lokaludvalgets navn, fx Valby Lokaludvalg.",
        "bydel": "Den bydel, udvalget hører til, fx Valby.",
        "kaldes_ogsaa": "Andre navne, som udvalget går under, fx [Valby].",
    },
    EgenEnhed: {
        "enhed": "Enhedens navn i flertal, som det skrives under tal, fx sangaftener.",
        "art": "Hvad enheden tæller: personer, organisationer, aktiviteter, steder, penge, tid eller andet.",
        "ental": "Enhedens navn i ental, fx sangaften.",
        "definition": "Hvad der tælles med, i en hel sætning. Den står i rapporten.",
        "decimaler": "Om 2,5 giver mening: ja eller nej.",
        "fra": "Det første år, definitionen gælder for, fx 2014.",
        "til": "Det sidste år, definitionen gælder for.",
    },
    Regelvaegt: {
        "kode": "Reglens kode, fx FR371. Skriv frivilligrapport explain FR371 for at se, hvad den betyder.",
        "vaegt": "Hvad reglen vejer: fejl, advarsel eller fra.",
        "fordi": "Hvorfor kommunen har valgt det. Grunden står i rapporten.",
    },
}
