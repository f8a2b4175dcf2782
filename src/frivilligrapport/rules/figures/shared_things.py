"""Shared things: one owner, the same figures, and everyone who is named tells of them (FR341 to FR345, FR376)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from frivilligrapport.collection.organisation import find, unit_id
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import Guesses, normal_key, numeral, quote
from frivilligrapport.figures.from_tal import Stated, stated, whole_bounds
from frivilligrapport.figures.reports import margin_of
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.indsats import Faelles, Indsats
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.problems import INDSATS, Kind, Problem, error, warning
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.figures.lookalikes import undecided
from frivilligrapport.rules.likeness.pairs import Lookalike
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_SHARED = INDSATS + "    fælles:\n      id: smag-verden\n      med: [{}]\n      tæller_hos: {}\n"
_BOTH = "# fil: 2014/tmf.yaml\n" + _SHARED.format("KFF", "TMF") + "# fil: 2014/kff.yaml\n" + _SHARED
_COUNTED = _SHARED + "    tal:\n      gæster: {}\n"
_BOTH_COUNTED = "# fil: 2014/tmf.yaml\n" + _COUNTED.format("KFF", "TMF", "200") + "# fil: 2014/kff.yaml\n" + _COUNTED
TWO_OWNERS = error(
    "FR341",
    "Uenighed om, hvor en fælles indsats tælles",
    "En fælles indsats tælles ét sted. Siger filerne hver sit, bliver den talt to gange eller slet ikke.",
    _BOTH.format("TMF", "KFF"),
    _BOTH.format("TMF", "TMF"),
)
SILENT_PARTNER = warning(
    "FR343",
    "Den anden part nævner ikke den fælles indsats",
    "En forvaltning, der er nævnt i »med« eller »tæller_hos«, plejer selv at have indsatsen med under samme id. Gør "
    "den ikke det, kender den måske ikke til den, eller også bruger den et andet id.",
    "# fil: 2014/tmf.yaml\n" + _SHARED.format("KFF", "TMF"),
    _BOTH.format("TMF", "TMF"),
)
DIFFERENT_FIGURES = warning(
    "FR344",
    "Forskellige tal for en fælles indsats",
    "Når flere fortæller om det samme, bør de sige det samme. Kun tallet hos den, der tæller, indgår i totalen.",
    _BOTH_COUNTED.format("TMF", "TMF", "300"),
    _BOTH_COUNTED.format("TMF", "TMF", "200"),
)
SHARED_ALONE = warning(
    "FR345",
    "En fælles indsats med kun én part",
    "»fælles« er til det, som flere fortæller om. Er der kun én, skal »fælles« slettes, eller også mangler nogen i "
    "»med«.",
    _SHARED.format("", "TMF"),
    INDSATS,
)
# Two who count the same thing may well be a third apart; at twice as many they hardly count the same.
VERY = 2
VERY_DIFFERENT_FIGURES = warning(
    "FR376",
    "Meget forskellige tal for en fælles indsats",
    f"Når det ene tal er mindst {numeral(VERY)} gange så stort som det andet, har de to næppe talt det samme: Måske er "
    "der talt vagter et sted og personer et andet. Kun tallet hos den, der tæller, indgår i totalen.",
    _BOTH_COUNTED.format("TMF", "TMF", "500"),
    _BOTH_COUNTED.format("TMF", "TMF", "200"),
)


class SharedIndsats(NamedTuple):
    """One reporter's indsats that it says is shared."""

    piece: FilePiece[Indsats]
    faelles: Faelles

    @property
    def reporter(self) -> str:
        """Give the id of the forvaltning or network that reports."""
        return self.piece.delivery.reporter


class SharedThing(NamedTuple):
    """All that is told of one shared thing in a year, in print order."""

    id: str
    indsatser: tuple[SharedIndsats, ...]

    @property
    def reporters(self) -> frozenset[str]:
        """Give the ids of those that report it."""
        return frozenset(one.reporter for one in self.indsatser)

    def partners(self, samling: Samling) -> dict[str, tuple[SharedIndsats, Text]]:
        """Give the ids of all that are named as part of it, each with where it is named first."""
        named = ((one, name) for one in self.indsatser for name in (*one.faelles.med, one.faelles.taeller_hos))
        found: dict[str, tuple[SharedIndsats, Text]] = {}
        for one, name in named:
            unit = find(samling, name) if not is_unanswered(name) else None
            if unit:
                found.setdefault(str(unit.id), (one, name))
        return found


