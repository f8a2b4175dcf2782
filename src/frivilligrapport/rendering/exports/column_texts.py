"""What each column of the exported tables holds, for those who open them years later without the program."""

from collections.abc import Iterable

from frivilligrapport.figures.table import DECLARED_COLUMNS
from frivilligrapport.rendering.exports.indsatser import INDSATS_COLUMNS
from frivilligrapport.rendering.exports.table import Table, table_columns

_LOWER = "Den nedre grænse. Tom, når der ingen er."
_UPPER = "Den øvre grænse. Tom, når der ingen er."
_BOUND = "Om den øvre grænse er kendt, åben (mindst den nedre) eller uoplyst."
COLUMN_TEXTS = {
    **INDSATS_COLUMNS,
    **{one.spelled: one.help for one in DECLARED_COLUMNS},
    "politikpunkter": "De punkter i politikken, som indsatsen svarer på.",
    "id": "Tallets id, det samme i alle tabeller. Begynder med året og forvaltningens id.",
    "år": "Det år, rækken gælder.",
    "forvaltning": "Den, der har oplyst det.",
    "tæller hos": "Den, tallet tæller hos, når flere fortæller om det samme.",
    "bidragyder": "Den under forvaltningen, som tallet kommer fra.",
    "indsats": "Indsatsens id, det samme hvert år.",
    "indsatsens navn": "Indsatsens navn i året.",
    "enhed": "Det, der er talt.",
    "enhedsart": "Den slags, enheden hører til. Kun det samme lægges sammen.",
    "mærke": "Det, der står i parentes efter enheden.",
    "del": "Om tallet er antallet selv, tallet for året før, det på vej, en del (heraf) eller en andel.",
    "tilstand": "Hvor langt indsatsen er.",
    "tilstandsgruppe": "Gennemført eller kommende. De to lægges aldrig sammen.",
    "temaer": "Indsatsens temaer, adskilt af semikolon.",
    "bydele": "Indsatsens bydele, adskilt af semikolon.",
    "målgrupper": "Indsatsens målgrupper, adskilt af semikolon.",
    "lokaludvalg": "De lokaludvalg, indsatsen hører under.",
    "fælles": "Det fælles id, når flere fortæller om det samme.",
    "talt fra": "Den, der har oplyst det tal, som tæller i stedet for dette.",
    "præcision": "Hvordan tallet er ment: nøjagtigt, ca., over, op mod og så videre.",
    "nedre": _LOWER,
    "øvre": _UPPER,
    "øvre grænse": _BOUND,
    "tekst": "Tallet, som det trykkes.",
    "skrevet": "Tallet, som det står i filen.",
    "grundtal": "Det tal, som en andel er regnet af.",
    "andel af": "Det, en andel er en del af, når det ikke er et antal.",
    "afledt": "Om programmet selv har regnet tallet ud.",
    "tæller": "Om tallet er lagt til det samlede.",
    "hvorfor ikke": "Grunden til, at tallet ikke er lagt til.",
    "bidrag nedre": "Det, tallet lægger til den samlede nedre grænse.",
    "bidrag øvre": "Det, tallet lægger til den samlede øvre grænse.",
    "bidrag øvre grænse": "Om tallet gør den samlede øvre grænse åben.",
    "metode": "Hvordan tallet er gjort op, når det er oplyst.",
    "kilde": "Hvor forvaltningen har tallet fra, når det er oplyst.",
    "opgjort": "Hvornår tallet er gjort op, når det er oplyst.",
    "bemærkning": "Forvaltningens egen bemærkning til tallet.",
    "fil": "Den fil, tallet står i.",
    "linje": "Linjen i filen, talt fra 1.",
    "kolonne": "Tegnet på linjen, talt fra 1.",
    "note": "Det, der skal læses sammen med tallet.",
    "n": "Hvor mange forvaltninger der har et tal.",
    "m": "Hvor mange forvaltninger enheden er relevant for.",
    "netværk": "Om netværket også har et tal. Netværket er ikke en af forvaltningerne.",
    "tal fra": "De forvaltninger, der har et tal.",
    "mangler": "De forvaltninger, der ikke har.",
    "uden antal": "Hvor mange tal der er ubestemte, for eksempel »mange«.",
    "uoplyste": "Hvor mange tal der er svaret »uoplyst« til.",
    "brutto nedre": "Den nedre grænse, når fælles indsatser tælles hos alle.",
    "brutto øvre": "Den øvre grænse, når fælles indsatser tælles hos alle.",
    "brutto øvre grænse": "Om den øvre grænse er kendt, når fælles indsatser tælles hos alle.",
    "brutto tekst": "Det samlede tal, når fælles indsatser tælles hos alle.",
    "tal": "Id på de tal, der er lagt sammen eller sammenlignet.",
    "oplyst af": "Den, der har oplyst tallet.",
    "forskel": "Hvor meget tallet afviger fra det, der tæller.",
    "forskel nedre": "Den mindste forskel.",
    "forskel øvre": "Den største forskel.",
    "forskel øvre grænse": "Om den største forskel er kendt.",
    "slags": "Om ordet er et ord i tabellerne eller en enhed.",
    "ord": "Ordet, som det står i tabellerne.",
    "forklaring": "Hvad ordet betyder.",
}


def columns_table(tables: Iterable[tuple[str, Table]]) -> Table:
    """Describe every column of some tables, each with its file's name. Raises KeyError for a column without words."""
    rows = tuple(
        (file, column.name, "tal" if column.numeric else "tekst", COLUMN_TEXTS[column.name])
        for file, table in tables
        for column in table.columns
    )
    about = "Hvad hver kolonne i tabellerne indeholder."
    return Table("Kolonner", about, table_columns("tabel", "navn", "type", "indhold"), rows)
