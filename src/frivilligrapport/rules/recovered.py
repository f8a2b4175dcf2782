"""Rules over files that a slip has made unreadable: what else is wrong with them is told at the same time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from frivilligrapport.collection.values import Aargang, Indberetning, Mended, Samling
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import Rule
from frivilligrapport.rules.walk import Year

# A rule about texts looks at one text alone: that other lines had to be moved does not change it.
_TEXTS = "FR4"


def check_recovered(rules: Iterable[Rule], samling: Samling, aargang: Aargang) -> Iterator[Problem]:
    """Yield what the rules that need no other file find in each file of a year as it would be if it were mended.

    Only places that have not been mended themselves are believed. None of the files counts as read for it.
    """
    alone = tuple(rule for rule in rules if not rule.needs_folder)
    for one in aargang.indberetninger:
        if one.mended:
            year = _year_of(samling, aargang, one, one.mended)
            recovery = one.mended.recovery
            trusted = (rule for rule in alone if recovery.sure or rule.kind.code.startswith(_TEXTS))
            yield from recovery.believed(problem for rule in trusted for problem in rule.check(year))


def _year_of(samling: Samling, aargang: Aargang, one: Indberetning, mended: Mended[Statusfil]) -> Year:
    """Give a year in which the file is the only one, and mended."""
    only = replace(one, tree=mended.recovery.tree, statusfil=mended.model)
    alone = replace(aargang, indberetninger=(only,), rapport=None, rapport_tree=None, strays=(), dokumentfiler=())
    sources = {**samling.sources, one.file: mended.recovery.source}
    return Year(replace(samling, aargange=(alone,), sources=sources, lone=True), alone)