def _shared_things(year: Year) -> tuple[SharedThing, ...]:
    """Give the year's shared things in the order they are first told of."""
    found: dict[str, list[SharedIndsats]] = {}
    for piece in year.pieces(Indsats):
        faelles = piece.group.faelles
        if faelles and not is_unanswered(faelles.id):
            found.setdefault(str(faelles.id), []).append(SharedIndsats(piece, faelles))
    return tuple(SharedThing(name, tuple(indsatser)) for name, indsatser in found.items())


@rule(TWO_OWNERS, needs_others=True)
def _two_owners(year: Year) -> Iterator[Problem]:
    for thing in year.once(_shared_things):
        known = [(one, owner) for one in thing.indsatser if (owner := find(year.samling, one.faelles.taeller_hos))]
        for indsats, owner in known:
            first, named = known[0]
            if owner.id != named.id:
                typed, other = indsats.faelles.taeller_hos, first.faelles.taeller_hos
                message = f"»{thing.id}« tælles her hos {typed}, men {other.location.file} siger {other}."
                hint = f"Bliv enige om ét sted, og ret her eller i {other.location.file}, linje {other.location.line}"
                yield indsats.piece.problem(TWO_OWNERS, typed.location, message, hint)


@rule(SILENT_PARTNER, needs_others=True)
def _silent_partners(year: Year) -> Iterator[Problem]:
    told: set[str] = set()
    search, alike = _Twins(year), _by_indsats(year.once(undecided))
    has_spoken = cache(lambda name: _has_spoken(year, name))
    for thing, partners in search.things:
        for name, (indsats, typed) in partners.items():
            if thing.id in told or name in thing.reporters or not has_spoken(name):
                continue
            twin = search.twin(thing, name)
            pairs = alike.get(id(indsats.piece.group), ())
            like = next((found for pair in pairs if (found := pair.other_than(indsats.piece, name))), None)
            told |= {twin.id} if twin else set()
            said, hint = _instead(typed, twin, like)
            message = f"{typed} nævner ikke selv »{thing.id}«{said}."
            yield indsats.piece.problem(SILENT_PARTNER, typed.location, message, hint)


def _by_indsats(pairs: Iterable[Lookalike]) -> Mapping[int, list[Lookalike]]:
    found: dict[int, list[Lookalike]] = defaultdict(list)
    for pair in pairs:
        for piece in (pair.earlier, pair.later):
            found[id(piece.group)].append(pair)
    return found


def _instead(typed: Text, twin: SharedThing | None, like: FilePiece[Indsats] | None) -> tuple[str, str]:
    """Say what a silent partner has instead, as the end of a sentence, and what to do about it."""
    if twin:
        place = twin.indsatser[0].faelles.id.location
        return f", men »{twin.id}«", f"Brug ét id, hvis det er den samme. Se {place.file}, linje {place.line}"
    if like:
        place = like.group.navn.location
        hint = f"Er det den samme, så skriv også fælles der. Se {place.file}, linje {place.line}"
        return f", men har {quote(like.group.navn)}, der ligner", hint
    return "", f"Spørg {typed}, om indsatsen mangler i deres fil eller står der under et andet id"


class _Twins:
    """Find the partner's own shared thing with nearly the same id that names us in turn: one slip, told once."""

    def __init__(self, year: Year) -> None:
        self.things = tuple((thing, thing.partners(year.samling)) for thing in year.once(_shared_things))
        self._asked: dict[tuple[frozenset[str], str], tuple[dict[str, SharedThing], Guesses]] = {}

    def twin(self, thing: SharedThing, partner: str) -> SharedThing | None:
        """Find it for a thing that the partner does not tell of."""
        asked = thing.reporters, partner
        if asked not in self._asked:
            found = {
                one.id: one
                for one, named in self.things
                if partner in one.reporters
                and not one.reporters & thing.reporters
                and not thing.reporters.isdisjoint(named)
            }
            self._asked[asked] = found, Guesses(found)
        found, guesses = self._asked[asked]
        close = guesses.nearest(thing.id)
        return found[close] if close else None


