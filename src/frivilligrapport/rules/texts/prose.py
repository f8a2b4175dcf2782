"""What the rules about texts share: the texts that belong to no single year, and findings that offer a text."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem
from frivilligrapport.rules.year import Delivery, Passage


def offering(problem: Problem, length: int, *instead: str) -> Problem:
    """Let a finding about so many characters offer texts, where those characters are just what is underlined."""
    return problem._replace(instead=instead) if problem.location.length == length else problem


def own_words_of_all_years(samling: Samling) -> Iterator[Passage]:
    """Yield such texts of the files that belong to no single year: kommune.yaml and the policies."""
    found = [Delivery(one.file, "", one.tree, one.politik) for one in samling.politikker if one.politik]
    if samling.kommune:
        found.append(Delivery(samling.kommune_file, "", None, samling.kommune))
    for delivery in found:
        yield from delivery.own_words(samling.sources, {})
