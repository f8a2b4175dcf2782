"""A new work folder for any municipality: its files, filled in as far as can be known."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from frivilligrapport.collection.folder import INDBERETNINGER, KOMMUNE, POLITIK, RAPPORT
from frivilligrapport.danish import full_stop, genitive
from frivilligrapport.documents.new_file.guidance import first_pages
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.rapport import Indstillinger, Rapport
from frivilligrapport.models.schema.schema_file import FOLDER, modeline, schema_files
from frivilligrapport.reading.comments import MARK
from frivilligrapport.rendering.yaml_text import Block, Group, Listing, YamlField, comment, to_yaml


@dataclass(frozen=True, slots=True)
class Unit:
    """A forvaltning as a new register names it."""

    id: str
    forkortelse: str
    navn: str


# A register without any forvaltning is no register, so there is always one, if only to be replaced.
_FORVALTNING_EXAMPLE = Unit("eks", "EKS", "Eksempelforvaltningen")


@dataclass(frozen=True, slots=True)
class Founding:
    """Hold whose folder it is, its first year, and the forvaltninger that were named, if any."""

    kommune: str
    aar: int
    named: tuple[Unit, ...] = ()

    @property
    def kommunes(self) -> str:
        """Give the municipality's name in the genitive."""
        return genitive(self.kommune)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Give the forvaltninger, or an example of one."""
        return self.named or (_FORVALTNING_EXAMPLE,)


_README = "LÆSMIG.md"
EMPTY_FOLDERS = ("skabeloner",)


def new_folder(founding: Founding) -> dict[str, bytes]:
    """Make the files of a new work folder, by their path in it with `/`; they are valid at once."""
    own = {
        KOMMUNE: _register(founding),
        f"{founding.aar}/{RAPPORT}": _report(founding),
        f"{POLITIK}/frivillighedspolitik.yaml": _policy(founding),
    }
    own |= {f"{FOLDER}/{name}": data for name, data in schema_files().items()}
    return {
        _README: _readme(founding),
        **{f"{INDBERETNINGER}/{name}": data for name, data in own.items()},
        **_editor_files(),
    }


def _commented(
    file_type: str, depth: int, head: tuple[str, ...], fields: tuple[YamlField, ...], tail: tuple[str, ...] = ()
) -> bytes:
    """Write a file of a type that has a schema, `depth` folders below indberetninger/; UTF-8."""
    top = f"{modeline(file_type, depth)}\n{_remarks(head)}"
    return "\n".join([top, to_yaml(fields), *([_remarks(tail)] if tail else [])]).encode()


def _remarks(notes: tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for note in notes for line in comment(note))


_TEMAER = ("grøn", "idræt", "integration", "kultur", "skole", "sundhed", "unge", "ældre")
_REGISTER_EXAMPLE = "ret til jeres egne forvaltninger"
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
    "Rapportens egne overskrifter og nogle af dens sætninger med jeres ord:",
    "tekster:",
    "  forvaltningerne_kort: Kort om forvaltningerne",
    "",
    "Forkortelser i teksterne; forvaltningernes egne kendes i forvejen:",
    "forkortelser:",
    "  - forkortelse: CFSA",
    "    betydning: Center for Frivilligt Socialt Arbejde",
    "",
    "Enheder, som programmet ikke har i forvejen:",
    "enheder:",
    "  - enhed: ture",
    "    art: aktiviteter",
    "    ental: tur",
    "    definition: En tur, som frivillige har været med til at gennemføre.",
)


def _register(founding: Founding) -> bytes:
    """Write the register: the municipality's name, its forvaltninger, and how a change of them is written."""
    head = (
        full_stop(f"Organisationsregister for {founding.kommune}"),
        "Her står de navne og forkortelser, som alle andre filer bruger. Ret et navn her og ingen andre steder.",
        *((f"Find ordet {MARK}: dér skal I selv skrive.",) if not founding.named else ()),
    )
    fields = (
        YamlField("kommune", founding.kommune),
        YamlField("forvaltninger", _units(founding), "" if founding.named else _REGISTER_EXAMPLE, _ABOUT_UNITS),
        YamlField.of(Kommune.fields["temaer"], _TEMAER, "", "Ret listen, så den passer til jer."),
    )
    return _commented("kommune", 0, head, fields, (*_ABOUT_CHANGES, *_MORE))


def _units(founding: Founding) -> Listing:
    return Listing(tuple(_unit(one, founding) for one in founding.units))


