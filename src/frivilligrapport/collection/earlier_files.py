"""What a forvaltning has handed in before, itself or by those that it has taken over from."""

from collections.abc import Collection
from dataclasses import dataclass

from frivilligrapport.collection.succession import Succession, succession
from frivilligrapport.collection.values import Aargang, Indberetning, Samling
from frivilligrapport.danish import slug_of
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Netvaerk
from frivilligrapport.models.statusfil import Statusfil


@dataclass(frozen=True)
class EarlierFiles:
    """The year that the new file starts from, and its files from what is now one forvaltning.

    `sources` is mostly one file; after a merger there are several. The network's is its part of rapport.yaml.
    """

    aar: int
    sources: tuple[Indberetning, ...]
    succession: Succession
    netvaerk: Netvaerk | None = None

    @property
    def statusfiler(self) -> tuple[Statusfil, ...]:
        """Give the files as they were read."""
        return tuple(one.statusfil for one in self.sources if one.statusfil)

    @property
    def files(self) -> tuple[str, ...]:
        """Give the files' paths as shown."""
        return tuple(one.file for one in self.sources)

    @property
    def indsatser(self) -> dict[str, Indsats]:
        """Give all indsatser by id, in the files' order; one without an id of its own gets one."""
        found: dict[str, Indsats] = {}
        told: list[Statusfil | Netvaerk] = [*self.statusfiler, *((self.netvaerk,) if self.netvaerk else ())]
        for one in (indsats for each in told for indsats in each.indsatser):
            found[unused(_id(one), found)] = one
        return found


def _id(indsats: Indsats) -> str:
    return str(indsats.id) if not is_unanswered(indsats.id) else slug_of(indsats.navn) or "indsats"


def unused(name: str, taken: Collection[str]) -> str:
    """Give a name that is not taken, with a number where it has to have one."""
    number, free = 1, name
    while free in taken:
        number, free = number + 1, f"{name}-{number + 1}"
    return free


def newest_earlier_files(samling: Samling, forvaltning: Forvaltning, aar: int) -> EarlierFiles | None:
    """Give the newest year before `aar` with a file from the forvaltning or from one that it has taken over from."""
    return next(
        (found for one in samling.before(aar) if (found := earlier_files_in(samling, forvaltning, one, aar))), None
    )


def earlier_files_in(samling: Samling, forvaltning: Forvaltning, earlier: Aargang, aar: int) -> EarlierFiles | None:
    """Give what a year has from the forvaltning or its predecessors, None when it has no file from any of them."""
    line = succession(samling, earlier.aar, aar)
    found = (earlier.indberetning(one) for one in line.origins_of(str(forvaltning.id)))
    sources = tuple(one for one in found if one)
    return EarlierFiles(earlier.aar, sources, line) if sources else None
