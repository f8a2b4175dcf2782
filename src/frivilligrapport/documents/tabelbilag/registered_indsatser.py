"""The registered indsatser in tables: all of them, how many there are, and for whom, with whom and where they are."""

from collections import Counter
from collections.abc import Callable, Iterable

from frivilligrapport.danish import join_words, plural, sort_key
from frivilligrapport.documents.parts.tables import (
    NOT_TOLD,
    Celle,
    Raekke,
    Tabel,
    columns,
    count_columns,
    figures,
    told,
)
from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.reports import Report, state_group
from frivilligrapport.models import lister
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.rendering.charts.stacked import StackData, StackedChart, draw_stacks


def all_indsatser(report_data: ReportData) -> Tabel | None:
    """List every registered indsats in print order, with what it reported; None when nothing is registered."""
    rows = tuple(
        _indsats_row(report_data, report.forvaltning, one) for report in report_data.reports for one in report.indsatser
    )
    heads = columns("Indsats", "Hvem", "Art", "Tilstand", "Periode", "Tal")
    return Tabel("alle-indsatser", "Alle registrerede indsatser", heads, rows) if rows else None


def _indsats_row(report_data: ReportData, forvaltning: str, indsats: Indsats) -> Raekke:
    return (
        Celle(str(indsats.navn)),
        Celle(report_data.name(forvaltning)),
        Celle(told(indsats.art)),
        Celle(told(indsats.tilstand)),
        Celle(told(in_words(indsats.periode))),
        figures(tuple(one._replace(note="") for one in report_data.figures.of_indsats(forvaltning, str(indsats.id)))),
    )


# How many there are is one thing, what they report another: they are never added.
_TOTAL = "I alt"
_PARTS = (StateGroup.GENNEMFOERT.value, StateGroup.KOMMENDE.value, "øvrige")
_OTHERS = {
    StateGroup.ANDET_AAR: "fra et andet år",
    StateGroup.OPHOERT: "ophørt",
    StateGroup.AFLYST: "aflyst",
    StateGroup.UOPLYST: "uden kendt tilstand",
}


def by_state(report_data: ReportData) -> Tabel:
    """Count by tilstand."""
    title = "Registrerede indsatser efter tilstand"
    return _table(
        report_data, "indsatser-tilstand", title, "Tilstand", tuple(lister.TILSTAND), lambda one: str(one.tilstand)
    )


def by_art(report_data: ReportData) -> Tabel:
    """Count by art."""
    title = "Registrerede indsatser efter art"
    return _table(
        report_data, "indsatser-art", title, "Art", tuple(lister.ART), lambda one: str(one.art or lister.UOPLYST)
    )


def by_part(report_data: ReportData) -> Tabel:
    """Count what was done in the year, what lies ahead, and the rest."""
    found = [report for report in report_data.reports if report.indsatser]
    counts = [_counts(report_data, report) for report in found]
    rows = tuple(_row(part, [count[at] for count in counts]) for at, part in enumerate(_PARTS))
    heads = count_columns("Indsatser", [*(report_data.name(report.forvaltning) for report in found), _TOTAL])
    foot = _row(_TOTAL, [sum(count) for count in counts])
    return Tabel(
        "indsatser-aar", f"Registrerede indsatser i {report_data.aar}", heads, rows, (foot,), _others(report_data)
    )


def chart_of_registered(report_data: ReportData) -> StackedChart:
    """Draw a bar for each forvaltning and the network; one that is missing says so."""
    found = [_bar(report_data, one) for one in report_data.reporters]
    return draw_stacks("diagram-indsatser", "Antal registrerede indsatser", _PARTS, found)


def about_registered(report_data: ReportData) -> str:
    """Say what is counted, how many things are registered more than once, and who is not in the tables."""
    reporters = Counter(
        key for report in report_data.reports for key in {str(i.faelles.id) for i in report.indsatser if i.faelles}
    )
    twice = sum(count > 1 for count in reporters.values())
    if not any(report.indsatser for report in report_data.reports):
        return "Ingen indsatser er registreret."
    texts = ["Her er talt, hvor mange indsatser der er registreret. Det er noget andet end de tal, de oplyser."]
    if twice:
        indsatser = plural(twice, "fælles indsats står", "fælles indsatser står")
        texts.append(f"{twice} {indsatser} hos hver af dem, der har indberettet den, og er derfor med flere gange.")
    missing = [report_data.name(one) for one in report_data.reporters if report_data.report_of(one) is None]
    if missing:
        texts.append(f"{join_words(missing)} er ikke med i tabellen.")
    return " ".join(texts)


