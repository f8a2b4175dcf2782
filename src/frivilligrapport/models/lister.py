"""The closed lists that words in the files come from, each word with what it means, as an editor shows it.

A list stands here once (design, section 3); a field takes words from it by having the list's class as its type.
"""

from typing import Self

from frivilligrapport.danish import normal_key
from frivilligrapport.grammar.no_answer import AROUND
from frivilligrapport.models.enheder import Enhedsart
from frivilligrapport.models.fields.leaves import Choice, read_answer
from frivilligrapport.reading.tree import ScalarNode

INGEN = "ingen"
UOPLYST = "uoplyst"
_NOT_TOLD = frozenset({UOPLYST, "ikke_oplyst"})
UKENDT = {UOPLYST: "Ingen ved det. Rapporten skriver »ikke oplyst«."}
# What may stand instead of content in a field that asks for it.
SVAR = {INGEN: "Der er ikke noget at fortælle.", **UKENDT}
ANSWERS = tuple(SVAR)
_LONGEST_ANSWER = max(map(len, ANSWERS))
JA_NEJ = {"ja": "Ja.", "nej": "Nej."}

GENNEMFOERT = {
    "afholdt": "Det har fundet sted og er slut.",
    "i gang": "Det er begyndt og får en slutning.",
    "i drift": "Det kører fast.",
    "etableret": "Det er sat op og klar til brug.",
}
LOEBENDE = ("i gang", "i drift")
KOMMENDE = {
    "på vej": "Arbejdet er begyndt, men det er ikke klar endnu.",
    "planlagt": "Det er besluttet, men ikke begyndt.",
}
TILSTAND = {
    **GENNEMFOERT,
    **KOMMENDE,
    "ophørt": "Det fandtes før, men er holdt op.",
    "aflyst": "Det blev ikke til noget.",
}
ART = {
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


class JaNejUoplyst(Choice, what="svar", words=JA_NEJ | UKENDT):
    """An answer of yes or no, or that nobody knows."""

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value."""
        return cls.of(read_answer(scalar, tuple(cls.words)), scalar)


class Billedgrundlag(
    Choice,
    what="grund til at vise et billede",
    words={
        "samtykke": "De, der kan genkendes, har sagt ja. Skriv dagen i samtykke.",
        "interesseafvejning": "Der er en god grund til at vise billedet, og ingen på det har grund til at sige nej.",
        "ingen genkendelige personer": "Ingen på billedet kan genkendes.",
    },
):
    """What gives the right to publish a picture (GDPR, article 6)."""


class Filstatus(
    Choice,
    what="filstatus",
    words={
        "udkast": "Der arbejdes stadig på filen. Rapporten kan kun bygges som udkast.",
        "klar": "Forvaltningen er færdig med filen.",
        "godkendt": "Filen er godkendt af forvaltningen.",
    },
):
    """How far a status file is."""


class Art(Choice, what="art", words=ART | UKENDT):
    """What sort of effort an indsats is."""


class Tilstand(
    Choice,
    what="tilstand",
    words={**TILSTAND, UOPLYST: "Ingen ved det. Indsatsen står på listen, men tælles ikke med."},
):
    """How far an indsats is."""


class Frivilligtype(
    Choice,
    what="frivilligtype",
    words={
        "fri frivillig": "Frivillig direkte i kommunen uden at komme fra en forening.",
        "foreningsfrivillig": "Frivillig gennem en forening.",
        "eventfrivillig": "Frivillig ved en enkelt begivenhed.",
        "brugerfrivillig": "Frivillig i det tilbud, man selv bruger.",
        "virksomhedsfrivillig": "Frivillig gennem sit arbejde i en virksomhed.",
        "rådsmedlem": "Medlem af et råd eller udvalg.",
        **UKENDT,
    },
):
    """In which way volunteers are volunteers."""


class Metode(
    Choice,
    what="metode",
    words={
        "deltagerliste": "Navnene er skrevet op og talt.",
        "optælling": "Nogen har talt på stedet.",
        "skøn": "Et kvalificeret gæt.",
        "arrangørens oplysning": "Arrangøren har oplyst tallet.",
        "registerudtræk": "Tallet er trukket ud af et system.",
        "unikke personer": "Hver person er talt én gang, også når vedkommende har været med flere gange.",
        **UKENDT,
    },
):
    """How a figure was found."""


class Bidragsstatus(
    Choice,
    what="status",
    words={"modtaget": "Bidraget er kommet.", "ikke modtaget": "Bidraget er ikke kommet.", **UKENDT},
):
    """Whether a contribution has come."""


class Udgang(
    Choice,
    what="udgang",
    words={
        "lukket": "Det er gjort færdigt.",
        "fortsat": "Det fortsætter i det næste dokument.",
        "droppet": "Det bliver ikke til noget. Skriv hvorfor i feltet fordi.",
    },
):
    """What became of a promise."""


# Licences for data by their Open Definition ids: the title, and where the text is.
LICENCES = {
    "CC-BY-4.0": ("Creative Commons Navngivelse 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": (
        "Creative Commons Navngivelse-Del på samme vilkår 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    "CC0-1.0": ("Creative Commons CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}


class Licens(
    Choice,
    what="licens",
    words={
        "CC-BY-4.0": "Alle må bruge tallene, når de siger, hvor de er fra.",
        "CC-BY-SA-4.0": "Alle må bruge tallene, når de siger, hvor de er fra, og deler det på samme vilkår.",
        "CC0-1.0": "Alle må bruge tallene uden vilkår.",
    },
):
    """What others may do with the figures."""


class Opfyldt(
    Choice,
    what="værdi",
    words={
        "ja": "Kravet er opfyldt.",
        "nej": "Kravet er ikke opfyldt.",
        "delvist": "En del af kravet er opfyldt.",
        **UKENDT,
    },
):
    """Whether a demand is met."""


class Maaling(
    Choice,
    what="måling",
    words={
        "spørgeskema": "Folk bliver spurgt.",
        "optælling": "Der bliver talt.",
        "ingen": "Målet bliver ikke målt.",
        **UKENDT,
    },
):
    """How it is found out whether a goal is reached."""


class Vaegt(
    Choice,
    what="vægt",
    words={
        "fejl": "Fundet skal rettes, før rapporten kan bygges.",
        "advarsel": "Fundet vises, men standser ikke rapporten.",
        "fra": "Fundet vises ikke.",
    },
):
    """How much the findings of a code matter."""


class Enhedstype(
    Choice,
    what="type",
    words={"forvaltning": "En del af administrationen.", "netværk": "Netværket, som ikke tæller med."},
):
    """Whether a unit of the organisation is a forvaltning."""


class EnhedsartValg(
    Choice,
    what="slags enhed",
    words={
        Enhedsart.PERSONER: "Mennesker, fx frivillige.",
        Enhedsart.ORGANISATIONER: "Foreninger, virksomheder og grupper.",
        Enhedsart.AKTIVITETER: "Det, der sker, fx møder og kurser.",
        Enhedsart.STEDER: "Skoler, biblioteker og andre steder.",
        Enhedsart.PENGE: "Kroner.",
        Enhedsart.TID: "Timer.",
        Enhedsart.ANDET: "Alt andet.",
    },
):
    """What a unit of figures counts."""


def answer_in(text: str) -> str:
    """Give the word, `ingen` or `uoplyst`, that a text is, in any of its spellings; "" for content."""
    if len(text) > _LONGEST_ANSWER and len(text := text.strip()) > _LONGEST_ANSWER:
        return ""  # no spelling of a word is longer than the word
    word = normal_key(text)
    return word if word in ANSWERS else ""


def is_unanswered(text: str) -> bool:
    """Tell whether a text only says uoplyst, also as a sentence or in bold, or a missing one was filled in so."""
    said = text.strip(AROUND)
    return len(said) <= _LONGEST_ANSWER and normal_key(said) in _NOT_TOLD


def said(text: str | None) -> str:
    """Give a text that a person wrote, "" when there is none or when it only says uoplyst."""
    return str(text) if text and not is_unanswered(text) else ""