def _unit(one: Unit, founding: Founding) -> Group:
    notes = () if founding.named else ("Et eksempel. Skriv en post som denne for hver af jeres forvaltninger.",)
    return Group(
        (YamlField("id", one.id), YamlField("forkortelse", one.forkortelse), YamlField("navn", one.navn)), notes
    )


_ABOUT_POLITIK = (
    "Har I en politik på området, så skriv den ind i politik/frivillighedspolitik.yaml, og fjern # her:",
    "politik: frivillighedspolitik",
    "",
    Rapport.fields["forord"].help,
)
_ABOUT_INTRODUCTION = (
    "Bagefter kan komme fordele og tendenser, hver med titel og tekst:",
    "fordele:",
    "  - titel: Nærvær",
    "    tekst: Frivillige har tid til den enkelte.",
)
_INTRODUCTION = (
    "Ordet frivillig bruges her om den, der uden løn og uden tvang gør en indsats for andre end sin\n"
    "familie. Rapporten skelner mellem frivillige, deltagere, medlemmer og gæster."
)
_OWN_WORDS = "ret til jeres egne ord"


def _report(founding: Founding) -> bytes:
    """Write the report's own texts as a draft that says nothing that is not so."""
    head = (
        f"Rapportens egne tekster for {founding.aar}. Forvaltningernes bidrag står i hver sin fil ved siden af.",
        f"Find ordet {MARK}: dér mangler jeres eget svar. Linjer, der begynder med #, kommer ikke med i rapporten.",
    )
    return _commented("rapport", 1, head, _fields(founding), first_pages(founding.aar))


def _fields(founding: Founding) -> tuple[YamlField, ...]:
    declared = Rapport.fields
    leader = ("Den forvaltning, der samler rapporten:", f"tovholder: {founding.units[0].forkortelse}", "")
    return (
        YamlField("titel", f"Frivillighed i {founding.kommune}"),
        YamlField("undertitel", f"Statusrapport {founding.aar}"),
        YamlField("år", str(founding.aar)),
        YamlField("afsender", founding.kommune),
        YamlField("kolofon", _colophon(founding)),
        YamlField.of(declared["frist"], UOPLYST, "en dato", "Kommandoen status tæller ned til den."),
        YamlField("forord", Block(_preface(founding)), _OWN_WORDS, (*leader, *_ABOUT_POLITIK)),
        YamlField.of(declared["indledning"], Block(_INTRODUCTION), _OWN_WORDS, *_ABOUT_INTRODUCTION),
        YamlField.of(declared["forslag"], UOPLYST, "forslag, eller ordet ingen"),
        YamlField.of(declared["indstillinger"], Group((YamlField.of(Indstillinger.fields["ca_usikkerhed"], "10 %"),))),
    )


def _colophon(founding: Founding) -> Group:
    return Group(
        (
            YamlField("udgiver", founding.kommune),
            YamlField("dato", UOPLYST, "den dag, rapporten udgives"),
            YamlField("redaktion", UOPLYST, "den enhed, der har samlet rapporten, aldrig en persons navn"),
            YamlField("kontakt", UOPLYST, "en fælles postkasse, aldrig en persons egen"),
        )
    )


def _preface(founding: Founding) -> str:
    return (
        f"Denne rapport gør status over {founding.kommunes} samarbejde med frivillige i {founding.aar}.\n"
        "Forvaltningerne har hver skrevet om deres eget område. Tallene står, som de er oplyst, og hvor\n"
        "noget ikke er oplyst, siger rapporten det."
    )


_ABOUT_POINTS = (
    "Skriv politikkens fokusområder ind, som de står. Har den punkter, så brug ordet punkter i stedet.",
    "fokusområder:",
    "  - nummer: 1",
    "    titel: Det skal være let at være frivillig",
    "    mål:",
    "      - tekst: Nye frivillige kan finde en opgave, der passer til dem.",
    "        måling: uoplyst",
    "Slet så linjen fokusområder: [] nedenfor.",
)


