"""Findings that no rule makes: about what a report accepts, what a municipality lets a rule weigh, and the build."""

from frivilligrapport.problems import error, warning

_ENTRY = (
    "# fil: 2014/tmf.yaml\nforslag: {answer}\n# fil: 2014/rapport.yaml\naccepteret:\n"
    "  - kode: {code}\n    hvor: tmf.yaml\n    fordi: {why}"
)
_RULE = "# fil: kommune.yaml\nregler:\n  - kode: {}\n    vægt: fra\n    fordi: Det er aftalt med alle forvaltninger."
UNREADABLE_EXCEPTION = error(
    "FR390",
    "Bemærkningen til programmet kan ikke læses",
    "En bemærkning, der begynder med frivilligrapport og kolon, er skrevet til programmet. Kan den ikke læses, bliver "
    "det, den skulle acceptere, ikke accepteret.",
    "# frivilligrapport: accepter forslag fordi der ikke er svaret.\nforslag: ingen",
    "# frivilligrapport: accepter FR312 fordi forvaltningen ikke har svaret.\nforslag: uoplyst",
)
UNUSED_ACCEPTANCE = warning(
    "FR391",
    "Det accepterede findes ikke",
    "Rapporten trykker det, der er accepteret i rapport.yaml eller i en bemærkning ved en linje. Er fejlen rettet, "
    "skal den ikke længere stå der som accepteret.",
    _ENTRY.format(answer="ingen", code="FR312", why="Forvaltningen har ikke svaret."),
    _ENTRY.format(answer="uoplyst", code="FR312", why="Forvaltningen har ikke svaret."),
)
NOT_ACCEPTABLE = error(
    "FR392",
    "Det kan ikke accepteres",
    "Det, der ikke kan læses, kan ikke tælles med, og det kan ingen acceptere sig fra: fejl i filer, felter og tal "
    "(FR0xx, FR1xx og FR2xx), filer, der ikke hører til (FR301 og FR302), en mangel på kommune.yaml (FR303), kladder "
    "(FR310). Det, der ligner et CPR-nummer og er noget andet (FR901), kan accepteres i rapport.yaml, når "
    "stedet er nævnt.",
    _ENTRY.format(answer="ingen", code="FR101", why="Feltet er nyt."),
    _ENTRY.format(answer="uoplyst", code="FR312", why="Forvaltningen har ikke svaret."),
)
ACCEPTED_WITHOUT_REASON = error(
    "FR393",
    "En begrundelse mangler",
    "Rapporten trykker, hvorfor noget er accepteret. Uden begrundelse er det bare skjult.",
    _ENTRY.format(answer="uoplyst", code="FR312", why='""'),
    _ENTRY.format(answer="uoplyst", code="FR312", why="Forvaltningen har ikke svaret."),
)
FIXED_SEVERITY = error(
    "FR394",
    "Reglens vægt kan ikke ændres",
    "En kommune kan bestemme, hvor meget et fund vejer, men ikke se bort fra det, der ikke kan læses, fra filer, der "
    "ikke hører til, eller fra persondata.",
    _RULE.format("FR901"),
    _RULE.format("FR371"),
)
ALTERED_TEXT = error(
    "FR416",
    "Teksten ville ikke blive trykt, som den er skrevet",
    "Når rapporten bliver bygget, bliver hver tekst holdt op mod det færdige dokument: alle ord, tal og tegn skal stå "
    "der, i den samme rækkefølge. Et minus, et procenttegn eller et ord, der er blevet væk, kan vende meningen. "
    "Derfor bliver intet gemt. Oftest er det en af jeres egne filer i mappen skabeloner, der laver teksten om eller "
    "skærer den af. Er der ingen, er det en fejl i programmet: skriv stedet på en anden måde, og sig det til dem, der "
    "passer programmet.",
    "(en skabelon, der viser {{ afsnit.tekst|truncate(40)|html_blok(3) }}, og en tekst, som er længere)",
    "(en skabelon, der viser {{ afsnit.tekst|html_blok(3) }}, og den samme tekst)",
)
ACCEPTANCE_KINDS = (UNREADABLE_EXCEPTION, UNUSED_ACCEPTANCE, NOT_ACCEPTABLE, ACCEPTED_WITHOUT_REASON)
