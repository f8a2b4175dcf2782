"""rapport.yaml of a new work folder: what makes the year a report year."""

from frivilligrapport.documents.new_folder.commented import commented
from frivilligrapport.documents.new_folder.founding import Founding
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.rendering.yaml_text import MARK, Block, Field, Group

_ABOUT_FRIST = ("Sidste dag for forvaltningernes bidrag, fx 2026-02-27. Kommandoen status tæller ned til den.",)
_ABOUT_POLITIK = (
    "Har I en politik på området, så skriv den ind i politik/frivillighedspolitik.yaml, og fjern # her:",
    "politik: frivillighedspolitik",
    "",
    "Forordet er det første, man læser:",
)
_ABOUT_INTRODUCTION = (
    "Indledningen kan også få fordele og tendenser, hver med titel og tekst:",
    "fordele:",
    "  - titel: Nærvær",
    "    tekst: Frivillige har tid til den enkelte.",
)
_ABOUT_PROPOSALS = ("Forslag til nye initiativer, der gælder hele kommunen. Er der ingen, så skriv ingen.",)
_ABOUT_SETTINGS = ("Hvor meget et »ca.« kan være ved siden af, når tallene lægges sammen.",)
_INTRODUCTION = (
    "Ordet frivillig bruges her om den, der uden løn og uden tvang gør en indsats for andre end sin\n"
    "familie. Rapporten skelner mellem frivillige, deltagere, medlemmer og gæster."
)
_OWN_WORDS = "ret til jeres egne ord"


def report(founding: Founding) -> bytes:
    """Write the report's own texts as a draft that says nothing that is not so."""
    head = (
        f"Rapportens egne tekster for {founding.aar}. Forvaltningernes bidrag står i hver sin fil ved siden af.",
        f"Find ordet {MARK}: dér mangler jeres eget svar. Linjer, der begynder med #, kommer ikke med i rapporten.",
    )
    return commented("rapport", 1, head, _fields(founding))


def _fields(founding: Founding) -> tuple[Field, ...]:
    leader = ("Den forvaltning, der samler rapporten:", f"tovholder: {founding.units[0].forkortelse}", "")
    return (
        Field("titel", f"Frivillighed i {founding.kommune}"),
        Field("undertitel", f"Statusrapport {founding.aar}"),
        Field("år", str(founding.aar)),
        Field("afsender", founding.kommune),
        Field("kolofon", _colophon(founding)),
        Field("frist", UOPLYST, "en dato", _ABOUT_FRIST),
        Field("forord", Block(_preface(founding)), _OWN_WORDS, (*leader, *_ABOUT_POLITIK)),
        Field("indledning", Block(_INTRODUCTION), _OWN_WORDS, _ABOUT_INTRODUCTION),
        Field("forslag", UOPLYST, "forslag, eller ordet ingen", _ABOUT_PROPOSALS),
        Field("indstillinger", Group((Field("ca_usikkerhed", "10 %"),)), notes=_ABOUT_SETTINGS),
    )


def _colophon(founding: Founding) -> Group:
    return Group(
        (
            Field("udgiver", founding.kommune),
            Field("dato", UOPLYST, "den dag, rapporten udgives"),
            Field("redaktion", UOPLYST, "den enhed, der har samlet rapporten, aldrig en persons navn"),
            Field("kontakt", UOPLYST, "en fælles postkasse, aldrig en persons egen"),
        )
    )


def _preface(founding: Founding) -> str:
    return (
        f"Denne rapport gør status over {founding.kommunes} samarbejde med frivillige i {founding.aar}.\n"
        "Forvaltningerne har hver skrevet om deres eget område. Tallene står, som de er oplyst, og hvor\n"
        "noget ikke er oplyst, siger rapporten det."
    )
