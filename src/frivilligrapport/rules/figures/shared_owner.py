"""Shared things: one owner, and everyone who is named tells of them (FR341, FR343, FR345)."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import find, units
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import nearest_word, quote
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.leaves import Text
from frivilligrapport.problems import Problem
from frivilligrapport.rules.figures.decisions import undecided
from frivilligrapport.rules.figures.shared_figures import SharedThing, shared_things
from frivilligrapport.rules.rule import INDSATS, Rule, error, warning
from frivilligrapport.rules.walk import Piece, Year

_SHARED = INDSATS + "    fælles:\n      id: smag-verden\n      med: [{}]\n      tæller_hos: {}\n"
_BOTH = "# fil: 2014/tmf.yaml\n" + _SHARED.format("KFF", "TMF") + "# fil: 2014/kff.yaml\n" + _SHARED
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
ALONE = warning(
    "FR345",
    "En fælles indsats med kun én part",
    "»fælles« er til det, som flere fortæller om. Er der kun én, skal »fælles« slettes, eller også mangler nogen i "
    "»med«.",
    _SHARED.format("", "TMF"),
    INDSATS,
)


def _two_owners(year: Year) -> Iterator[Problem]:
    for thing in shared_things(year):
        known = [(one, owner) for one in thing.tellings if (owner := find(year.samling, one.faelles.taeller_hos))]
        for telling, owner in known:
            first, named = known[0]
            if owner.id != named.id:
                typed, other = telling.faelles.taeller_hos, first.faelles.taeller_hos
                message = f"»{thing.id}« tælles her hos {typed}, men {other.location.file} siger {other}."
                hint = f"Bliv enige om ét sted, og ret her eller i {other.location.file}, linje {other.location.line}"
                yield telling.piece.problem(TWO_OWNERS, typed.location, message, hint)


def _silent_partners(year: Year) -> Iterator[Problem]:
    things = tuple(shared_things(year))
    told: set[str] = set()
    for thing in things:
        for name, (telling, typed) in thing.partners(year.samling).items():
            if thing.id in told or name in thing.reporters or not _has_spoken(year, name):
                continue
            twin = _twin(year.samling, things, thing, name)
            alike = undecided(year, {telling.piece.delivery.reporter, name})
            like = next((found for pair in alike if (found := pair.other_than(telling.piece, name))), None)
            told |= {twin.id} if twin else set()
            said, hint = _instead(typed, twin, like)
            message = f"{typed} nævner ikke selv »{thing.id}«{said}."
            yield telling.piece.problem(SILENT_PARTNER, typed.location, message, hint)


def _instead(typed: Text, twin: SharedThing | None, like: Piece[Indsats] | None) -> tuple[str, str]:
    """Say what a silent partner has instead, as the end of a sentence, and what to do about it."""
    if twin:
        place = twin.tellings[0].faelles.id.location
        return f", men »{twin.id}«", f"Brug ét id, hvis det er den samme. Se {place.file}, linje {place.line}"
    if like:
        place = like.group.navn.location
        hint = f"Er det den samme, så skriv også fælles der. Se {place.file}, linje {place.line}"
        return f", men har {quote(like.group.navn)}, der ligner", hint
    return "", f"Spørg {typed}, om indsatsen mangler i deres fil eller står der under et andet id"


def _twin(samling: Samling, things: tuple[SharedThing, ...], thing: SharedThing, name: str) -> SharedThing | None:
    """Find the partner's own shared thing with nearly the same id that names us in turn: one slip, told once."""
    partners = {
        one.id: one
        for one in things
        if name in one.reporters
        and not one.reporters & thing.reporters
        and thing.reporters & set(one.partners(samling))
    }
    close = nearest_word(thing.id, partners)
    return partners[close] if close else None


def _has_spoken(year: Year, name: str) -> bool:
    """Tell whether there is a readable file to look in; that one is missing or unreadable is told elsewhere."""
    network = year.samling.network(year.aargang.aar)
    if network and network.id == name:
        return year.aargang.rapport is not None
    delivery = year.aargang.indberetning(name)
    return delivery is not None and delivery.statusfil is not None


def _alone(year: Year) -> Iterator[Problem]:
    if not units(year.samling):
        return
    for thing in shared_things(year):
        if (
            _all_known(year.samling, thing)
            and thing.reporters >= set(thing.partners(year.samling))
            and len(thing.reporters) == 1
        ):
            telling = thing.tellings[0]
            message = f"»{thing.id}« er mærket som fælles, men ingen andre er nævnt."
            hint = "Skriv de andre i »med«, eller slet fælles"
            yield telling.piece.problem(ALONE, telling.faelles.id.location, message, hint)


def _all_known(samling: Samling, thing: SharedThing) -> bool:
    """Tell whether every name can be found; an unknown one may be the partner that is missed."""
    names = (name for one in thing.tellings for name in (*one.faelles.med, one.faelles.taeller_hos))
    return all(find(samling, name) for name in names)


OWNER_RULES = (
    Rule(TWO_OWNERS, _two_owners, needs_folder=True),
    Rule(SILENT_PARTNER, _silent_partners, needs_folder=True),
    Rule(ALONE, _alone, needs_folder=True),
)