def _policy(founding: Founding) -> bytes:
    """Write a policy without points, and how they are written."""
    head = (
        f"Den politik, som {founding.kommunes} arbejde med frivillige holdes op imod.",
        "Den bruges, når rapport.yaml har linjen politik: frivillighedspolitik. Har I ingen, så slet filen.",
    )
    fields = (
        YamlField("titel", f"Frivillighedspolitik for {founding.kommune}", "politikkens egen titel"),
        YamlField("vedtaget", UOPLYST, "den dag, kommunalbestyrelsen vedtog den"),
        YamlField("gyldig", UOPLYST, "de år, den gælder, fx 2025-2028"),
        YamlField("fokusområder", (), notes=_ABOUT_POINTS),
    )
    return _commented("politik", 1, head, fields)


_TEXT = """\
# Frivillighed i {kommune}

I denne mappe samler {kommune} sin årlige rapport om samarbejdet med frivillige.
Hver forvaltning skriver én fil om året. Programmet frivilligrapport ser efter fejl, tæller sammen og laver den
færdige rapport.

## Begynd her

1. **Ret registeret.** Åbn `indberetninger/kommune.yaml`, og se efter, at alle jeres forvaltninger står der.
2. **Ret rapportens tekster.** Åbn `indberetninger/{aar}/rapport.yaml`, og find ordet {mark}. Skriv `frist`
   som det første: den står i brevene til forvaltningerne.
3. **Lav en fil til hver forvaltning.** I mappen `udsendelse/{aar}` er der så en zip-fil til hver, som
   sendes med mail:

       frivilligrapport new --all --year {aar}

4. **Læg filerne på plads**, når de kommer tilbage, hvad de end hedder, og se, hvem der mangler:

       frivilligrapport modtag FIL…
       frivilligrapport status {aar} --reminder

5. **Se efter fejl.** Hver fejl står med fil og linje, og hvad der skal skrives i stedet:

       frivilligrapport validate

6. **Byg et udkast**, så snart der er noget at se på. Det kommer i mappen `udgivelser/{aar}/`:

       frivilligrapport build {aar} --draft

7. **Byg den færdige rapport**, når alle filer er klar eller godkendt, med en zip-fil til arkivet:

       frivilligrapport build {aar} --archive

## Mapper og filer

| Hvor | Hvad |
| --- | --- |
| `indberetninger/kommune.yaml` | kommunens forvaltninger, år for år |
| `indberetninger/{aar}/` | rapportens tekster og forvaltningernes filer for {aar} |
| `indberetninger/politik/` | den politik, arbejdet holdes op imod |
| `indberetninger/skema/` | gør, at en editor kan hjælpe, mens man skriver; ret ikke i filerne |
| `skabeloner/` | jeres egne skabeloner, hvis rapporten skal se anderledes ud; tom fra begyndelsen |
| `udgivelser/` | de færdige dokumenter; kan altid laves igen |

Et nyt år begynder med `frivilligrapport new-year {next}`: det laver rapportens tekster ud fra de sidste.
Derefter begynder det igen fra trin 2.
`frivilligrapport --help` fortæller om resten, og `frivilligrapport explain koordinator` viser vejledningen.
Skriv aldrig CPR-numre eller andre personoplysninger i filerne.
"""


def _readme(founding: Founding) -> bytes:
    """Write the first steps, with the municipality's own names in the commands."""
    text = _TEXT.format(kommune=founding.kommune, aar=founding.aar, next=founding.aar + 1, mark=MARK)
    return text.encode()


_SETTINGS = {
    "redhat.telemetry.enabled": False,
    "yaml.schemaStore.enable": False,
    "yaml.yamlVersion": "1.2",
    "yaml.validate": True,
    "yaml.hover": True,
    "yaml.hoverSchemaSource": False,
    "yaml.completion": True,
    "yaml.format.enable": False,
    "files.encoding": "utf8",
    "files.autoGuessEncoding": False,
    "[yaml]": {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.detectIndentation": False,
        "editor.formatOnSave": False,
        "editor.wordWrap": "on",
        "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
    },
}
_EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
_IGNORED = """\
# De færdige dokumenter bliver altid lavet igen ud fra indberetninger/
/udgivelser/
/udsendelse/

# Kontormaskiner og editorer
.DS_Store
Thumbs.db
desktop.ini
~$*
.~lock.*
*.swp
"""


def _editor_files() -> dict[str, bytes]:
    """Give the files by their path in the work folder."""
    return {
        ".vscode/settings.json": _json(_SETTINGS),
        ".vscode/extensions.json": _json(_EXTENSIONS),
        ".gitignore": _IGNORED.encode(),
    }


def _json(content: Mapping[str, object]) -> bytes:
    return f"{json.dumps(content, indent=2)}\n".encode()
