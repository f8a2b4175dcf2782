"""What a mended copy of a file says, and what of it may be believed of the file itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.tree import Node


@dataclass(frozen=True, slots=True)
class Recovery:
    """Hold what a mended copy says. `tree` is None when no mending made the whole of it readable.

    `source` is the copy, and `origins` gives the file's line for each line of it. The others are lines of the file,
    from 1: `doubted` are those on which nothing more is believed, `shaken` those of them that had to be moved or left
    out, so that other lines may have come to belong elsewhere, and `moved` says how many characters further in a line
    stands.
    """

    source: Source
    origins: Sequence[int]
    tree: Node | None = None
    doubted: frozenset[int] = frozenset()
    moved: Mapping[int, int] = field(default_factory=dict)
    shaken: frozenset[int] = frozenset()

    @property
    def sure(self) -> bool:
        """Tell that all that was written is still there, every word in its own field."""
        return not self.shaken

    def believed(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield those findings of the copy that are the file's own, each at its place in the file."""
        for problem in problems:
            place = self.place(problem.location)
            if place.line not in self.doubted:
                yield replace(problem, location=place)

    def judged(self, problems: Iterable[Problem]) -> "Recovery":
        """Be no longer sure where a line that was mended is found to be wrong in another way: the guess was no good."""
        wrong = {self.place(one.location).line for one in problems}
        return replace(self, shaken=self.shaken | (wrong & self.doubted))

    def place(self, place: Location) -> Location:
        """Give a place of the copy as the file's own."""
        line = self.origins[place.line - 1]
        return replace(place, line=line, column=max(1, place.column - self.moved.get(line, 0)))
