"""Ids that are used twice in one file (FR321)."""

from collections.abc import Iterable, Iterator

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.leaves import Slug
from frivilligrapport.models.loefte import Loefte
from frivilligrapport.models.rapport import Forudsaetning
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import INDSATS, Rule, error
from frivilligrapport.rules.walk import Piece, Year, pieces

_TWO = INDSATS + "  - id: {}\n    navn: Kursusgange\n    tilstand: afholdt"
DUPLICATE_ID = error(
    "FR321",
    "Samme id to gange",
    "Et id peger på én indsats, også fra andre steder i filen og fra næste års fil. Står det to gange, kan ingen "
    "vide, hvilken der er ment.",
    _TWO.format("smag-verden"),
    _TWO.format("kursusgange"),
)


def _duplicates(year: Year) -> Iterator[Problem]:
    for delivery in (*year.deliveries, *year.documents):
        for found in (pieces(delivery, Indsats), pieces(delivery, Forudsaetning), pieces(delivery, Loefte)):
            yield from _twins((piece, piece.group.id) for piece in found)


def _twins(ids: Iterable[tuple[Piece[Indsats] | Piece[Forudsaetning] | Piece[Loefte], Slug]]) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for piece, typed in ids:
        if typed in lines and not is_unanswered(typed):
            message = f"Id'et »{typed}« er brugt to gange. Det står også i linje {lines[typed]}."
            yield piece.problem(DUPLICATE_ID, typed.location, message, "Giv den ene et andet id")
        lines.setdefault(typed, typed.location.line)


ID_RULES = (Rule(DUPLICATE_ID, _duplicates),)
