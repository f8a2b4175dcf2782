"""Whether a file is the one that its name and folder say (FR304, FR306, FR307)."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import find, units
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.leaves import Aarstal
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import Rule, error
from frivilligrapport.rules.walk import Piece, Year

WRONG_YEAR = error(
    "FR304",
    "Året passer ikke med mappen",
    "Hvert år har sin egen mappe. En fil i en anden mappe ville blive talt med i et forkert år.",
    "år: 2013",
    "år: 2014",
)
OTHER_NAME = error(
    "FR306",
    "Filens navn og forvaltningen passer ikke sammen",
    "Filens navn siger, hvilken forvaltning den er fra, og »forvaltning« skal sige det samme. Ellers kunne én "
    "forvaltnings tal stå under en andens navn.",
    "forvaltning: KFF",
    "forvaltning: TMF",
)
NOT_THAT_YEAR = error(
    "FR307",
    "Forvaltningen findes ikke det år",
    "I kommune.yaml kan hver forvaltning have et første og et sidste år. Uden for dem regnes den ikke med, og filen "
    "ville blive glemt.",
    "# fil: kommune.yaml\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik- og Miljøforvaltningen\n"
    "    til: 2013\n  - id: kff\n    forkortelse: KFF\n    navn: Kultur- og Fritidsforvaltningen",
    "# fil: kommune.yaml\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik- og Miljøforvaltningen\n"
    "    til: 2014\n  - id: kff\n    forkortelse: KFF\n    navn: Kultur- og Fritidsforvaltningen",
)


def _wrong_year(year: Year) -> Iterator[Problem]:
    for delivery in (*year.deliveries, *year.documents):
        typed = getattr(delivery.root, "aar", None)
        if isinstance(typed, Aarstal) and typed != year.aargang.aar:
            message = f"Filen siger år {typed}, men ligger i mappen {year.aargang.aar}."
            hint = f"Skriv år: {year.aargang.aar}, eller flyt filen til mappen {typed}."
            yield Piece(delivery, delivery.root, ()).problem(
                WRONG_YEAR, typed.location, message, hint, instead=(str(year.aargang.aar),)
            )


def _other_name(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Statusfil):
        typed = piece.group.forvaltning
        named, said = find(year.samling, piece.delivery.reporter), find(year.samling, typed)
        if named and said and named.id != said.id:
            message = f"Filen hedder {named.id}.yaml, men siger forvaltning: {typed}."
            hint = f"Skriv forvaltning: {named.forkortelse}, eller kald filen {said.id}.yaml."
            instead = (str(named.forkortelse),)
            yield piece.problem(OTHER_NAME, typed.location, message, hint, instead=instead)


def _not_that_year(year: Year) -> Iterator[Problem]:
    alive = {str(one.id) for one in units(year.samling) if one.exists_in(year.aargang.aar)}
    for piece in year.pieces(Statusfil):
        unit = find(year.samling, piece.delivery.reporter)
        said = find(year.samling, piece.group.forvaltning)
        if unit and said and unit.id == said.id and unit.id not in alive:
            asked = year.aargang.aar
            message = f"{unit.forkortelse} findes ikke i {asked}: I kommune.yaml står den {years_text(unit)}."
            yield piece.problem(
                NOT_THAT_YEAR, piece.group.forvaltning.location, message, successors(year.samling, unit)
            )
    yield from _absent_network(year)


def _absent_network(year: Year) -> Iterator[Problem]:
    for piece in year.pieces(Rapport):
        if piece.group.netvaerk and year.samling.kommune and not year.samling.network(year.aargang.aar):
            message = (
                f"Der er intet netværk i {year.aargang.aar} i kommune.yaml, så netværkets tal kan ikke tælles med."
            )
            hint = "Skriv netværket i kommune.yaml under forvaltninger med type: netværk, eller ret dets fra og til."
            yield piece.problem(NOT_THAT_YEAR, piece.group.place_of("netvaerk"), message, hint)


def years_text(unit: Forvaltning) -> str:
    """Say from when to when a forvaltning stands in the register."""
    since = f"fra {unit.fra}" if unit.fra is not None else ""
    until = f"til {unit.til}" if unit.til is not None else ""
    return " ".join(word for word in (since, until) if word)


def successors(samling: Samling, gone: Forvaltning) -> str:
    """Say what to do about a file of a forvaltning that is gone: who has taken over from it."""
    heirs = [
        str(one.forkortelse) for one in units(samling) if any(find(samling, name) is gone for name in one.afloeser)
    ]
    if heirs:
        return f"Brug {' eller '.join(heirs)}, som har afløst den."
    return "Flyt filen til det rigtige år, eller ret fra og til i kommune.yaml."


PLACEMENT_RULES = (
    Rule(WRONG_YEAR, _wrong_year),
    Rule(OTHER_NAME, _other_name, needs_folder=True),
    Rule(NOT_THAT_YEAR, _not_that_year, needs_folder=True),
)
