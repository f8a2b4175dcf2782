"""The texts in people's own words that belong to no single year."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Samling
from frivilligrapport.rules.delivery import Delivery, Passage


def own_words_of_all_years(samling: Samling) -> Iterator[Passage]:
    """Yield such texts of the files that belong to no single year: kommune.yaml and the policies."""
    found = [Delivery(one.file, "", one.tree, one.politik) for one in samling.politikker if one.politik]
    if samling.kommune_is_read:
        found.append(Delivery(samling.kommune_file, "", None, samling.kommune))
    for delivery in found:
        yield from delivery.own_words(samling.sources, {})
