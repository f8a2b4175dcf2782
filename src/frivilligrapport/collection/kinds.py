"""Findings that only the folder shows: files that do not belong, and personal data."""

from frivilligrapport.problems import error

STRAY_FILE = error(
    "FR301",
    "Filen hører ikke til her",
    "Filens navn siger, hvad den er. En fil med et andet navn, i et andet format eller bag en genvej ville blive glemt "
    "i rapporten. Dokumenter, der hører til året, ligger i mappen bilag.",
    "# fil: 2014/teknik.yaml\nforvaltning: TMF\når: 2014",
    "# fil: 2014/tmf.yaml\nforvaltning: TMF\når: 2014",
    of_file=True,
)
DUPLICATE_DELIVERY = error(
    "FR302",
    "Samme forvaltning to gange",
    "Hver forvaltning afleverer én fil om året. Programmet vælger ikke selv mellem to.",
    "# fil: 2014/tmf.yaml\nforvaltning: TMF\når: 2014\n# fil: 2014/tmf-ny.yaml\nforvaltning: TMF\når: 2014",
    "# fil: 2014/tmf.yaml\nforvaltning: TMF\når: 2014",
    of_file=True,
)
NO_REGISTER = error(
    "FR303",
    "kommune.yaml mangler",
    "Filen kommune.yaml siger, hvilke forvaltninger der er, og hvem der derfor mangler at aflevere.",
    "(en mappe indberetninger uden kommune.yaml)",
    "(en mappe indberetninger med kommune.yaml)",
    of_file=True,
)
PERSONAL_DATA = error(
    "FR901",
    "Noget ligner et CPR-nummer",
    "CPR-numre må ikke offentliggøres uden samtykke (databeskyttelsesloven § 11), og en rapport om frivillighed har "
    "ikke brug for dem. Alt standser, til nummeret er slettet, også i bemærkninger, filnavne, tekster og bilag. Er det "
    "et andet nummer, så skriv hvilket foran det, fx P-nr. eller kontonr. Ellers kan rapport.yaml acceptere det for "
    "det ene sted: »hvor« er filen, kolon og det sted, som fundet nævner, aldrig selve nummeret.",
    "perspektiver:\n  tekst: Kontakt 010199-5000 for mere.",
    "perspektiver:\n  tekst: Kontakt forvaltningen for mere.",
)
LOST_IN_TEMPLATE = error(
    "FR477",
    "Tekst i en skabelon, som forsvinder",
    "En skabelon, der bygger videre på en anden med »extends«, bruger kun sine blokke. Det, der står uden for dem, "
    "kommer ingen steder.",
    '(en skabelon med {% extends "indbygget/_side.html.j2" %} og en sætning under linjen)',
    "(den samme sætning mellem {% block bund %} og {% endblock %})",
)
OTHER_FILE = error(
    "FR316",
    "Filen er en anden slags fil",
    "Filens navn siger, hvad den er, og det er ikke de felter, der står i den. Det sker, når en fil er gemt under en "
    "andens navn.",
    "(en fil, der hedder tmf.yaml, med rapportens egne felter)",
    "(en fil, der hedder tmf.yaml, med forvaltningens felter)",
)
COLLECTION_KINDS = (STRAY_FILE, OTHER_FILE, DUPLICATE_DELIVERY, NO_REGISTER, PERSONAL_DATA, LOST_IN_TEMPLATE)


def linked(name: str) -> tuple[str, str]:
    """Say of a link that it is not followed, and what to do."""
    message = f"Filen »{name}« er en genvej ud af mappen og bliver ikke læst."
    return message, "Læg selve filen i mappen i stedet for en genvej til den."
