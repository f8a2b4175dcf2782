"""Pairs of indsatser at different reporters that look like the same one, and what speaks for it and against.

The weights were set by hand on labelled pairs and measured on others: tests/unit/rules/lookalike_cases.csv.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from frivilligrapport.danish import normal_key
from frivilligrapport.figures.figure import Tags
from frivilligrapport.figures.reports import tags_of, units_of
from frivilligrapport.grammar.period import Period, PeriodKind
from frivilligrapport.models.enheder import Enhed, Enhedsart
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import UOPLYST, is_unanswered
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.rules.delivery import Delivery, FilePiece
from frivilligrapport.rules.likeness.names import (
    Alikeness,
    Vocabulary,
    Wording,
    best_match,
    is_other_name,
    is_within,
    vocabulary,
    with_acronym,
)
from frivilligrapport.rules.year import Year

_ENOUGH = 50
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
_KEY_LENGTH = 4
# Eighty indsatser of a real year give three hundred such pairs; where there are so many, nobody can decide on each.
MOST_PAIRS = 20_000
_MOST_WORDS = 1_000_000  # that are held against each other


class Traits(NamedTuple):
    """Hold the traits of one indsats. `numbers` are its exact figures by unit, `persons` whether it counts people."""

    names: tuple[Wording, ...]
    short_names: tuple[Wording, ...]
    partners: tuple[Wording, ...]
    period: Period | None
    bydele: frozenset[str]
    places: frozenset[str]
    art: str
    temaer: frozenset[str]
    numbers: frozenset[tuple[str, Decimal]]
    persons: bool

    @property
    def keys(self) -> frozenset[str]:
        """Give what two indsatser must share one of to be alike at all: it spares comparing each with each.

        The beginning or end of a telling word, two words of a name or all of them, or a day.
        """
        names = (*self.names, *self.short_names)
        words = {word for one in (*names, *self.partners) for word in one.telling}
        words |= {first + second for one in names for first, second in pairwise(one.words)}
        telling = {end for word in words for end in (f"{word[:_KEY_LENGTH]}-", f"-{word[-_KEY_LENGTH:]}")}
        together = {"+".join(sorted(two)) for one in names for two in combinations(one.words, 2)}
        whole = {"+".join(sorted(one.words)) for one in names}
        is_day = self.period is not None and self.period.kind is PeriodKind.DATE
        return frozenset(telling | together | whole | ({str(self.period and self.period.start)} if is_day else set()))


class Evidence(NamedTuple):
    """One thing that speaks for (points above 0) or against; `reason` is its wording in a finding."""

    points: float
    reason: str


class Lookalike(NamedTuple):
    """Two indsatser that look like one, in print order, and what speaks for it and against."""

    earlier: FilePiece[Indsats]
    later: FilePiece[Indsats]
    evidence: tuple[Evidence, ...]

    def other_than(self, piece: FilePiece[Indsats], reporter: str) -> FilePiece[Indsats] | None:
        """Give the one that `reporter` tells of, when the pair is of that and `piece`; else None."""
        for one, other in ((self.earlier, self.later), (self.later, self.earlier)):
            if one.group is piece.group and other.delivery.reporter == reporter:
                return other
        return None


def lookalikes(year: Year) -> tuple[Lookalike, ...]:
    """Give the year's pairs that look alike, whatever has been said of them, in the order of the later one.

    Where some files alone are asked for, each has one of the two.
    """
    return tuple(_alike(year))


def _alike(year: Year) -> Iterator[Lookalike]:
    deliveries = [one for one in year.deliveries if _may_report(year, one)]
    told = [piece for delivery in deliveries for piece in delivery.pieces(Indsats)]
    traits = year_traits(year, told)
    near = _near(traits, [piece.delivery.reporter for piece in told])
    held, weighed = [sum(len(name.words) for name in (*one.names, *one.short_names)) for one in traits], 0
    for first, second in islice(near, MOST_PAIRS):
        weighed += held[first] * held[second]
        if weighed > _MOST_WORDS:
            break
        if not (year.is_asked(told[first]) or year.is_asked(told[second])):
            continue
        found = evidence(traits[first], traits[second])
        if is_alike(found):
            yield Lookalike(told[first], told[second], found)


def _may_report(year: Year, delivery: Delivery) -> bool:
    """Leave out what belongs in another file, which is told of: the network's status file, or texts of no network."""
    network = year.samling.network(year.aargang.aar)
    is_networks = network is not None and network.id == delivery.reporter
    return bool(delivery.reporter) and is_networks is isinstance(delivery.root, Rapport)


def year_traits(year: Year, told: list[FilePiece[Indsats]]) -> list[Traits]:
    """Read the traits of some of a year's indsatser, in their order."""
    words, units = vocabulary(year.samling.kommune), units_of(year.samling)
    return [traits_of(piece.group, tags_of(year.samling, piece.group), words, units) for piece in told]


def _near(traits: list[Traits], reporters: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the positions of those of different reporters that share a key; the others cannot be alike."""
    seen: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for second, (one, reporter) in enumerate(zip(traits, reporters, strict=True)):
        keys = one.keys
        shared = (seen[key].items() for key in keys)
        found = {first for others in shared for other, told in others if other != reporter for first in told}
        yield from ((first, second) for first in sorted(found))
        for key in keys:
            seen[key][reporter].append(second)


def traits_of(indsats: Indsats, tags: Tags, words: Vocabulary, units: dict[str, Enhed]) -> Traits:
    """Read an indsats; `tags` gives its temaer and bydele as the municipality spells them."""
    names, partners = _answered((indsats.navn, *indsats.kaldes_ogsaa)), _answered(indsats.partnere)
    shortened = ((name, with_acronym(name)) for name in names)
    spots = words.telling(" ".join(_answered(place.navn for place in indsats.steder)))
    counted = (units.get(normal_key(tal.enhed)) for tal in indsats.tal)
    return Traits(
        names=tuple(words.wording(name, spots) for name in names),
        short_names=tuple(words.wording(short, spots) for name, short in shortened if short != name),
        partners=tuple(words.wording(name) for name in (*partners, *map(with_acronym, partners))),
        period=indsats.periode.period if indsats.periode else None,
        bydele=frozenset(map(normal_key, tags.bydele)) - {UOPLYST},
        places=spots | words.places_in(indsats.navn),
        art="".join(_answered([indsats.art])) if indsats.art else "",
        temaer=frozenset(map(normal_key, tags.temaer)) - {UOPLYST},
        numbers=frozenset(_exact_numbers(indsats)),
        persons=any(unit and unit.art is Enhedsart.PERSONER for unit in counted),
    )


def _answered(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(str(one) for one in texts if not is_unanswered(one))


def _exact_numbers(indsats: Indsats) -> Iterator[tuple[str, Decimal]]:
    for tal in indsats.tal:
        point = tal.antal.quantity.point() if tal.antal else None
        if point is not None and point > 1:
            yield normal_key(tal.enhed), point


def evidence(one: Traits, other: Traits) -> tuple[Evidence, ...]:
    """Give all that speaks for and against two indsatser being the same."""
    return tuple(
        found
        for weigh in (_names, _partners, _time, _place, _numbers, _art, _tema)
        for found in weigh(one, other)
        if found.points
    )


def is_alike(found: tuple[Evidence, ...]) -> bool:
    """Tell whether it is enough to ask."""
    return sum(one.points for one in found) >= _ENOUGH


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
