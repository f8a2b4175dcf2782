"""Shared things: the same unit with different figures (FR344)."""

from collections.abc import Iterator

from frivilligrapport.collection.values import Samling
from frivilligrapport.counting.reporting import margin_of
from frivilligrapport.counting.whole import whole_bounds
from frivilligrapport.danish import normal_key
from frivilligrapport.models.leaves import Maengde
from frivilligrapport.models.tal import Tal
from frivilligrapport.problems import Problem
from frivilligrapport.rules.register import find
from frivilligrapport.rules.rule import INDSATS, Rule, warning
from frivilligrapport.rules.shared import SharedThing, Telling, shared_things
from frivilligrapport.rules.walk import Year

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
                if whole_bounds(first, margin) != bounds:
                    yield _problem(telling, tal, first)


def _owner_first(samling: Samling, thing: SharedThing) -> list[Telling]:
    def is_other(telling: Telling) -> bool:
        owner = find(samling, telling.faelles.taeller_hos)
        return owner is None or owner.id != telling.reporter

    return sorted(thing.tellings, key=is_other)


def _problem(telling: Telling, tal: Tal, first: Tal) -> Problem:
    here, there = _stated(tal), _stated(first)
    place = there.location
    message = f"Her er {here.quantity.typed} {tal.enhed}, men {place.file} siger {there.quantity.typed} om det samme."
    hint = f"Bliv enige om ét tal. Det andet står i linje {place.line} i {place.file}"
    return telling.piece.problem(DIFFERENT_FIGURES, here.location, message, hint)


def _stated(tal: Tal) -> Maengde:
    """Give the figure's first number; one of the three is there when the figure says anything."""
    return next(one for one in (tal.antal, tal.mindst, tal.hoejst) if one)


FIGURE_RULES = (Rule(DIFFERENT_FIGURES, _different, needs_folder=True),)
