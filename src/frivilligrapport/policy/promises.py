"""Promises over the years: what is still open, when it is to be followed up, and what became of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.grammar.frequency import parse_frequency
from frivilligrapport.models.dokumentfiler.loefte import Loefte, Opfoelgning
from frivilligrapport.policy.plans import Plan, newest_plans, plan_of, plans_before

LUKKET, FORTSAT, DROPPET = "lukket", "fortsat", "droppet"
_CLOSING = (LUKKET, DROPPET)
_DONE = ("afholdt", "etableret", "i drift")
_OVER = ("afholdt", "ophørt", "aflyst")


class Standing(NamedTuple):
    """Hold how far an item is by the end of a year, and the year in which that was told."""

    tilstand: str
    aar: int


def standing(plan: Plan, one: Loefte, year: int) -> Standing:
    """Say how far an item is by the end of a year: as the plan says, or the newest follow-up since."""
    told = [(day, str(follow.tilstand)) for follow in one.opfoelgning if (day := _day(follow)) and day.year <= year]
    day, state = max(told, default=(plan.begun, ""), key=itemgetter(0))
    return Standing(state, day.year) if state and day >= plan.begun else Standing(str(one.tilstand), plan.aar)


def _day(follow: Opfoelgning) -> date | None:
    return follow.dato.period.end or follow.dato.period.start


class FollowUpDue(NamedTuple):
    """Say when something is to be followed up: how often as typed, the last year for it, and when it was last done."""

    how_often: str
    latest: int
    last: int | None

    def is_overdue(self, year: int) -> bool:
        """Tell whether a document about `year` should have told of it."""
        return self.latest <= year


class CarriedPromise(NamedTuple):
    """Hold an open promise of an earlier plan, how far it was before the year, and what the year says of it.

    `now` is what the year's own plan has of it, None where it is not mentioned; `plan` is None where the forvaltning
    has no plan that year. `after` is how far it is, None where nobody tells of it in the year.
    """

    earlier: Plan
    loefte: Loefte
    plan: Plan | None
    now: Loefte | None
    before: Standing
    after: Standing | None

    @property
    def outcome(self) -> str:
        """Say what became of it: lukket, fortsat, droppet, or "" when nobody says.

        What stands in the new plan, or has been followed up, goes on until it is over, whether it says so or not.
        """
        if self.now is not None:
            return str(self.now.udgang or FORTSAT)
        if self.after is None:
            return ""
        return LUKKET if self.after.tilstand in _OVER else FORTSAT


def is_open(plan: Plan, one: Loefte, year: int) -> bool:
    """Tell whether something is still to be expected of a promise when a year is over."""
    return one.udgang not in _CLOSING and standing(plan, one, year).tilstand not in _OVER


def carried_over(samling: Samling, aargang: Aargang, forvaltning: str, politik: str) -> tuple[CarriedPromise, ...]:
    """Give what a forvaltning promised last and had not finished, held against the year's plan by id."""
    plan, year = plan_of(samling, aargang, forvaltning, politik), aargang.aar
    return tuple(
        _carried(earlier, one, plan, year)
        for earlier in newest_plans(plans_before(samling, year, forvaltning, politik))
        for _, one in earlier.opgaver
        if is_open(earlier, one, year - 1)
    )


def _carried(earlier: Plan, one: Loefte, plan: Plan | None, year: int) -> CarriedPromise:
    now = plan.opgave(one.id) if plan else None
    newest = standing(plan, now, year) if plan and now else standing(earlier, one, year)
    after = newest if newest.aar == year else None
    return CarriedPromise(earlier, one, plan, now, standing(earlier, one, year - 1), after)


def follow_up_due(plan: Plan, before: Iterable[Plan], one: Loefte, year: int) -> FollowUpDue | None:
    """Say by the end of a year when an item is to be followed up next.

    None when that cannot be told, or when nothing more is to be expected.

    The plan's own `opfølges` goes before how often the item itself happens. It is reckoned in whole years from the
    last follow-up, or from the first of the plans that has the item.
    """
    how_often = next(
        (text for text in (plan.indhold.opfoelges, one.hyppighed) if text and parse_frequency(text).months), None
    )
    if how_often is None or not is_open(plan, one, year):
        return None
    told = sorted(day for day in _followed_up(plan, before, one) if day <= year)
    first = min((plan.aar, *(earlier.aar for earlier in before if earlier.opgave(one.id))))
    latest = parse_frequency(how_often).latest_after(told[-1] if told else first)
    return FollowUpDue(str(how_often), latest, told[-1] if told else None) if latest else None


def _followed_up(plan: Plan, before: Iterable[Plan], one: Loefte) -> Iterator[int]:
    """Yield the years of every follow-up of an item; a plan that says what became of it has followed it up too."""
    for every in (plan, *before):
        found = one if every is plan else every.opgave(one.id)
        for follow in found.opfoelgning if found else ():
            day = _day(follow)
            yield from (day.year,) if day else ()
        yield from (every.aar,) if found and found.udgang else ()


def is_late(plan: Plan, one: Loefte, year: int) -> bool:
    """Tell whether an item should have been done before `year` began and is not said to be."""
    deadline = one.frist.period.end if one.frist else None
    done = standing(plan, one, year).tilstand in _DONE
    return bool(deadline and deadline.year < year and is_open(plan, one, year) and not done)
