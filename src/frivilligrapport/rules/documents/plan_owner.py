"""Whose plan an operationalisering is: file name, forvaltning and year fit together (FR305, FR306, FR307)."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import find, is_unanswered, nearest
from frivilligrapport.models.operationalisering import Operationalisering
from frivilligrapport.problems import Problem
from frivilligrapport.rules.files.forvaltninger import UNKNOWN_FORVALTNING, unknown_words
from frivilligrapport.rules.files.placement import NOT_THAT_YEAR, OTHER_NAME, successors, years_text
from frivilligrapport.rules.rule import Rule
from frivilligrapport.rules.walk import Piece, Year

_PREFIX = "operationalisering-"


def _owner(piece: Piece[Operationalisering]) -> str:
    """Give the id of the forvaltning that the file's name says."""
    return piece.delivery.file.rsplit("/", 1)[-1].removesuffix(".yaml").removeprefix(_PREFIX)


def _unknown(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Operationalisering):
        typed = piece.group.forvaltning
        if year.samling.kommune and not is_unanswered(typed) and not find(year.samling, typed):
            meant = nearest(year.samling, typed) or find(year.samling, _owner(piece))
            message, hint, *instead = unknown_words(typed, meant)
            yield piece.problem(UNKNOWN_FORVALTNING, typed.location, message, hint, instead=tuple(instead))


def _other_name(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Operationalisering):
        typed, named = piece.group.forvaltning, _owner(piece)
        said = find(year.samling, typed)
        if said and said.id != named:
            other = find(year.samling, named)
            message = f"Filen hedder {_PREFIX}{named}.yaml, men siger forvaltning: {typed}."
            rename = f"kald filen {_PREFIX}{said.id}.yaml"
            hint = f"Skriv forvaltning: {other.forkortelse}, eller {rename}." if other else f"{rename.capitalize()}."
            instead = (str(other.forkortelse),) if other else ()
            yield piece.problem(OTHER_NAME, typed.location, message, hint, instead=instead)


def _not_that_year(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Operationalisering):
        typed = piece.group.forvaltning
        unit = find(year.samling, typed)
        alive = {str(one.id) for one in year.samling.forvaltninger(year.aargang.aar)}
        if unit and unit.id == _owner(piece) and unit.id not in alive:
            message = (
                f"{unit.forkortelse} findes ikke i {year.aargang.aar}: I kommune.yaml står den {years_text(unit)}."
            )
            hint = successors(year.samling, unit)
            if unit.is_network:
                message = f"{unit.forkortelse} er et netværk. En operationalisering er en forvaltnings plan."
                hint = "Brug forkortelsen på en forvaltning i kommune.yaml."
            yield piece.problem(NOT_THAT_YEAR, typed.location, message, hint)


PLAN_OWNER_RULES = (
    Rule(UNKNOWN_FORVALTNING, _unknown, needs_folder=True),
    Rule(OTHER_NAME, _other_name, needs_folder=True),
    Rule(NOT_THAT_YEAR, _not_that_year, needs_folder=True),
)
