"""Findings about a file as a whole: its encoding, its size, its characters."""

from frivilligrapport.problems import error

_SAVE = "Gem filen igen med tegnsættet UTF-8. I Notesblok: Filer → Gem som → Kodning: UTF-8."

WRONG_ENCODING = error(
    "FR001",
    "Filen er ikke gemt som UTF-8",
    "Bogstaverne æ, ø og å kan gemmes på flere måder. Er filen gemt på en ældre måde, kan de blive til andre tegn i "
    "rapporten.",
    "(en fil, der er gemt som ANSI eller Windows-1252)",
    "(den samme fil, gemt med tegnsættet UTF-8)",
    of_file=True,
)
FILE_TOO_LARGE = error(
    "FR002",
    "Filen er for stor",
    "En statusfil fylder sjældent over 50 KB. En meget stor fil er næsten altid en forkert fil.",
    "(en fil på over 1 MB)",
    "(en fil med tekst og tal; lange tekster lægges i mappen tekster)",
    of_file=True,
)
INVISIBLE_CHARACTER = error(
    "FR003",
    "Et usynligt tegn",
    "Tegn, der ikke kan ses, følger tit med, når tekst kopieres fra et andet program. De kan ikke læses som tekst.",
    "(en tekst med et nultegn eller et lodret tabulatortegn)",
    "(den samme tekst, hvor tegnet er slettet)",
)
NOT_TEXT = error(
    "FR004",
    "Filen er ikke en tekstfil",
    "En statusfil er ren tekst. Et Word-dokument bliver ikke til en tekstfil af at få et andet efternavn.",
    "(et Word-dokument, der er omdøbt til tmf.yaml)",
    "(en tekstfil skrevet i Notesblok eller Visual Studio Code)",
    of_file=True,
)
MOJIBAKE = error(
    "FR005",
    "Forkerte bogstaver i stedet for æ, ø og å",
    "Teksten er på et tidspunkt læst med et forkert tegnsæt og gemt igen. Uden rettelse trykkes de forkerte tegn.",
    "perspektiver:\n  tekst: FÃ¸lgevenner hjælper flere ældre.",
    "perspektiver:\n  tekst: Følgevenner hjælper flere ældre.",
)
EMPTY_FILE = error(
    "FR006",
    "Filen er tom",
    "Der er ikke noget indhold at læse. En tom fil er ikke det samme som en indberetning uden tal.",
    "(en fil uden indhold eller kun med bemærkninger)",
    "(en fil, der begynder med forvaltning: og år:)",
    of_file=True,
)
UNREADABLE_FILE = error(
    "FR007",
    "Filen kan ikke åbnes",
    "Filen er der, men computeren giver ikke lov til at læse den, eller den kan ikke hentes.",
    "(en fil uden læserettighed)",
    "(en fil, der kan åbnes)",
    of_file=True,
)
MERGE_CONFLICT = error(
    "FR008",
    "En flettekonflikt er ikke løst",
    "Når to har rettet de samme linjer, sætter git begge udgaver ind med linjer om, der begynder med <<<<<<<, ======= "
    "og >>>>>>>. Så længe de står der, ved ingen, hvad der gælder: Filen kan ikke læses, intet af den bliver trykt, "
    "heller ikke i et udkast, og det kan ikke accepteres.",
    "perspektiver:\n  tekst: |\n    <<<<<<< HEAD\n    Der kommer 15 følgevenner.\n    =======\n"
    "    Der kommer 20 følgevenner.\n    >>>>>>> kollega",
    "perspektiver:\n  tekst: |\n    Der kommer 20 følgevenner.",
)
UNPRINTABLE = error(
    "FR009",
    "Et tegn, som rapporten ikke kan trykke",
    "Rapporten trykkes med sine egne skrifter, så den er ens på alle maskiner. De har latinske, græske og kyrilliske "
    "bogstaver, almindelige symboler og emoji i sort og hvid, men ikke andre skriftsystemer. Et andet tegn ville "
    "mangle på siden, og et flag, en hudfarve eller en emoji, der er sat sammen af flere, kunne blive til noget andet.",
    "perspektiver:\n  tekst: Vi siger ไ til følgevennerne.",
    "perspektiver:\n  tekst: Vi siger hej til følgevennerne 🎉.",
)
CUT_SHORT = error(
    "FR010",
    "Filen er ikke kommet med helt",
    "Filen slutter midt i en tekst eller et felt, eller den henviser til noget, der aldrig kommer, og det, der skulle "
    "komme bagefter, mangler. Det sker, når en fil bliver hentet, sendt eller kopieret og ikke når at komme med helt. "
    "I et udkast er det en advarsel, når resten kan læses.",
    "(en fil, der slutter midt i en sætning under status, uden perspektiver, indsatser og forslag)",
    "(den samme fil, hentet eller kopieret igen, med det hele)",
)
UNPACK = "Pak zip-filen ud, og brug den fil, der ligger i den."
HINTS = {
    WRONG_ENCODING.code: _SAVE,
    FILE_TOO_LARGE.code: "Læg lange tekster i mappen tekster, og henvis til dem med tekstfil:.",
    INVISIBLE_CHARACTER.code: "Slet tegnet, eller skriv linjen igen.",
    NOT_TEXT.code: "Kopiér teksten over i en ny fil, og gem den som ren tekst med tegnsættet UTF-8.",
    EMPTY_FILE.code: "Skriv det, der skal stå i filen, eller slet den.",
    UNREADABLE_FILE.code: "Se efter, om filen er åben i et andet program, og om du har adgang til den.",
    CUT_SHORT.code: "Se efter, om hele filen er kommet med. Skriv ellers det, der mangler.",
    UNPRINTABLE.code: "Skriv det med latinske bogstaver eller med ord, eller slet det.",
}
FILE_KINDS = (
    WRONG_ENCODING,
    FILE_TOO_LARGE,
    INVISIBLE_CHARACTER,
    NOT_TEXT,
    MOJIBAKE,
    EMPTY_FILE,
    UNREADABLE_FILE,
    MERGE_CONFLICT,
    UNPRINTABLE,
    CUT_SHORT,
)
