"""The year's totals, unit by unit, with whom they are from and who is missing."""

from collections.abc import Iterator

from frivilligrapport.danish import genitive, join_words, normal_key, plural
from frivilligrapport.documents.parts.figures.in_words import Talvisning, table_of
from frivilligrapport.documents.parts.figures.summaries import VOLUNTEERS
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.totals import Total
from frivilligrapport.models.enheder import Enhedsart

KIND_TITLES = {
    Enhedsart.PERSONER: "Personer",
    Enhedsart.ORGANISATIONER: "Organisationer",
    Enhedsart.AKTIVITETER: "Aktiviteter",
    Enhedsart.STEDER: "Steder",
    Enhedsart.PENGE: "Penge",
    Enhedsart.TID: "Tid",
    Enhedsart.ANDET: "Andet",
}
_HEADS = columns("Enhed", "I alt", "Dækning", "Tal mangler fra")


def totals_of(report_data: ReportData, group: StateGroup) -> tuple[Total, ...]:
    """Give a state group's totals in the units' own order, which begins with the volunteers."""
    order = list(report_data.figures.units)
    found = [total for total in report_data.register.totals if total.gruppe == group.value]
    return tuple(sorted(found, key=lambda total: _rank(order, total)))


def total_of_volunteers(report_data: ReportData) -> Total | None:
    """Give the year's total of volunteers; None when nobody has told of any."""
    return next((one for one in totals_of(report_data, StateGroup.GENNEMFOERT) if one.enhed == VOLUNTEERS), None)


def tables_of_done(report_data: ReportData) -> tuple[Tabel, ...]:
    """Give a table for each kind of unit, then one of the units that nobody put a number on."""
    found = totals_of(report_data, StateGroup.GENNEMFOERT)
    counted = [total for total in found if total.quantified]
    vague = [total for total in found if not total.quantified]
    tables = [
        _table(report_data, title, of_kind)
        for kind, title in KIND_TITLES.items()
        if (of_kind := [total for total in counted if total.enhedsart == kind.value])
    ]
    if vague:
        tables.append(_table(report_data, "Nævnt, men uden et antal", vague))
    return tuple(tables)


def table_of_coming(report_data: ReportData) -> Tabel | None:
    """Give the table of what lies ahead; None when nothing does."""
    found = totals_of(report_data, StateGroup.KOMMENDE)
    return _table(report_data, "På vej eller planlagt, uanset hvornår", list(found)) if found else None


def _rank(order: list[str], total: Total) -> int:
    key = normal_key(total.enhed)
    return order.index(key) if key in order else len(order)


def _table(report_data: ReportData, title: str, found: list[Total]) -> Tabel:
    rows = tuple(_row(report_data, total) for total in found)
    return Tabel(table_of(found[0]), title, _HEADS, rows, fast=True)


def _row(report_data: ReportData, total: Total) -> Raekke:
    shown = Talvisning(total.text, report_data.figures.refer(report_data.figures.parts_of(total)))
    return (
        Celle(total.label),
        Celle(tal=(shown,), note="; ".join(notes_of(total))),
        Celle(total.coverage.text),
        Celle(missing_text(report_data, total) or "ingen"),
    )


def notes_of(total: Total) -> Iterator[str]:
    """Yield what a total's wording hides: what is counted and what is not."""
    if total.vague_note:
        yield total.vague_note
    if total.unknown and total.bounds:
        yield f"{total.unknown} tal er {plural(total.unknown, 'uoplyst', 'uoplyste')}"


def missing_text(report_data: ReportData, total: Total) -> str:
    """Say who gave no number, each kind of absence apart: silent, without a number, unknown, not received.

    "" when nobody is missing.
    """
    listed = [f"{who} ({reason})" if reason else who for reason, who in _missing(report_data, total)]
    return "; ".join(listed)


def missing_volunteers(report_data: ReportData, total: Total) -> str:
    """Say in sentences who gave no number of volunteers, each kind of absence apart; "" when nobody is missing."""
    return " ".join(
        _WITHOUT.get(reason, f"Bidrag {reason}: {{}}.").format(who) for reason, who in _missing(report_data, total)
    )


# How it is said of those who have delivered; what else there is are states of a delivery.
_WITHOUT = {
    "": "Antallet af frivillige mangler fra {}.",
    "uoplyst": "Antallet af frivillige er uoplyst hos {}.",
    "nævnt uden antal": "Frivillige er nævnt uden antal hos {}.",
    "ikke relevant": "Antallet af frivillige er ikke relevant for {}.",
    "egne er uoplyst": "Antallet af egne frivillige er uoplyst hos {}.",
    "egne er nævnt uden antal": "Egne frivillige er nævnt uden antal hos {}.",
}


def _missing(report_data: ReportData, total: Total) -> list[tuple[str, str]]:
    """Give the reasons for an absence, none first, each with those who have it."""
    by_reason: dict[str, list[str]] = {}
    for one in report_data.scope.forvaltninger:
        name = report_data.name(one)
        is_excused = total.coverage.of_all and name not in total.coverage.asked
        if is_excused or name in total.coverage.missing:
            by_reason.setdefault(_reason(report_data, total, one), []).append(name)
    ordered = sorted(by_reason.items(), key=lambda found: found[0] != "")
    return [(reason, join_words(names)) for reason, names in ordered]


def _reason(report_data: ReportData, total: Total, one: str) -> str:
    """Give the kind of absence in a word; "" when the forvaltning simply does not mention the unit."""
    delivered = report_data.delivery(one)
    if not delivered.kan_laeses:
        return delivered.tilstand
    if report_data.name(one) not in total.coverage.asked:
        return "ikke relevant"
    answer = own_answer(report_data, total, one)
    has_told = any(row.origin.forvaltning == one for row in report_data.figures.parts_of(total) if row.owner != one)
    return f"egne er {answer}" if answer and has_told else answer


def told_by_others(report_data: ReportData, total: Total) -> tuple[str, ...]:
    """Say of each forvaltning whose figures others have told, who they are: "KFF's er oplyst af ØKF"."""
    told = [(row.owner, row.origin.forvaltning) for row in report_data.figures.parts_of(total)]
    tellers = {one: [teller for owner, teller in told if owner == one] for one in report_data.scope.forvaltninger}
    return tuple(
        f"{genitive(report_data.name(one))} er oplyst af {join_words([*dict.fromkeys(map(report_data.name, found))])}"
        for one, found in tellers.items()
        if found and one not in found
    )


def own_answer(report_data: ReportData, total: Total, one: str) -> str:
    """Give what somebody without a figure says of a unit: "nævnt uden antal", "uoplyst", or "" for nothing at all."""
    own = [row for row in report_data.figures.parts_of(total) if row.owner == one]
    if any(row.is_unspecified for row in own):
        return "nævnt uden antal"
    return "uoplyst" if own else ""
