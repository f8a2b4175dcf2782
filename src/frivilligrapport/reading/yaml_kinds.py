"""Findings about how a file is written: what YAML allows and this tool does not, and slips that stop the reading."""

from frivilligrapport.problems import INDSATS, error

ANCHOR = error(
    "FR011",
    "Et genvejstegn (& eller *)",
    "Tegnene & og * forrest betyder noget særligt i filformatet. Alt skrives helt ud, så alle kan læse filen.",
    "forslag:\n  - titel: &nye Flere følgevenner\n    begrundelse: Det er der brug for.",
    "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for.",
)
TAG = error(
    "FR012",
    "Et udråbstegn forrest i en værdi",
    "Et ! forrest betyder noget særligt i filformatet og kan ikke bruges i en statusfil.",
    "forslag:\n  - titel: !vigtigt Flere følgevenner\n    begrundelse: Det er der brug for.",
    'forslag:\n  - titel: "!vigtigt Flere følgevenner"\n    begrundelse: Det er der brug for.',
)
FLOW_MAPPING = error(
    "FR013",
    "Krøllede parenteser",
    "I krøllede parenteser skiller et komma felterne ad, så et decimaltal som 1,5 går i stykker uden varsel.",
    INDSATS + "    tal: {gæster: 200}",
    INDSATS + "    tal:\n      gæster: 200",
)
MANY_DOCUMENTS = error(
    "FR014",
    "To filer i én",
    "En linje med --- begynder en ny fil inde i filen. Hver forvaltning afleverer én fil.",
    "forslag: ingen\n---\nperspektiver: ingen",
    "forslag: ingen\nperspektiver: ingen",
)
DUPLICATE_KEY = error(
    "FR015",
    "Samme felt to gange",
    "Står et felt to gange, kan programmet ikke vide, hvilket der gælder.",
    INDSATS + "    periode: 2014\n    periode: august 2014",
    INDSATS + "    periode: august 2014",
)
STRANGE_KEY = error(
    "FR016",
    "Et feltnavn, der ikke er tekst",
    "Før kolon står feltets navn, og det er altid et ord.",
    "? [a, b]\n: forslag",
    "forslag: ingen",
)
MERGE_KEY = error(
    "FR017",
    "Tegnet << som felt",
    "Tegnet << henter felter fra et andet sted. I en statusfil skrives alt helt ud.",
    "<<: ingen",
    "forslag: ingen",
)
TOO_DEEP = error(
    "FR018",
    "For mange lag",
    "Felter inden i felter inden i felter: Så dybt er der ikke noget at udfylde.",
    "(en fil med flere end 30 lag af lister)",
    "(en fil skrevet som skabelonen)",
)
TOO_MANY = error(
    "FR019",
    "For mange linjer",
    "Filen har langt flere felter, end en statusfil kan have.",
    "(en fil med flere end 50.000 felter)",
    "(en fil skrevet som skabelonen)",
)
LOST_TAIL = error(
    "FR020",
    "Teksten efter # går tabt",
    "Et mellemrum fulgt af # begynder en bemærkning, og resten af linjen læses ikke.",
    "forslag:\n  - titel: Projekt #1\n    begrundelse: Det er der brug for.",
    'forslag:\n  - titel: "Projekt #1"\n    begrundelse: Det er der brug for.',
)
BULLET = error(
    "FR021",
    "Et punkttegn i stedet for en bindestreg",
    "En liste skrives med almindelig bindestreg og mellemrum. Punkttegn og tankestreger læses som en del af teksten.",
    INDSATS + "    målgrupper:\n      – borgere\n      – foreninger",
    INDSATS + "    målgrupper:\n      - borgere\n      - foreninger",
)
TAB = error(
    "FR030",
    "Tabulator i indrykningen",
    "Indrykning skrives med mellemrum. En tabulator ser ens ud, men kan ikke læses.",
    "perspektiver:\n\ttekst: Der kommer flere.",
    "perspektiver:\n  tekst: Der kommer flere.",
)
COLON_IN_TEXT = error(
    "FR031",
    "Kolon midt i en tekst",
    "Kolon og mellemrum betyder, at her begynder et felt. En tekst med kolon skal stå i anførselstegn.",
    "forslag:\n  - titel: Café: Fælles\n    begrundelse: Det er der brug for.",
    'forslag:\n  - titel: "Café: Fælles"\n    begrundelse: Det er der brug for.',
)
NO_COLON = error(
    "FR032",
    "Kolon mangler efter feltets navn",
    "Et felt skrives som navn, kolon, mellemrum og værdi.",
    "forslag:\n  - titel Flere følgevenner\n    begrundelse: Det er der brug for.",
    "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for.",
)
NO_SPACE = error(
    "FR033",
    "Mellemrum mangler efter kolon eller bindestreg",
    "Uden mellemrum efter kolon, eller efter bindestregen i en liste, læses hele linjen som tekst.",
    "forslag:\n  - titel: Flere følgevenner\n    begrundelse:Det er der brug for.",
    "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for.",
)
SPECIAL_START = error(
    "FR034",
    "Værdien begynder med et særligt tegn",
    "Tegnene @ % > | & * ! ? [ { ` betyder noget særligt, når de står forrest. I anførselstegn er de almindelig tekst.",
    "forslag:\n  - titel: @kff\n    begrundelse: Det er der brug for.",
    'forslag:\n  - titel: "@kff"\n    begrundelse: Det er der brug for.',
)
OPEN_QUOTE = error(
    "FR035",
    "Anførselstegnet bliver ikke sluttet",
    "En tekst, der begynder med anførselstegn, skal også slutte med et.",
    'forslag:\n  - titel: "Flere følgevenner\n    begrundelse: Det er der brug for.',
    'forslag:\n  - titel: "Flere følgevenner"\n    begrundelse: Det er der brug for.',
)
AFTER_QUOTE = error(
    "FR036",
    "Tekst efter et afsluttende anførselstegn",
    "Når en værdi begynder med anførselstegn, slutter den ved det næste.",
    'forslag:\n  - titel: "Smag" Verden\n    begrundelse: Det er der brug for.',
    "forslag:\n  - titel: '\"Smag\" Verden'\n    begrundelse: Det er der brug for.",
)
OPEN_BRACKET = error(
    "FR037",
    "Den firkantede parentes bliver ikke sluttet",
    "En liste, der begynder med [, slutter med ].",
    INDSATS + "    tema: [integration, kultur\n    periode: 2014",
    INDSATS + "    tema: [integration, kultur]\n    periode: 2014",
)
WRONG_INDENT = error(
    "FR038",
    "Indrykningen passer ikke",
    "Felter, der hører sammen, står lige langt inde på linjen.",
    "forslag:\n  - titel: Flere følgevenner\n     begrundelse: Det er der brug for.",
    "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for.",
)
UNREADABLE_LINE = error(
    "FR039",
    "Linjen kan ikke læses",
    "Linjen passer ikke med, hvordan felter og lister skrives.",
    "forslag: ingen\n]",
    "forslag: ingen",
)
DECORATED_NAME = error(
    "FR040",
    "Tegn omkring et feltnavn",
    "Et feltnavn skrives uden stjerner, understreger og andre tegn om. De betyder kun noget i en tekst.",
    "forslag:\n  - **titel**: Flere følgevenner\n    begrundelse: Det er der brug for.",
    "forslag:\n  - titel: Flere følgevenner\n    begrundelse: Det er der brug for.",
)
LONG_TEXT_SIGN = error(
    "FR041",
    "Tegnet | foran en længere tekst",
    "En tekst på flere linjer begynder med | efter kolon, og linjerne står under den, rykket ind. Et andet tegn bliver "
    "trykt som en del af teksten, og uden | bliver en liste til én lang linje.",
    "perspektiver:\n  tekst: l\n    Der kommer flere.",
    "perspektiver:\n  tekst: |\n    Der kommer flere.",
)
YAML_KINDS = (
    ANCHOR, TAG, FLOW_MAPPING, MANY_DOCUMENTS, DUPLICATE_KEY, STRANGE_KEY, MERGE_KEY, TOO_DEEP, TOO_MANY, LOST_TAIL,
    BULLET, TAB, COLON_IN_TEXT, NO_COLON, NO_SPACE, SPECIAL_START, OPEN_QUOTE, AFTER_QUOTE, OPEN_BRACKET, WRONG_INDENT,
    UNREADABLE_LINE, DECORATED_NAME, LONG_TEXT_SIGN,
)  # fmt: skip
