"""The policies that a year is held against, and what the year's files have to do with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from frivilligrapport.collection.values import Politikfil
from frivilligrapport.danish import normal_key
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.figures.reports import reports
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.politik import Politik, Politikpunkt
from frivilligrapport.policy.plans import Plan, newest_plans, plan_of, plans_before, plans_in


@dataclass(frozen=True, kw_only=True)
class PolicyData(YearData):
    """Hold a policy and the year that is held against it."""

    fil: Politikfil
    politik: Politik

    @property
    def key(self) -> str:
        """Give the key that plans call the policy by."""
        return normal_key(self.fil.id)

    @property
    def forvaltninger(self) -> tuple[str, ...]:
        """Give the ids of the year's forvaltninger in print order."""
        return self.scope.forvaltninger

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """Give the year's own plans for the policy by the forvaltning's id."""
        found = ((one, plan_of(self.samling, self.aargang, one, self.key)) for one in self.forvaltninger)
        return {one: plan for one, plan in found if plan}

    @cached_property
    def earlier(self) -> dict[str, tuple[Plan, ...]]:
        """Give every forvaltning's earlier plans for the policy, the newest first."""
        return {one: plans_before(self.samling, self.aar, one, self.key) for one in self.forvaltninger}

    def in_force(self, forvaltning: str) -> tuple[Plan, ...]:
        """Give the plan that holds in the year: its own, else the newest before it (several after a merger)."""
        own = self.plans.get(forvaltning)
        return (own,) if own else newest_plans(self.earlier[forvaltning])

    def pointing_to(self, goal: str) -> Iterator[tuple[str, Indsats]]:
        """Yield the year's indsatser that are to reach a goal (by its id), each with who tells of it."""
        key = normal_key(goal)
        for report in reports(self.samling, self.aargang):
            named = {name.key for one in report.politik if one.punkt.key == key for name in one.indsatser}
            for one in report.indsatser:
                if normal_key(one.id) in named or key in {goal.key for goal in one.maal}:
                    yield report.forvaltning, one


def followed(year_data: YearData) -> PolicyData | None:
    """Give the policy that the year's report names; None when it names none, or one that cannot be read."""
    rapport = year_data.aargang.rapport
    return _ground(year_data, normal_key(rapport.politik)) if rapport and rapport.politik else None


def policies(year_data: YearData) -> tuple[PolicyData, ...]:
    """Give the policies of the year, the report's first, then those that its plans answer."""
    named = [normal_key(year_data.aargang.rapport.politik or "")] if year_data.aargang.rapport else []
    named += [one.politik for one in plans_in(year_data.samling, year_data.aargang)]
    return tuple(found for key in dict.fromkeys(named) if (found := _ground(year_data, key)))


def _ground(year_data: YearData, key: str) -> PolicyData | None:
    found = year_data.samling.politikfil(key)
    return PolicyData(**year_data.given, fil=found, politik=found.politik) if found and found.politik else None


def policy_named(year_data: YearData, key: str) -> Politik | None:
    """Give a policy by its key; None when there is none that can be read."""
    found = _ground(year_data, key)
    return found.politik if found else None


def unit_of(year_data: YearData, forvaltning: str) -> Forvaltning | None:
    """Give the register's entry of a forvaltning in the year, None when the year has none."""
    return next((one for one in year_data.samling.forvaltninger(year_data.aar) if one.id == forvaltning), None)


def point_words(politik: Politik) -> tuple[str, str]:
    """Give what the policy's parts are called, one of them and several."""
    return ("fokusområde", "fokusområder") if politik.fokusomraader else ("punkt", "punkter")


def point_title(point: Politikpunkt) -> str:
    """Give a point's number and title: "1. Sikring af dialogen"."""
    return numbered(point.nummer, point.titel)


def numbered(number: str | None, title: str) -> str:
    """Put a number before a title, where there is one."""
    return f"{str(number).rstrip('.')}. {title}" if number else str(title)


def is_called(point: Politikpunkt, name: str) -> bool:
    """Tell whether a point goes by a name: its number or its title, or a goal of it."""
    return normal_key(name) in {normal_key(one) for one in point.names}
