"""kommune.yaml of a new work folder."""

from frivilligrapport.documents.new_folder.commented import commented
from frivilligrapport.documents.new_folder.founding import Founding, Unit
from frivilligrapport.rendering.yaml_text import MARK, Field, Group, Listing

_TEMAER = ("grøn", "idræt", "integration", "kultur", "skole", "sundhed", "unge", "ældre")
_EXAMPLE = "ret til jeres egne forvaltninger"
_ABOUT_UNITS = (
    "Forvaltningerne, i den rækkefølge de skal stå i rapporten. Hedder de noget andet hos jer, så skriv jeres ord.",
    "id er små bogstaver og tal. Statusfilen får samme navn: id: bmf er filen bmf.yaml.",
)
_ABOUT_CHANGES = (
    "Bliver organisationen ændret, så ret ikke i det gamle navn. Giv det et sidste år med til, og skriv",
    "det nye med fra og afløser. Så kan tallene følges fra år til år. Lægges BMF og KUF sammen fra 2026,",
    "får begge linjen til: 2025, og den nye skrives sådan:",
    "  - id: bk",
    "    forkortelse: BK",
    "    navn: Forvaltningen for By og Kultur",
    "    fra: 2026",
    "    afløser: [BMF, KUF]",
    "",
)
_ABOUT_THEMES = ("De emner, som indsatserne kan høre under. Ret listen, så den passer til jer.",)
_MORE = (
    "Det følgende er kun for kommuner, der har det. Fjern # foran de linjer, I skal bruge.",
    "",
    "bydele: [Nord, Syd]",
    "lokaludvalg:",
    "  - navn: Nord Lokaludvalg",
    "    bydel: Nord",
    "",
    "Et netværk på tværs skrives under forvaltninger og tælles ikke med som en forvaltning:",
    "  - id: net",
    "    forkortelse: NET",
    "    navn: Frivillighedsnetværket",
    "    type: netværk",
    "",
    "Enheder, som programmet ikke har i forvejen:",
    "enheder:",
    "  - enhed: ture",
    "    art: aktiviteter",
    "    ental: tur",
    "    definition: En tur, som frivillige har været med til at gennemføre.",
)


def register(founding: Founding) -> bytes:
    """Write the register: the municipality's name, its forvaltninger, and how a change of them is written."""
    head = (
        f"Organisationsregister for {founding.kommune}.",
        "Her står de navne og forkortelser, som alle andre filer bruger. Ret et navn her og ingen andre steder.",
        *((f"Find ordet {MARK}: dér skal I selv skrive.",) if not founding.named else ()),
    )
    fields = (
        Field("kommune", founding.kommune),
        Field("forvaltninger", _units(founding), "" if founding.named else _EXAMPLE, _ABOUT_UNITS),
        Field("temaer", _TEMAER, notes=_ABOUT_THEMES),
    )
    return commented("kommune", 0, head, fields, (*_ABOUT_CHANGES, *_MORE))


def _units(founding: Founding) -> Listing:
    return Listing(tuple(_unit(one, founding) for one in founding.units))


def _unit(one: Unit, founding: Founding) -> Group:
    notes = () if founding.named else ("Et eksempel. Skriv en post som denne for hver af jeres forvaltninger.",)
    return Group((Field("id", one.id), Field("forkortelse", one.forkortelse), Field("navn", one.navn)), notes)
