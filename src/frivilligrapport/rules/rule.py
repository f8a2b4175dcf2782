"""What a rule is, and how one is declared; its kind of finding is declared as all kinds are, as an error or a warning.

A module in `files`, `figures`, `texts` or `documents` that declares a rule is found by itself: see `catalogue`.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.rules.year import Year

YearCheck = Callable[[Year], Iterator[Problem]]
FolderCheck = Callable[[Samling], Iterator[Problem]]


class Rule(NamedTuple):
    """Declare a check of one year; it yields findings of `kind` and no other.

    With `needs_folder` the rule asks for more than one file, and is left out for a lone one; with `needs_others` for
    what other forvaltninger have handed in, or for texts and pictures, and is left out too where these are not at hand.
    With `for_build` it is asked only of a report that is to be published, in place of other rules of its kind.
    """

    kind: Kind
    check: YearCheck
    needs_folder: bool = False
    for_build: bool = False
    needs_others: bool = False

    def fits(self, samling: Samling) -> bool:
        """Tell whether all that the rule asks for is at hand."""
        return not (samling.lone and self.needs_folder) and not (samling.without_others and self.needs_others)


class FolderRule(NamedTuple):
    """Declare a check of what belongs to no single year."""

    kind: Kind
    check: FolderCheck


def rule(
    kind: Kind, *, needs_folder: bool = False, for_build: bool = False, needs_others: bool = False
) -> Callable[[YearCheck], Rule]:
    """Make the generator below into a rule; the arguments are those of `Rule`. One that needs others needs a folder."""
    return lambda check: Rule(kind, check, needs_folder or needs_others, for_build, needs_others)


def folder_rule(kind: Kind) -> Callable[[FolderCheck], FolderRule]:
    """Make the generator below into a rule about what belongs to no single year."""
    return lambda check: FolderRule(kind, check)
