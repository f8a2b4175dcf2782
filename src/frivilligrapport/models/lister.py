"""The closed lists that words in a status file come from (design, section 3)."""

UOPLYST = "uoplyst"
INGEN = "ingen"

FILSTATUS = ("udkast", "klar", "godkendt")
ART = (
    "program",
    "projekt",
    "arrangement",
    "kampagne",
    "kursus",
    "netværk",
    "møderække",
    "publikation",
    "it-løsning",
    "tilbud",
    "uddannelse",
    "pulje",
    "udlån",
    "undersøgelse",
    "enhed",
    "forening",
    "forum",
    "korps",
    "samarbejde",
    "andet",
)
GENNEMFOERT = ("afholdt", "i gang", "i drift", "etableret")
LOEBENDE = ("i gang", "i drift")
KOMMENDE = ("på vej", "planlagt")
TILSTAND = (*GENNEMFOERT, *KOMMENDE, "ophørt", "aflyst")
FRIVILLIGTYPE = (
    "fri frivillig",
    "foreningsfrivillig",
    "eventfrivillig",
    "brugerfrivillig",
    "virksomhedsfrivillig",
    "rådsmedlem",
)
METODE = ("deltagerliste", "optælling", "skøn", "arrangørens oplysning", "registerudtræk", "unikke personer")
BIDRAG = ("modtaget", "ikke modtaget")
UDGANG = ("lukket", "fortsat", "droppet")
OPFYLDT = ("ja", "nej", "delvist")
MAALING = ("spørgeskema", "optælling", "ingen")
VAEGT = ("fejl", "advarsel", "fra")
ENHEDSTYPE = ("forvaltning", "netværk")
ENHEDSART = ("personer", "organisationer", "aktiviteter", "steder", "penge", "tid", "andet")
