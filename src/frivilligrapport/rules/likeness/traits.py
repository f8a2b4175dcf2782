"""What is compared of an indsats: its names, time, places, partners, sort and figures, each read once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from frivilligrapport.danish import normal_key
from frivilligrapport.figures.tags import Tags
from frivilligrapport.grammar.period import Period, PeriodKind
from frivilligrapport.models.enheder import Enhed, Enhedsart
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.rules.likeness.wording import Vocabulary, Wording, with_acronym

_KEY_LENGTH = 4


@dataclass(frozen=True)
class Traits:
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


def traits_of(indsats: Indsats, tags: Tags, words: Vocabulary, units: dict[str, Enhed]) -> Traits:
    """Read an indsats; `tags` gives its temaer and bydele as the municipality spells them."""
    names, partners = _answered((indsats.navn, *indsats.kaldes_ogsaa)), _answered(indsats.partnere)
    spots = words.telling(" ".join(_answered(place.navn for place in indsats.steder)))
    return Traits(
        names=tuple(words.wording(name, spots) for name in names),
        short_names=tuple(words.wording(with_acronym(name), spots) for name in names if with_acronym(name) != name),
        partners=tuple(words.wording(name) for name in (*partners, *map(with_acronym, partners))),
        period=indsats.periode.period if indsats.periode else None,
        bydele=frozenset(map(normal_key, tags.bydele)) - {UOPLYST},
        places=spots | words.places_in(indsats.navn),
        art="".join(_answered([indsats.art])) if indsats.art else "",
        temaer=frozenset(map(normal_key, tags.temaer)) - {UOPLYST},
        numbers=frozenset(_numbers(indsats)),
        persons=any(unit and unit.art is Enhedsart.PERSONER for unit in _units(indsats, units)),
    )


def _answered(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(str(one) for one in texts if one.key != UOPLYST)


def _numbers(indsats: Indsats) -> Iterator[tuple[str, Decimal]]:
    for tal in indsats.tal:
        point = tal.antal.quantity.point() if tal.antal else None
        if point is not None and point > 1:
            yield normal_key(tal.enhed), point


def _units(indsats: Indsats, units: dict[str, Enhed]) -> Iterator[Enhed | None]:
    return (units.get(normal_key(tal.enhed)) for tal in indsats.tal)
