"""What one forvaltning says of one point of a policy in a year, and what shows it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frivilligrapport.danish import plural
from frivilligrapport.documents.policy.policy_data import PolicyData, is_called
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.lister import TILSTAND, UOPLYST, said
from frivilligrapport.models.politik import Politikpunkt
from frivilligrapport.models.statusfil import Politikopfoelgning
from frivilligrapport.policy.plans import Plan
from frivilligrapport.policy.promises import standing
from frivilligrapport.rendering.typography import one_line


@dataclass(frozen=True, slots=True)
class Bevis:
    """An indsats that shows what was done; `id` is its anchor, "" when the year's file does not have it."""

    id: str
    navn: str
    forvaltning: str
    tilstand: str = UOPLYST
    periode: str = UOPLYST


@dataclass(frozen=True, slots=True)
class Opgave:
    """One item of a plan, and how far it is as the year tells."""

    navn: str
    tilstand: str


@dataclass(frozen=True, slots=True)
class Svar:
    """One forvaltning's answer to one point.

    `status` is what the status file says of the state, "" when it says nothing; `tekster` are its own words. `opgaver`
    stand in the year's plan, or in an earlier one that was followed up in the year; `tidligere_plan` says so when an
    earlier year's plan has the point.
    """

    forvaltning: str
    status: str = ""
    tekster: tuple[str, ...] = ()
    beviser: tuple[Bevis, ...] = ()
    opgaver: tuple[Opgave, ...] = ()
    tidligere_plan: str = ""

    @property
    def er_oplyst(self) -> bool:
        """Tell whether there is any answer from the year."""
        return bool(self.status or self.tekster or self.beviser or self.opgaver)

    @property
    def tilstand(self) -> str:
        """Give the state in a few words: the status file's own, else the items counted by state, else "uoplyst"."""
        return self.status or states_of(one.tilstand for one in self.opgaver)

    @property
    def omfang(self) -> str:
        """Count what the answer rests on: "6 opgaver, 2 indsatser"; else which earlier plan there is."""
        tasks, shown = len(self.opgaver), len(self.beviser)
        parts = [f"{tasks} {plural(tasks, 'opgave', 'opgaver')}"] if tasks else []
        parts += [f"{shown} {plural(shown, 'indsats', 'indsatser')}"] if shown else []
        return ", ".join([*parts, self.tidligere_plan] if self.tidligere_plan else parts)


def answer(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> Svar:
    """Put together what the status file and the plan say: the file's own words on the state go first."""
    told = tuple(_told(policy_data, point, forvaltning))
    tasks = tuple(_tasks(policy_data, point, forvaltning))
    shown = tuple(Opgave(str(one.navn), _told_state(policy_data, plan, one)) for plan, one in tasks)
    is_told = forvaltning in policy_data.plans or any(one.tilstand != UOPLYST for one in shown)
    states = [state for one in told if (state := said(one.status))]
    ids = dict.fromkeys(
        [
            *(one for entry in told for one in entry.indsatser),
            *(i for _, one in tasks if is_told for i in one.indsatser),
        ]
    )
    return Svar(
        forvaltning=forvaltning,
        status="; ".join(one_line(one) for one in states),
        tekster=tuple(text for one in told if (text := said(one.tekst))),
        beviser=tuple(_evidence(policy_data, forvaltning, str(one)) for one in ids),
        opgaver=shown if is_told else (),
        tidligere_plan=_earlier(policy_data, point, forvaltning),
    )


def states_of(states: Iterable[str]) -> str:
    """Count items by state: "2 i gang, 4 planlagt"; "uoplyst" when there are none or none has a state."""
    found = Counter(states)
    if not set(found) - {UOPLYST}:
        return UOPLYST
    return ", ".join(f"{found[one]} {one}" for one in (*TILSTAND, UOPLYST) if found[one])


def _told(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> Iterator[Politikopfoelgning]:
    found = policy_data.aargang.indberetning(forvaltning)
    entries = found.told.politik if found and found.told else ()
    yield from (one for one in entries if is_called(point, one.punkt))


def _tasks(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> Iterator[tuple[Plan, Loefte]]:
    for plan in policy_data.in_force(forvaltning):
        yield from ((plan, one) for place, one in plan.opgaver if is_called(point, place.punkt))


def _told_state(policy_data: PolicyData, plan: Plan, one: Loefte) -> str:
    """Give how far an item is as the year tells: "uoplyst" where only an earlier plan or follow-up says so."""
    newest = standing(plan, one, policy_data.aar)
    return newest.tilstand if newest.aar == policy_data.aar else UOPLYST


def _earlier(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> str:
    if forvaltning in policy_data.plans:
        return ""
    for plan in policy_data.in_force(forvaltning):
        if any(is_called(point, one.punkt) for one in plan.indhold.punkter):
            return f"plan fra {plan.aar}"
    return ""


def _evidence(policy_data: PolicyData, forvaltning: str, name: str) -> Bevis:
    """Look an indsats up in the year's status file, else in the newest other year's."""
    years = sorted(policy_data.samling.aargange, key=lambda one: (one.aar == policy_data.aar, one.aar), reverse=True)
    for aargang in years:
        found = aargang.indberetning(forvaltning)
        for one in found.told.indsatser if found and found.told else ():
            if one.id == name:
                anchor = f"indsats-{forvaltning}-{name}" if aargang.aar == policy_data.aar else ""
                return Bevis(
                    anchor,
                    str(one.navn),
                    policy_data.name(forvaltning),
                    str(one.tilstand),
                    in_words(one.periode) or UOPLYST,
                )
    return Bevis("", name, policy_data.name(forvaltning))