def _has_spoken(year: Year, name: str) -> bool:
    """Tell whether there is a readable file to look in; that one is missing or unreadable is told elsewhere."""
    network = year.samling.network(year.aargang.aar)
    if network and network.id == name:
        return year.aargang.rapport is not None
    delivery = year.aargang.indberetning(name)
    return delivery is not None and delivery.statusfil is not None


@rule(DIFFERENT_FIGURES, needs_others=True)
def _different_figures(year: Year) -> Iterator[Problem]:
    return _differing(year, DIFFERENT_FIGURES)


@rule(VERY_DIFFERENT_FIGURES, needs_others=True)
def _very_different_figures(year: Year) -> Iterator[Problem]:
    return _differing(year, VERY_DIFFERENT_FIGURES)


def _differing(year: Year, wanted: Kind) -> Iterator[Problem]:
    """Yield the figures that are another than the owner's, or the first one's where the owner has none."""
    margin = margin_of(year.aargang)
    for thing in year.once(_shared_things):
        measures: dict[tuple[str, str], tuple[Stated, Bounds]] = {}
        owner_first = sorted(
            thing.indsatser, key=lambda one: unit_id(year.samling, one.faelles.taeller_hos) != one.reporter
        )
        for indsats in owner_first:
            for tal in indsats.piece.group.tal:
                here, bounds = stated(tal, margin), whole_bounds(tal, margin)
                if here is None or bounds is None:
                    continue
                key = normal_key(tal.enhed), normal_key(tal.maerke)
                there, others = measures.setdefault(key, (here, bounds))
                kind = VERY_DIFFERENT_FIGURES if _is_very_different(others, bounds) else DIFFERENT_FIGURES
                if others != bounds and kind is wanted:
                    yield _problem(kind, indsats, tal.enhed, here, there)


def _is_very_different(one: Bounds, other: Bounds) -> bool:
    """Tell whether one says at least twice as much, lower bound against lower and upper against upper.

    A bound that says nothing, 0 or open, is left out; where none is left, each one's other bound is its claim.
    """
    lowers, uppers = (one.lower, other.lower), (one.upper, other.upper)
    claims = (one.lower or one.upper, other.lower or other.upper)
    pairs = [pair for pair in (lowers, uppers) if all(pair)] or [claims]
    return all(a is not None and b is not None and max(a, b) >= VERY * min(a, b) for a, b in pairs)


def _problem(kind: Kind, indsats: SharedIndsats, enhed: str, here: Stated, there: Stated) -> Problem:
    place = there.location
    message = f"Her er {here.quantity.text()} {enhed}, men {place.file} siger {there.quantity.text()} om det samme."
    advice = "Find ud af, om I har talt det samme" if kind is VERY_DIFFERENT_FIGURES else "Bliv enige om ét tal"
    hint = f"{advice}. Det andet står i linje {place.line} i {place.file}"
    return indsats.piece.problem(kind, here.location, message, hint)


@rule(SHARED_ALONE, needs_others=True)
def _alone(year: Year) -> Iterator[Problem]:
    for thing in year.once(_shared_things):
        first = thing.indsatser[0]
        names = (name for one in thing.indsatser for name in (*one.faelles.med, one.faelles.taeller_hos))
        # An unknown name may be the partner that is missed.
        all_known = all(find(year.samling, name) for name in names)
        if all_known and {first.reporter} == thing.reporters >= set(thing.partners(year.samling)):
            message = f"»{thing.id}« er mærket som fælles, men ingen andre er nævnt."
            hint = "Skriv de andre i »med«, eller slet fælles"
            yield first.piece.problem(SHARED_ALONE, first.faelles.id.location, message, hint)
