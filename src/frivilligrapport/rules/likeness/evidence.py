"""What speaks for and against two indsatser being the same, in points.

The weights were set by hand on labelled pairs and measured on others: tests/unit/rules/lookalike_cases.csv.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from frivilligrapport.rules.likeness.names import Alikeness, best_match, is_other_name, is_within
from frivilligrapport.rules.likeness.traits import Traits

ENOUGH = 50
_NAME, _COMMON_NAME, _SAME_COMMON_NAME, _WITHIN_COMMON_NAME = 60, 40, 50, 45
_NEAR = 0.5  # what is worded as names that are alike
_SAME_DAY, _SAME_TIME, _OTHER_TIME = 20, 10, -30
_SAME_PLACE, _ELSEWHERE = 20, -30
_SAME_ART, _OTHER_ART = 5, -15
_SAME_TEMA, _OTHER_TEMA = 5, -5
_NAMED_AS_PARTNER, _SAME_PARTNER = 25, 10
_SAME_NUMBER = 15
# An event of a few days tells more by its time than something that runs all year.
_LONGEST_EVENT = timedelta(days=31)
# Arter that are nothing like the rest, and what happens against what lasts; the others are chosen differently by
# different people.
_DISTINCT = frozenset({"publikation", "it-løsning", "pulje", "udlån", "undersøgelse"})
_HAPPENS = frozenset({"arrangement", "kampagne", "kursus", "møderække"})
_LASTS = frozenset({"enhed", "forening", "korps", "netværk"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for (points above 0) or against; `reason` is its wording in a finding."""

    points: float
    reason: str


def evidence(one: Traits, other: Traits) -> tuple[Evidence, ...]:
    """Give all that speaks for and against two indsatser being the same."""
    return tuple(
        found
        for look in (_names, _partners, _time, _place, _numbers, _art, _tema)
        for found in look(one, other)
        if found.points
    )


def is_alike(found: tuple[Evidence, ...]) -> bool:
    """Tell whether it is enough to ask."""
    return sum(one.points for one in found) >= ENOUGH


def _names(one: Traits, other: Traits) -> Iterator[Evidence]:
    best = best_match((one.names, other.names), (one.short_names, other.names), (one.names, other.short_names))
    if best.share:
        near = "navnene ligner hinanden" if best.share >= _NEAR else "navnene har ord til fælles"
        yield Evidence(_points(best), "samme navn" if best.same else near)


def _points(match: Alikeness) -> float:
    if match.telling:
        return _NAME * match.share
    if match.same or match.within:
        return _SAME_COMMON_NAME if match.same else _WITHIN_COMMON_NAME
    return _COMMON_NAME * match.share


def _partners(one: Traits, other: Traits) -> Iterator[Evidence]:
    if is_other_name(one.partners, other.names) or is_other_name(other.partners, one.names):
        # Two that both count people may have counted the same ones.
        both_count = one.persons and other.persons
        yield Evidence(_NAMED_AS_PARTNER * (2 if both_count else 1), "den ene er nævnt som partner hos den anden")
    elif is_within(one.partners, other.names) or is_within(other.partners, one.names):
        yield Evidence(_NAMED_AS_PARTNER, "den enes partner står i den andens navn")
    elif is_other_name(one.partners, other.partners):
        yield Evidence(_SAME_PARTNER, "samme partner")


def _time(one: Traits, other: Traits) -> Iterator[Evidence]:
    spans = [
        (period.start, period.end) for period in (one.period, other.period) if period and period.start and period.end
    ]
    if len(spans) < 2:  # noqa: PLR2004 - both must be known
        return
    (start, end), (other_start, other_end) = spans
    if end < other_start or other_end < start:
        yield Evidence(_OTHER_TIME, "forskellig tid")
    elif start == end == other_start == other_end:
        yield Evidence(_SAME_DAY, "samme dag")
    elif max(end - start, other_end - other_start) <= _LONGEST_EVENT:
        yield Evidence(_SAME_TIME, "samme tid")


def _place(one: Traits, other: Traits) -> Iterator[Evidence]:
    if one.places & other.places or one.bydele & other.bydele:
        yield Evidence(_SAME_PLACE, "samme sted")
    elif one.bydele and other.bydele:
        yield Evidence(_ELSEWHERE, "forskellige steder")


def _numbers(one: Traits, other: Traits) -> Iterator[Evidence]:
    if one.numbers & other.numbers:
        yield Evidence(_SAME_NUMBER, "samme tal")


def _art(one: Traits, other: Traits) -> Iterator[Evidence]:
    if not one.art or not other.art:
        return
    if one.art == other.art:
        yield Evidence(_SAME_ART, "samme art")
    elif _DISTINCT & (both := {one.art, other.art}) or (_HAPPENS & both and _LASTS & both):
        yield Evidence(_OTHER_ART, "forskellig art")


def _tema(one: Traits, other: Traits) -> Iterator[Evidence]:
    if one.temaer & other.temaer:
        yield Evidence(_SAME_TEMA, "samme tema")
    elif one.temaer and other.temaer:
        yield Evidence(_OTHER_TEMA, "forskellige temaer")
