"""Promises over the years: what is still open, when it is to be followed up, and what became of it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.grammar.frequency import parse_frequency
from frivilligrapport.models.loefte import Loefte
from frivilligrapport.policy.plans import Plan, newest_plans, plan_of, plans_before

LUKKET, FORTSAT, DROPPET = "lukket", "fortsat", "droppet"
_CLOSING = (LUKKET, DROPPET)
_DONE = ("afholdt", "etableret", "i drift")
_OVER = ("afholdt", "ophørt", "aflyst")


class FollowUpDue(NamedTuple):
    """Say when something is to be followed up: how often as typed, the last year for it, and when it was last done."""

    how_often: str
    latest: int
    last: int | None

    def is_overdue(self, year: int) -> bool:
        """Tell whether a document about `year` should have told of it."""
        return self.latest <= year


class CarriedPromise(NamedTuple):
    """Hold an open promise of an earlier plan and what the year's own plan says of it.

    `now` is None where it is not mentioned; `plan` is None where the forvaltning has no plan that year.
    """

    earlier: Plan
    loefte: Loefte
    plan: Plan | None
    now: Loefte | None

    @property
    def outcome(self) -> str:
        """Say what became of it: lukket, fortsat, droppet, or "" when nobody says.

        What stands in the new plan goes on, whether it says so or not.
        """
        if self.now is None:
            return ""
        return str(self.now.udgang or FORTSAT)


def is_open(one: Loefte) -> bool:
    """Tell whether something is still to be expected of a promise."""
    return one.udgang not in _CLOSING and one.tilstand not in _OVER


def carried_over(samling: Samling, aargang: Aargang, forvaltning: str, politik: str) -> tuple[CarriedPromise, ...]:
    """Give what a forvaltning promised last and had not finished, held against the year's plan by id."""
    before = plans_before(samling, aargang.aar, forvaltning, politik)
    plan = plan_of(samling, aargang, forvaltning, politik)
    return tuple(
        CarriedPromise(earlier, one, plan, plan.opgave(one.id) if plan else None)
        for earlier in newest_plans(before)
        for _, one in earlier.opgaver
        if is_open(one)
    )


def follow_up_due(plan: Plan, before: Iterable[Plan], one: Loefte) -> FollowUpDue | None:
    """Say when an item is to be followed up; None when that cannot be told, or when nothing more is to be expected.

    The plan's own `opfølges` goes before how often the item itself happens. It is reckoned in whole years from the
    last follow-up, or from the first of the plans that has the item.
    """
    how_often = next(
        (text for text in (plan.indhold.opfoelges, one.hyppighed) if text and parse_frequency(text).months), None
    )
    if how_often is None or not is_open(one):
        return None
    told = sorted(_followed_up(plan, before, one))
    first = min((plan.aar, *(earlier.aar for earlier in before if earlier.opgave(one.id))))
    latest = parse_frequency(how_often).latest_after(told[-1] if told else first)
    return FollowUpDue(str(how_often), latest, told[-1] if told else None) if latest else None


def _followed_up(plan: Plan, before: Iterable[Plan], one: Loefte) -> Iterator[int]:
    """Yield the years of every follow-up of an item; a plan that says what became of it has followed it up too."""
    for every in (plan, *before):
        found = one if every is plan else every.opgave(one.id)
        for follow in found.opfoelgning if found else ():
            day = follow.dato.period.end or follow.dato.period.start
            yield from (day.year,) if day else ()
        yield from (every.aar,) if found and found.udgang else ()


def is_late(one: Loefte, year: int) -> bool:
    """Tell whether an item should have been done before `year` began and is not said to be."""
    deadline = one.frist.period.end if one.frist else None
    return bool(deadline and deadline.year < year and is_open(one) and one.tilstand not in _DONE)
