"""From a collection to a new status file, prefilled with what is known from the year before."""

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.counting.succession import succession
from frivilligrapport.documents.new_file.before import Answers, Before, Fate, Start
from frivilligrapport.documents.new_file.whole import NewFile, new_file
from frivilligrapport.models.kommune import Forvaltning

__all__ = ["Answers", "Before", "Fate", "NewFile", "Start", "before_in", "new_file", "newest_before"]


def newest_before(samling: Samling, forvaltning: Forvaltning, aar: int) -> Before | None:
    """Give the newest year before `aar` with a file from the forvaltning or from one that it has taken over from."""
    earlier = sorted((one for one in samling.aargange if one.aar < aar), key=lambda one: one.aar, reverse=True)
    return next((found for one in earlier if (found := before_in(samling, forvaltning, one, aar))), None)


def before_in(samling: Samling, forvaltning: Forvaltning, earlier: Aargang, aar: int) -> Before | None:
    """Give what a year has from the forvaltning or its predecessors, None when it has no file from any of them."""
    line = succession(samling, earlier.aar, aar)
    found = (earlier.indberetning(one) for one in line.origins_of(str(forvaltning.id)))
    sources = tuple(one for one in found if one)
    return Before(earlier.aar, sources, line) if sources else None
