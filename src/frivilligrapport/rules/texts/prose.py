"""The texts that people write in their own words, and where each character of them stands in its file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from frivilligrapport.collection.folder import path_in_year
from frivilligrapport.collection.values import Samling
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Bemaerkning, Prosa, Tekstfil, Text
from frivilligrapport.problems import Kind, Location, Problem, Severity
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import ScalarNode
from frivilligrapport.rules.year import Delivery, FilePiece, Year

_PASSAGES = (Prosa, Bemaerkning, Tekstfil)


@dataclass(frozen=True)
class Passage:
    """One text as it was typed. `at` gives the place of so many characters from an offset.

    `field` is the field that it stands in, `kind` what sort of text that holds.
    """

    text: str
    at: Callable[[int, int], Location]
    field: str
    kind: type[Text]
    piece: FilePiece[Felter]

    @property
    def is_sentences(self) -> bool:
        """Tell whether the text must consist of whole sentences."""
        return issubclass(self.kind, (Prosa, Tekstfil))

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
    """Yield what may hold sentences in every file of a year, and the text files that they name."""
    return (one for one in own_words(year) if issubclass(one.kind, _PASSAGES))


def own_words(year: Year) -> Iterator[Passage]:
    """Yield every text of a year's files that the writer found the words for: names and keywords too."""
    for delivery in (*year.deliveries, *year.documents):
        for piece, field, text in delivery.texts:
            if isinstance(text, Tekstfil):
                source = year.aargang.texts.get(path_in_year(text) or "")
                if source:
                    yield Passage(source.text, source.place, field, Tekstfil, piece)
            elif text.own_words:
                yield _passage(piece, field, text, year.samling.sources[delivery.file])


def own_words_of_all_years(samling: Samling) -> Iterator[Passage]:
    """Yield such texts of the files that belong to no single year: kommune.yaml and the policies."""
    found = [Delivery(one.file, "", one.tree, one.politik) for one in samling.politikker if one.politik]
    if samling.kommune:
        found.append(Delivery(samling.kommune_file, "", None, samling.kommune))
    for delivery in found:
        for piece, field, text in delivery.texts:
            if text.own_words:
                yield _passage(piece, field, text, samling.sources[delivery.file])


def _passage(piece: FilePiece[Felter], field: str, text: Text, source: Source) -> Passage:
    return Passage(text.scalar.text, Typed(source, text.scalar).place, field, type(text), piece)


@dataclass(frozen=True)
class Typed:
    """Hold a scalar and the source that it was typed in.

    A text that runs over several lines was joined while it was read. Only its spaces changed, so the other characters
    are counted off in the source, once for all its places.
    """

    source: Source
    scalar: ScalarNode

    def place(self, offset: int, length: int) -> Location:
        """Give the place of so many characters from `offset` of the scalar's text.

        Where counting fails, as with escapes in quotes, the whole value is pointed at.
        """
        known, last = self._offsets, min(offset, len(self.scalar.text) - 1)
        return self.source.place(known[last], length) if last < len(known) else self.scalar.location

    @cached_property
    def _offsets(self) -> list[int]:
        """Give where each character stands in the source, a space as the sign before it; as far as they agree."""
        first, text = self.scalar.body or self.scalar.place(0), self.source.text
        at = self.source.offset(first) - 1
        found: list[int] = []
        for character in self.scalar.text:
            if not character.isspace():
                at = _next(text, at + 1)
                if text[at : at + 1] != character:
                    break
            found.append(at)
        return found


def _next(text: str, at: int) -> int:
    """Skip to the next character that is no space."""
    while text[at : at + 1].isspace():
        at += 1
    return at
