"""Shared things: who says that they are part of them, and who says that they count them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from frivilligrapport.collection.organisation import find, is_unanswered
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import normal_key, numeral
from frivilligrapport.figures.from_tal import whole_bounds
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.indsats import Faelles, Indsats
from frivilligrapport.models.leaves import Maengde, Text
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.rules.rule import INDSATS, Rule, warning
from frivilligrapport.rules.walk import Piece, Year


@dataclass(frozen=True)
class Telling:
    """What one reporter says of a shared thing."""

    piece: Piece[Indsats]
    faelles: Faelles

    @property
    def reporter(self) -> str:
        """Give the id of the forvaltning or network that reports."""
        return self.piece.delivery.reporter


@dataclass(frozen=True)
class SharedThing:
    """All that is told of one shared thing in a year, in print order."""

    id: str
    tellings: tuple[Telling, ...]

    @property
    def reporters(self) -> frozenset[str]:
        """Give the ids of those that report it."""
        return frozenset(one.reporter for one in self.tellings)

    def partners(self, samling: Samling) -> dict[str, tuple[Telling, Text]]:
        """Give the ids of all that are named as part of it, each with where it is named first."""
        named = ((telling, name) for telling in self.tellings for name in _names(telling.faelles))
        found: dict[str, tuple[Telling, Text]] = {}
        for telling, name in named:
            unit = find(samling, name)
            if unit:
                found.setdefault(str(unit.id), (telling, name))
        return found


def _names(faelles: Faelles) -> tuple[Text, ...]:
    return tuple(name for name in (*faelles.med, faelles.taeller_hos) if not is_unanswered(name))


def shared_things(year: Year) -> Iterator[SharedThing]:
    """Yield the year's shared things in the order they are first told of."""
    found: dict[str, list[Telling]] = {}
    for piece in year.pieces(Indsats):
        faelles = piece.group.faelles
        if faelles and not is_unanswered(faelles.id):
            found.setdefault(str(faelles.id), []).append(Telling(piece, faelles))
    return (SharedThing(name, tuple(tellings)) for name, tellings in found.items())


_SHARED = (
    INDSATS + "    fælles:\n      id: smag-verden\n      med: [{}]\n      tæller_hos: TMF\n    tal:\n      gæster: {}\n"
)
_BOTH = "# fil: 2014/tmf.yaml\n" + _SHARED.format("KFF", "200") + "# fil: 2014/kff.yaml\n" + _SHARED
DIFFERENT_FIGURES = warning(
    "FR344",
    "Forskellige tal for en fælles indsats",
    "Når flere fortæller om det samme, bør de sige det samme. Kun tallet hos den, der tæller, indgår i totalen.",
    _BOTH.format("TMF", "300"),
    _BOTH.format("TMF", "200"),
)
# Two who count the same thing may well be a third apart; at twice as many they hardly count the same.
VERY = 2
VERY_DIFFERENT_FIGURES = warning(
    "FR376",
    "Meget forskellige tal for en fælles indsats",
    f"Når det ene tal er mindst {numeral(VERY)} gange så stort som det andet, har de to næppe talt det samme: Måske er "
    "der talt vagter et sted og personer et andet. Kun tallet hos den, der tæller, indgår i totalen.",
    _BOTH.format("TMF", "500"),
    _BOTH.format("TMF", "200"),
)
Key = tuple[str, str]


def _different(year: Year) -> Iterator[Problem]:
    margin = margin_of(year.aargang)
    for thing in shared_things(year):
        measure: dict[Key, Tal] = {}
        for telling in _owner_first(year.samling, thing):
            for tal in telling.piece.group.tal:
                bounds = whole_bounds(tal, margin)
                if bounds is None:
                    continue
                first = measure.setdefault((normal_key(tal.enhed), normal_key(tal.maerke)), tal)
                stated = whole_bounds(first, margin)
                if stated and stated != bounds:
                    kind = VERY_DIFFERENT_FIGURES if _is_very_different(stated, bounds) else DIFFERENT_FIGURES
                    yield _problem(kind, telling, tal, first)


def _owner_first(samling: Samling, thing: SharedThing) -> list[Telling]:
    def is_other(telling: Telling) -> bool:
        owner = find(samling, telling.faelles.taeller_hos)
        return owner is None or owner.id != telling.reporter

    return sorted(thing.tellings, key=is_other)


def _is_very_different(one: Bounds, other: Bounds) -> bool:
    """Tell whether one says at least twice as much, lower bound against lower and upper against upper.

    A bound that says nothing, 0 or open, is left out; where none is left, each one's other bound is its claim.
    """
    lowers, uppers = (one.lower, other.lower), (one.upper, other.upper)
    claims = (one.lower or one.upper, other.lower or other.upper)
    pairs = [pair for pair in (lowers, uppers) if all(pair)] or [claims]
    return all(a is not None and b is not None and max(a, b) >= VERY * min(a, b) for a, b in pairs)


def _problem(kind: Kind, telling: Telling, tal: Tal, first: Tal) -> Problem:
    here, there = _stated(tal), _stated(first)
    place = there.location
    message = f"Her er {here.quantity.typed} {tal.enhed}, men {place.file} siger {there.quantity.typed} om det samme."
    advice = "Find ud af, om I har talt det samme" if kind is VERY_DIFFERENT_FIGURES else "Bliv enige om ét tal"
    hint = f"{advice}. Det andet står i linje {place.line} i {place.file}"
    return telling.piece.problem(kind, here.location, message, hint)


def _stated(tal: Tal) -> Maengde:
    """Give the figure's first number; one of the three is there when the figure says anything."""
    return next(one for one in (tal.antal, tal.mindst, tal.hoejst) if one)


def _of_kind(kind: Kind) -> Callable[[Year], Iterator[Problem]]:
    return lambda year: (problem for problem in _different(year) if problem.kind is kind)


FIGURE_RULES = tuple(
    Rule(kind, _of_kind(kind), needs_folder=True) for kind in (DIFFERENT_FIGURES, VERY_DIFFERENT_FIGURES)
)
