"""The box that opens a forvaltning's chapter: its year at a glance."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from frivilligrapport.danish import join_words, plural, sort_key
from frivilligrapport.documents.parts.figures.summaries import coming, done, told_for_others, volunteers
from frivilligrapport.documents.parts.tables import NOT_TOLD, Celle, told
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.reports import Report, state_group
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.lister import INGEN
from frivilligrapport.models.statusfil import Statusfil


class Faktalinje(Frozen):
    """One line of the box: what it is about, and what is known of it."""

    navn: str
    celle: Celle


def fact(navn: str, text: str) -> Faktalinje:
    """Make a line of words."""
    return Faktalinje(navn, Celle(text))


class Contributors(NamedTuple):
    """Say how many below a forvaltning have delivered, "modtaget fra 5 af 12 lokaludvalg", and name those who lack."""

    received: str
    missing: tuple[str, ...]


def contributors(report_data: ReportData, statusfil: Statusfil) -> Contributors | None:
    """Tell of the contributors below a forvaltning; None when it has none."""
    found = statusfil.bidragydere
    if not found:
        return None
    missing = sorted((str(one.navn) for one in found if one.status != "modtaget"), key=sort_key)
    committees = report_data.samling.kommune.spelt_lokaludvalg
    kind = "lokaludvalg" if all(one.navn.key in committees for one in found) else "bidragydere"
    return Contributors(f"modtaget fra {len(found) - len(missing)} af {len(found)} {kind}", tuple(missing))


def _contributors(report_data: ReportData, statusfil: Statusfil) -> Iterator[Faktalinje]:
    found = contributors(report_data, statusfil)
    if found:
        lacking = f"; mangler fra {join_words(found.missing)}" if found.missing else ""
        yield fact("Bidrag", found.received + lacking)


def _unanswered(statusfil: Statusfil) -> Iterator[tuple[str, str]]:
    """Yield what stands in place of perspektiver and of indsatser; there is no section for them then."""
    for navn, field in (("Perspektiver", "perspektiver"), ("Indsatser", "indsatser")):
        if not getattr(statusfil, field):
            yield navn, _answer(statusfil, field)


def not_told(statusfil: Statusfil) -> tuple[str, ...]:
    """Name those of perspektiver and indsatser that nobody has answered."""
    return tuple(navn for navn, answer in _unanswered(statusfil) if answer == NOT_TOLD)


def proposal_answer(statusfil: Statusfil) -> str:
    """Say how many proposals there are, or what was answered instead."""
    number = len(statusfil.forslag)
    return f"{number} forslag til nye initiativer" if number else _answer(statusfil, "forslag")


def _answer(statusfil: Statusfil, field: str) -> str:
    return "ingen, svarer forvaltningen" if statusfil.answer(field) == INGEN else NOT_TOLD


def contact_text(statusfil: Statusfil) -> str:
    """Say whom to write to: a function and a shared mailbox, never a person; "" when there is no mailbox."""
    kontakt = statusfil.kontakt
    if kontakt is None or told(kontakt.postkasse) == NOT_TOLD:
        return ""
    function = told(kontakt.funktion)
    return str(kontakt.postkasse) if function == NOT_TOLD else f"{function}, {kontakt.postkasse}"


_GROUP_WORDS = {
    StateGroup.GENNEMFOERT: ("gennemført", "gennemførte"),
    StateGroup.OPHOERT: ("ophørt", "ophørte"),
    StateGroup.AFLYST: ("aflyst", "aflyste"),
    StateGroup.ANDET_AAR: ("fra et andet år",) * 2,
    StateGroup.UOPLYST: ("med uoplyst tilstand",) * 2,
}


def facts_of(report_data: ReportData, report: Report, statusfil: Statusfil) -> tuple[Faktalinje, ...]:
    """Give the lines of a forvaltning's box; what no forvaltning is asked to tell stands only where it is told."""
    unit = report_data.unit(report.forvaltning)
    udvalg, answer, contact = told(unit.udvalg if unit else None), proposal_answer(statusfil), contact_text(statusfil)
    return (
        *((fact("Udvalg", udvalg),) if udvalg != NOT_TOLD else ()),
        *_registered(report_data, report),
        *own_figures(report_data, report.forvaltning),
        *_contributors(report_data, statusfil),
        *(fact(navn, answer) for navn, answer in _unanswered(statusfil)),
        *((fact("Forslag", answer),) if answer != NOT_TOLD else ()),
        *((fact("Kontakt", contact),) if contact else ()),
    )


def network_facts(report_data: ReportData, report: Report) -> tuple[Faktalinje, ...]:
    """Give the lines of the network's box."""
    netvaerk = report_data.rapport.netvaerk
    return (
        fact("Periode", told(in_words(netvaerk.periode if netvaerk else None))),
        *_registered(report_data, report),
        *own_figures(report_data, report.forvaltning),
    )


def by_state_group(report_data: ReportData, report: Report) -> str:
    """Count indsatser by state group: "10 gennemførte og 4 kommende"; "" when there are none."""
    counts = Counter(state_group(one, report_data.aar) for one in report.indsatser)
    words = {group: _GROUP_WORDS.get(group, (group.value, group.value)) for group in StateGroup if counts[group]}
    return join_words([f"{counts[group]} {plural(counts[group], *forms)}" for group, forms in words.items()])


def _registered(report_data: ReportData, report: Report) -> Iterator[Faktalinje]:
    if report.indsatser:
        many = len(report.indsatser)
        registered = f"{many} {plural(many, 'registreret', 'registrerede')}"
        yield fact("Indsatser", f"{registered}: {by_state_group(report_data, report)}")


def own_figures(report_data: ReportData, forvaltning: str) -> Iterator[Faktalinje]:
    """Yield the lines about figures: volunteers, whatever else was done, what comes, and what counts elsewhere."""
    found = volunteers(report_data, forvaltning)
    if found or forvaltning in report_data.scope.forvaltninger:
        missing = Celle("Forvaltningen har ikke oplyst tal for frivillige.")
        yield Faktalinje("Frivillige", Celle(tal=found) if found else missing)
    for name, shown in (
        ("Andre tal", done(report_data, forvaltning)),
        ("Kommende", coming(report_data, forvaltning)),
        ("Tælles hos andre", told_for_others(report_data, forvaltning)),
    ):
        if shown or name == "Andre tal":
            yield Faktalinje(name, Celle(tal=shown) if shown else Celle(NOT_TOLD))
