"""Proposals for new initiatives: each forvaltning's answer, and all of them together."""

from collections.abc import Iterable

from frivilligrapport.danish import full_stop, join_words
from frivilligrapport.deliveries.aflevering import Aflevering
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.lister import INGEN, said
from frivilligrapport.models.statusfil import Forslag
from frivilligrapport.rendering.typography import upper_first

_NONE = "Rapporten har ingen forslag til nye initiativer."
_SILENT = "Nævner ikke forslag"


class Forslagsvisning(Frozen):
    """A proposal: `fra` is who makes it, `gaelder_for` whom it is for."""

    titel: str
    begrundelse: str
    gaelder_for: str
    fra: str


class Forslagskapitel(Frozen):
    """All proposals, what the policy asks for, and who answered what. `indledning` says it in a sentence."""

    politik: str
    krav: tuple[str, ...]
    indledning: str
    forslag: tuple[Forslagsvisning, ...]
    svar: tuple[str, ...]


def proposals_of(found: Iterable[Forslag], fra: str = "") -> tuple[Forslagsvisning, ...]:
    """Show proposals as one party makes them."""
    return tuple(
        Forslagsvisning(str(one.titel), said(one.begrundelse), join_words(one.gaelder_for), fra) for one in found
    )


def all_proposals(report_data: ReportData) -> Forslagskapitel:
    """Gather the proposals of the forvaltninger and of the report itself."""
    found = list(proposals_of(report_data.rapport.forslag, fra=said(report_data.rapport.afsender) or "rapporten selv"))
    for one in report_data.scope.forvaltninger:
        delivered = report_data.aargang.indberetning(one)
        if delivered and delivered.told:
            found += proposals_of(delivered.told.forslag, report_data.title(one))
    politik = _policy(report_data)
    first = f"Rapporten har {len(found)} forslag til nye initiativer." if found else _NONE
    return Forslagskapitel(*politik, first, tuple(found), _answers(report_data))


def _policy(report_data: ReportData) -> tuple[str, tuple[str, ...]]:
    found = report_data.samling.politikfil(report_data.rapport.politik)
    politik = found.politik if found else None
    return (str(politik.titel), tuple(str(one) for one in politik.krav)) if politik else ("", ())


def _answers(report_data: ReportData) -> tuple[str, ...]:
    """Say who answered what, one sentence for each answer that somebody gave."""
    by_answer: dict[str, list[str]] = {}
    for one in report_data.deliveries:
        by_answer.setdefault(_answer(report_data, one), []).append(one.forkortelse)
    if len(by_answer) == 1 and len(report_data.deliveries) > 1:
        return (
            "Ingen forvaltning nævner forslag." if _SILENT in by_answer else f"{min(by_answer)}: alle forvaltninger.",
        )
    return tuple(full_stop(f"{answer}: {join_words(names)}") for answer, names in sorted(by_answer.items()))


def _answer(report_data: ReportData, delivered: Aflevering) -> str:
    found = report_data.aargang.indberetning(delivered.forvaltning)
    if found is None or found.told is None:
        return upper_first(delivered.tilstand)
    if found.told.forslag:
        return "Har stillet forslag"
    return "Svarer, at de ingen har" if found.told.answer("forslag") == INGEN else _SILENT
