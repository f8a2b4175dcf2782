"""The box that opens a forvaltning's chapter: its year at a glance."""

from collections import Counter
from collections.abc import Iterator

from frivilligrapport.counting.figure import Group
from frivilligrapport.counting.reporting import Report, state_group
from frivilligrapport.danish import join_words
from frivilligrapport.documents.deliveries import delivery
from frivilligrapport.documents.facts import Faktalinje, contact_text, contributors, fact, proposal_answer, unanswered
from frivilligrapport.documents.facts_listed import about, listed
from frivilligrapport.documents.material import Material
from frivilligrapport.documents.said import coming, done, told_for_others, volunteers
from frivilligrapport.documents.tables import NOT_TOLD, Celle, told
from frivilligrapport.models.statusfil import Statusfil

_GROUP_WORDS = {Group.ANDET_AAR: "fra et andet år", Group.UOPLYST: "med uoplyst tilstand"}


def facts_of(material: Material, report: Report, statusfil: Statusfil) -> tuple[Faktalinje, ...]:
    """Give the lines of a forvaltning's box; lists are in alphabetical order and say it when they are empty."""
    unit = material.unit(report.forvaltning)
    state = delivery(material, report.forvaltning).tilstand
    return (
        fact("Udvalg", told(unit.udvalg if unit else None)),
        *_registered(material, report),
        *own_figures(material, report.forvaltning),
        *about(material, report.indsatser),
        *contributors(material, statusfil),
        *unanswered(statusfil),
        fact("Forslag", proposal_answer(statusfil)),
        fact("Kontakt", contact_text(statusfil)),
        fact("Filens tilstand", state),
    )


def network_facts(material: Material, report: Report) -> tuple[Faktalinje, ...]:
    """Give the lines of the network's box."""
    netvaerk = material.rapport.netvaerk
    period = netvaerk.periode.period.text() if netvaerk and netvaerk.periode else ""
    return (
        fact("Periode", told(period)),
        *_registered(material, report),
        *own_figures(material, report.forvaltning),
        fact("Partnere", listed(one for indsats in report.indsatser for one in indsats.partnere)),
        fact("Målgrupper", listed(one for indsats in report.indsatser for one in indsats.maalgrupper)),
    )


def registered_text(material: Material, report: Report) -> str:
    """Count indsatser by state group: "14 registreret: 10 gennemført og 4 kommende"; "" when there are none."""
    counts = Counter(state_group(one, material.aar) for one in report.indsatser)
    parts = [f"{counts[group]} {_GROUP_WORDS.get(group, group.value)}" for group in Group if counts[group]]
    return f"{counts.total()} registreret: {join_words(parts)}" if parts else ""


def _registered(material: Material, report: Report) -> Iterator[Faktalinje]:
    text = registered_text(material, report)
    if text:
        yield fact("Indsatser", text)


def own_figures(material: Material, forvaltning: str) -> tuple[Faktalinje, ...]:
    """Give the lines about figures: volunteers, whatever else was done, what comes, and what counts elsewhere."""
    return tuple(_figures(material, forvaltning))


def _figures(material: Material, forvaltning: str) -> Iterator[Faktalinje]:
    found = volunteers(material, forvaltning)
    if found or forvaltning in material.scope.forvaltninger:
        missing = Celle("Forvaltningen har ikke oplyst tal for frivillige.")
        yield Faktalinje("Frivillige", Celle(tal=found) if found else missing)
    for name, shown in (
        ("Andre tal", done(material, forvaltning)),
        ("Kommende", coming(material, forvaltning)),
        ("Tælles hos andre", told_for_others(material, forvaltning)),
    ):
        if shown or name == "Andre tal":
            yield Faktalinje(name, Celle(tal=shown) if shown else Celle(NOT_TOLD))
