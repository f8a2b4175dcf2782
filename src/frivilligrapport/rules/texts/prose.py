"""Where a character of a text stands in its file, however the text was wrapped there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from frivilligrapport.collection.folder import path_in_year
from frivilligrapport.models import lister
from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import Text
from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import ScalarNode
from frivilligrapport.rules.year import FilePiece, Year


def place_in(source: Source, scalar: ScalarNode, offset: int, length: int) -> Location:
    """Give the place of so many characters from `offset` of a scalar's text.

    A text that runs over several lines was joined while it was read. Only its spaces changed, so the other characters
    are counted off in the source; where that fails, as with escapes in quotes, the whole value is pointed at.
    """
    first = scalar.body or scalar.place(0)
    at = sum(len(line) + 1 for line in source.lines[: first.line - 1]) + first.column - 1
    for character in scalar.text[: offset + 1]:
        if character.isspace():
            continue
        at = _next(source.text, at)
        if source.text[at : at + 1] != character:
            return scalar.location
        at += 1
    return source.place(at - 1, length)


def _next(text: str, at: int) -> int:
    """Skip to the next character that is no space."""
    while text[at : at + 1].isspace():
        at += 1
    return at


# Fields that hold whole sentences, in no particular order.
SENTENCES = (
    "tekst", "forord", "indledning", "fremover", "beskrivelse", "effekt",
    "hjemmel", "vurdering", "vision",
)  # fmt: skip
# Fields that may hold a few words as well as sentences.
REMARKS = (
    "begrundelse", "bemaerkning", "forklaring", "aarsag", "fordi", "mangler", "hvad",
    "regler", "kompetencer", "ledelse", "ressourcer",
)  # fmt: skip
TITLES = ("navn", "titel", "undertitel", "overskrift", "emne")
_TEXT_FILE = "tekstfil"
_NO_PROSE = ("", lister.UOPLYST, lister.INGEN)


@dataclass(frozen=True)
class Passage:
    """One text as it was typed. `at` gives the place of so many characters from an offset; `field` says what it is."""

    text: str
    at: Callable[[int, int], Location]
    field: str
    piece: FilePiece[Felter]

    @property
    def is_sentences(self) -> bool:
        """Tell whether the text must consist of whole sentences."""
        return self.field in SENTENCES or self.field == _TEXT_FILE

    @property
    def draft_weight(self) -> Severity | None:
        """Give the weight of what a text in a draft may still lack."""
        return self.piece.delivery.draft_weight

    def problem(
        self,
        kind: Kind,
        start: int,
        length: int,
        message: str,
        hint: str,
        *,
        weight: Severity | None = None,
    ) -> Problem:
        """Make a finding about some characters; what runs over the end of a line is underlined to there."""
        line = self.text[start : start + length].split("\n")[0]
        return self.piece.problem(kind, self.at(start, max(len(line), 1)), message, hint, weight=weight)


def offering(problem: Problem, length: int, *instead: str) -> Problem:
    """Let a finding about so many characters offer texts, where those characters are just what is underlined."""
    return replace(problem, instead=instead) if problem.location.length == length else problem


def passages(year: Year) -> Iterator[Passage]:
    """Yield the prose of every file of a year, the other documents last, and of the text files that they name."""
    for delivery in (*year.deliveries, *year.documents):
        own = year.samling.sources[delivery.file]
        for piece in delivery.pieces(Felter):
            yield from _in_fields(piece, (*SENTENCES, *REMARKS), own)
            typed = getattr(piece.group, _TEXT_FILE, None)
            source = year.aargang.texts.get(path_in_year(typed) or "") if typed else None
            if source:
                yield Passage(source.text, source.place, _TEXT_FILE, piece)


def titles(year: Year) -> Iterator[Passage]:
    """Yield the names and headings of every file of a year, the other documents last."""
    for delivery in (*year.deliveries, *year.documents):
        own = year.samling.sources[delivery.file]
        for piece in delivery.pieces(Felter):
            yield from _in_fields(piece, TITLES, own)


def _in_fields(piece: FilePiece[Felter], fields: tuple[str, ...], source: Source) -> Iterator[Passage]:
    for name in _of_model(type(piece.group), fields):
        value = getattr(piece.group, name)
        if isinstance(value, Text) and value.casefold() not in _NO_PROSE:
            yield Passage(value.scalar.text, partial(place_in, source, value.scalar), name, piece)


@cache
def _of_model(model: type[Felter], fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in fields if name in model.model_fields)
