"""Abbreviations in kommune.yaml that mean two things (FR420)."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import units
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import error, folder_rule

TWO_MEANINGS = error(
    "FR420",
    "En forkortelse står to gange",
    "Rapporten skriver en forkortelse ud, første gang den står i et dokument, og kan kun skrive ét. Forvaltningernes "
    "egne forkortelser er med i forvejen.",
    "# fil: kommune.yaml\nforkortelser:\n  - forkortelse: CFSA\n    betydning: Center for Frivilligt Socialt Arbejde\n"
    "  - forkortelse: CFSA\n    betydning: Centret",
    "# fil: kommune.yaml\nforkortelser:\n  - forkortelse: CFSA\n    betydning: Center for Frivilligt Socialt Arbejde",
)


@folder_rule(TWO_MEANINGS)
def _twice(samling: Samling) -> Iterator[Problem]:
    seen = {str(one.forkortelse): one.forkortelse for one in units(samling)}
    for one in samling.kommune.forkortelser if samling.kommune else ():
        short = one.forkortelse
        if (first := seen.setdefault(str(short), short)) is not short and not is_unanswered(short):
            message = f"»{short}« er skrevet ud to gange. Den står også i linje {first.location.line}."
            yield Problem(short.location, TWO_MEANINGS, message, "Slet den ene.")
