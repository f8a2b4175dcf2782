"""Which forvaltning has undertaken what: the operationaliseringer of a policy, from year to year."""

from datetime import date
from typing import NamedTuple

from frivilligrapport.collection.organisation import in_print_order
from frivilligrapport.collection.succession import succession
from frivilligrapport.collection.values import Aargang, Dokumentfil, Samling
from frivilligrapport.danish import normal_key
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.dokumentfiler.operationalisering import OperationaliseretPunkt, Operationalisering

_PREFIX = "operationalisering-"


class Plan(NamedTuple):
    """Hold one forvaltning's operationalisering of a year. `forvaltning` is its id, as the file's name says it."""

    aar: int
    fil: Dokumentfil
    indhold: Operationalisering

    @property
    def forvaltning(self) -> str:
        """Give the id of the forvaltning."""
        return self.fil.id.removeprefix(_PREFIX)

    @property
    def begun(self) -> date:
        """Give the plan's first day: its date, or when that is not known the first of its year."""
        dato = self.indhold.dato
        return dato.period.start if dato and dato.period.start else date(self.aar, 1, 1)

    @property
    def politik(self) -> str:
        """Give the key of the policy that the plan answers, "" when it names none."""
        return normal_key(self.indhold.politik or "")

    @property
    def opgaver(self) -> tuple[tuple[OperationaliseretPunkt, Loefte], ...]:
        """Give every item with the point that it stands under, in order."""
        return tuple((point, one) for point in self.indhold.punkter for one in point.opgaver)

    def opgave(self, name: str) -> Loefte | None:
        """Give the item with an id, None when there is none."""
        return next((one for _, one in self.opgaver if one.id == name), None)


def plans_in(samling: Samling, aargang: Aargang) -> tuple[Plan, ...]:
    """Give the plans of a year in print order, those of a forvaltning that the year does not have last."""
    found = (Plan(aargang.aar, file, plan) for file, plan in aargang.documents(Operationalisering))
    return tuple(in_print_order(samling, aargang, found, lambda one: one.forvaltning))


def plan_of(samling: Samling, aargang: Aargang, forvaltning: str, politik: str) -> Plan | None:
    """Give the plan that a forvaltning has made for a policy (by its key) in a year, None when there is none."""
    plans = plans_in(samling, aargang)
    return next((one for one in plans if (one.forvaltning, one.politik) == (forvaltning, politik)), None)


def plans_before(samling: Samling, year: int, forvaltning: str, politik: str) -> tuple[Plan, ...]:
    """Give the earlier plans for a policy (by its key), the newest first: the forvaltning's own and its predecessors'.

    Where several were merged, each has handed its last plan on, and these stand in print order.
    """
    lines = ((earlier, succession(samling, earlier.aar, year)) for earlier in samling.before(year))
    return tuple(
        plan
        for earlier, line in lines
        for plan in plans_in(samling, earlier)
        if plan.forvaltning in line.origins_of(forvaltning) and plan.politik == politik
    )


def newest_plans(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """Give the plans of the newest year among those given: several where forvaltninger were merged."""
    return tuple(one for one in plans if one.aar == plans[0].aar)
