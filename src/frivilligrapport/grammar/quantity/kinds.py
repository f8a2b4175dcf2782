"""Findings about quantities: numbers that cannot be read, or that can be read in more than one way."""

from frivilligrapport.problems import INDSATS, Kind, error, warning


def _kind(code: str, title: str, explanation: str, wrong: str, right: str) -> Kind:
    """Declare an error from the one line under `tal` that is wrong, and the line that is right."""
    return error(code, title, explanation, *(f"{INDSATS}    tal:\n      {line}\n" for line in (wrong, right)))


AMBIGUOUS = _kind(
    "FR201",
    "Et tal kan læses på to måder",
    "»20-30.000« kan være 20 til 30.000 og 20.000 til 30.000, og »2-300« kan være 2 til 300 og 200 til 300. "
    "»2,600« kan være 2,6 og et engelsk 2.600. Programmet gætter ikke. Skriv begge tal i et interval helt ud. Er det "
    "korte tal virkelig ment, så skriv det mindste i »mindst« og det største i »højst«.",
    "gæster: 20-30.000",
    "gæster: 20.000-30.000",
)
NOT_DANISH = _kind(
    "FR202",
    "Ikke et dansk tal",
    "Punktum står mellem tusinder og altid foran tre cifre (2.600), og komma står foran decimaler (2,6). "
    "Står de anderledes, kan tallet ikke læses sikkert, og programmet gætter ikke.",
    "gæster: 2.6",
    "gæster: 2.600",
)
REVERSED_RANGE = _kind(
    "FR203",
    "Et interval med det største tal først",
    "Et interval går fra det mindste tal til det største. Er de byttet om, er et af dem måske skrevet forkert.",
    "gæster: 25-15",
    "gæster: 15-25",
)
NUMBER_WITH_UNIT = _kind(
    "FR204",
    "Tal og enhed i samme felt",
    "Enheden står foran kolon og tallet efter. Står de sammen, kan tallet ikke lægges sammen med andres, og et "
    "tal, der hører til enheden (»8. klasse«), kan forveksles med antallet.",
    "elever: 15 8. klasseselever",
    "elever: 15",
)
LEADING_ZERO = _kind(
    "FR205",
    "Et tal med nul forrest",
    "Et antal begynder ikke med nul. Et tal med nul forrest er som regel et nummer, og numre kan ikke tælles.",
    "gæster: 0123",
    "gæster: 123",
)
TIME_OF_DAY = _kind(
    "FR206",
    "Et klokkeslæt i stedet for et antal",
    "Et klokkeslæt kan ikke lægges sammen. Under »tal« står antal; tidspunkter hører til i teksten.",
    "møder: 13:30",
    "møder: 13",
)
NEGATIVE = _kind(
    "FR207",
    "Et tal under nul",
    "Et antal kan ikke være mindre end nul. En nedgang vises ved at skrive sidste års tal i »forrige_år«.",
    "gæster: -5",
    "gæster: 5",
)
NOT_UNDERSTOOD = _kind(
    "FR208",
    "Et antal, der ikke kan læses",
    "Et antal er et tal (15), et tal med forbehold (ca. 15, over 100, mindst 7, op mod 10.000), et interval "
    "(20-30), en andel (15 %, ca. 2/3 af 2.600), et ubestemt antal (mange, flere, en række, enkelte), »uoplyst« "
    "eller »ikke relevant«. Alt andet hører til i »bemærkning«.",
    "gæster: manger",
    "gæster: mange",
)
DECIMALS = _kind(
    "FR209",
    "Decimaler, hvor der tælles i hele",
    "Mennesker, møder og andet, der tælles ét for ét, har ingen decimaler. Kun enheder som timer og kroner har.",
    "gæster: 2,5",
    "gæster: 3",
)
SHARE_WITHOUT_WHOLE = warning(
    "FR210",
    "En andel uden det, den er en del af",
    "15 % siger intet, før man ved, hvad det er 15 % af. Andelen kan hverken omregnes eller lægges sammen.",
    INDSATS + "    tal:\n      gæster: 15 %\n",
    INDSATS + "    tal:\n      gæster: 15 % af 2.600\n",
)
COMPUTER_NOTATION = _kind(
    "FR211",
    "Et tal skrevet som i et regneark eller et program",
    "1e3, 1_000 og 20k er skrivemåder, som mange ikke kan læse. Skriv tallet helt ud.",
    "gæster: 1e3",
    "gæster: 1.000",
)
NUMBER_TOO_LARGE = _kind(
    "FR212",
    "Et tal, der er for stort eller for langt",
    "Tallet er større end en billion (1.000.000.000.000) eller har flere end seks decimaler. Det er "
    "næsten altid en tastefejl.",
    "gæster: 20.000.000.000.000",
    "gæster: 20.000",
)

QUANTITY_KINDS = (
    AMBIGUOUS,
    NOT_DANISH,
    REVERSED_RANGE,
    NUMBER_WITH_UNIT,
    LEADING_ZERO,
    TIME_OF_DAY,
    NEGATIVE,
    NOT_UNDERSTOOD,
    DECIMALS,
    SHARE_WITHOUT_WHOLE,
    COMPUTER_NOTATION,
    NUMBER_TOO_LARGE,
)
