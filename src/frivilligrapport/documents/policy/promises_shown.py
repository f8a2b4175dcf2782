"""Promises: those that are overdue, and what became of those of the plan before."""

from collections import Counter
from collections.abc import Iterator

from frivilligrapport.danish import join_words
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns, told
from frivilligrapport.documents.policy.policy_data import PolicyData
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.lister import UOPLYST, Udgang
from frivilligrapport.policy.plans import Plan
from frivilligrapport.policy.promises import (
    DROPPET,
    CarriedPromise,
    FollowUpDue,
    carried_over,
    follow_up_due,
    is_late,
    standing,
)
from frivilligrapport.rendering.typography import one_line


def overdue(policy_data: PolicyData) -> Tabel | None:
    """List what should have been followed up or finished by now and is not said to be; None when there is nothing."""
    rows = tuple(
        (Celle(str(one.navn)), Celle(policy_data.name(forvaltning)), Celle(why))
        for forvaltning in policy_data.forvaltninger
        for one, why in _overdue_of(policy_data, forvaltning)
    )
    heads = columns("Opgave", "Hvem", "Hvad der mangler")
    return Tabel("politik-forfaldne", "Opfølgninger og frister, der er overskredet", heads, rows) if rows else None


def _overdue_of(policy_data: PolicyData, forvaltning: str) -> Iterator[tuple[Loefte, str]]:
    for plan in policy_data.in_force(forvaltning):
        before = tuple(one for one in policy_data.earlier[forvaltning] if one.aar < plan.aar)
        for _, one in plan.opgaver:
            why = lateness(plan, before, one, policy_data.aar)
            if why:
                yield one, why


def lateness(plan: Plan, before: tuple[Plan, ...], one: Loefte, year: int) -> str:
    """Say what a document about `year` lacks of an item, "" when nothing is late."""
    found = follow_up_due(plan, before, one, year)
    parts = [overdue_text(found)] if found and found.is_overdue(year) else []
    if one.frist and is_late(plan, one, year):
        state = told(standing(plan, one, year).tilstand)
        parts.append(f"fristen var {one.frist.period.text()}, og tilstanden er {state}")
    return "; ".join(parts)


def overdue_text(found: FollowUpDue) -> str:
    """Say it: "skulle være fulgt op hvert andet år; senest i 2009; ikke oplyst"."""
    last = f"; sidst fulgt op i {found.last}" if found.last else ""
    return f"skulle være fulgt op {found.how_often}; senest i {found.latest}; ikke oplyst{last}"


def all_carried(policy_data: PolicyData) -> tuple[tuple[str, CarriedPromise], ...]:
    """Give every open promise of the plans before, with the id of the forvaltning that now answers for it."""
    samling, aargang = policy_data.samling, policy_data.aargang
    return tuple(
        (one, carried)
        for one in policy_data.forvaltninger
        for carried in carried_over(samling, aargang, one, policy_data.key)
    )


def carried_table(policy_data: PolicyData, found: tuple[tuple[str, CarriedPromise], ...]) -> Tabel | None:
    """Show what was promised, how far it was, how far it is, and what became of it; None when nothing was promised."""
    rows = tuple(_row(policy_data, forvaltning, one) for forvaltning, one in found)
    heads = columns("Løfte", "Hvem", "Dengang", "Nu", "Hvad der blev af det")
    return Tabel("politik-loefter", "Løfter fra de tidligere planer", heads, rows) if rows else None


def carried_text(found: tuple[tuple[str, CarriedPromise], ...]) -> str:
    """Count the outcomes: "5 løfter: 1 lukket, 2 fortsat, 1 droppet, 1 uoplyst."."""
    outcomes = Counter(one.outcome or UOPLYST for _, one in found)
    parts = [f"{outcomes[word]} {word}" for word in (*Udgang.words, UOPLYST) if outcomes[word]]
    number = "1 løfte" if len(found) == 1 else f"{len(found)} løfter"
    return f"Af {number}, der ikke var indfriet i den forrige plan, er {join_words(parts)}."


def _row(policy_data: PolicyData, forvaltning: str, one: CarriedPromise) -> Raekke:
    return (
        Celle(str(one.loefte.navn)),
        Celle(policy_data.name(forvaltning)),
        Celle(one.before.tilstand, note=_when(one)),
        Celle(one.after.tilstand if one.after else UOPLYST, svag=one.after is None),
        Celle(*_outcome(policy_data, one)),
    )


def _when(one: CarriedPromise) -> str:
    """Say when it was told how far a promise was before the year."""
    told_later = one.before.aar != one.earlier.aar
    return f"fulgt op i {one.before.aar}" if told_later else f"plan fra {one.earlier.aar}"


def _outcome(policy_data: PolicyData, one: CarriedPromise) -> tuple[str]:
    if one.now is None and one.after:
        return (f"{one.outcome}, fulgt op i {one.after.aar}",)
    if one.plan is None:
        return (f"uoplyst: der er ingen plan for {policy_data.aar}",)
    if one.now is None:
        return (f"uoplyst: planen for {policy_data.aar} nævner det ikke",)
    if one.outcome == DROPPET:
        return (f"droppet: {reason(one.now)}",)
    return (f"{one.outcome}: {reason(one.now)}" if one.now.fordi else one.outcome,)


def reason(one: Loefte) -> str:
    """Give the reason in one line; what is not told is said to be so."""
    return one_line(one.fordi) if one.fordi else "grunden er uoplyst"