def _table(
    report_data: ReportData,
    anchor: str,
    title: str,
    head: str,
    values: tuple[str, ...],
    value: Callable[[Indsats], str],
) -> Tabel:
    found = [report for report in report_data.reports if report.indsatser]
    counts = [Counter(value(one) for one in report.indsatser) for report in found]
    used = [one for one in (*values, lister.UOPLYST) if any(count[one] for count in counts)]
    rows = tuple(_row(one, [count[one] for count in counts]) for one in used)
    foot = _row(_TOTAL, [count.total() for count in counts])
    heads = count_columns(head, [*(report_data.name(report.forvaltning) for report in found), _TOTAL])
    return Tabel(anchor, title, heads, rows, (foot,))


def _row(name: str, counts: list[int]) -> Raekke:
    label = NOT_TOLD if name == lister.UOPLYST else name
    return (Celle(label), *(Celle(str(count), svag=not count) for count in (*counts, sum(counts))))


def _bar(report_data: ReportData, one: str) -> StackData:
    report = report_data.report_of(one)
    name, full = report_data.name(one), report_data.title(one)
    if report is None:
        return StackData(name, text=report_data.delivery(one).tilstand, full=full)
    return StackData(name, _counts(report_data, report), full=full)


def _counts(report_data: ReportData, report: Report) -> tuple[int, ...]:
    """Count by _PARTS."""
    groups = Counter(state_group(one, report_data.aar) for one in report.indsatser)
    done, coming = groups[StateGroup.GENNEMFOERT], groups[StateGroup.KOMMENDE]
    return done, coming, groups.total() - done - coming


def _others(report_data: ReportData) -> str:
    """Say what the last of the parts holds, "" when it is empty."""
    groups = {state_group(one, report_data.aar) for report in report_data.reports for one in report.indsatser}
    found = [words for group, words in _OTHERS.items() if group in groups]
    return f"Øvrige: {join_words(found, 'eller')}." if found else ""


def whom_and_where(report_data: ReportData) -> Tabel | None:
    """List målgrupper, partnere, bydele and temaer by reporter, in alphabetical order; None without any indsats."""
    kommune = report_data.samling.kommune
    found = [one for one in report_data.reports if one.indsatser]
    rows = [_about_all(report_data, one) for one in found]
    heads = columns("Hvem", "Målgrupper", "Partnere", "Temaer", *(("Bydele",) if kommune.bydele else ()))
    return Tabel("hvem-og-hvor", "Målgrupper, partnere og steder", heads, tuple(rows)) if rows else None


def _about_all(report_data: ReportData, report: Report) -> Raekke:
    kommune, indsatser = report_data.samling.kommune, report.indsatser
    cells = (
        report_data.name(report.forvaltning),
        _listed(one for indsats in indsatser for one in indsats.maalgrupper),
        _listed(one for indsats in indsatser for one in indsats.partnere),
        _listed(one for indsats in indsatser for one in indsats.tema),
        *((_districts(report_data, indsatser),) if kommune.bydele else ()),
    )
    return tuple(Celle(one) for one in cells)


def _districts(report_data: ReportData, indsatser: tuple[Indsats, ...]) -> str:
    kommune = report_data.samling.kommune
    places = [sted for indsats in indsatser for sted in indsats.steder]
    known = [str(sted.bydel) for sted in places if sted.bydel and sted.bydel != lister.UOPLYST]
    for indsats in indsatser:
        known += [*indsats.bydele, *kommune.bydele_of(indsats.lokaludvalg)]
    unknown = sum(sted.bydel in {None, lister.UOPLYST} for sted in places)
    text = _listed(known)
    rest = f"{NOT_TOLD} for {unknown} {plural(unknown, 'sted', 'steder')}"
    if not unknown:
        return text
    return rest if text == NOT_TOLD else f"{text}; {rest}"


def _listed(found: Iterable[str]) -> str:
    """List each thing once, in alphabetical order."""
    by_key = {one.casefold(): str(one) for one in found if one != lister.UOPLYST}
    return join_words(sorted(by_key.values(), key=sort_key)) or NOT_TOLD
