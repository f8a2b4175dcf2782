"""Whose a file is and of which year, by its name, its folder, what it says and the register (FR304 to FR308)."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from frivilligrapport.collection.organisation import find, guessing, units
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.dokumentfiler.operationalisering import Operationalisering
from frivilligrapport.models.fields.leaves import Aarstal, Text
from frivilligrapport.models.indsats import Faelles
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem, error
from frivilligrapport.rules.delivery import FilePiece, Suggestion, did_you_mean
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.year import Year

WRONG_YEAR = error(
    "FR304",
    "Året passer ikke med mappen",
    "Hvert år har sin egen mappe. En fil i en anden mappe ville blive talt med i et forkert år.",
    "år: 2013",
    "år: 2014",
)
UNKNOWN_FORVALTNING = error(
    "FR305",
    "Forvaltningen kendes ikke",
    "Forvaltningerne står i kommune.yaml med hver sin forkortelse. Et andet navn kan ikke knyttes til nogen af dem.",
    "forvaltning: TFM",
    "forvaltning: TMF",
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
DUPLICATE_FORVALTNING = error(
    "FR308",
    "Samme forvaltning to gange i kommune.yaml",
    "Et id og en forkortelse peger på én forvaltning i et bestemt år. Skifter en forvaltning navn, får den gamle et "
    "slutår i »til« og den nye et startår i »fra«.",
    "# fil: kommune.yaml\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik- og Miljøforvaltningen\n"
    "  - id: kff\n    forkortelse: KFF\n    navn: Kultur- og Fritidsforvaltningen\n"
    "  - id: kff\n    forkortelse: KUF\n    navn: Kulturforvaltningen",
    "# fil: kommune.yaml\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik- og Miljøforvaltningen\n"
    "  - id: kff\n    forkortelse: KFF\n    navn: Kultur- og Fritidsforvaltningen\n    til: 2025\n"
    "  - id: kff\n    forkortelse: KUF\n    navn: Kulturforvaltningen\n    fra: 2026",
)
TWO_MEANINGS = error(
    "FR420",
    "En forkortelse står to gange",
    "Rapporten skriver en forkortelse ud, første gang den står i et dokument, og kan kun skrive ét. Forvaltningernes "
    "egne forkortelser er med i forvejen.",
    "# fil: kommune.yaml\nforkortelser:\n  - forkortelse: CFSA\n    betydning: Center for Frivilligt Socialt Arbejde\n"
    "  - forkortelse: CFSA\n    betydning: Centret",
    "# fil: kommune.yaml\nforkortelser:\n  - forkortelse: CFSA\n    betydning: Center for Frivilligt Socialt Arbejde",
)
_PLAN = "operationalisering-"
Owned = FilePiece[Statusfil] | FilePiece[Operationalisering]


def _owned(year: Year) -> Iterator[tuple[Owned, str, str]]:
    """Yield each file that has an owner, what its name begins with, and the id that follows; "" when it is unknown."""
    for piece in year.pieces(Statusfil):
        unit = find(year.samling, piece.delivery.reporter)
        yield piece, "", str(unit.id) if unit else ""
    for plan in year.in_documents(Operationalisering):
        stem = plan.delivery.file.rsplit("/", 1)[-1].removesuffix(".yaml")
        yield plan, _PLAN, stem.removeprefix(_PLAN)


@rule(WRONG_YEAR)
def _wrong_year(year: Year) -> Iterator[Problem]:
    for delivery in year.handed_in:
        typed = getattr(delivery.root, "aar", None)
        if isinstance(typed, Aarstal) and typed != year.aargang.aar:
            message = f"Filen siger år {typed}, men ligger i mappen {year.aargang.aar}."
            hint = f"Skriv år: {year.aargang.aar}, eller flyt filen til mappen {typed}."
            yield FilePiece(delivery, delivery.root).problem(
                WRONG_YEAR, typed.location, message, hint, instead=(str(year.aargang.aar),)
            )


@rule(UNKNOWN_FORVALTNING, needs_folder=True)
def _unknown(year: Year) -> Iterator[Problem]:
    nearest = guessing(year.samling)
    for piece, names, own in _named(year) if year.samling.kommune_is_read else ():
        for name in names:
            if not is_unanswered(name) and not find(year.samling, name):
                message, hint, instead = _unknown_words(name, nearest(name) or own)
                yield piece.problem(UNKNOWN_FORVALTNING, name.location, message, hint, instead=instead)


def _named(year: Year) -> Iterator[tuple[FilePiece[Any], tuple[Text, ...], Forvaltning | None]]:
    """Yield all names of forvaltninger in the year's files, and the one that the file's own name says."""
    for piece, _, named in _owned(year):
        yield piece, (piece.group.forvaltning,), find(year.samling, named)
    for shared in year.pieces(Faelles):
        yield shared, (*shared.group.med, shared.group.taeller_hos), None
    for report in year.pieces(Rapport):
        yield report, report.group.raekkefoelge, None


@folder_rule(UNKNOWN_FORVALTNING)
def _unknown_predecessors(samling: Samling) -> Iterator[Problem]:
    """Yield a finding for each name in `afløser` that no entry has: years could not be compared across it."""
    nearest = guessing(samling)
    for unit in units(samling):
        for name in unit.afloeser:
            if not is_unanswered(name) and not find(samling, name):
                meant = nearest(name)
                message, hint, instead = _unknown_words(name, meant)
                hint = hint if meant else "Giv den sin egen post med et slutår i »til«, eller slet navnet."
                yield Problem(name.location, UNKNOWN_FORVALTNING, message, hint, str(unit.id), instead=instead)


def _unknown_words(name: Text, meant: Forvaltning | None) -> Suggestion:
    better = str(meant.forkortelse) if meant else None
    found = did_you_mean(f"Forvaltningen »{name}« kendes ikke.", better, "Brug en forkortelse fra kommune.yaml")
    return found._replace(hint=f"{found.hint}.")


@rule(OTHER_NAME, needs_folder=True)
def _other_name(year: Year) -> Iterator[Problem]:
    for piece, prefix, named in _owned(year):
        typed, owner = piece.group.forvaltning, find(year.samling, named)
        said = find(year.samling, typed)
        if named and said and said.id != named:
            message = f"Filen hedder {prefix}{named}.yaml, men siger forvaltning: {typed}."
            rename = f"kald filen {prefix}{said.id}.yaml"
            hint = f"Skriv forvaltning: {owner.forkortelse}, eller {rename}." if owner else f"{rename.capitalize()}."
            instead = (str(owner.forkortelse),) if owner else ()
            yield piece.problem(OTHER_NAME, typed.location, message, hint, instead=instead)


@rule(NOT_THAT_YEAR, needs_folder=True)
def _not_that_year(year: Year) -> Iterator[Problem]:
    asked = year.aargang.aar
    alive = {str(one.id) for one in units(year.samling) if one.exists_in(asked)}
    for piece, prefix, named in _owned(year):
        typed = piece.group.forvaltning
        said = find(year.samling, typed)
        is_plan_of_network = bool(prefix and said and said.is_network)
        if said and said.id == named and (named not in alive or is_plan_of_network):
            unit = said if prefix else find(year.samling, named) or said
            message = f"{unit.forkortelse} findes ikke i {asked}: I kommune.yaml står den {_years(unit)}."
            hint = _successors(year.samling, unit)
            if is_plan_of_network:
                message = f"{unit.forkortelse} er et netværk. En operationalisering er en forvaltnings plan."
                hint = "Brug forkortelsen på en forvaltning i kommune.yaml."
            yield piece.problem(NOT_THAT_YEAR, typed.location, message, hint)
    for report in year.pieces(Rapport):
        if report.group.netvaerk and year.samling.kommune_is_read and not year.samling.network(asked):
            message = f"Der er intet netværk i {asked} i kommune.yaml, så netværkets tal kan ikke tælles med."
            hint = "Skriv netværket i kommune.yaml under forvaltninger med type: netværk, eller ret dets fra og til."
            yield report.problem(NOT_THAT_YEAR, report.group.place_of("netvaerk"), message, hint)


def _years(unit: Forvaltning) -> str:
    """Say from when to when a forvaltning stands in the register."""
    since = f"fra {unit.fra}" if unit.fra is not None else ""
    until = f"til {unit.til}" if unit.til is not None else ""
    return " ".join(word for word in (since, until) if word)


def _successors(samling: Samling, gone: Forvaltning) -> str:
    """Say what to do about a file of a forvaltning that is gone: who has taken over from it."""
    heirs = [
        str(one.forkortelse) for one in units(samling) if any(find(samling, name) is gone for name in one.afloeser)
    ]
    if heirs:
        return f"Brug {' eller '.join(heirs)}, som har afløst den."
    return "Flyt filen til det rigtige år, eller ret fra og til i kommune.yaml."


@folder_rule(DUPLICATE_FORVALTNING)
def _duplicates(samling: Samling) -> Iterator[Problem]:
    seen: dict[tuple[str, str], list[Forvaltning]] = defaultdict(list)
    for unit in units(samling):
        for typed, field in ((unit.id, "id"), (unit.forkortelse, "forkortelse")):
            twin = next((one for one in seen[field, typed.key] if _same_time(one, unit)), None)
            if twin and not is_unanswered(typed):
                line = getattr(twin, field).location.line
                message = f"»{typed}« er brugt to gange som {field}. Det står også i linje {line}."
                hint = f"Giv den ene et andet, eller skriv fra og til (i forvaltningen »{unit.navn}«)."
                yield Problem(typed.location, DUPLICATE_FORVALTNING, message, hint, str(unit.id))
                break
        seen["id", unit.id.key].append(unit)
        seen["forkortelse", unit.forkortelse.key].append(unit)


def _same_time(one: Forvaltning, other: Forvaltning) -> bool:
    """Tell whether there is a year in which both exist."""
    starts = [unit.fra for unit in (one, other) if unit.fra is not None]
    first = max(starts, default=None)
    return first is None or (one.exists_in(first) and other.exists_in(first))


@folder_rule(TWO_MEANINGS)
def _twice(samling: Samling) -> Iterator[Problem]:
    seen = {str(one.forkortelse): one.forkortelse for one in units(samling)}
    for one in samling.kommune.forkortelser:
        short = one.forkortelse
        if (first := seen.setdefault(str(short), short)) is not short and not is_unanswered(short):
            message = f"»{short}« er skrevet ud to gange. Den står også i linje {first.location.line}."
            yield Problem(short.location, TWO_MEANINGS, message, "Slet den ene.")
