"""Findings about fields: unknown, missing, of the wrong shape, or with a value that is not on the list."""

from frivilligrapport.problems import INDSATS, error

UNKNOWN_FIELD = error(
    "FR101",
    "Feltet kendes ikke",
    "Et felt, som programmet ikke kender, ville blive glemt i rapporten. Det er næsten altid en tastefejl eller "
    "et felt, der står det forkerte sted.",
    INDSATS + "    målgruper: [borgere]",
    INDSATS + "    målgrupper: [borgere]",
)
MISSING_FIELD = error(
    "FR102",
    "Et felt mangler eller er tomt",
    "Uden feltet kan oplysningen ikke bruges i rapporten.",
    "indsatser:\n  - id: smag-verden\n    navn: Smag Verden",
    INDSATS,
)
TEXT_EXPECTED = error(
    "FR103",
    "Her skal stå tekst",
    "Feltet har én tekst eller ét tal, ikke en liste og ikke flere felter.",
    "indsatser:\n  - id: smag-verden\n    navn: [Smag, Verden]\n    tilstand: afholdt",
    INDSATS,
)
LIST_EXPECTED = error(
    "FR104",
    "Her skal stå en liste",
    "Feltet kan have flere værdier og skrives derfor som en liste, også når der kun er én.",
    INDSATS + "    målgrupper: borgere",
    INDSATS + "    målgrupper: [borgere]",
)
FIELDS_EXPECTED = error(
    "FR105",
    "Her skal stå felter",
    "Her hører flere felter til, hvert med navn, kolon og værdi.",
    "perspektiver: Der kommer flere.",
    "perspektiver:\n  tekst: Der kommer flere.",
)
NOT_ON_LIST = error(
    "FR106",
    "Værdien er ikke på listen",
    "Feltet har faste værdier, så indsatser kan tælles sammen på tværs af forvaltninger.",
    "indsatser:\n  - id: smag-verden\n    navn: Smag Verden\n    tilstand: afholt",
    INDSATS,
)
YES_OR_NO = error(
    "FR107",
    "Svaret skal være ja eller nej",
    "Feltet stiller et spørgsmål, der besvares med ja eller nej. Nogle af dem kan også besvares med uoplyst.",
    INDSATS + "    ny_i_år: måske",
    INDSATS + "    ny_i_år: ja",
)
BAD_YEAR = error(
    "FR108",
    "Årstallet kan ikke læses",
    "Et årstal skrives med fire cifre.",
    "år: 14",
    "år: 2014",
)
BAD_SLUG = error(
    "FR109",
    "Id'et kan ikke bruges",
    "Et id er det samme år efter år og indgår i henvisninger. Derfor har det kun små bogstaver, tal og bindestreger.",
    "indsatser:\n  - id: Smag Verden!\n    navn: Smag Verden\n    tilstand: afholdt",
    INDSATS,
)
FIELD_KINDS = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    TEXT_EXPECTED,
    LIST_EXPECTED,
    FIELDS_EXPECTED,
    NOT_ON_LIST,
    YES_OR_NO,
    BAD_YEAR,
    BAD_SLUG,
)
